"""The interior of a book: chapters appended, blanks put in, links resolved, fonts shared, and finished for print."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from translate_pub.model.book import Role, Trim
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.pages import Imprint, OutlineItem, Pagination, PlacedChapter, Publication
from translate_pub.publish import metadata, patterns
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.joining import FontJoiner, ImageJoiner
from translate_pub.publish.labels import page_labels
from translate_pub.publish.section import LINK_SCHEME
from translate_pub.publish.tagging.joining import StructureJoiner
from translate_pub.publish.text_layer.merging import ClusterMerger

POINTS_PER_MM = 72 / 25.4
PDF_VERSION = "1.7"
_UNDER_A_PART = {Role.CHAPTER, Role.INTRODUCTION, Role.CONCLUSION}


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The boxes of every page, in pt, the origin at the corner of the media."""

    media: tuple[float, float, float, float]
    bleed: tuple[float, float, float, float]
    trim: tuple[float, float, float, float]
    offset: float
    """From the corner of the media to that of the trim."""


def page_boxes(trim: Trim, bleed_mm: float) -> PageBoxes:
    """Return the boxes of a trim size; the bleed reaches the edge of the media, and there are no marks."""
    offset = bleed_mm * POINTS_PER_MM
    width, height = trim.width_mm * POINTS_PER_MM, trim.height_mm * POINTS_PER_MM
    media = (0.0, 0.0, _round(width + 2 * offset), _round(height + 2 * offset))
    return PageBoxes(media, media, tuple(map(_round, (offset, offset, offset + width, offset + height))), offset)  # type: ignore[arg-type] # four of four


def _round(length: float) -> float:
    return round(length, 4)


def assemble(
    pagination: Pagination, imprint: Imprint, fonts: FontSet, name: str, volumes: Mapping[int, str] | None = None
) -> Outcome[Publication]:
    """Make one PDF of an edition's laid-out sections, or of those of one volume.

    Args:
        pagination: the pages.
        imprint: what the PDF says of itself.
        fonts: of the edition.
        name: of the file.
        volumes: volume -> name of its file, where links to other volumes are to open them; elsewhere they are text.

    Raises:
        MachineError: A font file is gone.
        PagesError: The pages use a font that the edition does not have.
    """
    pdf = pikepdf.new()
    boxes = page_boxes(imprint.trim, imprint.bleed_mm)
    structure = _append(pdf, pagination, boxes, fonts)
    pages = [page.obj for page in pdf.pages]
    dests = _destinations(pagination, pages, boxes)
    found = _link(pagination, pages, dests, volumes or {})
    _write_names(pdf, dests)
    _write_outline(pdf, pagination, boxes)
    pdf.Root.PageLabels = page_labels(pagination.folios)
    metadata.write(pdf, imprint)
    found += _without_tags(structure.finish(boxes.offset))
    data = io.BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        data,
        force_version=PDF_VERSION,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    notes = tuple(note for placed in pagination.chapters for note in placed.chapter.notes)
    return Outcome(Publication(name, data.getvalue(), len(pages), notes), tuple(found))


def _append(pdf: Pdf, pagination: Pagination, boxes: PageBoxes, fonts: FontSet) -> StructureJoiner:
    font_joiner, image_joiner, structure = FontJoiner(pdf, fonts), ImageJoiner(), StructureJoiner(pdf)
    clusters = ClusterMerger(pdf, fonts)
    shift = pdf.make_stream(f"q 1 0 0 1 {boxes.offset:.4f} {boxes.offset:.4f} cm\n".encode())
    unshift = pdf.make_stream(b"\nQ")
    for placed in pagination.chapters:
        _fill_up(pdf, placed.first_page, boxes)
        with Pdf.open(io.BytesIO(placed.chapter.pdf)) as source, warnings.catch_warnings():
            # Links by name are resolved for the whole book below.
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            pdf.pages.extend(source.pages)
            structure.add(source, placed.first_page)
        added = list(pdf.pages)[placed.first_page :]
        for page in added:
            _finish_page(page, boxes, shift, unshift)
        patterns.move_all(added, boxes.offset, boxes.offset)
        font_joiner.join(added, dict(placed.chapter.fonts))
        clusters.join(added, placed.chapter.shaped)
        image_joiner.join(added)
    _fill_up(pdf, len(pagination.folios), boxes)
    font_joiner.finish()
    clusters.finish()
    return structure


def _without_tags(pages: tuple[int, ...]) -> list[Diagnostic]:
    if not pages:
        return []
    message = (
        f"something on page {', '.join(str(page + 1) for page in pages)} cannot be told to readers who see nothing"
    )
    hints = ("mostly it is text of less than full opacity: give it a solid colour",)
    return [Diagnostic("P029", Severity.ERROR, message, hints=hints)]


def _fill_up(pdf: Pdf, pages: int, boxes: PageBoxes) -> None:
    """Add blanks until there are so many pages."""
    while len(pdf.pages) < pages:
        pdf.add_blank_page(page_size=(boxes.media[2], boxes.media[3]))
        _set_boxes(pdf.pages[-1].obj, boxes)


