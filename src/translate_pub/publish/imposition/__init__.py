"""Imposition: the pages of a finished PDF on sheets, as they are folded, cut and bound, or side by side for a proof."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.publish.imposition import marks, plan, sheets
from translate_pub.publish.imposition.marks import PT_PER_MM
from translate_pub.publish.imposition.pages import Page, read
from translate_pub.publish.imposition.plan import Plan, Side
from translate_pub.publish.imposition.sheets import Cell, Layout

PROOFS: dict[int, tuple[int, int]] = {2: (2, 1), 4: (2, 2), 6: (3, 2), 8: (4, 2), 9: (3, 3), 16: (4, 4)}
"""Pages on a proof sheet -> columns and rows."""
SIGNATURES = (4, 8, 16, 32)
_PROOF_GAP_MM = 4.0
_SIDES = (16, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Order:
    """How a file is imposed. Lengths in mm."""

    sheet: str = "A4"
    """A name of `sheets.SHEETS` or a measure."""
    signature: int | None = None
    """Pages of a signature; None for one booklet of all pages."""
    side: int | None = None
    """Pages on a side of a sheet; None for as many as fit."""
    proof: int | None = None
    """Pages on a sheet that is not folded; one of `PROOFS`."""
    right_bound: bool | None = None
    """None for what the file itself says."""
    caliper_um: float = 0.0
    """Thickness of a leaf in micrometres: inner pages move to the spine by so much for every leaf around them."""
    cut_mm: float | None = None
    """What is cut off at head, foot and fore-edge; None for the file's own bleed, or nothing where that is too much."""
    multiple: int = 1
    """The page count is first brought to a multiple of this by blanks at the end."""
    marks: bool = True
    shrink: bool = False
    """Whether pages that are too large for the sheet are made smaller."""


@dataclass(frozen=True, slots=True)
class Imposed:
    """A file of sheets."""

    data: bytes = field(repr=False)
    pages: int
    """Of the book, without blanks."""
    sheets: int
    signatures: int
    blanks: int
    across: int
    """Pages on a side."""
    scale: float
    """1 where pages have their own size."""
    right_bound: bool
    cut_mm: float
    """What is cut off at head, foot and fore-edge."""
    lying: bool
    """Whether the sheet is wider than high: it is then turned over its short edge."""


def impose(data: bytes, name: str, order: Order) -> Outcome[Imposed]:
    """Put the pages of a PDF on sheets.

    Args:
        data: the PDF.
        name: how messages call it.
        order: what is wanted.
    """
    given = read(data, name)
    if given.value is None:
        return Outcome(None, given.diagnostics)
    with given.value as book:
        sheet = sheets.measure(order.sheet)
        if sheet is None:
            return _refuse(
                name, f"there is no sheet {order.sheet!r}; there are {', '.join(sheets.SHEETS)}, or 700x1000mm"
            )
        right_bound = book.right_bound if order.right_bound is None else order.right_bound
        pages = math.ceil(len(book.pages) / order.multiple) * order.multiple
        layout = _lay(order, pages, _cells(order, book.pages[0]), sheet, right_bound=right_bound)
        if layout is None:
            return _refuse(name, _too_large(order, pages, _cells(order, book.pages[0])[-1], right_bound=right_bound))
        written = _write(book.pdf, book.pages, layout, order)
        blanks = layout.plan.blanks + -len(book.pages) % order.multiple
        done = Imposed(
            written,
            len(book.pages),
            math.ceil(len(layout.plan.sides) / (2 if layout.plan.folds else 1)),
            layout.plan.signatures,
            blanks,
            layout.plan.columns * layout.plan.rows,
            layout.scale,
            right_bound,
            layout.cell.cut,
            layout.sheet[0] > layout.sheet[1],
        )
    return Outcome(done, given.diagnostics)


def _refuse(name: str, why: str) -> Outcome[Imposed]:
    return Outcome(None, (Diagnostic("P071", Severity.ERROR, f"{name} cannot be put on sheets: {why}"),))


def _cells(order: Order, page: Page) -> tuple[Cell, ...]:
    """Return what a page may take, the best first: with its bleed, or without where there is no room for it."""
    if order.proof:
        return (Cell(page.width_mm, page.height_mm, _PROOF_GAP_MM),)
    cuts = (page.bleed_mm, 0.0) if order.cut_mm is None else (order.cut_mm,)
    return tuple(Cell(page.width_mm, page.height_mm, cut) for cut in dict.fromkeys(cuts))


