"""A file as preflight takes it: opened with distrust, its pages with their boxes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Pdf

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.preflight import measures, reading
from translate_pub.preflight.found import error
from translate_pub.preflight.hand import Typecase
from translate_pub.preflight.painting import Painting

LARGEST = 2_000_000_000
"""Bytes of a file that is read at all; every printer takes less."""
MOST_UNPACKED = 512_000_000
"""Bytes of a stream, unpacked: a page of 60 x 80 cm in four inks at 300 ppi has 270 million."""
MOST_PAGES = 20_000
_MAGIC_WITHIN = 1024
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "L2R", "R2L"


@dataclass(slots=True)
class Document:
    """A file that can be read."""

    pdf: Pdf
    data: bytes = field(repr=False)
    typecase: Typecase = field(default_factory=Typecase)

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self.pdf.pages)

    @property
    def right_to_left(self) -> bool:
        """Whether it says that its pages turn to the right."""
        return reading.name(reading.entry(self.pdf.Root, "/ViewerPreferences", "/Direction")) == _RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a page, in pt (ISO 32000-1, 14.11.2); those that it does not have are None."""

    media: Rect
    crop: Rect | None = None
    bleed: Rect | None = None
    trim: Rect | None = None
    art: Rect | None = None


@dataclass(slots=True)
class Page:
    """A page, with what it paints."""

    number: int
    """Counted from 1."""
    boxes: Boxes
    trim: Rect
    """Where it is cut: its trim box, or where the printer will take it to be."""
    spine_left: bool | None
    """Whether it is bound at its left; None of a cover, which is not bound."""
    painting: Painting
    source: pikepdf.Page = field(repr=False)
    count: int = 1
    """How many pages the file has."""

    @property
    def turned(self) -> bool:
        """Whether it is shown turned."""
        return int(reading.number(reading.entry(self.source.obj, "/Rotate"))) % 360 != 0

    @property
    def recto(self) -> bool:
        """Whether it is the front of its leaf."""
        return self.number % 2 == 1


def open_file(data: bytes) -> Document | Finding:
    """Open a file, or say why not."""
    reason = _unfit(data)
    if reason:
        return error("P100", reason)
    pikepdf.settings.set_qpdf_limits(flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED)
    try:
        pdf = Pdf.open(io.BytesIO(data))
        count = len(pdf.pages)
    except pikepdf.PasswordError:
        hint = "take the password away in the program that it was made with"
        return error("P101", "the file is encrypted and asks for a password", hint=hint)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError, ValueError, TypeError, KeyError) as failure:
        return error("P100", f"the file is damaged and cannot be read: {' '.join(str(failure).split())}")
    if not count:
        return error("P100", "the file has no pages")
    if count > MOST_PAGES:
        return error("P100", f"the file has {count:,} pages; at most {MOST_PAGES:,} are read")
    return Document(pdf, data)


def _unfit(data: bytes) -> str:
    """Say why bytes are not a file to open; nothing where they may be one."""
    if not data:
        return "the file is empty"
    if len(data) > LARGEST:
        return f"the file has {len(data) // 1_000_000:,} MB; at most {LARGEST // 1_000_000:,} MB are read"
    if b"%PDF-" not in data[:_MAGIC_WITHIN]:
        return "the file is not a PDF: it does not begin as one"
    return ""


def boxes(page: pikepdf.Page) -> Boxes | None:
    """Return the boxes of a page; None where it has no media box."""
    media = _box(page.obj.get("/MediaBox")) or _inherited(page, "/MediaBox")
    if media is None or media.width <= 0 or media.height <= 0:
        return None
    crop = _box(page.obj.get("/CropBox")) or _inherited(page, "/CropBox")
    own = [_box(page.obj.get(key)) for key in ("/BleedBox", "/TrimBox", "/ArtBox")]
    return Boxes(media, crop, *own)


def _box(value: object) -> Rect | None:
    sides = reading.numbers(value)
    if len(sides) != len(("left", "bottom", "right", "top")):
        return None
    left, right = sorted(sides[::2])
    bottom, top = sorted(sides[1::2])
    return Rect(left, bottom, right, top)


def _inherited(page: pikepdf.Page, key: str) -> Rect | None:
    """Return a box that a page has from the node of the tree above it (ISO 32000-1, 7.7.3.4)."""
    node = reading.entry(page.obj, "/Parent")
    for _ in range(64):  # deeper trees go round in a circle
        if node is None:
            return None
        found = _box(reading.entry(node, key))
        if found:
            return found
        node = reading.entry(node, "/Parent")
    return None


def spine_left(number: int, job: Job, document: Document) -> bool | None:
    """Say whether a page is bound at its left; None of a cover."""
    if job.cover:
        return None
    turned = document.right_to_left if job.right_to_left is None else job.right_to_left
    return (number % 2 == 1) is not turned


def trim_of(found: Boxes, job: Job, *, at_left: bool | None) -> Rect:
    """Return where a page is cut: its trim box or art box, else where the printer will take it to be.

    A file without either is taken as its printer's manual says: the trim of the book inside the bleed, or all of it.
    """
    exact = found.trim or found.art
    if exact:
        return exact
    whole = found.crop or found.media
    left, right = edges(job, at_left=at_left)
    top, bottom = measures.points(job.bleed.top), measures.points(job.bleed.bottom)
    inside = Rect(whole.left + left, whole.bottom + bottom, whole.right - right, whole.top - top)
    if job.trim is None or job.cover:
        return inside if job.cover and not inside.empty else whole
    width, height = measures.points(job.trim.width_mm), measures.points(job.trim.height_mm)
    fits = abs(inside.width - width) < measures.points(1) and abs(inside.height - height) < measures.points(1)
    return inside if fits else whole


def edges(job: Job, *, at_left: bool | None) -> tuple[float, float]:
    """Return the bleed that is asked for at the left and right of a page, in pt."""
    inner, outer = measures.points(job.bleed.inner), measures.points(job.bleed.outer)
    return (inner, outer) if at_left else (outer, inner)


def asked_bleed(page: Page, job: Job) -> Rect:
    """Return the trim with the bleed that is asked for around it."""
    left, right = edges(job, at_left=page.spine_left)
    top, bottom = measures.points(job.bleed.top), measures.points(job.bleed.bottom)
    trim = page.trim
    return Rect(trim.left - left, trim.bottom - bottom, trim.right + right, trim.top + top)


def numbered(document: Document) -> Iterator[tuple[int, pikepdf.Page]]:
    """Give the pages with their numbers, from 1."""
    yield from enumerate(document.pdf.pages, start=1)
