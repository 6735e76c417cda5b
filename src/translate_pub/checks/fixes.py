"""Repairs that are certain, made in the translations themselves.

A repair never touches markup (`prose`), and what a message is made of is compared before and after it: a repair that
would change it is not made. Repairs are made until none is left, so that a second run finds nothing to do. A review
covers the text that was read, so that a repair voids it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from translate_pub.catalog import remarks
from translate_pub.checks import rules
from translate_pub.checks.pair import Pair
from translate_pub.checks.rules import RULES, Rule
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.checking import NOTHING_ALLOWED, CheckSettings
from translate_pub.model.diagnostic import Diagnostic, Edit, Span
from translate_pub.model.source import Segment
from translate_pub.source.inline import Comparer

_ROUNDS = 8
"""How often a text is repaired at most; one repair can show another, never for long."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A catalogue whose translations were repaired, and what was done."""

    catalog: Catalog
    """The catalogue itself, with its bytes, where nothing was."""
    made: tuple[Diagnostic, ...] = ()
    """What was found and is no more."""
    voided: tuple[Span, ...] = ()
    """The places of those repaired translations that somebody had reviewed."""


def repair(  # noqa: PLR0913  # what is checked, by what, and what the book says of it: as in `rules.check`
    catalog: Catalog,
    segments: Iterable[Segment],
    comparer: Comparer,
    rules_of_language: Iterable[Rule] = RULES,
    *,
    settings: CheckSettings = NOTHING_ALLOWED,
    source_language: str = "en",
) -> Repair:
    """Repair the translations of a chapter; arguments are those of `rules.check`."""
    every = tuple(rules_of_language)
    made: list[Diagnostic] = []
    repaired: dict[tuple[str, str], Entry] = {}
    for pair in rules.pairs(catalog, segments, comparer, source_language):
        entry, done = mend(pair, every, settings)
        if done:
            repaired[entry.key] = entry
            made += [replace(one, span=Span(catalog.path, pair.entry.line)) for one in done]
    if not repaired:
        return Repair(catalog)
    entries = tuple(entry if entry.obsolete else repaired.get(entry.key, entry) for entry in catalog.entries)
    reviewed = (entry for entry in repaired.values() if remarks.read(entry, "reviewed"))
    return Repair(
        replace(catalog, entries=entries), tuple(made), tuple(Span(catalog.path, entry.line) for entry in reviewed)
    )


def mend(
    pair: Pair, every: Iterable[Rule] = RULES, settings: CheckSettings = NOTHING_ALLOWED
) -> tuple[Entry, tuple[Diagnostic, ...]]:
    """Repair one translation until nothing is left to repair; the entry itself where nothing is."""
    every = tuple(every)
    made: list[Diagnostic] = []
    mended = pair
    for _ in range(_ROUNDS):
        found = [one for one in rules.examine(mended, every, settings) if one.edits and _is_safe(mended, one.edits)]
        text = apply(mended.entry.msgstr, [edit for one in found for edit in one.edits])
        if not found:
            return mended.entry, tuple(dict.fromkeys(replace(one, edits=()) for one in made))
        if not _same_structure(mended, text):
            break
        made += found
        mended = replace(mended, entry=mended.entry.revise(msgstr=text))
    return pair.entry, ()  # two rules want different things: that is for somebody who reads the language


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make repairs in a text; of those that overlap, the first."""
    pieces: list[str] = []
    end = 0
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end)):
        if edit.start >= end:
            pieces += [text[end : edit.start], edit.text]
            end = edit.end
    return "".join((*pieces, text[end:]))


def _is_safe(pair: Pair, edits: Sequence[Edit]) -> bool:
    """Whether a finding's repairs leave the structure of the message as it is."""
    return _same_structure(pair, apply(pair.entry.msgstr, edits))


def _same_structure(pair: Pair, text: str) -> bool:
    """Whether a text has the markup that the translation has."""
    kind, flags = pair.segment.kind, pair.segment.flags
    compare = pair.comparer.compare
    return compare(pair.entry.msgid, pair.entry.msgstr, kind, flags) == compare(pair.entry.msgid, text, kind, flags)
