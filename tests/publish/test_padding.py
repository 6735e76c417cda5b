"""Blanks at the end of a book, as its printer folds it."""

from __future__ import annotations

import pytest

from translate_pub.model.book import Matter, Role
from translate_pub.model.edition import Opening
from translate_pub.model.pages import ChapterPages, Pagination, PlacedChapter
from translate_pub.publish import padding


def pagination(printed: int, pages: int) -> Pagination:
    """Make the pages of a book whose one section is followed by blanks."""
    chapter = ChapterPages("one", Role.CHAPTER, Matter.BODY, Opening.RECTO, b"", printed, (), ())
    return Pagination((PlacedChapter(chapter, 0),), tuple(str(page + 1) for page in range(pages)))


@pytest.mark.parametrize(
    ("printed", "pages", "multiple", "last_blank", "expected"),
    [
        (11, 12, 1, False, 12),
        (12, 12, 2, False, 12),
        (12, 12, 4, False, 12),
        (13, 14, 4, False, 16),
        (12, 12, 16, False, 16),
        (12, 12, 3, False, 12),
        (13, 14, 3, False, 18),
        (12, 12, 2, True, 14),
        (11, 12, 2, True, 12),
        (16, 16, 16, True, 32),
        (15, 16, 16, True, 16),
        (13, 14, 4, True, 16),
    ],
)
def test_pages_are_a_multiple(printed: int, pages: int, multiple: int, last_blank: bool, expected: int) -> None:
    """There are no more blanks than the multiple and a blank last page take, and they have no folios."""
    before = pagination(printed, pages)
    after = padding.pad(before, multiple, last_page_blank=last_blank)
    assert len(after.folios) == expected
    assert after.folios[:pages] == before.folios
    assert set(after.folios[pages:]) <= {""}
    assert padding.pad(after, multiple, last_page_blank=last_blank) == after
