"""A cover that was drawn elsewhere: is it the one sheet, of the size, that this book needs?"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Pdf

from translate_pub.model.cover import CoverPlan
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span

TOLERANCE_MM = 0.5
"""How far a sheet may be off; half of what a fold may be (KDP and IngramSpark tell of 1/16 in)."""
_MM_PER_POINT = 25.4 / 72

Corners = tuple[float, float, float, float]
"""x and y of two corners, in pt."""


def check(data: bytes, plan: CoverPlan, place: Span | None) -> Outcome[bytes]:
    """Hold a finished cover against the measures of the book.

    Args:
        data: the PDF.
        plan: the measures.
        place: where the file is named, for what is found.

    Returns:
        The file as it came, but for boxes that it did not have; no value where it cannot be read.
    """
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            found = _check_sheet(pdf, plan, place)
            return Outcome(_with_boxes(pdf, data, plan), found)
    except pikepdf.PasswordError:
        message = "the finished cover is locked with a password"
        return Outcome(None, (Diagnostic("P045", Severity.ERROR, message, place, ("save it without one",)),))
    except (pikepdf.PdfError, IndexError) as error:
        message = f"the finished cover cannot be read as a PDF: {error}"
        return Outcome(None, (Diagnostic("P045", Severity.ERROR, message, place),))


def _check_sheet(pdf: Pdf, plan: CoverPlan, place: Span | None) -> tuple[Diagnostic, ...]:
    found = []
    if len(pdf.pages) != 1:
        message = f"the finished cover has {len(pdf.pages)} pages; wanted: one, with back, spine and front"
        found.append(Diagnostic("P046", Severity.ERROR, message, place))
    page = pdf.pages[0]
    media = _size(page, _corners(page, "/MediaBox"))
    trim = _size(page, _corners(page, "/TrimBox"))
    own = "/TrimBox" in page.obj
    bled = (plan.width + 2 * plan.bleed, plan.height + 2 * plan.bleed)
    if own and not _near(trim, (plan.width, plan.height)):
        found.append(_wrong("cut", trim, (plan.width, plan.height), plan, place))
    elif (own and _smaller(media, bled)) or (not own and not _near(media, bled)):
        found.append(_wrong("with its bleed", media, bled, plan, place))
    return tuple(found)


def _corners(page: pikepdf.Page, name: str) -> Corners:
    """Return a box of a page; that of its media where it has none of that name."""
    box = page.obj.get(name, page.mediabox)
    return tuple(float(value) for value in box.as_list())  # type: ignore[return-value] # a rectangle has four


def _size(page: pikepdf.Page, corners: Corners) -> tuple[float, float]:
    """Return width and height of a box as it is seen, in mm."""
    unit = float(page.obj.get("/UserUnit", 1)) * _MM_PER_POINT
    width, height = abs(corners[2] - corners[0]) * unit, abs(corners[3] - corners[1]) * unit
    return (height, width) if int(page.obj.get("/Rotate", 0)) % 180 else (width, height)


def _near(size: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return all(abs(one - other) <= TOLERANCE_MM for one, other in zip(size, wanted, strict=True))


def _smaller(size: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return any(one < other - TOLERANCE_MM for one, other in zip(size, wanted, strict=True))


def _wrong(
    what: str, size: tuple[float, float], wanted: tuple[float, float], plan: CoverPlan, place: Span | None
) -> Diagnostic:
    message = (
        f"the finished cover is {size[0]:.1f} × {size[1]:.1f} mm {what}; "
        f"wanted: {wanted[0]:.1f} × {wanted[1]:.1f} mm, with a spine of {plan.spine:.1f} mm for {plan.pages} pages"
    )
    wider = size[0] - wanted[0]
    hints = [f"all else being right, its spine is {plan.spine + wider:.1f} mm"] if abs(wider) > TOLERANCE_MM else []
    hints.append("draw it on the template that `--edition cover-template` makes")
    return Diagnostic("P047", Severity.ERROR, message, place, tuple(hints))


def _with_boxes(pdf: Pdf, data: bytes, plan: CoverPlan) -> bytes:
    """Write the boxes of a sheet that is all bleed, where it says nothing of its trim; else leave it byte for byte."""
    page = pdf.pages[0]
    if "/TrimBox" in page.obj:
        return data
    left, foot, right, head = _corners(page, "/MediaBox")
    bleed = plan.bleed / _MM_PER_POINT / float(page.obj.get("/UserUnit", 1))
    page.obj.BleedBox = pikepdf.Array([left, foot, right, head])
    page.obj.TrimBox = pikepdf.Array([left + bleed, foot + bleed, right - bleed, head - bleed])
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
