"""A file judged: every check of the register, on every page, and what could not be checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pikepdf

from translate_pub.model.expectation import Expected
from translate_pub.model.preflight import Finding, Job, Judgement, Unchecked
from translate_pub.model.printing import Standard
from translate_pub.preflight import document as documents
from translate_pub.preflight import register, summary, walk
from translate_pub.preflight.demands import ink, validation
from translate_pub.preflight.document import Document, Page
from translate_pub.preflight.found import error, together
from translate_pub.preflight.raster import Raster
from translate_pub.preflight.summary import Summary
from translate_pub.preflight.typesetting import register as composed
from translate_pub.preflight.typesetting.register import Looked

Step = Callable[[int], None]
"""Is told the number of each page that was looked at."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What other programs say of the file; where one could not be asked, why not; None where nobody need ask."""

    rasters: Iterable[Raster] | Unchecked | None = None
    """The pages as pictures in the four inks, in order."""
    objections: Sequence[str] | Unchecked | None = None
    """Of veraPDF's."""
    expected: Expected | Unchecked | None = None
    """The edition that the file is of."""


NOTHING = Evidence()


@dataclass(slots=True)
class _Findings:
    """What was found so far."""

    found: list[Finding] = field(default_factory=list)
    unchecked: dict[str, Unchecked] = field(default_factory=dict)

    def take(self, found: Iterable[Finding | Unchecked]) -> None:
        """Keep what a check gives."""
        for one in found:
            if isinstance(one, Unchecked):
                self.unchecked.setdefault(one.check, one)
            else:
                self.found.append(one)


def judge(data: bytes, path: str, job: Job, evidence: Evidence = NOTHING, step: Step | None = None) -> Judgement:
    """Hold a file against a job.

    Args:
        data: its bytes.
        path: its name, for the report.
        job: the printer's demands, and what is known of the book.
        evidence: what other programs say of it.
        step: is told of each page.
    """
    opened = documents.open_file(data)
    if isinstance(opened, Finding):
        return Judgement(path, job, 0, (opened,), (), ())
    with opened.pdf:
        if job.right_to_left is None:
            job = replace(job, right_to_left=opened.right_to_left)
        result = _Findings()
        if job.for_printer:
            _hold(opened, job, evidence, result, step)
        looked = Looked() if job.cover else composed.look(opened, evidence.expected)
        result.take((*looked.found, *looked.unchecked))
        pages_found = opened.count
    checked = (*_checked(job, evidence, result), *looked.checked)
    return Judgement(path, job, pages_found, together(result.found), tuple(result.unchecked.values()), checked)


def _hold(opened: Document, job: Job, evidence: Evidence, result: _Findings, step: Step | None) -> None:
    """Hold a file against the demands of its printer."""
    for check in register.FILE:
        result.take(check.check(opened, job))
    pages = _pages(opened, job, evidence, result, step)
    for of_pages in register.PAGES:
        result.take(of_pages.check(pages, job) if pages else ())
    for last in register.LAST:
        result.take(last.check(opened, job))
    _validate(job, evidence, result)


def count(data: bytes) -> int:
    """Return how many pages a file has; 0 where it cannot be read."""
    opened = documents.open_file(data)
    if isinstance(opened, Finding):
        return 0
    with opened.pdf:
        return opened.count


def needs_ink(job: Job) -> bool:
    """Whether the ink of a file has to be measured."""
    return job.for_printer and job.profile.ink_limit is not None


def needs_validation(job: Job) -> str:
    """Return what veraPDF calls the standard of a file (its "flavour"); empty where it need not be asked."""
    return {Standard.A2U: "2u", Standard.UA1: "ua1"}.get(job.standard, "")


def _pages(
    document: Document, job: Job, evidence: Evidence, result: _Findings, step: Step | None
) -> tuple[Summary, ...]:
    """Look at every page, and keep of each a few words."""
    rasters = _rasters(job, evidence, result)
    summed = []
    for number, source in documents.numbered(document):
        page = _page(document, job, number, source)
        if page is None:
            result.take([error("P104", "the page has no media box, and so no size", number)])
            next(rasters, None)
            continue
        for check in register.PAGE:
            if job.cover or check.name not in register.COVER_ALONE:
                result.take(check.check(page, job))
        _ink(page, job, rasters, result)
        summed.append(summary.of(page, job))
        if step is not None:
            step(number)
    return tuple(summed)


def _page(document: Document, job: Job, number: int, source: pikepdf.Page) -> Page | None:
    """Read a page."""
    boxes = documents.boxes(source)
    if boxes is None:
        return None
    at_left = documents.spine_left(number, job, document)
    trim = documents.trim_of(boxes, job, at_left=at_left)
    painting = walk.walk(source, boxes.media, document.typecase)
    return Page(number, boxes, trim, at_left, painting, source, document.count)


def _rasters(job: Job, evidence: Evidence, result: _Findings) -> Iterator[Raster]:
    """Give the pictures of the pages, or say why there are none."""
    if not needs_ink(job):
        return iter(())
    if evidence.rasters is None:
        result.take([Unchecked(register.INK, "nobody made pictures of the pages")])
        return iter(())
    if isinstance(evidence.rasters, Unchecked):
        result.take([evidence.rasters])
        return iter(())
    return iter(evidence.rasters)


def _ink(page: Page, job: Job, rasters: Iterator[Raster], result: _Findings) -> None:
    """Measure the ink of a page."""
    if not needs_ink(job) or register.INK in result.unchecked:
        return
    raster = next(rasters, None)
    if raster is None:
        reason = f"there is no picture of page {page.number}, nor of those that follow: Ghostscript stopped there"
        result.take([Unchecked(register.INK, reason)])
    else:
        result.take(ink.check(page, job, raster))


def _validate(job: Job, evidence: Evidence, result: _Findings) -> None:
    """Take over what veraPDF says."""
    if not needs_validation(job):
        return
    if evidence.objections is None:
        result.take([Unchecked(register.VALIDATION, "nobody asked it")])
    elif isinstance(evidence.objections, Unchecked):
        result.take([evidence.objections])
    else:
        result.take(validation.check(evidence.objections))


def _checked(job: Job, evidence: Evidence, result: _Findings) -> tuple[str, ...]:
    """Return the names of the printer's checks that ran."""
    if not job.for_printer:
        return ()
    others = []
    if needs_ink(job) and not isinstance(evidence.rasters, Unchecked | None):
        others.append(register.INK)
    if needs_validation(job) and not isinstance(evidence.objections, Unchecked | None):
        others.append(register.VALIDATION)
    return tuple(name for name in (*register.names(job), *others) if name not in result.unchecked)
