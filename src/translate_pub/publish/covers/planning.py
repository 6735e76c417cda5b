"""The plan of a cover: its panels, folds and margins on the sheet, from the pages, the paper and the binding."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from translate_pub.model.book import Trim
from translate_pub.model.cover import CoverPlan, Panel, Rectangle
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.printing import BarcodeZone, Binding, Paper, PrinterProfile
from translate_pub.publish.covers import barcode
from translate_pub.publish.covers import spine as spines

DEFAULT_CLEAR_MM = 1.0
"""Left free beside the text of a spine where the printer says nothing; the fold may be half a millimetre off."""


@dataclass(frozen=True, slots=True)
class Block:
    """The book as the binder has it."""

    trim: Trim
    direction: str
    pages: int
    binding: Binding
    paper: Paper
    least_text: float = 3.3
    """The width that the smallest readable line on the spine takes, in mm; more in a script that is tall."""


def plan(block: Block, profile: PrinterProfile, place: Span | None = None) -> Outcome[CoverPlan]:
    """Measure the cover of a book.

    Args:
        block: the pages and how they are bound.
        profile: the printer's demands.
        place: where the choice of paper and binding is written, for what is found.

    Returns:
        No value where the paper's thickness is not known.
    """
    thickness = spines.thickness(block.pages, block.paper)
    if thickness is None and block.binding is not Binding.STAPLED:
        message = f"{profile.name}: the paper “{block.paper.name}” has no thickness, so the spine cannot be measured"
        hint = "give its caliper_um, its pages_per_inch, or its grams_per_m2 and volume in the printer's profile"
        return Outcome(None, (Diagnostic("P040", Severity.ERROR, message, place, (hint,)),))
    width = spines.width(thickness or 0.0, block.binding, profile.spine, profile.case)
    found = _check_spine(block, width, profile, place)
    return Outcome(_lay(block, width, profile, text=not found), found)


def _check_spine(block: Block, width: float, profile: PrinterProfile, place: Span | None) -> tuple[Diagnostic, ...]:
    """Say so where a spine has no room for text."""
    clear = profile.spine.clear_mm or DEFAULT_CLEAR_MM
    wanted = block.least_text + 2 * clear
    if block.binding is Binding.STAPLED:
        return ()
    if block.pages < profile.spine.text_from_pages:
        why = f"{profile.name} prints text on spines from {profile.spine.text_from_pages} pages on"
    elif width < wanted:
        why = f"text needs {wanted:.1f} mm, with {clear:g} mm clear on either side"
    else:
        return ()
    message = f"the spine is left without text: {block.pages} pages make it {width:.1f} mm wide, and {why}"
    return (Diagnostic("P041", Severity.WARNING, message, place, ("a thicker paper makes a wider spine",)),)


def _lay(block: Block, spine: float, profile: PrinterProfile, *, text: bool) -> CoverPlan:
    """Lay the panels side by side, the front on the right of a book read from left to right."""
    widths = _widths(block, spine, profile)
    height = block.trim.height_mm + (2 * profile.case.board_mm if block.binding in spines.IN_BOARDS else 0.0)
    if block.direction == "rtl":
        widths.reverse()
    edges = list(itertools.accumulate((width for _, width in widths), initial=0.0))
    panels = {panel: Rectangle(x, 0.0, width, height) for (panel, width), x in zip(widths, edges, strict=False)}
    folds = [*edges[1:-1], *_joints(panels, profile, block.binding)]
    return CoverPlan(
        binding=block.binding,
        direction=block.direction,
        width=edges[-1],
        height=height,
        bleed=profile.case.turn_in_mm if block.binding is Binding.CASE else profile.cover_bleed_mm,
        panels=panels,
        folds=tuple(sorted(set(folds))),
        spine=spine,
        margin=profile.cover_margin_mm,
        spine_clear=profile.spine.clear_mm or DEFAULT_CLEAR_MM,
        spine_text=text and spine > 0,
        barcode=_barcode_place(panels[Panel.BACK], block, profile),
        pages=block.pages,
        paper=block.paper.name,
    )


def _widths(block: Block, spine: float, profile: PrinterProfile) -> list[tuple[Panel, float]]:
    """Give the panels and their widths, from left to right as the sheet of a left-to-right book lies, outside up.

    In boards a side is wider than the page by the square at the fore-edge, and by what the joint takes up as it dips
    over the board's edge, which is about its thickness (binders' rule of thumb; no standard has it).
    """
    case = profile.case
    side = block.trim.width_mm
    if block.binding in spines.IN_BOARDS:
        side += case.board_mm + case.board_thickness_mm
    middle = [(Panel.BACK, side), (Panel.SPINE, spine), (Panel.FRONT, side)]
    if not spine:
        del middle[1]
    if block.binding in {Binding.FLAPS, Binding.JACKET}:
        return [(Panel.BACK_FLAP, case.flap_mm), *middle, (Panel.FRONT_FLAP, case.flap_mm)]
    return middle


def _joints(panels: dict[Panel, Rectangle], profile: PrinterProfile, binding: Binding) -> list[float]:
    """Give where the joints of a case end and its boards begin."""
    if binding is not Binding.CASE:
        return []
    spine = panels[Panel.SPINE]
    return [spine.x - profile.case.joint_mm, spine.right + profile.case.joint_mm]


def _barcode_place(back: Rectangle, block: Block, profile: PrinterProfile) -> Rectangle:
    """Give where the barcode may stand: at the foot of the back near the spine, mirrored where the book is."""
    margin = profile.cover_margin_mm
    near = margin + (profile.case.joint_mm if block.binding is Binding.CASE else 0.0)
    zone = profile.barcode or BarcodeZone(barcode.WIDTH_MM + barcode.ADD_ON_MM, barcode.HEIGHT_MM, margin, near)
    from_spine = max(zone.from_spine_mm, near)
    width, height = min(zone.width_mm, back.width - from_spine - margin), zone.height_mm
    x = back.x + from_spine if block.direction == "rtl" else back.right - from_spine - width
    return Rectangle(x, back.bottom - max(zone.from_foot_mm, margin) - height, width, height)
