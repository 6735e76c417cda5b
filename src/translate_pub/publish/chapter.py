"""One section laid out in one process: HTML and stylesheet in, pages and where everything landed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from translate_pub.model.book import Trim
from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.makeup import Breaks
from translate_pub.model.pages import ChapterPages, Landing, OutlineItem
from translate_pub.publish import engine, glyphs, images, margins, notes, section
from translate_pub.publish.boxes import PT_PER_PX, Box
from translate_pub.publish.fetcher import Fetcher
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.notes import Trial
from translate_pub.publish.section import Locator
from translate_pub.publish.text_layer import findings

if TYPE_CHECKING:
    from weasyprint.document import Document

    from translate_pub.publish.notes import Survey


@dataclass(frozen=True, slots=True)
class Format:
    """What all sections of an edition have in common."""

    css: str
    """The theme's and the book's own; see `model.edition.Theme`."""
    fonts: FontSet
    trim: Trim
    bleed_mm: float
    root: str
    """The workspace's root, absolute: nothing outside it is read."""
    tagged: bool = False
    """Whether the pages tell their structure, as screen editions do."""
    breaks: tuple[Breaks, ...] = ()
    """Words that are broken as the workspace's lists say."""


@dataclass(frozen=True, slots=True)
class LayoutJob:
    """All that the pages of one section depend on; equal jobs give equal pages."""

    section: ChapterHtml
    form: Format
    side: Opening = Opening.RECTO
    """The side of its first page: recto or verso."""
    first_folio: int = 1
    folios: tuple[tuple[str, str], ...] = ()
    """(id, folio as printed) of the references that the section shows."""

    @property
    def name(self) -> str:
        """The section's, by which the user knows it."""
        return self.section.name


@dataclass(frozen=True, slots=True)
class _Layout:
    document: Document
    root: Element
    complaints: Sequence[str]
    findings: Sequence[Diagnostic]
    survey: Survey
    notes: Sequence[Element]

    @property
    def boxes(self) -> list[Box]:
        return [page._page_box for page in self.document.pages]  # noqa: SLF001 - the laid-out boxes have no other door


def lay_out(job: LayoutJob) -> ChapterPages:
    """Lay a section out; long notes are cut where the page turns.

    Raises:
        MachineError: Pango or a font is missing.
    """
    fetcher = Fetcher(Path(job.form.root), (face.path for face in job.form.fonts.faces))
    layout = _settle(job, fetcher)
    data, fonts, complaints = engine.write(layout.document, layout.root if job.form.tagged else None)
    found = [*layout.findings, *_check(job, layout, [*layout.complaints, *complaints], fetcher)]
    return ChapterPages(
        name=job.section.name,
        role=job.section.role,
        matter=job.section.matter,
        opens=job.section.opens,
        pdf=data,
        pages=len(layout.document.pages),
        landings=_landings(layout.document),
        outline=_outline(layout.document, job.section.title),
        notes=notes.landings(layout.survey, layout.notes),
        diagnostics=tuple(dict.fromkeys(found)),
        folios=job.section.folios,
        volume=job.section.volume,
        behind_page=job.section.behind_page,
        fonts=fonts,
        shaped=engine.shaped_fonts(layout.document),
    )


def _settle(job: LayoutJob, fetcher: Fetcher) -> _Layout:
    """Lay out until every note stands whole on the pages from its call on, or nothing is left to try."""
    layout = _lay_out_once(job, fetcher, Trial())
    if all(layout.survey.settled(number) for number in range(len(layout.notes))):
        return layout
    tried = []
    lines = notes.first_guess(layout.survey)
    for rules in notes.attempts(layout.survey):
        guess = _lay_out_once(job, fetcher, Trial(lines, rules, stand_ins=True))
        tried.append(_lay_out_once(job, fetcher, Trial(notes.joined(guess.survey, lines), rules)))
        if not any(tried[-1].survey.faults):
            return tried[-1]
    if all(one.survey.lost for one in tried):
        # Pieces that did not fall as they were guessed: line by line, every note is whole all the same.
        tried.append(_lay_out_once(job, fetcher, Trial(lines, next(notes.attempts(layout.survey)))))
    return min(tried, key=lambda one: one.survey.faults)


