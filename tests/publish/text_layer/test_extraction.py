"""What is searched for in a PDF of a complex script, and copied from it, is what was written."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.publish.text_layer.extracting import pdfium, poppler, write

URDU = "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔"
CASES = {
    "letters": URDU,
    "numbers before spaces": "کانگریس ۱۹۰۳ میں ہوئی، ۱۹۰۳–۱۹۱۲ کے برسوں میں، اور ۳۶٫۵ فی صد نے ۲۰، ۲۸ اور ۳۳ پڑھے۔",
    "brackets and quotation marks": "انھیں “بڑے میاں” (یا «بوڑھا») کہتے تھے؛ ‘نینا’ [باکو] بھی۔",
    "brackets behind numbers": "یہ ۲۵ اکتوبر (۷ نومبر) ۱۹۱۷ء کو ہوا (۱۳–۱۵ مارچ)، اور (۵) بھی۔",
    "vowel marks": "حلقۂ مطالعہ، مجلسِ نظرِ ثانی، تقریباً، اُردُو، آزادیِ محنت۔",
}
LATIN_PHRASES = (
    "An Evening with the Handbook",
    "What Is to Be Done?, vol. 2, 1902",
    "R.S.D.L.P.",
    "one (two) three – four",
)


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_urdu_comes_out_as_it_was_written(text: str, tmp_path: Path) -> None:
    """Both readers give every letter of several justified lines, in order."""
    data = write(f"<p>{' '.join([text] * 4)}</p>")
    wanted = " ".join([text] * 4)
    assert poppler(data, tmp_path) == [wanted]
    assert pdfium(data) == [wanted]


@pytest.mark.parametrize("phrase", LATIN_PHRASES)
@pytest.mark.parametrize("around", ["اصل عنوان: {} ہے۔", "اصل ({}) ہے۔", "“{}”، ۱۹۰۲ء"])
def test_foreign_phrases_keep_the_order_of_their_words(phrase: str, around: str, tmp_path: Path) -> None:
    """In a line of Urdu, beside spaces, brackets and quotation marks."""
    text, html = around.format(phrase), around.format(f'<span class="foreign" dir="ltr" lang="en">{phrase}</span>')
    data = write(f"<p>{URDU} {URDU}</p><p>{html}</p>")
    wanted = f"{URDU} {URDU} {text}"
    assert poppler(data, tmp_path) == [wanted]
    assert pdfium(data) == [wanted]


def test_calls_stand_where_they_are_called(tmp_path: Path) -> None:
    """Small raised digits are part of their line, in its middle, before a digit and at its end."""
    text = 'ایمان اٹھا دیا۔<a class="call">۱</a> خونی اتوار<a class="call">۲</a>، ۳ دسمبر۔<a class="call">۱۴</a>'
    data = write(f"<p>{text}</p>")
    assert poppler(data, tmp_path) == ["ایمان اٹھا دیا۔۱ خونی اتوار۲، ۳ دسمبر۔۱۴"]
    assert pdfium(data) == ["ایمان اٹھا دیا۔۱ خونی اتوار۲، ۳ دسمبر۔۱۴"]


def test_inline_elements_part_no_words(tmp_path: Path) -> None:
    """Bold and emphasised words stand in their sentence, with commas at them."""
    data = write("<p>ایک اخبار، <em>پراودا</em>، سے <b>شروع</b> ہوتا ہے؛ <b>۱۹۱۲ء</b> میں۔</p>")
    assert poppler(data, tmp_path) == ["ایک اخبار، پراودا، سے شروع ہوتا ہے؛ ۱۹۱۲ء میں۔"]
    assert pdfium(data) == ["ایک اخبار، پراودا، سے شروع ہوتا ہے؛ ۱۹۱۲ء میں۔"]


def test_phrases_are_found_over_commas_numbers_and_lines() -> None:
    """PDFium's own search finds words that stand side by side, whatever is between them."""
    page = pypdfium2.PdfDocument(write(f"<p>{URDU} {URDU}</p>"))[0].get_textpage()
    for phrase in ("قائم ہوئی، اور نو", "پارٹی ۱۸۹۸ء میں", "مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔ پارٹی"):
        assert page.search(phrase).get_next() is not None, phrase


def test_a_word_of_urdu_in_a_latin_line_is_whole(tmp_path: Path) -> None:
    """So that a language's own name can be searched for in any edition."""
    data = write("<p>På urdu: <span lang=ur dir=rtl>بالشویک</span> betyder bolsjevik.</p>", language="sv")
    for page in (poppler(data, tmp_path), pdfium(data)):
        assert page == ["På urdu: بالشویک betyder bolsjevik."]


def test_spaced_letters_are_words(tmp_path: Path) -> None:
    """Small capitals with space between them are letters of one word, and ligatures keep theirs."""
    data = write('<p class="spaced">Kapitel tretton</p><p>Officerna fann fisken i floden.</p>', language="sv")
    for page in (poppler(data, tmp_path), pdfium(data)):
        assert page == ["Kapitel tretton Officerna fann fisken i floden."]


def test_hyphenated_words_are_whole(tmp_path: Path) -> None:
    """Poppler rejoins them; PDFium says of the hyphen that it is no part of the word."""
    text = f"<p style='width:32mm'>{'Revolutionskommitténs sammanträdesprotokoll offentliggjordes. ' * 3}"
    data = write(text, language="sv", css='p { hyphens: auto; hyphenate-character: "-" }')
    assert poppler(data, tmp_path)[0].count("sammanträdesprotokoll") == 3
    assert "\ufffe" in pdfium(data)[0]
    assert pdfium(data)[0].replace("\ufffe", "").count("sammanträdesprotokoll") == 3


def test_latin_pages_are_as_weasyprint_writes_them() -> None:
    """They need no private fonts."""
    with pikepdf.open(io.BytesIO(write("<p>Officerna fann fisken.</p>", language="sv"))) as pdf:
        names = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert not any(name.endswith("-Clusters") for name in names)


def test_equal_pages_have_equal_bytes() -> None:
    """In processes of their own, whatever their hashes of strings are."""
    code = (
        "import hashlib; from tests.publish.text_layer.extracting import write\n"
        f"print(hashlib.sha256(write('<p>{URDU} (Iskra) ۱</p>')).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""
