"""What is kept of a page when the next is read: for checks that look at all pages together."""

from __future__ import annotations

from dataclasses import dataclass

from translate_pub.model.preflight import Job, Rect
from translate_pub.preflight.document import Page, asked_bleed
from translate_pub.preflight.measures import SLACK
from translate_pub.preflight.painting import Group, Paint, Picture, Shade, Shape


@dataclass(frozen=True, slots=True)
class Summary:
    """A page in a few words."""

    number: int
    media: Rect
    crop: Rect | None
    bleed: Rect | None
    trim: Rect
    asked: Rect
    """The trim with the bleed that the printer asks for."""
    blank: bool
    """Whether nothing is printed on it."""
    bleeding: bool
    """Whether an image or a surface reaches the edge of the trim."""


def of(page: Page, job: Job) -> Summary:
    """Sum a page up."""
    found = page.boxes
    inked = [paint for paint in page.painting.paints if inks(paint)]
    return Summary(
        page.number,
        found.media,
        found.crop,
        found.bleed,
        page.trim,
        asked_bleed(page, job),
        not any(paint.rect.meets(page.trim) for paint in inked),
        any(is_surface(paint) and not page.trim.contains(paint.rect, -SLACK) for paint in inked),
    )


def inks(paint: Paint) -> bool:
    """Whether anything of it is seen on paper."""
    return paint.seen and not isinstance(paint, Group) and not paint.is_white


def is_surface(paint: Paint) -> bool:
    """Whether it is an image, a gradient or a filled shape, which bleed where they reach the edge."""
    if paint.manner.in_pattern or not inks(paint):
        return False
    return isinstance(paint, Picture | Shade) or (isinstance(paint, Shape) and paint.fill is not None)
