"""The order of characters and the marks between them: readers find back to the text, as their sources say they read."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from translate_pub.model.shapes import Shape
from translate_pub.publish.text_layer import reading
from translate_pub.publish.text_layer.reading import Character, Kind

LETTERS = "ابپتہےیک"
TEXTS = st.text(alphabet=LETTERS + "۱۲۳" + "  ،؛۔:.–()“”" + "َِّ", min_size=1, max_size=24)


def line(text: str, *, right_to_left: bool = True) -> list[Character]:
    """Shape a text that is all Urdu as if each character were a letter wide; digits stand from left to right."""
    x, found = 0.0, []
    for digits, group in groupby(text, key=lambda character: unicodedata.bidirectional(character) == "EN"):
        run = list(group)
        x -= 10 * len(run)
        for index, character in enumerate(run):
            place = index if digits or not right_to_left else len(run) - 1 - index
            shape = Shape((), 10, character)
            found.append(Character(character, right_to_left and not digits, x + 10 * place, 10, 0, shape))
    return found


def pdfium(characters: list[Character]) -> str:
    """Read a right-to-left line as `CPDF_TextPage::CloseTempLine` does."""
    segments = [(sort, list(group)) for sort, group in groupby(characters, key=lambda one: reading.kind(one.text))]
    given_text, right = "", True
    for sort, segment in reversed(segments):
        if sort in {Kind.LEFT, Kind.RIGHT}:
            right = sort is Kind.RIGHT
        turned = sort is not Kind.WEAK and right
        texts = [one.text for one in segment]
        given_text += "".join(_mirrored(text) for text in reversed(texts)) if turned else "".join(texts)
    return given_text


def _mirrored(text: str) -> str:
    return dict(zip("()“”", ")(”“", strict=True)).get(text, text)


def poppler(characters: list[Character]) -> str:
    """Read a line as `reorderText` does on a page of a right-to-left script."""
    seen = ""
    for one in sorted(characters, key=lambda one: one.x):
        # `pen` writes the mark that ends a section to the right of its character.
        seen += one.text + (reading.RIGHT_MARK if one.ends_section else "")
    text, end = "", len(seen)
    while end:
        begin = end
        if unicodedata.bidirectional(seen[end - 1]) in {"L", "EN", "AN", "ES", "ET", "CS"}:
            while begin and reading.kind(seen[begin - 1]) is not Kind.RIGHT:
                begin -= 1
            text += seen[begin:end]
        else:
            while begin and unicodedata.bidirectional(seen[begin - 1]) not in {"L", "EN", "AN", "ES", "ET", "CS"}:
                begin -= 1
            text += seen[begin:end][::-1]
        end = begin
    return text


def plain(text: str) -> str:
    """Leave marks out, and vowel marks in the order that Unicode gives them."""
    bare = text.replace(reading.LEFT_MARK, "").replace(reading.RIGHT_MARK, "")
    return unicodedata.normalize("NFC", bare)


@given(TEXTS)
def test_pdfium_finds_back_to_the_text(text: str) -> None:
    """Whatever stands beside letters, digits and brackets."""
    characters = reading.marked(line(text), inside=False)
    assert plain(pdfium(reading.written(characters, right_to_left=True))) == plain(text)


@given(st.text(alphabet=LETTERS + "۱۲۳ ،؛۔:.–()“”", min_size=1, max_size=24))
def test_poppler_finds_back_to_the_text(text: str) -> None:
    """So does the reader that looks at places and not at the order of writing."""
    assert plain(poppler(reading.marked(line(text), inside=False))) == plain(text)


def test_a_phrase_is_written_from_its_last_word() -> None:
    """PDFium gives segments of a right-to-left line from the last: words of a Latin phrase come in order again."""
    phrase = [Character(text, False, 10.0 * at, 10, 0, Shape((), 10, text)) for at, text in enumerate("On the Eve")]
    order = reading.written(reading.marked(phrase, inside=False), right_to_left=True)
    assert plain("".join(one.text for one in order)) == "Eve the On"
    assert plain(pdfium(order)) == "On the Eve"
    assert [one.frame for one in order if one.frame] == [1, -1]


def test_an_open_section_goes_on_into_the_next_box() -> None:
    """A comma behind a foreign phrase needs the mark though the phrase stands in another text box."""
    assert reading.section("Iskra", right_to_left=False, inside=False)
    assert reading.marked(line("، "), inside=True)[0].text == reading.RIGHT_MARK
    assert not reading.section("، اور", right_to_left=True, inside=True)


def test_what_lays_out_is_no_text() -> None:
    """Word joiners and controls begin no section."""
    assert not reading.section("\u2060\u200e", right_to_left=True, inside=False)
