"""Sheets are printed, folded in thought from what stands on them, and read as a book."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from translate_pub.publish import imposition
from translate_pub.publish.imposition import Imposed, Order

MM = 72 / 25.4
WIDTH, HEIGHT, BLEED = 100 * MM, 150 * MM, 3 * MM


def book(pages: int, *, right_bound: bool = False, bleed: float = BLEED, turned: int = 0) -> bytes:
    """Make a file whose pages bear their number at head and foot."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(WIDTH + 2 * bleed, HEIGHT + 2 * bleed))
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        head, foot = HEIGHT + bleed - 30, bleed + 20
        middle = WIDTH / 2 + bleed
        page.obj.Contents = pdf.make_stream(
            " ".join(
                f"BT /F 12 Tf {middle} {y} Td ({end}{number}.) Tj ET" for end, y in (("H", head), ("F", foot))
            ).encode()
        )
        page.obj.TrimBox = Array([bleed, bleed, bleed + WIDTH, bleed + HEIGHT])
        if turned:
            page.rotate(turned, relative=False)
    if right_bound:
        pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def impose(data: bytes, **wishes: object) -> Imposed:
    """Impose a file without complaint."""
    outcome = imposition.impose(data, "book.pdf", Order(**wishes))  # type: ignore[arg-type] # the wishes of a test
    assert not outcome.diagnostics
    assert outcome.value is not None
    return outcome.value


@dataclass(frozen=True, slots=True)
class Seen:
    """A page found on one side of a sheet."""

    number: int
    x: float
    y: float
    head_down: bool


def look(data: bytes) -> list[list[Seen]]:
    """Find the pages of every side by their numbers at head and foot, as pdfium places them."""
    sides = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            written = text.get_text_range()
            places: dict[int, dict[str, tuple[float, float]]] = {}
            for found in re.finditer(r"([HF])(\d+)\.", written):
                left, bottom, _, _ = text.get_charbox(found.start())
                places.setdefault(int(found[2]), {})[found[1]] = (left, bottom)
            sides.append(
                [
                    Seen(number, ends["H"][0], (ends["H"][1] + ends["F"][1]) / 2, ends["H"][1] < ends["F"][1])
                    for number, ends in places.items()
                ]
            )
    return sides


Pile = list[tuple[int, int, bool]]
"""Leaves from top to bottom: the page that looks up, the one that looks down, and whether they stand head down."""


def cells(side: list[Seen], columns: int, rows: int) -> dict[tuple[int, int], Seen]:
    """Sort the pages of a full side into columns from the left and rows from the top."""
    across = sorted(side, key=lambda one: one.x)
    upright = [sorted(across[column * rows : (column + 1) * rows], key=lambda one: -one.y) for column in range(columns)]
    return {(column, row): one for column, pages in enumerate(upright) for row, one in enumerate(pages)}


