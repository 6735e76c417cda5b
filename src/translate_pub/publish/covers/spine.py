"""How thick a book is, and so how wide its spine."""

from __future__ import annotations

from translate_pub.model.printing import Binding, CaseMeasures, Paper, Spine

MM_PER_INCH = 25.4
PAGES_PER_LEAF = 2
_UM_PER_MM = 1000
IN_BOARDS = frozenset({Binding.CASE, Binding.JACKET})
"""Bindings whose spine goes round two boards as well as the pages."""


def thickness(pages: int, paper: Paper) -> float | None:
    """Return how thick so many pages are, in mm, or None where nothing tells the paper's thickness.

    A leaf is as thick as its caliper; in Europe that is often told as its weight times its volume (um over g/m2), in
    America as the pages that make an inch.
    """
    if paper.caliper_um:
        return pages / PAGES_PER_LEAF * paper.caliper_um / _UM_PER_MM
    if paper.pages_per_inch:
        return pages / paper.pages_per_inch * MM_PER_INCH
    if paper.grams_per_m2:
        return pages / PAGES_PER_LEAF * paper.grams_per_m2 * paper.volume / _UM_PER_MM
    return None


def width(block: float, binding: Binding, spine: Spine, case: CaseMeasures) -> float:
    """Return the width of the spine of a block of pages, in mm; a stapled book has none."""
    if binding is Binding.STAPLED:
        return 0.0
    boards = 2 * case.board_thickness_mm if binding in IN_BOARDS else 0.0
    return round(max(block + spine.extra_mm + boards, spine.least_mm), 2)
