"""A cover laid out: one page in, one PDF with its boxes and metadata out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import pikepdf
from pikepdf import Array, Name, Pdf

from translate_pub.model.book import Trim
from translate_pub.model.cover import CoverPlan
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.pages import Imprint, Publication
from translate_pub.publish import engine, glyphs, images, interior, metadata
from translate_pub.publish.boxes import Box
from translate_pub.publish.covers import fitting
from translate_pub.publish.fetcher import Fetcher
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.section import Locator, take_out_embeds

if TYPE_CHECKING:
    from weasyprint.document import Document


@dataclass(frozen=True, slots=True)
class SheetJob:
    """All that the sheet of a cover depends on."""

    html: str
    css: str
    fonts: FontSet
    plan: CoverPlan
    root: str
    """The workspace's root, absolute: nothing outside it is read."""
    name: str
    """File name of the cover."""


def lay_out(job: SheetJob, imprint: Imprint) -> Outcome[Publication]:
    """Lay a cover out as one PDF of one page.

    Raises:
        MachineError: Pango or a font is missing.
    """
    fetcher = Fetcher(Path(job.root), (face.path for face in job.fonts.faces))
    stylesheet, css_complaints, refused = engine.read_stylesheet(job.css, job.fonts, job.root)
    fetcher.refused.update(refused)
    html = engine.parse(job.html, fetcher)
    locator = Locator(html.etree_element)
    found = take_out_embeds(html.etree_element, locator)
    done: list[tuple[Document, list[str]]] = []

    def lay(rules: str) -> list[Box]:
        done[:] = [engine.render(html, stylesheet, _page_css(job.plan) + rules)]
        return [page._page_box for page in done[0][0].pages]  # noqa: SLF001 - the laid-out boxes have no other door

    rules, crowded = fitting.fit(lay)
    pages = lay(rules)
    document, complaints = done[0]
    data, _, further = engine.write(document)
    found += [
        *crowded,
        *images.check_files(html.etree_element, fetcher, locator),
        *images.check_sizes(pages, locator),
        *glyphs.check(pages, job.fonts, locator),
    ]
    found += _heard([*css_complaints, *complaints, *further], html.etree_element, fetcher, found)
    return Outcome(Publication(job.name, finish(data, job.plan, imprint), 1), tuple(dict.fromkeys(found)))


def _page_css(plan: CoverPlan) -> str:
    return f"@page{{size:{plan.width:.4f}mm {plan.height:.4f}mm;bleed:{plan.bleed:g}mm;marks:none;margin:0}}"


def _heard(complaints: Sequence[str], root: Element, fetcher: Fetcher, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Make findings of what was refused and of what the layout engine logged, unless there is one already."""
    told = "".join(finding.message for finding in found)
    heard = [
        Diagnostic("P002", Severity.ERROR, f"{address} is not used: {why}")
        for address, why in fetcher.refused.items()
        if why not in told
    ]
    for complaint in dict.fromkeys(complaints):
        if glyphs.NOTDEF.fullmatch(complaint):
            missing = glyphs.from_log(complaint, found, "cover")
            heard += [missing] if missing else []
        elif images.LOGGED.fullmatch(complaint):
            unnamed = images.from_log(complaint, root, fetcher)
            heard += [unnamed] if unnamed else []
        else:
            heard.append(Diagnostic("P011", Severity.WARNING, f"cover: {complaint}"))
    return heard


def finish(data: bytes, plan: CoverPlan, imprint: Imprint) -> bytes:
    """Move a page from WeasyPrint's origin, the corner of the trim, to that of the media; write boxes and metadata."""
    boxes = interior.page_boxes(Trim(plan.width, plan.height), plan.bleed)
    with Pdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        page.MediaBox, page.BleedBox, page.TrimBox = Array(boxes.media), Array(boxes.bleed), Array(boxes.trim)
        for key in ("/CropBox", "/ArtBox", "/Annots"):
            if key in page:
                del page[key]
        shift = pdf.make_stream(f"q 1 0 0 1 {boxes.offset:.4f} {boxes.offset:.4f} cm\n".encode())
        page.Contents = Array([shift, page.Contents, pdf.make_stream(b"\nQ")])
        metadata.write(pdf, imprint)
        pdf.Root.PageLayout, pdf.Root.PageMode = Name.SinglePage, Name.UseNone
        pdf.remove_unreferenced_resources()
        out = io.BytesIO()
        pdf.save(
            out,
            force_version=interior.PDF_VERSION,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return out.getvalue()
