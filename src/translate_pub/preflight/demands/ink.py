"""How much ink lies on a spot, measured on a picture of the page in the four inks."""

from __future__ import annotations

import math
from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error
from translate_pub.preflight.measures import mm, told_number
from translate_pub.preflight.raster import Raster

LEAST_AREA_MM2 = 1.0
"""A smaller spot dries: edges where colours meet, and rounding, make such everywhere."""
_SLACK = 1.0
"""Per cent: what eight bits round off in four inks."""
_WHOLE = 255
_ROUNDING = 0.01
"""Of a pixel."""
_FULL = 100.0


def check(page: Page, job: Job, raster: Raster) -> Iterator[Finding]:
    """Hold the ink on a page against the most that the paper takes.

    Args:
        page: the page.
        job: what it is held against.
        raster: the page's picture, of its whole media.
    """
    limit = job.profile.ink_limit
    if limit is None:
        return
    whole = page.boxes.media
    printed = whole if page.turned else (page.boxes.bleed or page.trim).intersection(whole)
    heaviest, spot, count = measure(raster, limit + _SLACK, _pixels(whole, raster, printed))
    area = count / (raster.width * raster.height) * mm(whole.width) * mm(whole.height)
    if spot is None or area < LEAST_AREA_MM2:
        return
    message = f"{told_number(heaviest, 0)} % of ink lie on a spot; the printer takes {told_number(limit, 0)} %"
    yield error("P134", message, page.number, None if page.turned else _place(whole, raster, spot))


def _place(whole: Rect, raster: Raster, spot: Pixels) -> Rect:
    """Return pixels as a place on the page."""
    across, up = whole.width / raster.width, whole.height / raster.height
    left, top, right, bottom = spot
    return Rect(whole.left + left * across, whole.top - bottom * up, whole.left + right * across, whole.top - top * up)


Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom, counted from the upper left corner."""


def _pixels(whole: Rect, raster: Raster, part: Rect) -> Pixels:
    """Return the pixels that lie wholly in a part of the page: marks outside of the bleed may have all inks."""
    across, up = raster.width / whole.width, raster.height / whole.height
    return (
        math.ceil((part.left - whole.left) * across - _ROUNDING),
        math.ceil((whole.top - part.top) * up - _ROUNDING),
        math.floor((part.right - whole.left) * across + _ROUNDING),
        math.floor((whole.top - part.bottom) * up + _ROUNDING),
    )


def measure(raster: Raster, limit: float, part: Pixels) -> tuple[float, Pixels | None, int]:
    """Return the most ink on a spot in per cent, where it is over the limit in pixels, and how many pixels are.

    Sums of four inks need more than a byte, so they are counted by Pillow in whole numbers of 32 bits.
    """
    from PIL import Image, ImageMath  # noqa: PLC0415  # only this needs it

    bands = Image.frombytes("CMYK", (raster.width, raster.height), raster.data).crop(part).split()
    total = ImageMath.lambda_eval(lambda ink: ink["c"] + ink["m"] + ink["y"] + ink["k"], **dict(zip("cmyk", bands)))  # noqa: B905  # four of four
    heaviest = float(total.getextrema()[1]) * _FULL / _WHOLE
    if heaviest <= limit:
        return heaviest, None, 0
    threshold = limit * _WHOLE / _FULL
    over = ImageMath.lambda_eval(lambda ink: ink["sum"] > threshold, sum=total).convert("L").point(bool)
    box = over.getbbox()
    spot = box and (box[0] + part[0], box[1] + part[1], box[2] + part[0], box[3] + part[1])
    return heaviest, spot, over.histogram()[1]
