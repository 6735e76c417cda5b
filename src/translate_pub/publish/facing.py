"""Chapters in two languages cut into openings: as many blocks as fit on a page in both.

Every opening is found by trying: some blocks of both languages are laid out, and those that begin on the first page of
both, and end there, are the opening. All chapters are tried at the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from translate_pub.edition.bilingual import Facing, Strand
from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import ChapterPages, Pagination
from translate_pub.publish.chapter import Format, LayoutJob

FIRST_GUESS = 6
"""Blocks that are tried for the first opening of a chapter."""
_MORE = 2
"""Blocks that are tried beyond those of the last opening."""

FormOf = Callable[[ChapterHtml], Format]
LayOutAll = Callable[[Sequence[LayoutJob]], Sequence[ChapterPages]]
Trial = Generator[list[ChapterHtml], list[ChapterPages], list[tuple[int, int]]]
"""Asks for sections to be laid out, is given their pages, and ends with the blocks of every opening."""


def cut(parts: Sequence[ChapterHtml | Facing], form_of: FormOf, lay_out_all: LayOutAll) -> tuple[ChapterHtml, ...]:
    """Cut every chapter into openings, the source before the translation.

    Args:
        parts: single sections, which stay as they are, and chapters in both languages.
        form_of: gives the format of a section in its language.
        lay_out_all: lays sections out.

    Returns:
        The sections in order.
    """
    trials = {place: _openings(part) for place, part in enumerate(parts) if isinstance(part, Facing)}
    found = _run(trials, form_of, lay_out_all)
    sections: list[ChapterHtml] = []
    for place, part in enumerate(parts):
        if not isinstance(part, Facing):
            sections.append(part)
            continue
        for first, last in found[place]:
            sections += (part.original.piece(first, last), part.translation.piece(first, last))
    return tuple(sections)


def _run(trials: dict[int, Trial], form_of: FormOf, lay_out_all: LayOutAll) -> dict[int, list[tuple[int, int]]]:
    """Drive the trials of all chapters side by side until each has ended."""
    ended: dict[int, list[tuple[int, int]]] = {}
    asked = {place: next(trial) for place, trial in trials.items()}
    while asked:
        jobs = {place: [_job(section, form_of) for section in wanted] for place, wanted in asked.items()}
        flat = [job for own in jobs.values() for job in own]
        pages = dict(zip(flat, lay_out_all(flat), strict=True))
        following: dict[int, list[ChapterHtml]] = {}
        for place, own in jobs.items():
            try:
                following[place] = trials[place].send([pages[job] for job in own])
            except StopIteration as end:
                ended[place] = end.value
        asked = following
    return ended


def _job(section: ChapterHtml, form_of: FormOf) -> LayoutJob:
    """Lay a section out on the side that it will stand on."""
    side = Opening.VERSO if section.opens is Opening.VERSO else Opening.RECTO
    return LayoutJob(section, form_of(section), side)


def _openings(facing: Facing) -> Trial:
    """Find the blocks of every opening of a chapter."""
    openings: list[tuple[int, int]] = []
    first, guess = 0, FIRST_GUESS
    while first < facing.translation.count:
        last = yield from _opening(facing, first, guess)
        openings.append((first, last))
        first, guess = last, last - first + _MORE
    return openings


def _opening(facing: Facing, first: int, guess: int) -> Generator[list[ChapterHtml], list[ChapterPages], int]:
    """Find where the opening that begins with a block ends."""
    strands = (facing.original, facing.translation)
    count = facing.translation.count
    while True:
        last = min(first + guess, count)
        pages = yield [strand.piece(first, last) for strand in strands]
        if any(one.pages > 1 for one in pages) or last == count:
            break
        guess *= 2
    if all(one.pages == 1 for one in pages):
        return last
    last = min(_reached(strand, one, first, last) for strand, one in zip(strands, pages, strict=True))
    while True:
        while last > first + 1 and last < count and facing.translation.heads(last - 1):
            last -= 1
        pages = yield [strand.piece(first, last) for strand in strands]
        if last == first + 1 or all(one.pages == 1 for one in pages):
            return last
        last -= 1


def _reached(strand: Strand, pages: ChapterPages, first: int, last: int) -> int:
    """Return the first block that begins behind the first page."""
    where = {landing.anchor: landing.page for landing in pages.landings}
    behind = (block for block in range(first + 1, last) if where.get(strand.anchor(block), 0) > 0)
    return next(behind, last)


def check(pagination: Pagination, sections: Sequence[ChapterHtml]) -> tuple[Diagnostic, ...]:
    """Find the pieces that take more than their page: there the two languages do not face each other."""
    pieces = {part.name for part in sections if " bilingual " in part.html[: part.html.find("<section")]}
    long = [placed.chapter.name for placed in pagination.chapters if placed.chapter.pages > 1]
    return tuple(
        Diagnostic(
            "E071",
            Severity.WARNING,
            f"{name}: a block is longer than a page, and the languages do not face each other there",
            hints=("divide the paragraph, table or list in the source",),
        )
        for name in dict.fromkeys(name for name in long if name in pieces)
    )
