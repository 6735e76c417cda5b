"""Paper logic: a sheet folded in half until one page is left, and where its pages then lie on the flat sheet.

The sheet is folded in thought, crease by crease, as a folding machine or a hand does it: right-angle folds, the last of
which is the spine. What lies where follows from that and stands in no table.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """A cell of the flat sheet, which becomes a leaf: two pages, back to back."""

    column: int
    """Counted from the left, of the sheet seen from above."""
    row: int
    """Counted from the top."""
    across: bool = False
    """Whether it was folded over a vertical crease an odd number of times."""
    over: bool = False
    """The same of horizontal creases: its pages then stand head down on the flat sheet."""

    @property
    def face_down(self) -> bool:
        """Whether the side of the flat sheet that lay on top lies below in the folded one."""
        return self.across != self.over


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands on one side of a sheet, that side seen from above."""

    column: int
    row: int
    turned: bool
    """Whether it stands head down."""
    depth: int
    """How many leaves lie around its leaf in the folded sheet."""


@dataclass(frozen=True, slots=True)
class FoldedSheet:
    """A sheet's two sides; pages are counted from 0, as the folded sheet is read."""

    columns: int
    rows: int
    outside: tuple[tuple[int, Place], ...]
    """The side that carries the first page."""
    inside: tuple[tuple[int, Place], ...]

    @property
    def pages(self) -> int:
        """Pages of both sides."""
        return 2 * self.columns * self.rows


def grid(side: int) -> tuple[int, int]:
    """Return columns and rows of a side of so many pages: 2, 4, 8 or 16.

    Raises:
        ValueError: it cannot be folded so.
    """
    folds = side.bit_length() - 1
    if side not in {2, 4, 8, 16}:
        message = f"a side of {side} pages cannot be folded in halves; 2, 4, 8 and 16 can"
        raise ValueError(message)
    return 2 ** ((folds + 1) // 2), 2 ** (folds // 2)


@functools.cache
def folded(side: int, *, right_bound: bool) -> FoldedSheet:
    """Fold a sheet of so many pages a side.

    Args:
        side: pages on either side.
        right_bound: whether the spine of its first page is on the right, as in a right-to-left book.
    """
    columns, rows = grid(side)
    leaves = _fold_up(columns, rows, right_bound=right_bound)
    sides: dict[bool, list[tuple[int, Place]]] = {False: [], True: []}
    for index, leaf in enumerate(leaves):
        depth = min(index, len(leaves) - 1 - index)
        for page, below in ((2 * index, leaf.face_down), (2 * index + 1, not leaf.face_down)):
            column = columns - 1 - leaf.column if below else leaf.column
            sides[below].append((page, Place(column, leaf.row, leaf.over, depth)))
    first = next(below for below, pages in sides.items() if any(page == 0 for page, _ in pages))
    return FoldedSheet(columns, rows, tuple(sides[first]), tuple(sides[not first]))


def _fold_up(columns: int, rows: int, *, right_bound: bool) -> list[Leaf]:
    """Fold in turn over vertical and horizontal creases; return the pile from top to bottom.

    The last crease is the spine. A vertical one before it comes to lie at the fore-edge, so that the first page is at
    a corner of the sheet, where printers look for it.
    """
    piles = [[[Leaf(column, row)] for column in range(columns)] for row in range(rows)]
    while len(piles) > 1 or len(piles[0]) > 1:
        if len(piles) == len(piles[0]):
            piles = _fold_down(piles)
        else:
            spine = len(piles) == 1
            piles = _fold_across(piles, crease_on_right=right_bound == spine)
    return piles[0][0]


def _fold_across(piles: list[list[list[Leaf]]], *, crease_on_right: bool) -> list[list[list[Leaf]]]:
    """Fold one half over the other, left or right."""
    half = len(piles[0]) // 2
    folded_piles = []
    for row in piles:
        stays, moves = (row[:half], row[half:]) if crease_on_right else (row[half:], row[:half])
        folded_piles.append([_turn(pile) + below for pile, below in zip(reversed(moves), stays, strict=True)])
    return folded_piles


def _fold_down(piles: list[list[list[Leaf]]]) -> list[list[list[Leaf]]]:
    """Fold the upper half over the lower; the crease comes to lie at the head."""
    half = len(piles) // 2
    return [
        [_turn(pile, over=True) + below for pile, below in zip(moves, stays, strict=True)]
        for moves, stays in zip(reversed(piles[:half]), piles[half:], strict=True)
    ]


def _turn(pile: list[Leaf], *, over: bool = False) -> list[Leaf]:
    """Turn a pile upside down over a crease."""
    return [Leaf(leaf.column, leaf.row, leaf.across != (not over), leaf.over != over) for leaf in reversed(pile)]
