"""The pages of a file that is put on sheets, each as a form that can be placed, whoever made the file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import pikepdf
from pikepdf import Name, Object, Pdf

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.publish.imposition.marks import PT_PER_MM

_TOLERANCE_MM = 0.2
_BOX = 4
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a form XObject."""

    form: Object
    trim: Rectangle
    """Left, bottom, right, top in pt where the form is drawn as it is."""
    bleed_mm: float
    """The least of what is printed beyond head, foot and fore-edge."""

    @property
    def width_mm(self) -> float:
        """Of the cut page."""
        return (self.trim[2] - self.trim[0]) / PT_PER_MM

    @property
    def height_mm(self) -> float:
        """Of the cut page."""
        return (self.trim[3] - self.trim[1]) / PT_PER_MM

    def placed(self, trim: tuple[float, ...], *, turned: bool) -> str:
        """Return the matrix that brings the page's trim to a rectangle (left, bottom, right, top in pt)."""
        scale = (trim[2] - trim[0]) / (self.trim[2] - self.trim[0])
        if turned:
            scale = -scale
            return (
                f"{scale:.6f} 0 0 {scale:.6f} {trim[2] - scale * self.trim[0]:.4f} {trim[3] - scale * self.trim[1]:.4f}"
            )
        return f"{scale:.6f} 0 0 {scale:.6f} {trim[0] - scale * self.trim[0]:.4f} {trim[1] - scale * self.trim[1]:.4f}"


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read; close it by leaving its `with`."""

    pdf: Pdf
    pages: tuple[Page, ...]
    right_bound: bool

    def __enter__(self) -> Self:
        """Keep the file open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.pdf.close()


def read(data: bytes, name: str) -> Outcome[Read]:
    """Read a file; what hinders is a finding, as is a page of another size than the first.

    Args:
        data: the PDF.
        name: how messages call it.
    """
    try:
        # A file that was cut short would be mended in silence, and pages be missing.
        pdf = Pdf.open(io.BytesIO(data), attempt_recovery=False)
        pages = tuple(_page(page) for page in pdf.pages)
    except pikepdf.PasswordError:
        return _damaged(name, "it is protected by a password; take the protection off first")
    except (pikepdf.PdfError, ValueError, AttributeError, KeyError, TypeError) as error:
        # Of a stream, qpdf says first where it lies in memory.
        reason = str(error).rpartition(">: ")[2]
        return _damaged(name, f"it is no PDF, or a damaged one ({reason})")
    if not pages:
        return _damaged(name, "it has no pages")
    empty = next((number for number, page in enumerate(pages, 1) if not _has_room(page)), None)
    if empty is not None:
        return _damaged(name, f"its page {empty} has a trim box or media box without width or height")
    right_bound = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/Direction") == Name.R2L
    return Outcome(Read(pdf, pages, right_bound), tuple(_sizes(pages, name)))


def _damaged(name: str, why: str) -> Outcome[Read]:
    return Outcome(None, (Diagnostic("P070", Severity.ERROR, f"{name} cannot be read: {why}"),))


def _has_room(page: Page) -> bool:
    """Whether a page is wider and higher than nothing."""
    return min(page.width_mm, page.height_mm) > _TOLERANCE_MM


def _page(page: pikepdf.Page) -> Page:
    """Make a form of a page, what is printed beyond the trim included."""
    form = page.as_form_xobject()
    media, bleed, trim = (_box(box) for box in (page.mediabox, page.obj.get("/BleedBox", page.mediabox), page.trimbox))
    shown = (max(media[0], bleed[0]), max(media[1], bleed[1]), min(media[2], bleed[2]), min(media[3], bleed[3]))
    form.BBox = pikepdf.Array([round(edge, 4) for edge in shown])
    matrix = [float(number) for number in form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])).as_list()]
    sides = (trim[1] - shown[1], shown[3] - trim[3], max(trim[0] - shown[0], shown[2] - trim[2]))
    return Page(form, _moved(trim, matrix), max(0.0, min(sides)) / PT_PER_MM)


def _box(box: Object) -> Rectangle:
    """Return left, bottom, right, top, whichever corners are given (ISO 32000-1, 7.9.5)."""
    values = [float(number) for number in box.as_list()]
    if len(values) != _BOX:
        message = f"a box of {len(values)} numbers"
        raise ValueError(message)
    return min(values[0::2]), min(values[1::2]), max(values[0::2]), max(values[1::2])


def _moved(box: Rectangle, matrix: list[float]) -> Rectangle:
    """Return a rectangle as a matrix of quarter turns and scales puts it."""
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in box[0::2] for y in box[1::2]]
    ys = [b * x + d * y + f for x in box[0::2] for y in box[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def _sizes(pages: tuple[Page, ...], name: str) -> list[Diagnostic]:
    """Find pages of another size than the first."""
    first = pages[0]
    odd = [
        number
        for number, page in enumerate(pages, 1)
        if abs(page.width_mm - first.width_mm) > _TOLERANCE_MM or abs(page.height_mm - first.height_mm) > _TOLERANCE_MM
    ]
    if not odd:
        return []
    shown = ", ".join(map(str, odd[:10])) + (" ..." if len(odd) > len(odd[:10]) else "")
    page = pages[odd[0] - 1]
    message = (
        f"{name}: not all pages have the size of the first ({first.width_mm:.1f} × {first.height_mm:.1f} mm); page "
        f"{odd[0]} has {page.width_mm:.1f} × {page.height_mm:.1f} mm (pages {shown}); they are made to its width"
    )
    return [Diagnostic("P072", Severity.WARNING, message)]
