"""Pages with the text layer look as WeasyPrint draws them; what cannot be searched is told."""

from __future__ import annotations

import inspect
import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageFilter
from weasyprint.draw import text as weasyprint_text

from tests.publish.text_layer.extracting import write
from translate_pub.publish import chapter, engine
from translate_pub.publish.chapter import LayoutJob

DPI = 400
TOLERANCE = 2
"""Pixels: 0.127 mm."""
BODY = (
    "<p>پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔<a class=call>۱۲</a> "
    '(<span class="foreign" dir="ltr">What Is to Be Done?</span>) حلقۂ مطالعہ، تقریباً <b>چاہییں</b> <em>پراودا</em>۔ '
) * 5
EXACTLY = (
    # WeasyPrint cuts moves down to thousandths of an em, which adds up over a line, and takes 1024 units for 1000.
    ("{int(kerning)}", "{kerning:.3f}"),
    ("x_offset / font_size", "x_offset * FROM_UNITS * 1000 / font_size"),
    ("y_offset / 1000", "y_offset * FROM_UNITS"),
    ("{-width / font_size}", "{-width * FROM_UNITS * 1000 / font_size}"),
)


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Give what has WeasyPrint draw text by itself, without its roundings."""
    engine.load()

    def draw() -> None:
        original = weasyprint_text.draw_first_line.args[0]
        source = inspect.getsource(original)
        for before, after in EXACTLY:
            assert before in source
            source = source.replace(before, after)
        made: dict[str, Any] = {}
        exec(source, vars(weasyprint_text), made)  # noqa: S102 - WeasyPrint's own source, but for its roundings
        monkeypatch.setattr(weasyprint_text, "draw_first_line", made["draw_first_line"])

    return draw


def draw(data: bytes, folder: Path, name: str) -> Image.Image:
    """Draw a page by Poppler; ink is white."""
    (folder / f"{name}.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", f"{name}.pdf", name], check=True, cwd=folder)
    return Image.open(folder / f"{name}.pgm").point(lambda value: 255 if value < 128 else 0)


def strays(ink: Image.Image, around: Image.Image) -> int:
    """Count the pixels of ink that are further from the ink of another page than the tolerance."""
    return ImageChops.subtract(ink, around.filter(ImageFilter.MaxFilter(2 * TOLERANCE + 1))).histogram()[255]


def test_no_ink_moves(exact: Callable[[], None], tmp_path: Path) -> None:
    """Letters, dots, marks, raised digits and foreign phrases stand within 0.13 mm of where they stood."""
    ours = draw(write(BODY), tmp_path, "ours")
    exact()
    theirs = draw(write(BODY), tmp_path, "theirs")
    assert theirs.histogram()[255] > 20_000
    assert strays(ours, theirs) == strays(theirs, ours) == 0


def test_fonts_stay_embedded_truetype() -> None:
    """No Type 3; every code has a text and a width, as PDF/A-2u and PDF/X ask."""
    with pikepdf.open(io.BytesIO(write(BODY))) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            descendant = font.DescendantFonts[0]
            assert font.Subtype == pikepdf.Name.Type0
            assert descendant.Subtype == pikepdf.Name.CIDFontType2
            assert "/FontFile2" in descendant.FontDescriptor


def test_a_line_that_is_cut_off_is_told(make_job: Callable[..., LayoutJob]) -> None:
    """It goes WeasyPrint's way, where Urdu cannot be searched."""
    css = "p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 30mm }"
    pages = chapter.lay_out(make_job("<p>پارٹی منسک میں قائم ہوئی، اور نو مندوبین بیٹھے۔", css, language="ur"))
    found = [one for one in pages.diagnostics if one.code == "P060"]
    assert len(found) == 1
    assert "“ur”" in found[0].message
    assert "cut off" in found[0].message
