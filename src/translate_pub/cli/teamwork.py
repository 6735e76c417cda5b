"""What became of claims and reviews, in a few lines for the person who asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate_pub.commands.claim import Claimed
from translate_pub.commands.release import Released
from translate_pub.commands.review import Reviewed
from translate_pub.model.claims import Claim
from translate_pub.report.words import count, date


def of_claim(done: Claimed) -> str:
    """Tell who has which chapter now."""
    return "\n".join(_claim(done))


def _claim(done: Claimed) -> Iterator[str]:
    yield from (f"{_named(one)} is claimed by {one.by} until {date(one.until)}" for one in done.held)
    before = {one.chapter: one for one in done.replaced}
    for one in done.taken:
        earlier = before.get(one.chapter)
        over = f", taken over from {earlier.by} (until {date(earlier.until)})" if earlier else ""
        yield f"{_named(one)}: {one.by} until {date(one.until)}{over}"
    yield "commit the files below claims/ to let others know" if done.taken else "nothing is claimed"


def of_release(done: Released) -> str:
    """Tell which chapters are free again."""
    return "\n".join(
        (
            *(f"{_named(one)} is free again" for one in done.released),
            *(
                f"{_named(one)} is claimed by {one.by} until {date(one.until)}; --force releases it"
                for one in done.held
            ),
            *(f"{chapter} was not claimed" for chapter in done.free),
        )
    )


def of_review(done: Reviewed, *, undo: bool = False) -> str:
    """Tell how many translations were marked, and which were not because they are fuzzy."""
    if undo:
        return f"{count(done.noted, 'review')} by {done.name} taken back"
    rest = f"; {done.unchanged:,} were before" if done.unchanged else ""
    left = f"; {done.untranslated:,} untranslated" if done.untranslated else ""
    return "\n".join((f"{count(done.noted, 'translation')} reviewed by {done.name}{rest}{left}", *_fuzzy(done)))


def _fuzzy(done: Reviewed) -> Iterable[str]:
    """List the fuzzy entries."""
    if done.fuzzy:
        yield f"{count(len(done.fuzzy), 'entry is', 'entries are')} fuzzy and not reviewed; settle them first:"
        yield from (f"  {place}" for place in done.fuzzy)


def _named(claim: Claim) -> str:
    return f"{claim.book} {claim.chapter} ({claim.language})"