def _set_boxes(page: Object, boxes: PageBoxes) -> None:
    page.MediaBox, page.BleedBox, page.TrimBox = Array(boxes.media), Array(boxes.bleed), Array(boxes.trim)
    for key in ("/CropBox", "/ArtBox"):
        if key in page:
            del page[key]


def _finish_page(page: pikepdf.Page, boxes: PageBoxes, shift: Object, unshift: Object) -> None:
    """Move a page from WeasyPrint's origin, the corner of the trim, to that of the media."""
    _set_boxes(page.obj, boxes)
    page.obj.Contents = Array([shift, page.obj.Contents, unshift])
    for annotation in page.obj.get("/Annots", Array()):
        annotation.Rect = Array([_round(float(value) + boxes.offset) for value in annotation.Rect.as_list()])
        annotation.F = 4  # printed, or a PDF/A reader objects; without a border nothing is seen


def _destinations(pagination: Pagination, pages: Sequence[Object], boxes: PageBoxes) -> dict[str, Array]:
    """Return where every anchor of the book is; of equal names the first."""
    dests: dict[str, Array] = {}
    for placed in pagination.chapters:
        for landing in placed.chapter.landings:
            page = pages[placed.first_page + landing.page]
            place = (_round(landing.x_pt + boxes.offset), _round(landing.y_pt + boxes.offset))
            dests.setdefault(landing.anchor, Array([page, Name.XYZ, *place, 0]))
    return dests


def _link(
    pagination: Pagination, pages: Sequence[Object], dests: dict[str, Array], volumes: Mapping[int, str]
) -> list[Diagnostic]:
    """Turn the addresses of other sections into destinations, and report those that lead nowhere."""
    found = {}
    for placed in pagination.chapters:
        for page in pages[placed.first_page : placed.first_page + placed.chapter.pages]:
            for annotation in list(page.get("/Annots", Array())):
                address = str(annotation.get("/A", Dictionary()).get("/URI", ""))
                if not address.startswith(LINK_SCHEME):
                    continue
                target = unquote(address.removeprefix(LINK_SCHEME))
                if target in dests:
                    del annotation["/A"]
                    annotation.Dest = String(target)
                elif target in pagination.elsewhere:
                    _link_volume(page, annotation, target, volumes.get(pagination.elsewhere[target], ""))
                else:
                    found[placed.chapter.name, target] = _nowhere(placed, target)
    return list(found.values())


def _link_volume(page: Object, annotation: Object, target: str, file: str) -> None:
    """Let a link open the file of another volume (ISO 32000-1, 12.6.4.3), or leave it as text."""
    if file:
        specification = Dictionary(Type=Name.Filespec, F=String(file), UF=String(file))
        annotation.A = Dictionary(S=Name.GoToR, F=specification, D=String(target))
    else:
        page.Annots = Array([one for one in page.Annots if one != annotation])


def _nowhere(placed: PlacedChapter, target: str) -> Diagnostic:
    message = f"a link of {placed.chapter.name} leads to “{target}”, which stands nowhere in the book"
    return Diagnostic("P010", Severity.ERROR, message)


def _write_names(pdf: Pdf, dests: dict[str, Array]) -> None:
    """Write the tree of named destinations, sorted as PDF wants it (ISO 32000-1, 7.9.6)."""
    if not dests:
        return
    names = Array()
    for name in sorted(dests, key=lambda name: bytes(String(name))):
        names.extend([String(name), pdf.make_indirect(dests[name])])
    leaf = pdf.make_indirect(Dictionary(Limits=Array([names[0], names[-2]]), Names=names))
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Kids=Array([leaf]))))


def _write_outline(pdf: Pdf, pagination: Pagination, boxes: PageBoxes) -> None:
    with pdf.open_outline() as outline:
        levels = [outline.root]
        for placed, item in outline_items(pagination):
            page, top = placed.first_page + item.page, _round(item.y_pt + boxes.offset)
            entry = pikepdf.OutlineItem(item.title, page, "XYZ", left=_round(boxes.offset), top=top)
            entry.is_closed = item.level > 0
            del levels[item.level + 1 :]
            levels[-1].append(entry)
            levels.append(entry.children)


def outline_items(pagination: Pagination) -> list[tuple[PlacedChapter, OutlineItem]]:
    """Return the lines of the outline with levels from 0 that skip none; chapters stand under their part."""
    items = []
    part = False
    above: list[int] = []
    for placed in pagination.chapters:
        role = placed.chapter.role
        part = role is Role.PART or (part and role in _UNDER_A_PART)
        for item in placed.chapter.outline:
            wanted = item.level + (1 if part and role is not Role.PART else 0)
            above = [level for level in above if level < wanted]
            title = " ".join(item.title.split())
            items.append((placed, OutlineItem(len(above), title, item.page, item.y_pt)))
            above.append(wanted)
    return items