def fold(front: list[Seen], back: list[Seen], columns: int, rows: int, *, to: str) -> Pile:
    """Fold a printed sheet in halves until one pile is left: the last crease at the side `to`."""
    up, down = cells(front, columns, rows), cells(back, columns, rows)
    piles: dict[tuple[int, int], Pile] = {}
    for row in range(rows):
        for column in range(columns):
            # Turned over its vertical axis, the back shows its columns in the opposite order.
            top, under = up[column, row], down[columns - 1 - column, row]
            assert top.head_down == under.head_down, "both pages of a leaf have their heads at the same edge"
            piles[column, row] = [(top.number, under.number, top.head_down)]
    while columns * rows > 1:
        if columns == rows:
            for column in range(columns):
                for row in range(rows // 2):
                    moved = [(under, top, not head) for top, under, head in reversed(piles.pop((column, row)))]
                    piles[column, rows - 1 - row] = moved + piles[column, rows - 1 - row]
            rows //= 2
            piles = {(column, row - rows): pile for (column, row), pile in piles.items()}
            continue
        crease_left = (to == "left") == (rows == 1)
        for row in range(rows):
            for near in range(columns // 2):
                moving = near if crease_left else columns - 1 - near
                landing = columns - 1 - moving
                moved = [(under, top, head) for top, under, head in reversed(piles.pop((moving, row)))]
                piles[landing, row] = moved + piles[landing, row]
        columns //= 2
        piles = {(column - columns if crease_left else column, row): pile for (column, row), pile in piles.items()}
    return piles[0, 0]


def read(pile: Pile) -> list[int]:
    """Read a folded sheet from its first page on; every page must stand upright."""
    assert not any(head for _, _, head in pile)
    return [page for top, under, _ in pile for page in (top, under)]


@pytest.mark.parametrize(
    ("signature", "sheet", "columns", "rows"), [(8, "SRA3", 2, 2), (16, "SRA2", 4, 2), (32, "SRA1", 4, 4)]
)
@pytest.mark.parametrize("right_bound", [False, True], ids=["left-bound", "right-bound"])
def test_folded_signature_reads_in_order(
    signature: int, sheet: str, columns: int, rows: int, right_bound: bool
) -> None:
    """A printed signature, folded as often as it can be with the last crease at the spine, reads from 1 to its end."""
    made = impose(book(signature, right_bound=right_bound), signature=signature, sheet=sheet)
    assert (made.sheets, made.signatures, made.across, made.blanks) == (1, 1, signature // 2, 0)
    outside, inside = look(made.data)
    spine = "right" if right_bound else "left"
    readings = [read(fold(*sides, columns, rows, to=spine)) for sides in ((outside, inside), (inside, outside))]
    assert list(range(1, signature + 1)) in readings, "with one side or the other on top"


@pytest.mark.parametrize("right_bound", [False, True], ids=["left-bound", "right-bound"])
def test_booklet_reads_in_order(right_bound: bool) -> None:
    """The nested sheets of a booklet, each folded once, read in order, with the blanks at the end."""
    made = impose(book(10, right_bound=right_bound), side=2, sheet="A3")
    assert (made.sheets, made.signatures, made.blanks, made.right_bound) == (3, 1, 2, right_bound)
    sides = look(made.data)
    first: list[int] = []
    last: list[int] = []
    for outside, inside in zip(sides[0::2], sides[1::2], strict=True):
        out, within = (sorted(side, key=lambda one: one.x, reverse=right_bound) for side in (outside, inside))
        # The first page is beyond the spine as seen from outside; its back is on this side of it as seen from inside.
        first += [out[-1].number, within[0].number]
        last[:0] = [within[1].number] + [one.number for one in out[:-1]] if len(within) > 1 else []
    assert first + last == list(range(1, 11))


def test_every_page_is_there_once() -> None:
    """No page is left out or printed twice, whatever the number of signatures and the size of the last."""
    made = impose(book(50), signature=16, side=2, sheet="A4")
    printed = sorted(one.number for side in look(made.data) for one in side)
    assert printed == list(range(1, 51))
    assert (made.signatures, made.sheets, made.blanks) == (4, 13, 2)


def test_creep_moves_inner_pages_to_the_spine() -> None:
    """Each leaf is nearer to the spine by the thickness of those around it, the outermost where it was."""
    flat = impose(book(16), side=2, sheet="A3")
    crept = impose(book(16), side=2, sheet="A3", caliper_um=200)
    moved = {
        one.number: abs(one.x - other.x) / MM
        for before, after in zip(look(flat.data), look(crept.data), strict=True)
        for one, other in zip(before, after, strict=True)
    }
    assert [round(moved[page], 2) for page in (1, 3, 5, 7, 8, 16)] == [0, 0.2, 0.4, 0.6, 0.6, 0]


def test_pages_that_are_turned_in_their_file_stand_upright() -> None:
    """A page with a rotation is placed as it is shown."""
    made = impose(book(4, turned=180), side=2, sheet="A3")
    assert all(one.head_down for side in look(made.data) for one in side), "shown head down, placed head down"


def test_bleed_is_cut_off_where_the_sheet_has_no_room() -> None:
    """A page is printed with its bleed, or without where it would not fit, and never over its neighbour."""
    assert round(impose(book(4), side=2, sheet="A3").cut_mm) == 3
    tight = impose(book(4), side=2, sheet="200x150mm")
    assert tight.cut_mm == 0
    assert tight.scale == 1


def test_too_large_pages_are_refused_with_the_sheets_that_fit() -> None:
    """The message says how much room the pages take and names sheets that have it."""
    outcome = imposition.impose(book(16), "book.pdf", Order(sheet="A4", signature=16, side=8))
    assert outcome.value is None
    (finding,) = outcome.diagnostics
    assert finding.code == "P071"
    assert "400.0 × 300.0 mm" in finding.message
    assert "A2" in finding.message
    shrunk = impose(book(16), sheet="A4", signature=16, side=8, shrink=True)
    assert 0.5 < shrunk.scale < 0.75


def test_unknown_sheets_are_refused() -> None:
    """A sheet that is neither named nor measured is refused with those that are known."""
    for sheet in ("A17", "0x0mm", "9000x9000mm"):
        (finding,) = imposition.impose(book(4), "book.pdf", Order(sheet=sheet, shrink=True)).diagnostics
        assert finding.code == "P071"
        assert "SRA3" in finding.message


def test_sheets_that_are_cut_away_whole_are_refused() -> None:
    """Where nothing is left of a sheet behind the cuts, pages are not shrunk to nothing."""
    (finding,) = imposition.impose(book(4), "book.pdf", Order(sheet="40x40mm", cut_mm=50, shrink=True)).diagnostics
    assert finding.code == "P071"


def test_pages_without_width_are_refused() -> None:
    """A page whose trim box holds nothing is named, as nothing can be laid beside it."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(book(4))) as pdf:
        pdf.pages[2].trimbox = Array([9, 9, 9, 9])
        pdf.save(written)
    (finding,) = imposition.impose(written.getvalue(), "book.pdf", Order()).diagnostics
    assert (finding.code, "its page 3" in finding.message) == ("P070", True)


@pytest.mark.parametrize("data", [b"", b"no PDF at all", book(3)[:400]], ids=["empty", "text", "cut short"])
def test_files_that_are_no_pdf_are_refused(data: bytes) -> None:
    """What is no PDF, or a damaged one, is a finding that names the file."""
    outcome = imposition.impose(data, "book.pdf", Order())
    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == ["P070"]
    assert outcome.diagnostics[0].message.startswith("book.pdf cannot be read")
    assert "0x" not in outcome.diagnostics[0].message, "what qpdf says of memory means nothing to a reader"


def test_protected_files_are_refused() -> None:
    """A file with a password is refused in so many words."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(book(2))) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(owner="a", user="b"))
    (finding,) = imposition.impose(written.getvalue(), "book.pdf", Order()).diagnostics
    assert "password" in finding.message


def test_pages_of_another_size_are_told() -> None:
    """A page of another size than the first is a warning with its number."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(book(4, bleed=0))) as pdf:
        pdf.pages[2].trimbox = Array([0, 0, WIDTH / 2, HEIGHT])
        pdf.save(written)
    outcome = imposition.impose(written.getvalue(), "book.pdf", Order(sheet="A3"))
    assert outcome.value is not None
    (finding,) = outcome.diagnostics
    assert (finding.code, "page 3 has 50.0 × 150.0 mm" in finding.message) == ("P072", True)


def test_marks_stand_outside_the_pages() -> None:
    """No mark is drawn on what is printed of a page but the bar at the spine; without marks there are none."""
    marked, plain = (impose(book(32), signature=16, sheet="700x500mm", marks=marks) for marks in (True, False))
    with pypdfium2.PdfDocument(marked.data) as one, pypdfium2.PdfDocument(plain.data) as other:
        with_marks, without = (document[1].render(scale=1).to_pil().convert("L") for document in (one, other))
        outer, bare = (document[0].render(scale=1).to_pil().convert("L") for document in (one, other))
    width, height = 4 * 103 * MM, 2 * 156 * MM
    left, top = (with_marks.width - width) / 2, (with_marks.height - height) / 2
    inner = tuple(map(round, (left, top, left + width, top + height)))
    assert with_marks.crop(inner).tobytes() == without.crop(inner).tobytes()
    assert with_marks.tobytes() != without.tobytes()
    assert outer.crop(inner).tobytes() != bare.crop(inner).tobytes(), "the bar on the spine"
    with pikepdf.open(io.BytesIO(marked.data)) as pdf:
        assert pdf.pages[0].Resources.ColorSpace.Registration[1] == Name.All


def test_proof_shows_pages_in_reading_order() -> None:
    """Pages side by side follow each other in the direction of the book."""
    for right_bound in (False, True):
        made = impose(book(5, right_bound=right_bound), proof=4, sheet="A4")
        sheets = look(made.data)
        rows = [sorted(sheets[0], key=lambda one: (-round(one.y), one.x))]
        assert [one.number for one in rows[0]] == ([2, 1, 4, 3] if right_bound else [1, 2, 3, 4])
        assert [one.number for one in sheets[1]] == [5]


def test_the_page_count_is_brought_to_a_multiple() -> None:
    """Blanks fill up to the multiple that a printer asks for."""
    made = impose(book(9), proof=2, sheet="A3", multiple=4)
    assert (made.pages, made.blanks) == (9, 3)
    folded = impose(book(9), side=2, sheet="A3", multiple=8)
    assert (folded.sheets, folded.blanks) == (4, 7)


def test_the_same_pages_give_the_same_bytes() -> None:
    """Nothing changes from run to run, and the colours' output intent stays in the file."""
    source = io.BytesIO()
    with pikepdf.open(io.BytesIO(book(8))) as pdf:
        intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier="FOGRA39")
        pdf.Root.OutputIntents = Array([intent])
        pdf.save(source)
    first, again = (impose(source.getvalue(), signature=8, sheet="SRA3").data for _ in range(2))
    assert first == again
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
