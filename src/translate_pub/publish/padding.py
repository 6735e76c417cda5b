"""Blanks at the end of a book: whole leaves, as many pages as its printer folds, the last one blank where asked."""

from __future__ import annotations

import math
from dataclasses import replace

from translate_pub.model.pages import Pagination

_LEAF = 2


def pad(pagination: Pagination, multiple: int = 1, *, last_page_blank: bool = False) -> Pagination:
    """Add blanks, which have no folio, at the end of a book or volume.

    Args:
        pagination: pages counted from 0.
        multiple: the number of pages is to be a multiple of it, and of a leaf's two.
        last_page_blank: whether the last page is to have nothing on it.
    """
    multiple = math.lcm(multiple, _LEAF)
    printed = max((placed.first_page + placed.chapter.pages for placed in pagination.chapters), default=0)
    wanted = max(len(pagination.folios), printed + last_page_blank)
    blanks = math.ceil(wanted / multiple) * multiple - len(pagination.folios)
    return replace(pagination, folios=(*pagination.folios, *("",) * blanks)) if blanks else pagination
