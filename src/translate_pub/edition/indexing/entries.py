"""Headings with their pages and references, from marks."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translate_pub.edition.indexing.marks import Heading, Kind, Mark
from translate_pub.model.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Locator:
    """A place that an entry names: a page, or all from one to another."""

    first: str
    """Id of the mark."""
    last: str
    """Id of the mark at its end; the same where it is one page."""
    volume: int


@dataclass(slots=True)
class Entry:
    """A heading."""

    sorted_as: str
    shown: str
    locators: list[Locator] = field(default_factory=list)
    see: dict[tuple[str, ...], None] = field(default_factory=dict)
    also: dict[tuple[str, ...], None] = field(default_factory=dict)
    below: dict[str, Entry] = field(default_factory=dict)
    """Sub-entries by how they are shown."""


def gather(marks: Sequence[Mark]) -> tuple[dict[str, Entry], tuple[Diagnostic, ...]]:
    """Gather marks into entries by how they are shown, and find ranges without an end and references to nowhere."""
    entries: dict[str, Entry] = {}
    findings: list[Diagnostic] = []
    begun: dict[tuple[str, ...], Mark] = {}
    referring: list[Mark] = []
    for mark in marks:
        entry = _entry(entries, mark.heading)
        if mark.kind is Kind.SEE:
            entry.see[mark.target] = None
        elif mark.kind is Kind.ALSO:
            entry.also[mark.target] = None
        referring += [mark] if mark.target else []
        if mark.kind in {Kind.PAGE, Kind.ALSO}:
            entry.locators.append(Locator(mark.anchor, mark.anchor, mark.volume))
        elif mark.kind in {Kind.BEGIN, Kind.END}:
            findings += _range(entry, mark, begun)
    for mark in begun.values():
        findings.append(_unpaired(mark, "is never ended: the place where it ends bears the same heading with |end"))
        _entry(entries, mark.heading).locators.append(Locator(mark.anchor, mark.anchor, mark.volume))
    findings += (finding for mark in referring for finding in _nowhere(mark, entries))
    findings += _variants(marks)
    return entries, tuple(findings)


def _variants(marks: Iterable[Mark]) -> Iterator[Diagnostic]:
    """Find headings that differ by capitals alone, each once: they are two entries."""
    first: dict[tuple[str, ...], str] = {}
    told: set[str] = set()
    for mark in marks:
        for depth in range(1, len(mark.heading) + 1):
            path = [term.shown for term in mark.heading[:depth]]
            shown, other = "!".join(path), first.setdefault(tuple(map(str.casefold, path)), "!".join(path))
            if shown != other and shown not in told and path[-1] != other.rpartition("!")[2]:
                told.add(shown)
                message = f"the index has “{other}” and “{shown}”, which are two entries"
                hints = ("write one of them in both places, if they are the same",)
                yield Diagnostic("E064", Severity.WARNING, message, mark.place, hints)


def _entry(entries: dict[str, Entry], heading: Heading) -> Entry:
    """Find or make the entry of a heading."""
    term, *rest = heading
    entry = entries.setdefault(term.shown, Entry(term.sorted_as, term.shown))
    if term.sorted_as != term.shown:
        entry.sorted_as = term.sorted_as  # said at one mark, it holds for all
    return _entry(entry.below, tuple(rest)) if rest else entry


def _range(entry: Entry, mark: Mark, begun: dict[tuple[str, ...], Mark]) -> Iterator[Diagnostic]:
    """Open a range, or close the one that is open for the same heading."""
    key = tuple(term.shown for term in mark.heading)
    first = begun.get(key)
    if mark.kind is Kind.BEGIN:
        if first is not None:
            yield _unpaired(mark, "begins again before it has ended")
        else:
            begun[key] = mark
    elif first is None:
        yield _unpaired(mark, "ends but never began: the place where it begins bears the same heading with |begin")
        entry.locators.append(Locator(mark.anchor, mark.anchor, mark.volume))
    else:
        del begun[key]
        if first.volume == mark.volume:
            entry.locators.append(Locator(first.anchor, mark.anchor, mark.volume))
        else:
            yield _unpaired(mark, "ends in another volume than it began in")
            entry.locators += [Locator(one.anchor, one.anchor, one.volume) for one in (first, mark)]


def _unpaired(mark: Mark, what: str) -> Diagnostic:
    heading = "!".join(term.shown for term in mark.heading)
    return Diagnostic("E062", Severity.ERROR, f"the range of pages of “{heading}” {what}", mark.place)


def _nowhere(mark: Mark, entries: dict[str, Entry]) -> Iterator[Diagnostic]:
    """Find a reference to a heading that the index does not have."""
    within = entries
    for level in mark.target:
        if level not in within:
            heading, target = "!".join(term.shown for term in mark.heading), "!".join(mark.target)
            near = difflib.get_close_matches(level, within, n=1)
            hints = (f"did you mean “{near[0]}”?",) if near else ()
            message = f"the index refers from “{heading}” to “{target}”, which it does not have"
            yield Diagnostic("E061", Severity.ERROR, message, mark.place, hints)
            return
        within = within[level].below
