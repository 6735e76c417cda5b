"""A cover against the book that it goes round: its width, its spine, the barcode's place."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job, Rect, Unchecked
from translate_pub.model.printing import Binding, Paper, PrinterProfile
from translate_pub.preflight import measures
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.measures import told, told_number
from translate_pub.preflight.painting import Picture, Shape, Text
from translate_pub.preflight.summary import inks

_MM_PER_INCH = 25.4
_LEAF = 2
"""Pages of a leaf."""
SLACK_MM = 0.5
"""A cover that differs less goes round the book: papers differ by more."""
_BARS = 20
"""A barcode of 13 digits has 30 bars; add-ons have more."""


def spine_mm(profile: PrinterProfile, pages: int, paper: str) -> float | None:
    """Return how thick a book of so many pages is, in mm; None where the profile has no paper that tells."""
    found = next((one for one in profile.papers if one.name == paper), next(iter(profile.papers), None))
    leaf = None if found is None else _leaf_mm(found)
    return None if leaf is None else pages / _LEAF * leaf + profile.spine.extra_mm


def _leaf_mm(paper: Paper) -> float | None:
    """Return the thickness of a leaf in mm, by whichever measure the printer gives."""
    if paper.caliper_um is not None:
        return paper.caliper_um / 1000
    if paper.pages_per_inch is not None:
        return _LEAF * _MM_PER_INCH / paper.pages_per_inch
    return None if paper.grams_per_m2 is None else paper.grams_per_m2 * paper.volume / 1000


def size(page: Page, job: Job) -> Iterator[Finding | Unchecked]:
    """Hold the size of a cover against trim, number of pages and paper."""
    if not job.cover:
        return
    asked = _asked(job)
    if isinstance(asked, Unchecked):
        yield asked
        return
    spine, width, height = asked
    found = measures.mm(page.trim.width), measures.mm(page.trim.height)
    pages = f"{job.pages} pages make a spine of {told_number(spine)} mm"
    if abs(found[0] - width) > SLACK_MM:
        message = f"the cover is {told(page.trim.width)} wide between its trims, not {told_number(width)} mm: {pages}"
        yield error("P146", message, page.number, page.trim)
    if abs(found[1] - height) > SLACK_MM:
        message = f"the cover is {told(page.trim.height)} high between its trims, not {told_number(height)} mm"
        yield error("P146", message, page.number, page.trim)
    if spine < job.profile.spine.least_mm:
        least = told_number(job.profile.spine.least_mm)
        yield error("P146", f"{pages}; the printer binds {least} mm at least", page.number)


def _asked(job: Job) -> tuple[float, float, float] | Unchecked:
    """Return spine, width and height of the cover in mm, or why they are not known."""
    what = "the cover's size and spine"
    if job.trim is None or job.pages is None:
        return Unchecked(what, "the book's trim and number of pages are not known; give them with --trim and --pages")
    spine = spine_mm(job.profile, job.pages, job.paper)
    if spine is None:
        return Unchecked(what, f"the profile {job.profile.name} has no paper that tells how thick it is")
    trim, case = job.trim, job.profile.case
    binding = job.binding or next(iter(job.profile.bindings), Binding.PAPERBACK)
    if binding is Binding.STAPLED:
        return 0.0, 2 * trim.width_mm, trim.height_mm
    if binding is Binding.FLAPS:
        return spine, 2 * (trim.width_mm + case.flap_mm) + spine, trim.height_mm
    if binding in {Binding.CASE, Binding.JACKET}:
        return Unchecked(what, f"a {binding.value} differs from one bindery to the next; compare it with its template")
    return spine, 2 * trim.width_mm + spine, trim.height_mm


def spine(page: Page, job: Job) -> Iterator[Finding]:
    """See that text stands on the spine only where the printer allows it, and keeps clear of the folds."""
    asked = _asked(job) if job.cover else None
    if asked is None or isinstance(asked, Unchecked) or job.pages is None:
        return
    middle, half = (page.trim.left + page.trim.right) / 2, measures.points(asked[0]) / 2
    left, right = middle - half, middle + half
    rules = job.profile.spine
    for paint in page.painting.paints:
        centre = (paint.rect.left + paint.rect.right) / 2
        if not isinstance(paint, Text) or not inks(paint) or not left <= centre <= right:
            continue
        if job.pages < rules.text_from_pages:
            message = f"there is text on the spine; the printer allows it from {rules.text_from_pages} pages on"
            yield error("P148", message, page.number, paint.rect)
        clear = min(paint.rect.left - left, right - paint.rect.right)
        if clear < measures.points(rules.clear_mm) - measures.SLACK and paint.turned:
            room = f"leaves {told(max(clear, 0))} to a fold; the printer asks for {told_number(rules.clear_mm)} mm"
            yield warning("P148", f"text on the spine {room}", page.number, paint.rect)


def barcode(page: Page, job: Job) -> Iterator[Finding | Unchecked]:
    """See that nothing but a barcode stands in the barcode's zone on the back."""
    asked, zone = _asked(job) if job.cover else None, job.profile.barcode
    if asked is None or zone is None:
        return
    if isinstance(asked, Unchecked):
        yield Unchecked("the barcode's zone", asked.reason)
        return
    around = _zone(page, job, asked[0])
    inside = [paint for paint in page.painting.paints if inks(paint) and paint.rect.meets(around, -measures.SLACK)]
    if sum(_bars(paint, around) for paint in inside) >= _BARS:
        return
    for paint in inside:
        if isinstance(paint, Text | Picture):
            what = "text stands" if isinstance(paint, Text) else "an image stands"
            yield warning("P147", f"{what} in the zone that the printer keeps for the barcode", page.number, paint.rect)


def _zone(page: Page, job: Job, spine_width: float) -> Rect:
    """Return where the barcode stands: on the back, which is the right half where a book is bound on the right."""
    zone = job.profile.barcode
    if zone is None:
        raise AssertionError("asked only where there is one")
    middle, half = (page.trim.left + page.trim.right) / 2, measures.points(spine_width) / 2
    bottom = page.trim.bottom + measures.points(zone.from_foot_mm)
    top = bottom + measures.points(zone.height_mm)
    away, wide = half + measures.points(zone.from_spine_mm), measures.points(zone.width_mm)
    if job.right_to_left:
        return Rect(middle + away, bottom, middle + away + wide, top)
    return Rect(middle - away - wide, bottom, middle - away, top)


def _bars(paint: object, zone: Rect) -> int:
    """Count the bars of a barcode in a shape: upright surfaces, much higher than wide."""
    if not isinstance(paint, Shape) or paint.fill is None:
        return 0
    parts = (part for part in paint.parts if part.meets(zone))
    return sum(1 for part in parts if 0 < part.width * 5 < part.height)
