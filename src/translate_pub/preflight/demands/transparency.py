"""What shows through: opacity, blend modes, masks and groups."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job
from translate_pub.preflight import reading
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error
from translate_pub.preflight.painting import Group, Picture


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look for transparency where the printer or the standard wants none."""
    if not job.profile.flat(cover=job.cover):
        return
    for paint in page.painting.paints:
        if not paint.seen:
            continue
        if paint.manner.see_through:
            yield error("P139", f"something is painted with {paint.manner.see_through}", page.number, paint.rect)
        if isinstance(paint, Picture) and paint.masked:
            yield error("P139", "an image has a soft mask (an alpha channel)", page.number, paint.rect)
        if isinstance(paint, Group) and not job.standard.allows_transparency:
            yield error("P139", "a form is a transparency group", page.number, paint.rect)
    group = reading.name(reading.entry(page.source.obj, "/Group", "/S"))
    if group == "Transparency" and not job.standard.allows_transparency:
        yield error("P139", "the page is a transparency group", page.number)
