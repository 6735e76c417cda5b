"""Where things lie on a sheet. Lengths are in mm, the origin at the lower left corner of the sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate_pub.publish.imposition.folding import Place
from translate_pub.publish.imposition.plan import Plan

SHEETS: dict[str, tuple[float, float]] = {
    "A4": (210, 297),
    "A3": (297, 420),
    "A2": (420, 594),
    "A1": (594, 841),
    "SRA4": (225, 320),
    "SRA3": (320, 450),
    "SRA2": (450, 640),
    "SRA1": (640, 900),
    "B3": (353, 500),
    "B2": (500, 707),
    "B1": (707, 1000),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
"""Sheets by name, width before height: ISO 216 (A, B), ISO 217 (SRA), ANSI/ASME Y14.1 and custom for the American."""
_MEASURE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|in)", re.IGNORECASE)
_MM_PER_INCH = 25.4
_SMALLEST, _LARGEST = 20.0, 5000.0
"""Sides of a sheet; a PDF's page may have up to 5080 mm (ISO 32000-1, annex C)."""
_SLACK = 0.05
"""What a rounded measure may be over, in mm."""


def measure(written: str) -> tuple[float, float] | None:
    """Read a sheet's name or measure (`A3`, `700x1000mm`, `12x18in`); None where it is neither, or no sheet is so."""
    for name, size in SHEETS.items():
        if name.casefold() == written.strip().casefold():
            return size
    found = _MEASURE.fullmatch(written.strip())
    if found is None:
        return None
    unit = _MM_PER_INCH if found[3].casefold() == "in" else 1
    width, height = float(found[1]) * unit, float(found[2]) * unit
    return (width, height) if _SMALLEST <= min(width, height) <= max(width, height) <= _LARGEST else None


@dataclass(frozen=True, slots=True)
class Cell:
    """The trimmed size of a page and what is cut off beyond it (head, foot and fore-edge, never at the spine)."""

    width: float
    height: float
    cut: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A plan's pages on a sheet of a size."""

    plan: Plan
    cell: Cell
    sheet: tuple[float, float]
    scale: float = 1.0
    """Of the pages; what is around them is not made smaller."""

    @property
    def span(self) -> tuple[float, float]:
        """Width and height of all pages together, with what is cut off."""
        return block(self.plan, self.cell, self.scale)

    @property
    def corner(self) -> tuple[float, float]:
        """The lower left corner of the pages, which stand in the middle of the sheet."""
        return (self.sheet[0] - self.span[0]) / 2, (self.sheet[1] - self.span[1]) / 2

    def trim(self, place: Place, creep: float = 0.0) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a trimmed page, moved towards its spine by the creep of its depth."""
        width, height = self.cell.width * self.scale, self.cell.height * self.scale
        across, up = self.cell.cut, 2 * self.cell.cut + height
        left = self.corner[0] + place.column * (width + across) + self._cut_before(place.column)
        bottom = self.corner[1] + (self.plan.rows - 1 - place.row) * up + self.cell.cut
        left += creep * place.depth * (1 if self.spine_on_right(place) else -1) if self.plan.folds else 0
        return left, bottom, left + width, bottom + height

    def _cut_before(self, column: int) -> float:
        """Return what the fore-edges to the left of a column leave over or lack of one cut a column."""
        if not self.plan.folds:
            return self.cell.cut / 2
        return self.cell.cut if column % 2 == 0 else 0

    def spine_on_right(self, place: Place) -> bool:
        """Whether a page meets its spine on the right: columns are bound in pairs."""
        return place.column % 2 == 0

    def room(self, place: Place) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of what a page may print on: its trim and what is cut off."""
        left, bottom, right, top = self.trim(place)
        cut = self.cell.cut
        if not self.plan.folds:
            return left, bottom, right, top
        at_spine = (0, cut) if self.spine_on_right(place) else (cut, 0)
        return left - (cut - at_spine[0]), bottom - cut, right + (cut - at_spine[1]), top + cut

    @property
    def creases(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return where the sheet is folded: vertical creases from the left, horizontal ones from the foot."""
        if not self.plan.folds:
            return (), ()
        across = self.span[0] / self.plan.columns
        up = self.span[1] / self.plan.rows
        return (
            tuple(self.corner[0] + across * number for number in range(1, self.plan.columns)),
            tuple(self.corner[1] + up * number for number in range(1, self.plan.rows)),
        )

    @property
    def cuts(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return where the book is cut: vertical lines from the left (fore-edges), horizontal ones from the foot."""
        columns = [self.trim(Place(column, 0, turned=False, depth=0)) for column in range(self.plan.columns)]
        rows = [self.trim(Place(0, row, turned=False, depth=0)) for row in range(self.plan.rows)]
        if not self.plan.folds:
            edges = [edge for left, _, right, _ in columns for edge in (left, right)]
        else:
            edges = [box[0] if number % 2 == 0 else box[2] for number, box in enumerate(columns)]
        return tuple(sorted(set(edges))), tuple(sorted({edge for _, low, _, high in rows for edge in (low, high)}))


def block(plan: Plan, cell: Cell, scale: float = 1.0) -> tuple[float, float]:
    """Return width and height of all pages of a side together, with what is cut off."""
    width = plan.columns * (cell.width * scale + cell.cut)
    height = plan.rows * (cell.height * scale + 2 * cell.cut)
    return width, height


def fit(plan: Plan, cell: Cell, sheet: tuple[float, float], *, shrink: bool = False) -> Layout | None:
    """Lay a plan's pages on a sheet, upright or lying; None where they are too large for it.

    Args:
        plan: how many pages stand side by side.
        cell: one of them.
        sheet: width and height.
        shrink: whether pages are made as small or, in proofs, as large as the sheet wants.
    """
    ways = [sheet, (sheet[1], sheet[0])]
    wanted = block(plan, cell)
    lying = wanted[0] > wanted[1]
    ways.sort(key=lambda way: (way[0] > way[1]) != lying)
    for way in ways:
        if wanted[0] <= way[0] + _SLACK and wanted[1] <= way[1] + _SLACK:
            return Layout(plan, cell, way)
    if not shrink:
        return None
    found = max((Layout(plan, cell, way, _scale(plan, cell, way)) for way in ways), key=lambda one: one.scale)
    return found if found.scale > 0 else None  # what is cut off may be all of the sheet


def _scale(plan: Plan, cell: Cell, sheet: tuple[float, float]) -> float:
    """Return the scale at which the pages just fit."""
    width = (sheet[0] - plan.columns * cell.cut) / (plan.columns * cell.width)
    height = (sheet[1] - plan.rows * 2 * cell.cut) / (plan.rows * cell.height)
    return min(width, height)


def fitting(plan: Plan, cell: Cell) -> tuple[str, ...]:
    """Return the names of the sheets that a plan's pages fit on, the smallest first."""
    by_area = sorted(SHEETS, key=lambda name: SHEETS[name][0] * SHEETS[name][1])
    return tuple(name for name in by_area if fit(plan, cell, SHEETS[name]) is not None)
