"""Plates bound in between two signatures: leaves that count nothing, wherever in a section the signature ends."""

from __future__ import annotations

import io
from dataclasses import replace

from translate_pub.model.pages import ChapterPages, Pagination, PlacedChapter


def bind(pagination: Pagination, plates: ChapterPages, page: int) -> Pagination:
    """Put the leaves of plates before a page of the book, which is even: the first of a signature.

    The section that runs over that page is cut in two; what follows moves by whole leaves, so that no side changes.
    """
    leaves = plates.pages + plates.pages % 2
    before: list[PlacedChapter] = []
    behind: list[PlacedChapter] = []
    for placed in pagination.chapters:
        cut = page - placed.first_page
        if placed.chapter.volume > plates.volume or (placed.chapter.volume == plates.volume and cut <= 0):
            behind.append(PlacedChapter(placed.chapter, placed.first_page + leaves))
        elif cut >= placed.chapter.pages:
            before.append(placed)
        else:
            first, second = cut_in_two(placed.chapter, cut)
            before.append(PlacedChapter(first, placed.first_page))
            behind.append(PlacedChapter(second, page + leaves))
    folios = (*pagination.folios[:page], *[""] * leaves, *pagination.folios[page:])
    return replace(pagination, chapters=(*before, PlacedChapter(plates, page), *behind), folios=folios)


def cut_in_two(chapter: ChapterPages, page: int) -> tuple[ChapterPages, ChapterPages]:
    """Cut a laid-out section before one of its pages; its notes stay with the first half."""
    first = replace(
        chapter,
        pdf=_pages(chapter.pdf, 0, page),
        pages=page,
        landings=tuple(one for one in chapter.landings if one.page < page),
        outline=tuple(one for one in chapter.outline if one.page < page),
    )
    second = replace(
        chapter,
        pdf=_pages(chapter.pdf, page, chapter.pages),
        pages=chapter.pages - page,
        landings=tuple(replace(one, page=one.page - page) for one in chapter.landings if one.page >= page),
        outline=tuple(replace(one, page=one.page - page) for one in chapter.outline if one.page >= page),
        notes=(),
        diagnostics=(),
    )
    return first, second


def _pages(data: bytes, begin: int, end: int) -> bytes:
    """Take some pages out of a PDF."""
    import pikepdf  # noqa: PLC0415  # only books with plates between signatures need it here

    if not data:
        return data
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.pages[end:]
        del pdf.pages[:begin]
        pdf.remove_unreferenced_resources()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()
