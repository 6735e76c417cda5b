"""What an update made of the translations, as a table: a line for each catalogue that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from rich.box import SIMPLE_HEAD
from rich.table import Table

from translate_pub.model.excerpt import excerpt
from translate_pub.model.update import CatalogUpdate, Fate, Proposal, Update
from translate_pub.report.console import PLAIN, Surface, lay_out
from translate_pub.report.words import count

_SAID = {
    Fate.NEW: "new",
    Fate.MOVED: "moved",
    Fate.REVIVED: "back again",
    Fate.DRESSED: "kept under another dress, not fuzzy",
    Fate.CORRECTED: "kept after a correction, not fuzzy",
    Fate.FUZZY: "fuzzy",
    Fate.SPLIT: "split, fuzzy",
    Fate.JOINED: "joined, fuzzy",
    Fate.COPIED: "copied, fuzzy",
    Fate.COMPOSED: "composed word by word, fuzzy",
}
"""What is said of the messages that did not stay as they were."""
_SCORED = (Fate.FUZZY, Fate.SPLIT, Fate.JOINED)
_AROUND = 3
"""Words shown on either side of a change."""
_CHANGES = 3
"""Changes of one text that are shown."""
_SHOWN = 120
"""Characters of a text that are shown."""


def table(book: str, updates: Iterable[Update], surface: Surface = PLAIN) -> str:
    """Write the table of one book in all its languages."""
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, collapse_padding=True)
    drawn.add_column("catalogue", overflow="fold")
    drawn.add_column("words\nbefore", justify="right", no_wrap=True)
    drawn.add_column("\nafter", justify="right", no_wrap=True)
    drawn.add_column("\nmessages")
    for update in updates:
        for row in _rows(update):
            drawn.add_row(*row)
    return f"{book or 'words of the tool'}, words translated\n{lay_out(drawn, surface)}"


def _rows(update: Update) -> Iterator[tuple[str, str, str, str]]:
    """Give a line for each catalogue in which something happened, one for the rest, and one for all together."""
    told = [(one, _happened(one)) for one in update.reports]
    told += [(one, "removed, everything in it is elsewhere") for one in update.removals]
    quiet = [one for one, said in told if not said]
    loud = [(one, said) for one, said in told if said]
    for one, said in loud:
        yield f"{update.language} {one.chapter}", f"{one.words_before:,}", f"{one.words_after:,}", said
    if quiet:
        yield _together(f"{update.language} {count(len(quiet), 'catalogue')}", quiet, "as they were")
    if loud and len(told) > 1:
        yield _together(f"{update.language} together", [one for one, _ in told], "")


def _together(name: str, reports: Sequence[CatalogUpdate], said: str) -> tuple[str, str, str, str]:
    before, after = (sum(getattr(one, key) for one in reports) for key in ("words_before", "words_after"))
    return name, f"{before:,}", f"{after:,}", said


def _happened(one: CatalogUpdate) -> str:
    """Say what became of the messages of a catalogue; nothing where they are as they were."""
    parts = [f"{number:,} {_SAID[fate]}{_scores(one, fate)}" for fate in _SAID if (number := getattr(one, fate.value))]
    parts += [f"{one.obsolete:,} obsolete"] if one.obsolete else []
    return ", ".join(parts) or ("comments and places only" if one.changed else "")


def _scores(one: CatalogUpdate, fate: Fate) -> str:
    """Say how alike the texts are that fuzzy translations come from: ` (72 to 96 % alike)`."""
    scores = [round(100 * proposal.score) for proposal in one.proposals if proposal.fate is fate]
    if fate not in _SCORED or not scores:
        return ""
    low, high = min(scores), max(scores)
    return f" ({high} % alike)" if low == high else f" ({low} to {high} % alike)"


def proposals(updates: Iterable[Update]) -> Iterator[str]:
    """Give a line for each message that came by its translation in another way than by standing there.

    What is the same in several languages is told once.
    """
    languages: dict[str, list[str]] = {}
    for update in updates:
        for one in update.reports:
            for proposal in one.proposals:
                said = f"{one.chapter}: {_SAID[proposal.fate]}{_score(proposal)}: {_change(proposal)}"
                languages.setdefault(said, []).append(update.language)
    for said, tags in languages.items():
        yield f"  {' '.join(tags)} {said}"


def _score(proposal: Proposal) -> str:
    return f" ({round(100 * proposal.score)} % alike)" if proposal.fate in _SCORED else ""


def _change(proposal: Proposal) -> str:
    """Show what a text was and is: where they differ, with a few words around; all of it where it was cut or joined."""
    old, new = " ".join(key[1] for key in proposal.origins), proposal.key[1]
    if " ".join(old.split()) == " ".join(new.split()):
        return f"“{excerpt(new, _SHOWN)}”"
    if proposal.fate in {Fate.SPLIT, Fate.JOINED}:
        return f"“{excerpt(old, _SHOWN)}” → “{excerpt(new, _SHOWN)}”"
    changes = differences(old, new)
    more = f" and {len(changes) - _CHANGES:,} more changes" if len(changes) > _CHANGES else ""
    return (
        "; ".join(f"“{excerpt(one, _SHOWN)}” → “{excerpt(other, _SHOWN)}”" for one, other in changes[:_CHANGES]) + more
    )


def differences(old: str, new: str) -> list[tuple[str, str]]:
    """Cut two texts down to the places where they differ, each with a few words around."""
    olds, news = old.split(), new.split()
    groups = SequenceMatcher(None, olds, news, autojunk=False).get_grouped_opcodes(_AROUND)
    spans = [(group[0], group[-1]) for group in groups]
    return [(_excerpt(olds, first[1], last[2]), _excerpt(news, first[3], last[4])) for first, last in spans] or [
        (old, new)
    ]


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"
