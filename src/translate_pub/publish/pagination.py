"""Folios and sides of every page of a book, until the references that show folios show the right ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.model.book import Matter, Trim
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import ChapterPages, Pagination, PlacedChapter
from translate_pub.publish import section
from translate_pub.publish.chapter import LayoutJob
from translate_pub.publish.fonts import FontSet

ROUNDS = 5
"""Layouts of the book that may be made before its page numbers must have settled."""

WriteFolio = Callable[[int, Matter], str]
"""Writes a folio as the edition numbers that matter (roman, abjad, the digits of a script)."""
LayOutAll = Callable[[Sequence[LayoutJob]], Sequence[ChapterPages]]
"""Lays out sections, in whatever processes, and returns them in the same order."""


@dataclass(frozen=True, slots=True)
class Format:
    """What all sections of an edition have in common."""

    css: str
    fonts: FontSet
    trim: Trim
    bleed_mm: float
    root: str
    """The workspace's root, absolute."""


@dataclass(frozen=True, slots=True)
class _Place:
    first_page: int
    first_folio: int


def paginate(
    sections: Sequence[ChapterHtml], form: Format, write_folio: WriteFolio, lay_out_all: LayOutAll
) -> Outcome[Pagination]:
    """Lay out an edition's sections, number their pages and fill in the references.

    Front matter counts from 1, the body from 1 again, and the back matter goes on with the body. The first round takes
    every section to begin where the last guess says; afterwards only sections are laid out again whose side, first
    folio or references have changed.
    """
    shown = [referred(part) for part in sections]
    places = [_Place(index * 2, 1) for index in range(len(sections))]
    folios: dict[str, str] = {}
    laid_out: dict[LayoutJob, ChapterPages] = {}
    for _ in range(ROUNDS):
        jobs = [
            _job(part, form, place, {target: folios[target] for target in targets if target in folios})
            for part, place, targets in zip(sections, places, shown, strict=True)
        ]
        todo = [job for job in dict.fromkeys(jobs) if job not in laid_out]
        laid_out = {job: laid_out[job] for job in jobs if job in laid_out}
        laid_out.update(zip(todo, lay_out_all(todo), strict=True))
        chapters = [laid_out[job] for job in jobs]
        moved = _place(chapters)
        anchors = _folios(chapters, moved, write_folio)
        if moved == places and all(_told(anchors, targets) == _told(folios, targets) for targets in shown):
            return _finish(chapters, moved, write_folio, _dangling(sections, shown, anchors))
        places, folios = moved, anchors
    message = f"the page numbers do not settle after {ROUNDS} layouts; some references may be a page off"
    return _finish(chapters, places, write_folio, [Diagnostic("P009", Severity.ERROR, message)])


def referred(part: ChapterHtml) -> tuple[str, ...]:
    """Return the ids whose folios a section shows."""
    return section.referred(part.html)


def _told(folios: Mapping[str, str], targets: Sequence[str]) -> list[str | None]:
    return [folios.get(target) for target in targets]


def _job(part: ChapterHtml, form: Format, place: _Place, folios: Mapping[str, str]) -> LayoutJob:
    side = Opening.VERSO if place.first_page % 2 else Opening.RECTO
    return LayoutJob(
        part,
        form.css,
        form.fonts,
        form.trim,
        form.bleed_mm,
        form.root,
        side,
        place.first_folio,
        tuple(sorted(folios.items())),
    )


def _place(chapters: Sequence[ChapterPages]) -> list[_Place]:
    """Put the sections one after the other, with blanks where one must open on the other side."""
    places, page, folio, matter = [], 0, 1, Matter.FRONT
    for chapter in chapters:
        begins_body = matter is Matter.FRONT and chapter.matter is not Matter.FRONT
        # The body's page 1 is a recto, or odd folios would stand on versos.
        opens = Opening.RECTO if begins_body else chapter.opens
        blank = (opens is Opening.RECTO and page % 2) or (opens is Opening.VERSO and not page % 2)
        page, folio = page + bool(blank), folio + bool(blank)
        if begins_body:
            folio = 1
        places.append(_Place(page, folio))
        page += chapter.pages
        folio += chapter.pages if chapter.folios else 0
        matter = chapter.matter
    return places


def _folios(chapters: Sequence[ChapterPages], places: Sequence[_Place], write_folio: WriteFolio) -> dict[str, str]:
    """Return the folio of every anchor of the book; the first of a name counts."""
    folios: dict[str, str] = {}
    for chapter, place in zip(chapters, places, strict=True):
        for landing in chapter.landings:
            folios.setdefault(landing.anchor, write_folio(place.first_folio + landing.page, chapter.matter))
    return folios


def _dangling(
    sections: Sequence[ChapterHtml], shown: Sequence[Sequence[str]], folios: Mapping[str, str]
) -> list[Diagnostic]:
    return [
        Diagnostic(
            "P010", Severity.ERROR, f"{part.name} shows the page of “{target}”, which stands nowhere in the book"
        )
        for part, targets in zip(sections, shown, strict=True)
        for target in targets
        if target not in folios
    ]


def _finish(
    chapters: Sequence[ChapterPages], places: Sequence[_Place], write_folio: WriteFolio, found: Sequence[Diagnostic]
) -> Outcome[Pagination]:
    """Write the folio of every page; a blank belongs to the section before it."""
    folios: list[str] = []
    following, matter = 1, Matter.FRONT
    for chapter, place in zip(chapters, places, strict=True):
        while len(folios) < place.first_page:
            folios.append(write_folio(following, matter))
            following += 1
        numbers = range(place.first_folio, place.first_folio + chapter.pages)
        folios += [write_folio(number, chapter.matter) if chapter.folios else "" for number in numbers]
        following, matter = place.first_folio + (chapter.pages if chapter.folios else 0), chapter.matter
    if len(folios) % 2:
        folios.append(write_folio(following, matter))
    placed = [PlacedChapter(chapter, place.first_page) for chapter, place in zip(chapters, places, strict=True)]
    diagnostics = [*found, *(finding for chapter in chapters for finding in chapter.diagnostics)]
    return Outcome(Pagination(tuple(placed), tuple(folios)), tuple(dict.fromkeys(diagnostics)))
