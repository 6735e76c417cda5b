"""Patterns and gradients, whose place counts from the corner of the page and not from what is drawn around them."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Object

_DIGITS = 4


def move_all(pages: Iterable[pikepdf.Page], x: float, y: float) -> None:
    """Move the patterns that pages paint with, each once, along with the pages' content (ISO 32000-1, 8.7.2)."""
    met: set[tuple[int, int]] = set()
    for page in pages:
        for pattern in page.obj.get("/Resources", Dictionary()).get("/Pattern", Dictionary()).values():
            if pattern.objgen not in met:
                met.add(pattern.objgen)
                move(pattern, x, y)


def move(pattern: Object, x: float, y: float) -> None:
    """Move one pattern, by pt."""
    a, b, c, d, e, f = (float(value) for value in pattern.get("/Matrix", Array([1, 0, 0, 1, 0, 0])).as_list())
    pattern.Matrix = Array([a, b, c, d, round(e + x, _DIGITS), round(f + y, _DIGITS)])
