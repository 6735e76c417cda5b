"""The boxes of a finished page: zero origin, the bleed that the printer wants at each edge, room for marks.

ISO 15930-7, 6.1.1: the trim lies inside the bleed, the bleed inside the media. A page of a bound book has its spine on
one side, so that edges differ from recto to verso.
"""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array, Name, Object, Page, Pdf

from translate_pub.model.printing import Edges, PrinterProfile
from translate_pub.publish.finishing import marks, moving

POINTS_PER_MM = 72 / 25.4
_NEARLY_PT = 0.05
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The boxes of one page, in pt, and how far its content moves."""

    media: Box
    bleed: Box
    trim: Box
    shift: tuple[float, float]
    missing_mm: float = 0.0
    """How much of the bleed was not laid out, at the edge where it is most."""


def lay(page: Page, edges_mm: Edges, *, spine_left: bool, slug_pt: float = 0.0) -> Sheet:
    """Place a page's trim in a media box that has the bleed asked for.

    Args:
        page: has a TrimBox in its MediaBox.
        edges_mm: the bleed of each edge, in mm.
        spine_left: whether the inner edge is the left one.
        slug_pt: room for marks around the trim; none where 0.
    """
    media = page.mediabox  # which a page may have from the tree above it
    old_media, old_trim = _box(media), _box(page.obj.get("/TrimBox", media))
    inner, outer = edges_mm.inner * POINTS_PER_MM, edges_mm.outer * POINTS_PER_MM
    left, right = (inner, outer) if spine_left else (outer, inner)
    top, bottom = edges_mm.top * POINTS_PER_MM, edges_mm.bottom * POINTS_PER_MM
    width, height = old_trim[2] - old_trim[0], old_trim[3] - old_trim[1]
    wanted = (left, bottom, right, top)
    around = tuple(max(length, slug_pt) for length in wanted)
    x, y = around[0], around[1]
    there = (
        old_trim[0] - old_media[0],
        old_trim[1] - old_media[1],
        old_media[2] - old_trim[2],
        old_media[3] - old_trim[3],
    )
    missing = max(0.0, *(ask - has for ask, has in zip(wanted, there, strict=True)))
    return Sheet(
        media=_rounded((0, 0, x + width + around[2], y + height + around[3])),
        bleed=_rounded((x - left, y - bottom, x + width + right, y + height + top)),
        trim=_rounded((x, y, x + width, y + height)),
        shift=(round(x - old_trim[0], 4), round(y - old_trim[1], 4)),
        missing_mm=missing / POINTS_PER_MM if missing > _NEARLY_PT else 0.0,
    )


def fit(pdf: Pdf, profile: PrinterProfile, edges_mm: Edges) -> float:
    """Give every page its boxes, and its marks where they are asked for; return the bleed that is missing, in mm."""
    slug = marks.room(profile, edges_mm) if profile.marks else 0.0
    ink = marks.every_ink(pdf) if profile.marks else None
    bound_right = is_right_to_left(pdf)
    missing, shifts = 0.0, {}
    for number, page in enumerate(pdf.pages):
        # The first page is a recto, which has its spine on the left in a book that is bound there.
        sheet = lay(page, edges_mm, spine_left=(number % 2 == 0) != bound_right, slug_pt=slug)
        missing = max(missing, sheet.missing_mm)
        apply(page, sheet, clip=profile.marks)
        shifts[page.obj.objgen] = sheet.shift
        if ink is not None:
            distance = marks.offset(profile, sheet.bleed, sheet.trim)
            marks.draw(page, sheet.trim, distance, ink, profile.least_line_pt)
    moving.move(pdf, shifts)
    return missing


def apply(page: Page, sheet: Sheet, *, clip: bool = False) -> None:
    """Write a sheet's boxes, and move what the page draws to where the trim has gone.

    Args:
        page: the page.
        sheet: its boxes.
        clip: whether nothing is drawn outside the bleed, where marks stand.
    """
    obj = page.obj
    obj.MediaBox, obj.BleedBox, obj.TrimBox = Array(sheet.media), Array(sheet.bleed), Array(sheet.trim)
    for key in ("/CropBox", "/ArtBox", "/UserUnit"):
        if key in obj:
            del obj[key]
    if "/Contents" in obj and (any(sheet.shift) or clip):
        x, y = sheet.shift
        left, bottom, right, top = sheet.bleed
        edge = f"{left} {bottom} {right - left:.4f} {top - bottom:.4f} re W n\n" if clip else ""
        page.contents_add(f"q\n{edge}1 0 0 1 {x} {y} cm\n".encode(), prepend=True)
        page.contents_add(b"\nQ\n")


def is_right_to_left(pdf: Pdf) -> bool:
    """Whether a book is bound on the right."""
    preferences = pdf.Root.get("/ViewerPreferences")
    return preferences is not None and preferences.get("/Direction") == Name.R2L


def _box(array: Object) -> Box:
    x1, y1, x2, y2 = (float(value) for value in array.as_list())
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _rounded(box: tuple[float, ...]) -> Box:
    x1, y1, x2, y2 = (round(value, 4) for value in box)
    return x1, y1, x2, y2
