"""The pages of a book in several volumes, which were numbered together, as one book each."""

from __future__ import annotations

from itertools import groupby, pairwise

from translate_pub.model.pages import Pagination, PlacedChapter


def split(pagination: Pagination) -> tuple[tuple[int, Pagination], ...]:
    """Return (volume, its pages); pages count from 0 in each, and anchors of the others are known to it."""
    volumes = [
        (volume, list(placed)) for volume, placed in groupby(pagination.chapters, lambda one: one.chapter.volume)
    ]
    anchors = {
        landing.anchor: volume
        for volume, chapters in reversed(volumes)
        for placed in chapters
        for landing in placed.chapter.landings
    }
    starts = [chapters[0].first_page for _, chapters in volumes]
    return tuple(
        (volume, _rebased(pagination, chapters, begin, end, anchors))
        for (volume, chapters), (begin, end) in zip(volumes, pairwise([*starts, len(pagination.folios)]), strict=True)
    )


def _rebased(
    pagination: Pagination, chapters: list[PlacedChapter], begin: int, end: int, anchors: dict[str, int]
) -> Pagination:
    """Take one volume out of a pagination."""
    own = {landing.anchor for placed in chapters for landing in placed.chapter.landings}
    return Pagination(
        tuple(PlacedChapter(placed.chapter, placed.first_page - begin) for placed in chapters),
        pagination.folios[begin:end],
        {anchor: volume for anchor, volume in anchors.items() if anchor not in own},
    )
