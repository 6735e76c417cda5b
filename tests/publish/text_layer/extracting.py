"""Documents laid out and written with the text layer, and what readers of PDF take from them."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from translate_pub.publish import engine, fonts
from translate_pub.publish.boxes import inside, kind
from translate_pub.publish.fetcher import Fetcher
from translate_pub.publish.fonts import FontSet

CONTROLS = re.compile("[\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069]")
CSS = """
@page { size: 110mm 150mm; margin: 12mm }
html { font: 11pt/25pt "Noto Nastaliq Urdu", "EB Garamond"; text-align: justify }
html:lang(sv), html:lang(en) { font: 10pt/13pt "EB Garamond" }
p { margin: 0 } em { font-family: "Noto Naskh Arabic" }
.foreign { font: italic .95em/0 "EB Garamond" }
.call { font: .62em/0 "Noto Naskh Arabic"; vertical-align: .75em }
.spaced { font-variant-caps: small-caps; letter-spacing: .12em }
"""


def plain(text: str) -> str:
    """Leave marks of direction out, and every space as one."""
    return unicodedata.normalize("NFC", " ".join(CONTROLS.sub("", text).split()))


def poppler(data: bytes, folder: Path) -> list[str]:
    """Return the text of each page as Poppler has it."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True, text=True)
    return [plain(page) for page in done.stdout.split("\f")[:-1]]


def pdfium(data: bytes) -> list[str]:
    """Return the text of each page as PDFium has it."""
    return [plain(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


def line_texts(page: object) -> Iterator[str]:
    """Yield the text of every line of a laid-out page."""
    for line in inside(page):
        if kind(line) == "LineBox":
            yield plain("".join(getattr(box, "text", "") for box in inside(line)))


def write(body: str, *, language: str = "ur", css: str = "", with_fonts: FontSet | None = None) -> bytes:
    """Write a document as PDF."""
    direction = "rtl" if language == "ur" else "ltr"
    sheet, _, _ = engine.read_stylesheet(CSS + css, with_fonts or fonts.shipped(), "/")
    html = f"<html lang={language} dir={direction}><body>{body}"
    document, _ = engine.render(engine.parse(html, Fetcher(Path("/"))), sheet)
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(engine.write(document)[0])) as pdf:
        if direction == "rtl":  # as every interior says (`metadata`): PDFium looks at it
            pdf.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)
        pdf.save(written, deterministic_id=True)
    return written.getvalue()
