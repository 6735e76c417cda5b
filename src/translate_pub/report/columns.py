"""A plain table: two lines of headings, a rule, rows. It needs no rich, which takes longer to import than all else."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.report.console import Surface

_GAP = " "
_CODES = {"bold": "1", "green": "32", "yellow": "33"}
"""Styles and their numbers (ECMA-48, Select Graphic Rendition)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, the beginning of which may be styled."""

    text: str
    style: str = ""
    styled: int = 0
    """How many of its characters are; all of them where 0."""


def draw(headings: Sequence[tuple[str, str]], rows: Sequence[Sequence[Cell]], surface: Surface, left: int = 1) -> str:
    """Draw a table whose first columns are flush left and whose others are flush right.

    Args:
        headings: two lines for each column; the first is left out where it is empty in all.
        rows: a cell for each column.
        surface: what it is drawn on; a table that is wider than that is not broken.
        left: how many columns are flush left.
    """
    heads = [[Cell(heading[line]) for heading in headings] for line in (0, 1) if any(both[line] for both in headings)]
    widths = [max(width(line[place].text) for line in (*heads, *rows)) for place in range(len(headings))]
    rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    drawn = [_line(line, widths, surface, left) for line in (*heads, *rows)]
    return "\n".join((*drawn[: len(heads)], rule, *drawn[len(heads) :]))


def width(text: str) -> int:
    """Count the columns of a terminal that a text takes (Unicode Standard Annex 11; marks and controls take none)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in {"Mn", "Me", "Cf"} else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _line(cells: Sequence[Cell], widths: Sequence[int], surface: Surface, left: int) -> str:
    """Draw a line, without white space at its end."""
    drawn = []
    for place, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
        text, blank = _dress(cell, surface), " " * (wide - width(cell.text))
        drawn.append(text + blank if place < left else blank + text)
    return _GAP.join(drawn).rstrip()


def _dress(cell: Cell, surface: Surface) -> str:
    """Give a cell its style where colours are shown."""
    if not surface.colour or not cell.style:
        return cell.text
    end = cell.styled or len(cell.text)
    return f"\x1b[{_CODES[cell.style]}m{cell.text[:end]}\x1b[0m{cell.text[end:]}"
