"""Links, comments and bookmarks, which a printer has no use for and some refuse."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.model.printing import Standard
from translate_pub.preflight import reading
from translate_pub.preflight.document import Document, Page
from translate_pub.preflight.found import error, warning

_OF_PRINTERS = frozenset(("PrinterMark", "TrapNet"))


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at the annotations of a page; those outside of what is printed harm nobody."""
    screen = job.standard in {Standard.A2U, Standard.UA1}
    if screen or (job.profile.annotations and not job.standard.for_print):
        return
    printed = page.boxes.bleed or page.trim
    for annotation in reading.items(reading.entry(page.source.obj, "/Annots")):
        kind = reading.name(reading.entry(annotation, "/Subtype"))
        rect = _rect(annotation)
        if kind in _OF_PRINTERS or (rect is not None and not printed.meets(rect)):
            continue
        message = f"an annotation ({kind or 'of no kind'}) lies on the page"
        yield error("P140", message, page.number, rect)


def _rect(annotation: object) -> Rect | None:
    sides = reading.numbers(reading.entry(annotation, "/Rect"))
    if len(sides) != len(("left", "bottom", "right", "top")):
        return None
    return Rect(min(sides[::2]), min(sides[1::2]), max(sides[::2]), max(sides[1::2]))


def bookmarks(document: Document, job: Job) -> Iterator[Finding]:
    """Look for bookmarks where the printer wants none."""
    outline = reading.entry(document.pdf.Root, "/Outlines", "/First")
    if outline is not None and not job.profile.annotations and job.standard not in {Standard.A2U, Standard.UA1}:
        yield warning("P141", "the file has bookmarks (an outline), which the printer wants none of")
