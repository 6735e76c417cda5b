"""Addenda in the places that are given for them: behind the last section of a role, or before the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.edition.composition import ComposedChapter
from translate_pub.edition.setting import Section
from translate_pub.model.book import Matter, Station
from translate_pub.model.diagnostic import Diagnostic, Severity, Span

InOrder = Callable[[tuple[ComposedChapter, ...]], tuple[Section, ...]]
"""Puts the sections of a volume in order, the generated ones included."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The sections of a volume, and what stands elsewhere than it was meant to."""

    sections: tuple[Section, ...]
    findings: tuple[Diagnostic, ...] = ()


def arrange(
    chapters: Sequence[ComposedChapter], in_order: InOrder, section: Callable[[ComposedChapter], Section]
) -> Arranged:
    """Put the sections of a volume in order, and then the addenda that have a place of their own.

    One whose place is beside a role that its matter does not have stands at the end of its matter, and is found.
    """
    sections = in_order(tuple(one for one in chapters if one.chapter.station is None))
    addenda = {one.chapter.name: one.chapter.station for one in chapters if one.chapter.station}
    lost: list[Diagnostic] = []
    for one in chapters:
        station = one.chapter.station
        if station is None:
            continue
        place = _place(sections, one, addenda)
        if place is None:
            place = 1 + max((n for n, other in enumerate(sections) if other.matter is one.chapter.matter), default=-1)
            lost.append(_misplaced(one, station))
        sections = (*sections[:place], section(one), *sections[place:])
    return Arranged(sections, tuple(lost))


def sort(chapters: Iterable[ComposedChapter]) -> tuple[ComposedChapter, ...]:
    """Put chapters into the order in which `arrange` leaves them, for the contents."""
    chapters = tuple(chapters)
    addenda = {one.chapter.name: one.chapter.station for one in chapters if one.chapter.station}
    ordered: list[ComposedChapter] = []
    waiting: list[ComposedChapter] = []
    for one in chapters:
        (waiting if one.chapter.station else ordered).append(one)
    for one in waiting:
        ordered.insert(_rank(ordered, one, addenda), one)
    return tuple(ordered)


def _rank(ordered: Sequence[ComposedChapter], one: ComposedChapter, addenda: Mapping[str, Station]) -> int:
    """Give the place of an addendum among the chapters of its volume and matter."""
    kin = [
        place
        for place, other in enumerate(ordered)
        if (other.chapter.volume, other.chapter.matter) == (one.chapter.volume, one.chapter.matter)
    ]
    if not kin:
        return sum(_before(other, one) for other in ordered)
    station, names = addenda[one.chapter.name], [other.chapter.name for other in ordered]
    beside = [place for place in kin if ordered[place].chapter.role is station.role and names[place] not in addenda]
    if beside:
        return _behind(names, beside[-1], addenda) if station.after else beside[0]
    leads = station.role.generated and one.chapter.matter is Matter.FRONT
    return _behind(names, kin[0] - 1, addenda) if leads else kin[-1] + 1


def _before(other: ComposedChapter, one: ComposedChapter) -> bool:
    matters = list(Matter)
    first, second = ((each.chapter.volume, matters.index(each.chapter.matter)) for each in (other, one))
    return first < second


def _place(sections: Sequence[Section], one: ComposedChapter, addenda: Mapping[str, Station]) -> int | None:
    """Give the place of an addendum among the sections of its matter; None where its role is not there."""
    station = addenda[one.chapter.name]
    places = [
        place
        for place, section in enumerate(sections)
        if section.role is station.role and section.matter is one.chapter.matter and section.name not in addenda
    ]
    if not places:
        return None
    return _behind([section.name for section in sections], places[-1], addenda) if station.after else places[0]


def _behind(names: Sequence[str], place: int, addenda: Mapping[str, Station]) -> int:
    """Give the place behind a section and the addenda that stand behind it already."""
    return next((n for n in range(place + 1, len(names)) if names[n] not in addenda), len(names))


def _misplaced(one: ComposedChapter, station: Station) -> Diagnostic:
    chapter = one.chapter
    side = "after" if station.after else "before"
    return Diagnostic(
        "E040",
        Severity.WARNING,
        f"{chapter.name} is to stand {side} {station.role.value!r}, which the {chapter.matter.value} matter of this "
        "edition does not have; it stands at the end of that",
        Span(chapter.source_path),
        ("see `after` and `before` of the edition's own sections in book.toml",),
    )
