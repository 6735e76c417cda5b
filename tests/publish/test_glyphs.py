"""Characters that no font of their stack has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_pub.model.diagnostic import Severity
from translate_pub.publish import glyphs
from translate_pub.publish.chapter import LayoutJob, lay_out

MakeJob = Callable[..., LayoutJob]
TEXT = '<text y="15" font-family="EB Garamond">{}</text>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20">{TEXT}</svg>'


def test_a_missing_character_is_an_error_with_its_name_font_and_message(make_job: MakeJob) -> None:
    """The translator is led to the entry of the catalogue."""
    pages = lay_out(make_job('<p data-po="locales/sv.po:12">Före अ efter</p>'))
    assert [(finding.code, finding.severity) for finding in pages.diagnostics] == [("P001", Severity.ERROR)]
    (finding,) = pages.diagnostics
    assert "U+0905 DEVANAGARI LETTER A" in finding.message
    assert "EB Garamond" in finding.message
    assert "Före अ efter" in finding.message
    assert str(finding.span) == "locales/sv.po:12"


def test_a_font_that_the_stack_does_not_name_does_not_help(make_job: MakeJob) -> None:
    """Urdu letters in a Latin stack would come from a font by chance."""
    assert {finding.code for finding in lay_out(make_job("<p>ہے</p>")).diagnostics} == {"P001"}
    assert not lay_out(make_job('<p lang="ur" dir="rtl">ہے</p>')).diagnostics


def test_what_a_stylesheet_generates_is_checked_too(make_job: MakeJob) -> None:
    """A folio or a mark is printed like the text."""
    css = '@page{@top-center{content:"☭"}} p::after{content:"አ"}'
    found = lay_out(make_job("<p>text</p>", css=css)).diagnostics
    assert sorted(character for finding in found for character in "☭አ" if character in finding.message) == ["አ", "☭"]


def test_a_drawing_with_a_missing_character_is_an_error(make_job: MakeJob, root: Path) -> None:
    """Text in an SVG image is heard of through the layout engine."""
    (root / "map.svg").write_text(SVG.format("ა"), "utf-8")
    (finding,) = lay_out(make_job('<p><img src="map.svg"></p>')).diagnostics
    assert finding.code == "P001"
    assert "GEORGIAN LETTER AN" in finding.message


@pytest.mark.parametrize(
    "character", ["\u00ad", "\u200c", "\u200d", "\u200f", "\u2067", "\ufeff", "\u034f", "\n", "\ufe0f"]
)
def test_what_prints_nothing_needs_no_font(character: str) -> None:
    """Format characters and joiners are left to the shaping."""
    assert glyphs.ignorable(character)


@pytest.mark.parametrize("character", ["a", "ہ", "\u2009", "–", "☭"])
def test_what_prints_needs_a_font(character: str) -> None:
    """A thin space, too, has a width that a font must say."""
    assert not glyphs.ignorable(character)


def test_greek_is_printed_by_the_shipped_fonts(make_job: MakeJob) -> None:
    """A script that is neither Latin nor Arabic needs no configuration where a font has it."""
    assert not lay_out(make_job("<p>Ἐν ἀρχῇ ἦν ὁ λόγος</p>", language="el")).diagnostics
