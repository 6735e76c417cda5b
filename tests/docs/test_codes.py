"""The examples of the page of codes are found with the code that they stand under."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tests.docs import reading
from translate_pub.catalog import po
from translate_pub.checks import rules
from translate_pub.checks.numbering import Numbering
from translate_pub.checks.pair import Pair
from translate_pub.model.codes import CODES
from translate_pub.model.source import Segment, Source
from translate_pub.source import reading as source_reading
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "codes.md"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
HEADLESS = ("C004", "C005", "C006")
"""Codes about the header, whose examples are whole files."""
LANGUAGES = {"French": "fr", "Spanish": "es", "Ukrainian": "uk", "Urdu": "ur"}
"""What the comment above an example says its language is; without one it is Swedish."""


@functools.cache
def example(code: str, language: str) -> str:
    """Return the example of a code in a language, or nothing."""
    return next(iter(reading.blocks(reading.section(PAGE.read_text("utf-8"), code), language)), "")


SOURCES = [code for code in CODES if example(code, "markdown")]
FILES = [code for code in CODES if example(code, "po") and code < "C040"]
TRANSLATIONS = [code for code in CODES if example(code, "po") and code > "C040"]


@pytest.mark.parametrize("code", SOURCES)
def test_the_source_shown_has_that_fault(code: str) -> None:
    """Reading the example finds the code."""
    found = source_reading.read(Source("example.md", example(code, "markdown"))).diagnostics
    assert code in {one.code for one in found}


@pytest.mark.parametrize("code", FILES)
def test_the_catalogue_shown_has_that_fault(code: str) -> None:
    """Reading the example as a PO file finds the code, and no other error."""
    text = example(code, "po") if code in HEADLESS else HEADER + example(code, "po")
    found = po.parse(text.encode(), "example.po", "sv", "ferry", "example").diagnostics
    assert {one.code for one in found} == {code}


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_the_translation_shown_has_that_fault(code: str) -> None:
    """Checking the example finds the code."""
    catalog = po.parse((HEADER + example(code, "po")).encode(), "example.po", "sv", "ferry", "example").value
    assert catalog is not None
    (entry,) = catalog.entries
    kind = "abbreviation" if entry.msgid.startswith("*[") else "paragraph"
    language = next((LANGUAGES[comment] for comment in entry.comments if comment in LANGUAGES), "sv")
    pair = Pair(entry, Segment(kind, entry.msgid), language, Comparer(BOOK, {}, ("times",)))
    every: tuple[rules.Rule, ...] = (*rules.RULES, Numbering("arabext", "۰", asked=False))
    assert code in {one.code for one in rules.examine(pair, every)}


def test_most_codes_of_texts_have_an_example_that_is_tried() -> None:
    """What can be shown in a few lines of a text is, and is held."""
    assert (len(SOURCES), len(FILES), len(TRANSLATIONS)) == (13, 13, 48)
