"""Private fonts of sections made one a face."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest

from tests.publish.text_layer.extracting import pdfium, poppler
from translate_pub.model.pages import ChapterPages
from translate_pub.publish import chapter, fonts
from translate_pub.publish.chapter import LayoutJob
from translate_pub.publish.text_layer import merging
from translate_pub.publish.text_layer.merging import ClusterMerger, recode

TEXTS = (
    "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، (نو) مندوبین۔",
    "دریا کے کنارے ایک گھر میں قائم ہوئی۔",
    "پارٹی کے مندوبین، ۳ میں۔",
)

MakeJob = Callable[..., LayoutJob]


@pytest.fixture
def sections(make_job: MakeJob) -> list[ChapterPages]:
    """Lay sections out, each with private fonts of its own."""
    return [chapter.lay_out(make_job(f"<p>{text}", language="ur")) for text in TEXTS]


def merge(sections: Sequence[ChapterPages]) -> bytes:
    """Put sections into one file."""
    book = pikepdf.new()
    merger = ClusterMerger(book, fonts.shipped())
    for section in sections:
        with pikepdf.open(io.BytesIO(section.pdf)) as source:
            first = len(book.pages)
            book.pages.extend(source.pages)
        merger.join(list(book.pages)[first:], section.shaped)
    merger.finish()
    book.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)
    written = io.BytesIO()
    book.save(written, deterministic_id=True)
    return written.getvalue()


def faces(data: bytes) -> set[tuple[int, int]]:
    """Return the private fonts of a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        used = [font for page in pdf.pages for font in page.Resources.Font.values()]
        return {font.objgen for font in used if str(font.BaseFont).startswith("/") and "Nastaliq" in str(font.BaseFont)}


def test_a_book_has_one_font_a_face(sections: list[ChapterPages], tmp_path: Path) -> None:
    """And every section its text."""
    data = merge(sections)
    assert len(faces(data)) == 1
    for pages in (poppler(data, tmp_path), pdfium(data)):
        assert [page.startswith(text) for page, text in zip(pages, TEXTS, strict=True)] == [True] * 3


def test_a_font_that_is_full_is_followed_by_another(
    sections: list[ChapterPages], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A font has so many codes and no more."""
    monkeypatch.setattr(merging, "CODES", max(len(font.shapes) for section in sections for font in section.shaped))
    data = merge(sections)
    assert len(faces(data)) > 1
    assert [page.startswith(text) for page, text in zip(poppler(data, tmp_path), TEXTS, strict=True)] == [True] * 3


def test_only_text_of_private_fonts_is_written_anew() -> None:
    """Other fonts, dictionaries and moves stay as they are."""
    stream = b"/A 9.5 Tf\n[-5 <00010002> 30 <0001>] TJ\n/B 9 Tf\n[<0001>] TJ\n/Span <</ActualText <0001>>> BDC"
    wanted = b"/A 9.5 Tf\n[-5 <000a0001> 30 <000a>] TJ\n/B 9 Tf\n[<0001>] TJ\n/Span <</ActualText <0001>>> BDC"
    assert recode(stream, {b"A": {b"0001": b"000a", b"0002": b"0001"}}) == wanted


def test_sections_without_private_fonts_are_left_alone(make_job: MakeJob) -> None:
    """A Latin section has none."""
    section = chapter.lay_out(make_job("<p>Officerna fann fisken."))
    assert section.shaped == ()
    assert not faces(merge([section]))
