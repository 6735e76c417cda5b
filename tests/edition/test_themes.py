"""A theme is made up for its page, its script and its language."""

from __future__ import annotations

import re

import pytest

from tests.edition.shelf import Shelf
from translate_pub.edition import themes
from translate_pub.model.book import Matter, Trim
from translate_pub.model.diagnostic import EditionError


def test_page_is_the_trim_with_mirrored_margins() -> None:
    """The page has the trim's size, 3 mm of bleed, and the wide margin at the spine on both sides."""
    css = themes.load(Shelf({}, trim=Trim(152.4, 228.6)).book, "sv").css
    assert "size: 152.4mm 228.6mm; bleed: 3mm;" in css
    left = re.search(r"@page :left \{ margin-left: ([\d.]+)mm; margin-right: ([\d.]+)mm", css)
    right = re.search(r"@page :right \{ margin-left: ([\d.]+)mm; margin-right: ([\d.]+)mm", css)
    assert left
    assert right
    assert left.groups() == right.groups()[::-1]
    assert float(right.group(1)) > float(right.group(2))


@pytest.mark.parametrize(("language", "recto"), [("sv", "right"), ("ur", "left")])
def test_sides_follow_the_direction(language: str, recto: str) -> None:
    """The chapter's running head is on the recto: right in Swedish, left in Urdu."""
    css = themes.load(Shelf({}).book, language).css
    assert f"@page :{recto} {{ @top-center {{ content: string(chapter)" in css
    assert ":recto" not in css
    assert ":verso" not in css


def test_folios_are_numbered_as_the_edition_is() -> None:
    """An Urdu book counts in abjad, then in Urdu digits; the folios and the theme say the same."""
    theme = themes.load(Shelf({}).book, "ur")
    assert theme.folios == {Matter.FRONT: "abjad", Matter.BODY: "arabext", Matter.BACK: "arabext"}
    assert "@counter-style edition-arabext" in theme.css
    assert "counter(page, edition-abjad)" in theme.css
    assert "FOLIO" not in theme.css


def test_urdu_has_its_own_sheets() -> None:
    """Sheets for script and language follow those of the theme."""
    book = Shelf({}).book
    assert '--body: "Noto Nastaliq Urdu", "Noto Naskh Arabic"' in themes.load(book, "ur").css
    assert "Nastaliq" not in themes.load(book, "sv").css.replace('"Noto Naskh Arabic"', "")


def test_font_of_an_edition_goes_first() -> None:
    """An edition's own family stands before those of its language, and headings follow the body."""
    css = themes.load(Shelf({}).book, "sv", {"body": "Gentium"}).css
    assert '--body: "Gentium", "EB Garamond"' in css
    assert '--heading: "Gentium", "EB Garamond"' in css


@pytest.mark.parametrize("name", themes.NAMES)
@pytest.mark.parametrize("language", ["sv", "ur", "hi"])
def test_theme_names_only_known_counter_styles(name: str, language: str) -> None:
    """Every counter style that a sheet uses is CSS's own or defined in it."""
    css = themes.load(Shelf({}, theme=name).book, language).css
    used = set(re.findall(r"counter\(page, ([\w-]+)\)", css))
    defined = set(re.findall(r"@counter-style ([\w-]+)", css)) | {"decimal", "lower-roman"}
    assert used
    assert used <= defined


def test_modern_sets_headings_in_another_face_than_the_text() -> None:
    """Where the script has the theme's faces they go first; in Urdu text and headings stay in Nastaliq."""
    swedish, urdu = (themes.load(Shelf({}, theme="modern").book, language).css for language in ("sv", "ur"))
    assert '--body: "Noto Serif", "EB Garamond"' in swedish
    assert '--heading: "Noto Sans", "EB Garamond"' in swedish
    assert '--heading: "Noto Nastaliq Urdu"' in urdu
    assert '--latin: "Noto Serif"' in urdu


def test_unknown_theme_is_refused() -> None:
    """A theme that is not there is answered with the nearest."""
    with pytest.raises(EditionError, match="did you mean 'classic'"):
        themes.load(Shelf({}, theme="clasic").book, "sv")


@pytest.mark.parametrize(
    ("language", "spaced"), [("sv", True), ("el", True), ("hi", False), ("ka", False), ("ur", False)]
)
def test_scripts_without_capitals_are_not_spaced(language: str, spaced: bool) -> None:
    """Spaced letters and small capitals are for scripts with capitals; they would tear Devanagari apart."""
    assert ("* { letter-spacing: 0 !important;" not in themes.load(Shelf({}).book, language).css) == spaced


@pytest.mark.parametrize(("language", "emphasis"), [("hi", "bold"), ("fa", "bold"), ("ur", "inherit"), ("sv", None)])
def test_emphasis_is_of_the_script(language: str, emphasis: str | None) -> None:
    """Scripts without italics emphasise in bold, Urdu in Naskh, and Latin ones leave the slant as it is."""
    css = themes.load(Shelf({}).book, language).css
    rules = re.findall(r"^em, i, cite, dfn \{[^}]*font-weight: (\w+)", css, re.MULTILINE)
    assert (rules[-1] if rules else None) == emphasis
