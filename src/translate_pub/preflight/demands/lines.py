"""Lines that are too thin to print: strokes, and surfaces as thin as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.measures import told_number
from translate_pub.preflight.painting import Shape
from translate_pub.preflight.summary import inks

_SLACK = 0.01
"""In pt: what rounding makes of a quarter of a point."""
_LONG = 4.0
"""In pt: a thin surface that is shorter is part of a drawing."""


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at every stroke and at every surface like one."""
    least = job.profile.least_line_pt
    for paint in page.painting.paints:
        if not isinstance(paint, Shape) or not inks(paint) or paint.manner.in_pattern:
            continue
        if paint.stroke == paint.fill:
            continue  # the edge of a surface, in its own colour
        if paint.stroke is not None and paint.line is not None and paint.line < least - _SLACK:
            thick = f"a line is {told_number(paint.line, 2)} pt thick" if paint.line else "a line has no thickness"
            yield _told(job)("P138", f"{thick}; the printer holds {told_number(least, 2)} pt", page.number, paint.rect)
        elif paint.fill is not None and paint.stroke is None:
            yield from _slivers(paint, job, page)


def _told(job: Job) -> Callable[..., Finding]:
    """An error where the printer's own page gives the figure; a warning where only others do."""
    return warning if "least_line_pt" in job.profile.unverified else error


def _slivers(shape: Shape, job: Job, page: Page) -> Iterator[Finding]:
    least = job.profile.least_line_pt
    for part in shape.parts:
        thin, long = sorted((part.width, part.height))
        if thin < least - _SLACK and long >= _LONG and shape.rect.meets(part) and not _at_edge(part, thin, shape):
            message = f"a surface is {told_number(thin, 2)} pt thin; the printer holds {told_number(least, 2)} pt"
            yield _told(job)("P138", message, page.number, _wide(part))


def _at_edge(part: Rect, thin: float, shape: Shape) -> bool:
    """Whether a piece has no surface and lies at another of the same shape, where nobody sees it."""
    return thin < _SLACK and any(other.contains(part, _SLACK) for other in shape.parts if other != part)


def _wide(part: Rect) -> Rect:
    """Return a place that can be seen in a picture."""
    return part.grown(0.5)
