"""Folding, cutting and collating marks, drawn in registration colour in the margin of a sheet.

They stand outside the pages; where the sheet leaves no margin there are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.publish.imposition.sheets import Layout

PT_PER_MM = 72 / 25.4
COLOUR_SPACE = "Registration"
_LENGTH_MM = 6.0
_AWAY_MM = 1.5
"""From the pages to the mark."""
_WIDTH_PT = 0.25
_DASH_PT = 3.0
_COLLATING_MM = (3.0, 6.0)
"""Width and height of the bar on a spine by which a missing or misplaced signature shows as a gap in the stair."""
_STAIRS = 12


def draw(layout: Layout, signature: int | None) -> str:
    """Write the marks of a side as PDF operators, which use the colour space `COLOUR_SPACE`."""
    lines = [*_across(layout), *_up(layout)]
    if signature is not None:
        lines.append(_collating(layout, signature))
    if not lines:
        return ""
    return f"q /{COLOUR_SPACE} CS /{COLOUR_SPACE} cs 1 SCN 1 scn {_WIDTH_PT} w\n{''.join(lines)}Q\n"


def _across(layout: Layout) -> Iterator[str]:
    """Draw the marks of vertical cuts and creases, above and below the pages."""
    low, high = layout.corner[1], layout.corner[1] + layout.span[1]
    for dashed, places in ((False, layout.cuts[0]), (True, layout.creases[0])):
        for x in places:
            for start, end in _ends(low, high, layout.sheet[1]):
                yield _line((x, start), (x, end), dashed=dashed)


def _up(layout: Layout) -> Iterator[str]:
    """Draw the marks of horizontal cuts and creases, left and right of the pages."""
    left, right = layout.corner[0], layout.corner[0] + layout.span[0]
    for dashed, places in ((False, layout.cuts[1]), (True, layout.creases[1])):
        for y in places:
            for start, end in _ends(left, right, layout.sheet[0]):
                yield _line((start, y), (end, y), dashed=dashed)


def _ends(first: float, last: float, edge: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where marks go before and after the pages, as far as the sheet has room."""
    if first > _AWAY_MM:
        yield max(0, first - _AWAY_MM - _LENGTH_MM), first - _AWAY_MM
    if edge - last > _AWAY_MM:
        yield last + _AWAY_MM, min(edge, last + _AWAY_MM + _LENGTH_MM)


def _line(start: tuple[float, float], end: tuple[float, float], *, dashed: bool) -> str:
    pattern = f"[{_DASH_PT}] 0 d" if dashed else "[] 0 d"
    return f"{pattern} {_pt(*start)} m {_pt(*end)} l S\n"


def _collating(layout: Layout, signature: int) -> str:
    """Draw the bar of a signature on its spine, a stair lower for each."""
    width, height = _COLLATING_MM
    first = next(place for page, place in layout.plan.sides[0].pages if page == 0)
    left, _, right, top = layout.trim(first)
    spine = right if layout.spine_on_right(first) else left
    step = signature % _STAIRS
    y = top - layout.cell.height * layout.scale / 6 - (step + 1) * height
    if first.turned:
        y = 2 * (top - layout.cell.height * layout.scale / 2) - y - height
    return f"{_pt(spine - width / 2, y)} {_pt(width, height)} re f\n"


def _pt(x: float, y: float) -> str:
    return f"{x * PT_PER_MM:.4f} {y * PT_PER_MM:.4f}"