def _lay_out_once(job: LayoutJob, fetcher: Fetcher, trial: Trial) -> _Layout:
    stylesheet, css_complaints, refused = engine.read_stylesheet(
        job.form.css + notes.CSS, job.form.fonts, job.form.root
    )
    fetcher.refused.update(refused)
    html = engine.parse(job.section.html, fetcher)
    root = html.etree_element
    findings = section.take_out_embeds(root, Locator(root))
    section.fill_folios(root, dict(job.folios))
    section.mark_links(root)
    found = notes.number(root)
    notes.divide(root, trial)
    document, complaints = engine.render(html, stylesheet, _page_css(job) + trial.css, job.form.breaks)
    boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - see `_Layout.boxes`
    return _Layout(document, root, [*css_complaints, *complaints], findings, notes.survey(boxes, found), found)


def _page_css(job: LayoutJob) -> str:
    """Write what depends on the machine and on the section's place in the book."""
    trim = job.form.trim
    measures = f"--trim-width:{trim.width_mm}mm;--trim-height:{trim.height_mm}mm;--bleed:{job.form.bleed_mm}mm"
    return (
        f":root{{{measures}}}"
        f"@page{{size:{trim.width_mm}mm {trim.height_mm}mm;bleed:{job.form.bleed_mm}mm;marks:none}}"
        f"@page:first{{counter-reset:page {job.first_folio}}}html{{break-before:{job.side.value}}}"
    )


def _check(job: LayoutJob, layout: _Layout, complaints: Sequence[str], fetcher: Fetcher) -> list[Diagnostic]:
    locator = Locator(layout.root)
    found = [
        *images.check_files(layout.root, fetcher, locator),
        *images.check_sizes(layout.boxes, locator),
        *margins.check(layout.boxes, locator),
        *notes.check(layout.survey, layout.notes, locator),
        *glyphs.check(layout.boxes, job.form.fonts, locator),
        *(images.check_alternatives(layout.root, locator) if job.form.tagged else ()),
    ]
    told = "".join(finding.message for finding in found)
    found += [
        Diagnostic("P002", Severity.ERROR, f"{address} is not used: {why}")
        for address, why in fetcher.refused.items()
        if why not in told
    ]
    about_images = [complaint for complaint in complaints if images.LOGGED.fullmatch(complaint)]
    others = [one for one in complaints if one not in about_images and not images.SILENT.fullmatch(one)]
    heard = [images.from_log(complaint, layout.root, fetcher) for complaint in about_images]
    heard += [_hear(complaint, found, job.section.name) for complaint in others]
    return found + [finding for finding in heard if finding]


def _hear(complaint: str, found: Sequence[Diagnostic], name: str) -> Diagnostic | None:
    """Make a finding of what WeasyPrint logged, unless there is one already."""
    if glyphs.NOTDEF.fullmatch(complaint):
        return glyphs.from_log(complaint, found, name)
    if unsearchable := findings.from_log(complaint, name):
        return unsearchable
    return Diagnostic("P011", Severity.WARNING, f"{name}: {complaint}")


def _landings(document: Document) -> tuple[Landing, ...]:
    landings: dict[str, Landing] = {}
    for index, page in enumerate(document.pages):
        for anchor, (x, y, *_) in page.anchors.items():
            landings.setdefault(anchor, Landing(anchor, index, x * PT_PER_PX, (page.height - y) * PT_PER_PX))
    return tuple(landings.values())


def _outline(document: Document, title: str) -> tuple[OutlineItem, ...]:
    items = [
        OutlineItem(level, label, index, (page.height - y) * PT_PER_PX)
        for index, page in enumerate(document.pages)
        for level, label, (_, y), _ in page.bookmarks
    ]
    if not items and title:
        items = [OutlineItem(1, title, 0, document.pages[0].height * PT_PER_PX)]
    return tuple(items)
