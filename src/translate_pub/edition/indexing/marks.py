"""Index marks: what stands behind `index:` in the text.

    Iskra                       an entry with the page of the mark
    Iskra!editors               a sub-entry (two levels of them at most)
    Iskra; Newspapers!Iskra     several entries
    Petersburg@S:t Petersburg   sorted under the first, shown as the second
    Iskra|begin   Iskra|end     from one mark to the other
    Ulyanov|see Lenin           no page but a reference
    Iskra|also Pravda           a page, and a reference behind all pages

The same signs, but for the words, as makeindex has them (its manual, "The index entry").
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from translate_pub.edition import markup
from translate_pub.edition.composition import ComposedChapter
from translate_pub.edition.markup import Element
from translate_pub.model.diagnostic import Diagnostic, Severity, Span

MOST_LEVELS = 3
_COMMANDS = ("begin", "end", "see", "also")


class Kind(enum.Enum):
    """What a mark says of its place."""

    PAGE = "page"
    BEGIN = "begin"
    END = "end"
    SEE = "see"
    ALSO = "also"


@dataclass(frozen=True, slots=True)
class Term:
    """A heading or sub-heading."""

    sorted_as: str
    shown: str


Heading = tuple[Term, ...]
"""A heading with those below it, the outermost first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of one mark."""

    heading: Heading
    kind: Kind
    anchor: str
    volume: int
    place: Span
    target: tuple[str, ...] = ()
    """The heading that a reference leads to, as it is shown, level by level."""


def collect(chapters: tuple[ComposedChapter, ...]) -> tuple[tuple[Mark, ...], tuple[Diagnostic, ...]]:
    """Read the marks of chapters in reading order, and give each an id that its page is known by."""
    marks: list[Mark] = []
    findings: list[Diagnostic] = []
    for one in chapters:
        for number, element in enumerate(markup.find(one.root, f".//*[{markup.having('index-mark')}]"), 1):
            anchor = element.get("id") or f"index--{one.chapter.name}--{number}"
            element.set("id", anchor)
            place = _place(element, one)
            for written in _entries(element.get("data-entry") or ""):
                mark = _read(written, anchor, one.chapter.volume, place)
                if isinstance(mark, Diagnostic):
                    findings.append(mark)
                else:
                    marks.append(mark)
    return tuple(marks), tuple(findings)


def _entries(written: str) -> Iterator[str]:
    yield from (entry for entry in map(str.strip, written.split(";")) if entry)


def _place(element: Element, one: ComposedChapter) -> Span:
    """Find the line of a mark: the catalogue's where it is a translation, or else the source's."""
    for attribute in ("data-po", "data-source"):
        for around in (element, *element.iterancestors()):
            path, _, line = (around.get(attribute) or "").rpartition(":")
            if path and line.isdecimal():
                return Span(path, int(line))
    return Span(one.chapter.source_path)


def _read(written: str, anchor: str, volume: int, place: Span) -> Mark | Diagnostic:
    """Read one entry, or say what is wrong with it."""
    head, _, command = (part.strip() for part in written.partition("|"))
    heading = tuple(_term(level) for level in head.split("!"))
    word, _, rest = command.partition(" ")
    if not all(term.shown for term in heading) or len(heading) > MOST_LEVELS:
        return _fault(written, f"a heading and up to {MOST_LEVELS - 1} below it are divided by “!”, none empty", place)
    if not command:
        return Mark(heading, Kind.PAGE, anchor, volume, place)
    target = tuple(part.strip() for part in rest.split("!") if part.strip())
    refers = word in {Kind.SEE.value, Kind.ALSO.value}
    if word not in _COMMANDS or refers != bool(target):
        return _fault(written, "behind “|” may stand: begin, end, see HEADING, also HEADING", place)
    return Mark(heading, Kind(word), anchor, volume, place, target)


def _term(written: str) -> Term:
    key, divided, shown = (part.strip() for part in written.partition("@"))
    return Term(key, shown) if divided else Term(key, key)


def _fault(written: str, allowed: str, place: Span) -> Diagnostic:
    return Diagnostic("E063", Severity.ERROR, f"the index mark “{written}” cannot be read: {allowed}", place)
