"""Which page of a book stands where on which sheet: signatures of nested sheets, and pages side by side for proofs."""

from __future__ import annotations

import math
from dataclasses import dataclass

from translate_pub.publish.imposition.folding import FoldedSheet, Place, folded


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet, seen from above."""

    pages: tuple[tuple[int | None, Place], ...]
    """Page of the file, counted from 0, or None for a blank, and its place."""
    signature: int | None = None
    """Counted from 0, on the side that lies outermost in its signature."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole book on sheets."""

    columns: int
    rows: int
    sides: tuple[Side, ...]
    """Front and back of each sheet in turn; of fronts alone where nothing is printed behind."""
    signatures: int
    blanks: int
    """Pages added at the end."""
    folds: bool = True
    """Whether the sheets are folded: pages of a pair then meet at a spine."""


def signatures(pages: int, size: int | None, side: int, *, right_bound: bool) -> Plan:
    """Plan signatures; the last has as many sheets as it needs.

    Args:
        pages: of the file.
        size: pages of a signature, a multiple of a sheet's; None for all in one (a booklet).
        side: pages on a side of a sheet: 2, 4, 8 or 16.
        right_bound: whether the spine of the first page is on the right.
    """
    sheet = folded(side, right_bound=right_bound)
    whole = math.ceil(pages / sheet.pages) * sheet.pages
    size = min(size or whole, whole)
    sides: list[Side] = []
    for number, first in enumerate(range(0, whole, size)):
        sides += _signature(sheet, first, min(size, whole - first), pages, number)
    return Plan(sheet.columns, sheet.rows, tuple(sides), math.ceil(whole / size), whole - pages)


def _signature(sheet: FoldedSheet, first: int, size: int, pages: int, number: int) -> list[Side]:
    """Nest the sheets of one signature, the outermost first."""
    half = sheet.pages // 2
    leaves = half // 2
    sides = []
    for nested in range(size // sheet.pages):
        for places in (sheet.outside, sheet.inside):
            placed = []
            for page, place in places:
                counted = nested * half + page if page < half else size - (nested + 2) * half + page
                in_file = first + counted
                depth = place.depth + nested * leaves
                moved = Place(place.column, place.row, place.turned, depth)
                placed.append((in_file if in_file < pages else None, moved))
            outermost = nested == 0 and places is sheet.outside
            sides.append(Side(tuple(placed), number if outermost else None))
    return sides


def proofs(pages: int, columns: int, rows: int, *, right_to_left: bool) -> Plan:
    """Plan pages side by side in reading order, on one side of the paper."""
    each = columns * rows
    sides = []
    for first in range(0, pages, each):
        placed: list[tuple[int | None, Place]] = []
        for page in range(first, min(first + each, pages)):
            row, column = divmod(page - first, columns)
            placed.append((page, Place(columns - 1 - column if right_to_left else column, row, turned=False, depth=0)))
        sides.append(Side(tuple(placed)))
    return Plan(columns, rows, tuple(sides), signatures=0, blanks=0, folds=False)