def _lay(
    order: Order, pages: int, cells: Sequence[Cell], sheet: tuple[float, float], *, right_bound: bool
) -> Layout | None:
    """Find the plan with the most pages a side that the sheet takes; a proof's pages are as large as it allows."""
    if order.proof:
        columns, rows = PROOFS[order.proof]
        side_by_side = plan.proofs(pages, columns, rows, right_to_left=right_bound)
        return sheets.fit(side_by_side, cells[0], sheet, shrink=True)
    plans = [_plan(order, pages, side, right_bound=right_bound) for side in _sides(order)]
    laid = (sheets.fit(one, cell, sheet) for cell in cells for one in plans)
    found = next((layout for layout in laid if layout is not None), None)
    if found is None and order.shrink:
        return sheets.fit(plans[-1], cells[-1], sheet, shrink=True)
    return found


def _sides(order: Order) -> list[int]:
    """Return how many pages a side may have: as ordered, or what the signature can be folded of."""
    if order.side:
        return [order.side]
    whole = order.signature or _SIDES[-1] * 2
    return [side for side in _SIDES if whole % (2 * side) == 0]


def _plan(order: Order, pages: int, side: int, *, right_bound: bool) -> Plan:
    return plan.signatures(pages, order.signature, side, right_bound=right_bound)


def _too_large(order: Order, pages: int, cell: Cell, *, right_bound: bool) -> str:
    """Say how much room the pages take and on which sheets they would fit."""
    one = _plan(order, pages, _sides(order)[-1], right_bound=right_bound)
    width, height = sheets.block(one, cell)
    others = ", ".join(sheets.fitting(one, cell)) or "none that is known by name"
    return (
        f"{one.columns * one.rows} pages side by side take {width:.1f} × {height:.1f} mm, which is more than the sheet "
        f"{order.sheet} has; sheets that are large enough: {others} (or --shrink makes the pages smaller)"
    )


def _write(source: Pdf, pages: tuple[Page, ...], layout: Layout, order: Order) -> bytes:
    """Draw every sheet."""
    pdf = pikepdf.new()
    forms = [pdf.copy_foreign(page.form) for page in pages]
    for side in layout.plan.sides:
        _draw(pdf, side, layout, order, list(zip(pages, forms, strict=True)))
    for key in ("/OutputIntents", "/Lang"):
        if key in source.Root:
            value = source.Root[key]
            pdf.Root[key] = (
                pdf.copy_foreign(value) if value.is_indirect else pdf.copy_foreign(source.make_indirect(value))
            )
    title = source.docinfo.get("/Title")
    if title is not None:
        pdf.docinfo["/Title"] = String(str(title))
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True, min_version=source.pdf_version)
    return written.getvalue()


def _draw(pdf: Pdf, side: Side, layout: Layout, order: Order, pages: list[tuple[Page, pikepdf.Object]]) -> None:
    """Draw one side of a sheet."""
    size = (round(layout.sheet[0] * PT_PER_MM, 4), round(layout.sheet[1] * PT_PER_MM, 4))
    page = pdf.add_blank_page(page_size=size)
    operators, forms = [], Dictionary()
    for index, place in side.pages:
        if index is None or index >= len(pages):
            continue
        one, form = pages[index]
        room = tuple(edge * PT_PER_MM for edge in layout.room(place))
        trim = tuple(edge * PT_PER_MM for edge in layout.trim(place, order.caliper_um / 1000))
        name = f"/Page{index + 1}"
        forms[name] = form
        operators.append(
            f"q {room[0]:.4f} {room[1]:.4f} {room[2] - room[0]:.4f} {room[3] - room[1]:.4f} re W n "
            f"{one.placed(trim, turned=place.turned)} cm {name} Do Q\n"
        )
    page.obj.Resources = Dictionary(XObject=forms)
    if order.marks:
        several = layout.plan.signatures > 1
        operators.append(marks.draw(layout, side.signature if several else None))
        page.obj.Resources.ColorSpace = Dictionary({f"/{marks.COLOUR_SPACE}": _registration(pdf)})
    page.obj.Contents = pdf.make_stream("".join(operators).encode())
    page.obj.TrimBox = Array([0, 0, *size])


def _registration(pdf: Pdf) -> Array:
    """Make the colour that is printed in every ink (ISO 32000-1, 8.6.6.4)."""
    tint = pdf.make_stream(b"{dup dup dup}")
    tint.stream_dict = Dictionary(FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
