"""White that is set to overprint: it vanishes on the press, though it is seen on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job
from translate_pub.model.printing import ColourMode
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error
from translate_pub.preflight.painting import Text


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at everything white."""
    if job.colour is ColourMode.RGB:
        return
    for paint in page.painting.paints:
        filled = paint.fill is not None and paint.fill.is_white and paint.manner.overprint_fill
        stroked = paint.stroke is not None and paint.stroke.is_white and paint.manner.overprint_stroke
        if paint.seen and (filled or stroked):
            what = "text" if isinstance(paint, Text) else "an object"
            message = f"white {what} overprints: what lies below it is printed instead"
            yield error("P145", message, page.number, paint.rect)
