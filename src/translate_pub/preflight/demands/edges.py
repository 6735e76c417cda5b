"""The edges of a page: what touches the trim reaches over it, and what matters stays away from it."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.model.printing import Standard
from translate_pub.preflight import measures
from translate_pub.preflight.document import Page, asked_bleed
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.measures import SLACK, told
from translate_pub.preflight.painting import Paint, Picture, Text
from translate_pub.preflight.summary import inks, is_surface

TOUCH = 1.0
"""In pt: nearer to the trim than this, something is meant to reach it."""
SIDES = ("left", "right", "foot", "head")
_SCREEN = frozenset((Standard.A2U, Standard.UA1))


def reach(inner: Rect, outer: Rect) -> tuple[float, float, float, float]:
    """Return how far one rectangle lies within another at its left, right, foot and head; negative beyond it."""
    return (
        inner.left - outer.left,
        outer.right - inner.right,
        inner.bottom - outer.bottom,
        outer.top - inner.top,
    )


def bleed(page: Page, job: Job) -> Iterator[Finding]:
    """See that surfaces and images that touch the trim reach the bleed."""
    if job.standard in _SCREEN:
        return
    asked = asked_bleed(page, job)
    wanted = reach(page.trim, asked)
    for paint in page.painting.paints:
        if not is_surface(paint) or not paint.rect.meets(page.trim):
            continue
        within, short = reach(paint.rect, page.trim), reach(paint.rect, asked)
        for side, inside, missing, wants in zip(SIDES, within, short, wanted, strict=True):
            if inside < TOUCH and missing > SLACK and wants > 0:
                what = "an image" if isinstance(paint, Picture) else "a surface"
                beyond = f"ends {told(max(-inside, 0))} beyond the trim" if inside <= -SLACK else "ends at the trim"
                message = f"{what} {beyond} at the {side}; the printer asks for {told(wants)}"
                yield error("P142", message, page.number, paint.rect)


def margins(page: Page, job: Job) -> Iterator[Finding]:
    """See that text and images keep away from the trim, and from the spine: the more, the thicker the book."""
    if job.standard in _SCREEN:
        return
    asked = _asked(page, job)
    for paint in page.painting.paints:
        if _matters(paint, page.trim):
            yield from _near(paint, page, job, asked)


def _asked(page: Page, job: Job) -> tuple[float, float, float, float]:
    """Return the margins that are asked for at the left, right, foot and head, in pt."""
    profile = job.profile
    if job.cover:
        return (measures.points(profile.cover_margin_mm),) * 4
    inner, outer = profile.inner_margin(page.count), profile.margins.outer
    left, right = (inner, outer) if page.spine_left else (outer, inner)
    asked = (left, right, profile.margins.bottom, profile.margins.top)
    first, second, third, fourth = map(measures.points, asked)
    return (first, second, third, fourth)


def _matters(paint: Paint, trim: Rect) -> bool:
    """Whether it is text or an image on the page, not outside of it."""
    if paint.manner.in_pattern or not inks(paint) or not paint.rect.meets(trim):
        return False
    return isinstance(paint, Text | Picture)


def _near(paint: Paint, page: Page, job: Job, asked: tuple[float, ...]) -> Iterator[Finding]:
    """Say at which sides something is too near."""
    for side, inside, wants in zip(SIDES, reach(paint.rect, page.trim), asked, strict=True):
        if inside >= wants - SLACK or (isinstance(paint, Picture) and inside < TOUCH):
            continue
        what = "text" if isinstance(paint, Text) else "an image"
        at_spine = side == ("left" if page.spine_left else "right") and not job.cover
        where = f"of the {'spine' if at_spine else 'trim'} at the {side}"
        near = f"{round(measures.mm(inside))} mm"  # whole, so that lines of a page make one finding
        how = f"{what} stands within {near} {where}" if inside >= 0 else f"{what} is cut off at the {side}"
        say = error if isinstance(paint, Text) else warning
        code = "P144" if at_spine else "P143"
        yield say(code, f"{how}; the printer asks for {told(wants)}", page.number, paint.rect)
