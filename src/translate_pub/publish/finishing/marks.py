"""Crop and registration marks, outside the bleed, in every ink (ISO 32000-1, 8.6.6.4: the colorant All)."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from translate_pub.model.printing import Edges, PrinterProfile

_POINTS_PER_MM = 72 / 25.4
_LENGTH = 5 * _POINTS_PER_MM
"""Of a crop mark, in pt."""
_RADIUS = 1.4 * _POINTS_PER_MM
"""Of a registration mark's circle, in pt."""
_FREE = 1 * _POINTS_PER_MM
"""Between the marks and the edge of the media, in pt."""
_LINE = 0.25
"""Thickness of the marks, in pt, where the printer holds lines as thin."""
_ALL = Name("/TPAll")
_ROUND = 0.5523
"""How far the control points of a quarter circle lie, of its radius."""
Box = tuple[float, float, float, float]


def room(profile: PrinterProfile, edges: Edges) -> float:
    """Return how far the media reaches beyond the trim for marks, in pt."""
    widest = max(edges.top, edges.bottom, edges.outer, edges.inner, profile.mark_offset_mm)
    return round(widest * _POINTS_PER_MM + _LENGTH + _FREE, 4)


def offset(profile: PrinterProfile, bleed: Box, trim: Box) -> float:
    """Return how far from the trim marks begin: at the printer's distance, and never within the bleed."""
    edges = (trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    return max(profile.mark_offset_mm * _POINTS_PER_MM, *edges)


def draw(page: Page, trim: Box, distance: float, ink: Object, least_line_pt: float = 0.0) -> None:
    """Draw the marks of a page, in the colour space of `every_ink`, no thinner than the printer holds lines."""
    resources = page.obj.Resources = Dictionary(dict(page.obj.get("/Resources", Dictionary()).items()))
    known = Dictionary(dict((resources.get("/ColorSpace") or Dictionary()).items()))
    known[str(_ALL)] = ink
    resources.ColorSpace = known
    lines = [*_corners(trim, distance), *_targets(trim, distance + _LENGTH / 2)]
    page.contents_add(f"q {max(_LINE, least_line_pt):g} w {_ALL} CS 1 SCN\n{chr(10).join(lines)}\nQ\n".encode())


def every_ink(pdf: Pdf) -> Object:
    """Describe the colour that is printed in all inks."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)]))


def _corners(trim: Box, distance: float) -> list[str]:
    left, bottom, right, top = trim
    lines = []
    for x, away in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            lines.append(_line(x + away * distance, y, x + away * (distance + _LENGTH), y))
            lines.append(_line(x, y + up * distance, x, y + up * (distance + _LENGTH)))
    return lines


def _targets(trim: Box, distance: float) -> list[str]:
    left, bottom, right, top = trim
    middle, half = (left + right) / 2, (bottom + top) / 2
    places = [(middle, bottom - distance), (middle, top + distance), (left - distance, half), (right + distance, half)]
    arm = _LENGTH / 2
    return [
        line
        for x, y in places
        for line in (_line(x - arm, y, x + arm, y), _line(x, y - arm, x, y + arm), _circle(x, y, _RADIUS))
    ]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S"


def _circle(x: float, y: float, radius: float) -> str:
    bend = radius * _ROUND
    quarters = ((0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0))
    curves, at = [], (1.0, 0.0)
    for to_x, to_y in quarters:
        first = (x + at[0] * radius + to_x * bend, y + at[1] * radius + to_y * bend)
        second = (x + to_x * radius + at[0] * bend, y + to_y * radius + at[1] * bend)
        end = (x + to_x * radius, y + to_y * radius)
        curves.append(" ".join(f"{value:.3f}" for point in (first, second, end) for value in point) + " c")
        at = (to_x, to_y)
    return f"{x + radius:.3f} {y:.3f} m {' '.join(curves)} S"
