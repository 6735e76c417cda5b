"""Covers that were drawn elsewhere, held against the measures of the book."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array

from tests.publish.covers.press import plan
from translate_pub.model.diagnostic import Span
from translate_pub.publish.covers import finished

MM = 72 / 25.4
PLACE = Span("source_texts/b/book.toml", 7)
WIDTH, HEIGHT = 292 + 6, 216 + 6


def drawn(
    width: float = WIDTH,
    height: float = HEIGHT,
    *,
    trim: Sequence[float] = (),
    pages: int = 1,
    rotate: int = 0,
    lock: str = "",
) -> bytes:
    """Save a cover of so many mm as a designer would."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(width * MM, height * MM))
        if trim:
            page.obj.TrimBox = Array([value * MM for value in trim])
        if rotate:
            page.obj.Rotate = rotate
    out = io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(user=lock, owner=lock) if lock else False)
    return out.getvalue()


def codes(data: bytes) -> list[str]:
    """Give the codes of what is found, all of it at the line that names the file."""
    found = finished.check(data, plan(), PLACE).diagnostics
    assert all(one.span == PLACE for one in found)
    return [one.code for one in found]


def test_a_cover_with_its_trim() -> None:
    """A cover that says its trim and has it right is taken byte for byte, marks outside the bleed and all."""
    data = drawn(WIDTH + 20, HEIGHT + 20, trim=(13, 13, 13 + 292, 13 + 216))
    outcome = finished.check(data, plan(), PLACE)
    assert (outcome.value, outcome.diagnostics) == (data, ())


def test_a_cover_without_a_trim() -> None:
    """A cover that is all bleed gets the boxes that it lacks."""
    outcome = finished.check(drawn(), plan(), PLACE)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    with pikepdf.open(io.BytesIO(outcome.value)) as pdf:
        trim = [float(value) / MM for value in pdf.pages[0].TrimBox.as_list()]
    assert trim == pytest.approx([3, 3, 295, 219], abs=0.01)


def test_a_turned_cover() -> None:
    """A sheet that is turned when it is shown is measured as it is seen."""
    assert codes(drawn(HEIGHT, WIDTH, rotate=90)) == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(drawn(WIDTH + 4), "302.0 × 222.0 mm with its bleed", id="a wider spine"),
        pytest.param(drawn(WIDTH - 6, HEIGHT - 6), "292.0 × 216.0 mm with its bleed", id="no bleed"),
        pytest.param(
            drawn(WIDTH + 20, HEIGHT + 20, trim=(10, 10, 300, 226)), "290.0 × 216.0 mm cut", id="a narrower trim"
        ),
        pytest.param(drawn(292, 216, trim=(0, 0, 292, 216)), "292.0 × 216.0 mm with its bleed", id="trim, no bleed"),
    ],
)
def test_a_wrong_size(data: bytes, says: str) -> None:
    """A cover of another size is an error that says both, and the spine that it would fit."""
    found = finished.check(data, plan(), PLACE).diagnostics
    assert [one.code for one in found] == ["P047"]
    assert says in found[0].message
    assert "wanted: 29" in found[0].message


def test_the_spine_that_it_would_fit() -> None:
    """The hint tells which spine a cover was drawn for."""
    found = finished.check(drawn(WIDTH + 4), plan(), PLACE).diagnostics
    assert found[0].hints[0] == "all else being right, its spine is 16.0 mm"


def test_several_pages() -> None:
    """A printer wants one sheet."""
    assert codes(drawn(pages=2)) == ["P046"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="an image"),
        pytest.param(b"%PDF-1.4\n%%EOF\n", id="damaged"),
        pytest.param(drawn(lock="secret"), id="locked"),
        pytest.param(drawn(pages=0), id="no page"),
    ],
)
def test_what_cannot_be_read(data: bytes) -> None:
    """What is no PDF, or locked, or has no page is no cover."""
    assert codes(data) == ["P045"]
    assert finished.check(data, plan(), PLACE).value is None
