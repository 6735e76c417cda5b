"""The resolution of images as they are placed."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job
from translate_pub.model.printing import ColourMode
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.painting import Picture

_TINY = 16
"""Pixels across or up: less is a flat colour or a gradient stretched on purpose."""
_SLACK = 0.99
"""Of a limit: 300 ppi at a whole number of pixels is 299.6."""
_LINE_ART = 1
"""Bits of a pixel of line art, which may have as many pixels as it likes."""


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at every image."""
    if job.colour is ColourMode.RGB and not job.profile.least_ppi:
        return
    for paint in page.painting.paints:
        if isinstance(paint, Picture) and paint.seen and not paint.manner.in_pattern and min(paint.pixels) > _TINY:
            yield from _image(paint, page, job)


def _image(image: Picture, page: Page, job: Job) -> Iterator[Finding]:
    profile, ppi = job.profile, min(image.ppi)
    size = f"an image of {image.pixels[0]:,} x {image.pixels[1]:,} pixels is printed at {ppi:.0f} ppi"
    if ppi < profile.least_ppi * _SLACK:
        message = f"{size}; the printer takes {profile.least_ppi:.0f} at least"
        yield error("P135", message, page.number, image.rect)
    elif ppi < profile.wanted_ppi * _SLACK:
        yield warning("P136", f"{size}; {profile.wanted_ppi:.0f} are wanted", page.number, image.rect)
    elif image.bits > _LINE_ART and ppi > profile.most_ppi / _SLACK:
        message = f"{size}; more than {profile.most_ppi:.0f} make the file larger and the print no better"
        yield warning("P137", message, page.number, image.rect)
