"""What is said of translations that a refresh would lose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate_pub.catalog import words
from translate_pub.catalog.losses import Cause, Loss
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.excerpt import excerpt

_SHOWN = 48
"""Characters of a text by which a person knows it again."""
_CODES = {Cause.DROPPED: "C022", Cause.UNOFFERED: "C021", Cause.EMPTIED: "C023", Cause.VANISHED: "C023"}
_REASONS = {
    Cause.DROPPED: "is a message still, but without its translation",
    Cause.UNOFFERED: "still stands in the source, but in no message",
    Cause.EMPTIED: "is gone with every other message of its chapter",
    Cause.VANISHED: "is gone, and more than a quarter of what was translated with it",
}
_HINTS = {
    Cause.DROPPED: "take the catalogue from the last good version: `git restore`, `git checkout REVISION -- FILE`",
    Cause.UNOFFERED: "look above it in the source for a comment, a code fence or raw HTML that is not closed",
    Cause.EMPTIED: "look whether the chapter's file was saved whole",
    Cause.VANISHED: "look whether the template was made of the whole source",
}


def diagnose(losses: Iterable[Loss], *, accepted: bool = False) -> tuple[Diagnostic, ...]:
    """Write each loss as a finding: what was translated, where, and where its translation goes.

    Args:
        losses: of one refresh.
        accepted: whether somebody said that they are meant; they are warnings then.
    """
    severity = Severity.WARNING if accepted else Severity.ERROR
    return tuple(_diagnose(loss, severity) for loss in losses)


def _diagnose(loss: Loss, severity: Severity) -> Diagnostic:
    shown = excerpt(loss.entry.msgid, _SHOWN)
    place = "this file" if loss.kept == loss.catalog.path else loss.kept
    goes = f"becomes an obsolete entry of {place}" if place else "is in no catalogue any more"
    message = f"{loss.catalog.chapter}: “{shown}” {_REASONS[loss.cause]}; its translation {goes}"
    return Diagnostic(_CODES[loss.cause], severity, message, Span(loss.catalog.path, loss.entry.line))


def refusal(language: str, book: str, losses: Sequence[Loss], totals: tuple[int, int], since: str = "") -> Diagnostic:
    """Say why a refresh is refused, and how to go on.

    Args:
        language: BCP 47 tag.
        book: the book's name.
        losses: of the refresh; at least one.
        totals: words translated before and after.
        since: the revision that an update was held against, where it is finished; it is refused beforehand otherwise.
    """
    lost = sum(words.count(loss.entry.msgid) for loss in losses)
    many = f"{len(losses):,} translations" if len(losses) > 1 else "1 translation"
    does, done = (f"has lost since {since}", "") if since else ("would lose", "; nothing is written")
    message = (
        f"{book} in {language} {does} {many} of {lost:,} words that no removed text explains "
        f"(words translated: {totals[0]:,} → {totals[1]:,}){done}"
    )
    hints = dict.fromkeys(_HINTS[loss.cause] for loss in losses)
    return Diagnostic("C024", Severity.ERROR, message, None, (*hints, "if it is meant: --accept-loss"))
