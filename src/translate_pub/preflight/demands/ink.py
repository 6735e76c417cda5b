"""How much ink lies on a spot, measured on a picture of the page in the four inks."""

from __future__ import annotations

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
    heaviest, spot, share = measure(raster, limit + _SLACK)
    whole = page.boxes.media
    area = share * mm(whole.width) * mm(whole.height)
    if spot is None or area < LEAST_AREA_MM2:
        return
    message = f"{told_number(heaviest, 0)} % of ink lie on a spot; the printer takes {told_number(limit, 0)} %"
    yield error("P134", message, page.number, None if page.turned else _place(whole, raster, spot))


def _place(whole: Rect, raster: Raster, spot: tuple[int, int, int, int]) -> Rect:
    """Return pixels as a place on the page."""
    across, up = whole.width / raster.width, whole.height / raster.height
    left, top, right, bottom = spot
    return Rect(whole.left + left * across, whole.top - bottom * up, whole.left + right * across, whole.top - top * up)


def measure(raster: Raster, limit: float) -> tuple[float, tuple[int, int, int, int] | None, float]:
    """Return the most ink on a spot in per cent, where it is over the limit in pixels, and how much of the page is.

    Sums of four inks need more than a byte, so they are counted by Pillow in whole numbers of 32 bits.
    """
    from PIL import Image, ImageMath  # noqa: PLC0415  # only this needs it

    bands = Image.frombytes("CMYK", (raster.width, raster.height), raster.data).split()
    total = ImageMath.lambda_eval(lambda ink: ink["c"] + ink["m"] + ink["y"] + ink["k"], **dict(zip("cmyk", bands)))  # noqa: B905  # four of four
    heaviest = float(total.getextrema()[1]) * _FULL / _WHOLE
    if heaviest <= limit:
        return heaviest, None, 0.0
    threshold = limit * _WHOLE / _FULL
    over = ImageMath.lambda_eval(lambda ink: ink["sum"] > threshold, sum=total).convert("L").point(bool)
    return heaviest, over.getbbox(), over.histogram()[1] / (raster.width * raster.height)
