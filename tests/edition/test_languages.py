"""What is known of languages when pages are set."""

from __future__ import annotations

import datetime as dt

import pytest

from translate_pub.edition import languages
from translate_pub.model.diagnostic import EditionError
from translate_pub.model.orthography import ORTHOGRAPHIES


@pytest.mark.parametrize(
    ("language", "direction", "script", "hyphenation"),
    [
        ("ur", "rtl", "Arab", None),
        ("sv", "ltr", "Latn", "sv"),
        ("pt-BR", "ltr", "Latn", "pt_BR"),
        ("sr-Latn", "ltr", "Latn", "sr_Latn"),
        ("sr", "ltr", "Cyrl", "sr"),
        ("he", "rtl", "Hebr", None),
        ("hi", "ltr", "Deva", None),
        ("ka", "ltr", "Geor", None),
    ],
)
def test_language_has_direction_script_and_hyphens(
    language: str, direction: str, script: str, hyphenation: str | None
) -> None:
    """Direction, script and hyphenation dictionary follow from the tag."""
    style = languages.style(language)
    assert (style.direction, style.script, style.hyphenation) == (direction, script, hyphenation)


def test_urdu_is_never_slanted_spaced_or_set_in_small_capitals() -> None:
    """Urdu's emphasis is its script's own."""
    style = languages.style("ur")
    assert (style.small_caps, style.letter_spacing) == (False, False)
    assert style.fonts["body"][0] == "Noto Nastaliq Urdu"
    assert style.fonts["note"][0] == "Noto Naskh Arabic"
    assert style.fonts["foreign"][0] == "EB Garamond"


def test_urdu_counts_in_its_own_digits_and_letters() -> None:
    """The body of an Urdu book is numbered in Urdu digits, its front matter in abjad."""
    style = languages.style("ur")
    assert style.number(1917) == "۱۹۱۷"
    assert style.number(3, "front") == "ج"
    assert style.date(dt.date(2027, 1, 15)) == "۱۵ جنوری، ۲۰۲۷"
    assert style.join(("الف", "ب")) == "الف اور ب"


def test_edition_changes_the_numbering() -> None:
    """What an edition asks for goes before the language's habit, and what is unknown changes nothing."""
    style = languages.renumbered(languages.style("ur"), {"body": "latn", "front": "klingon"})
    assert dict(style.numbering) == {"body": "latn", "front": "abjad"}


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“x”"),
        ("sv", "”x”"),
        ("de", "„x“"),
        ("fr", "«\u00a0x\u00a0»"),
        ("es", "«x»"),
        ("pt-PT", "«x»"),
        ("pt", "“x”"),
    ],
)
def test_straight_quotes_become_those_of_the_language(language: str, quoted: str) -> None:
    """Python-Markdown's smarty is given the language's quotation marks."""
    marks = languages.style(language).smarty
    assert f"{marks['left-double-quote']}x{marks['right-double-quote']}" == quoted


@pytest.mark.parametrize("language", sorted(ORTHOGRAPHIES))
def test_every_language_of_the_table_has_a_style(language: str) -> None:
    """The table names languages that Babel knows."""
    assert languages.style(language).fonts["body"]


def test_tag_of_no_language_is_refused() -> None:
    """A tag that names no language stops the work with a sentence."""
    with pytest.raises(EditionError, match="'xx-nowhere' is not the tag"):
        languages.style("xx-nowhere")
