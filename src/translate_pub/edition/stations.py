"""Addenda in the places that are given for them: behind the last section of a role, or before the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate_pub.edition.composition import ComposedChapter
from translate_pub.edition.setting import Section
from translate_pub.model.book import Station
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

    One whose place is beside a role that its matter does not have stands among the other files, and is found.
    """
    sections = in_order(tuple(one for one in chapters if one.chapter.station is None))
    lost = [one for one in chapters if one.chapter.station and _place(sections, one, one.chapter.station) is None]
    sections = in_order(tuple(one for one in chapters if one.chapter.station is None or one in lost))
    for one in chapters:
        place = _place(sections, one, one.chapter.station) if one.chapter.station and one not in lost else None
        if place is not None:
            sections = (*sections[:place], section(one), *sections[place:])
    return Arranged(sections, tuple(_misplaced(one, one.chapter.station) for one in lost if one.chapter.station))


def _place(sections: Sequence[Section], one: ComposedChapter, station: Station) -> int | None:
    """Give the place of an addendum among the sections of its matter; None where its role is not there."""
    places = [
        place
        for place, section in enumerate(sections)
        if section.role is station.role and section.matter is one.chapter.matter and section.name != one.chapter.name
    ]
    if not places:
        return None
    return places[-1] + 1 if station.after else places[0]


def _misplaced(one: ComposedChapter, station: Station) -> Diagnostic:
    chapter = one.chapter
    side = "after" if station.after else "before"
    return Diagnostic(
        "E040",
        Severity.WARNING,
        f"{chapter.name} is to stand {side} {station.role.value!r}, which the {chapter.matter.value} matter of this "
        "edition does not have; it stands where it would without that",
        Span(chapter.source_path),
        ("see `after` and `before` of the edition's own sections in book.toml",),
    )
