"""Barcodes as they are printed: read back by a scanner, of the right size, in black alone."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import zxingcpp

from tests.publish.covers.press import IMPRINT, decode, plan
from translate_pub.model.cover import Symbol
from translate_pub.publish.covers import barcode, sheet
from translate_pub.publish.covers.sheet import SheetJob
from translate_pub.publish.fonts import FontSet

ISBN = "978-0-00-000010-1"


def printed(symbol: Symbol, root: Path, fonts: FontSet) -> bytes:
    """Print a code alone on a cover."""
    html = f'<html><body><div style="position:absolute;left:20mm;top:20mm">{symbol.svg}</div></body></html>'
    job = SheetJob(html, "body{margin:0}", fonts, plan(), str(root), "cover.pdf")
    outcome = sheet.lay_out(job, IMPRINT)
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    return outcome.value.data


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("add_on", ["", "05", "51499"])
def test_a_scanner_reads_it(percent: int, add_on: str, root: Path, font_set: FontSet) -> None:
    """At every size, with and without an add-on, the printed code says the ISBN and the price."""
    found = decode(printed(barcode.draw(ISBN, add_on, percent), root, font_set), add_on=bool(add_on))
    assert [(one.format, one.text) for one in found] == [(zxingcpp.BarcodeFormat.EAN13, f"9780000000101{add_on}")]


def test_black_alone(root: Path, font_set: FontSet) -> None:
    """Bars and digits are black ink and nothing else, on paper white."""
    with pikepdf.open(io.BytesIO(printed(barcode.draw(ISBN, "51499"), root, font_set))) as pdf:
        operators = pikepdf.parse_content_stream(pdf.pages[0])
        painted = {
            (str(one.operator), *(float(value) for value in one.operands if not isinstance(value, pikepdf.Name)))
            for one in operators
            if str(one.operator) in {"scn", "SCN", "rg", "RG", "k", "K", "g", "G"}
        }
    assert {colour[1:] for colour in painted} == {(0, 0, 0, 1), (0, 0, 0, 0)}


@pytest.mark.parametrize(
    ("add_on", "modules"), [("", 116), ("05", 12 + 95 + 9 + 20 + 7), ("51499", 12 + 95 + 9 + 47 + 7)]
)
def test_its_size(add_on: str, modules: int) -> None:
    """It is as wide as its modules and clear zones are, 0.33 mm each, and as large as it is asked to be."""
    assert barcode.size(add_on, 100)[0] == pytest.approx(modules * 0.33)
    symbol = barcode.draw(ISBN, add_on, 80)
    assert symbol.width == pytest.approx(barcode.size(add_on, 80)[0])
    assert f'height="{symbol.height:.3f}mm"' in symbol.svg


def test_bars_are_25_mm_wide_at_the_least_size() -> None:
    """At 80 per cent the bars alone take the 25 mm that a printer on demand wants."""
    assert 95 * barcode.MODULE_MM * barcode.LEAST_PERCENT / 100 > 25


@pytest.mark.parametrize("text", ["https://example.org/boken", "https://example.org/کتاب"])
def test_a_qr_code(text: str, root: Path, font_set: FontSet) -> None:
    """A QR code of 20 mm is read back, in any script."""
    symbol = barcode.qr(text, 20)
    assert symbol.width == symbol.height == pytest.approx(20)
    found = decode(printed(symbol, root, font_set))
    assert [(one.format, one.text) for one in found] == [(zxingcpp.BarcodeFormat.QRCode, text)]
