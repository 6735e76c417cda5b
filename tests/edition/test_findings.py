"""One case for each finding of this floor: code, place, and the likely slip."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.edition.shelf import Shelf, settings
from translate_pub.edition import translation
from translate_pub.model.book import Matter, Role, Station
from translate_pub.model.catalog import Entry
from translate_pub.model.codes.edition import EDITION
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.progress import Count, Progress

TARGETS = {"01": "# One {#one}\n\n## Same\n\nText.\n", "02": "# Two {#two}\n\n## Same\n\nText.\n"}


def refer(text: str) -> Diagnostic:
    """Give the one finding of a chapter that refers to others."""
    (found,) = Shelf(TARGETS | {"03": f"# Three\n\nFirst.\n\n{text}\n"}).render().diagnostics
    return found


def test_note_that_nothing_calls() -> None:
    """A translation that left the call out would lose the note: E001."""
    book = Shelf({"01": "# T\n\nText.[^a]\n\n[^a]: Note.\n"})
    entries = [Entry("", "Text.[^a]", "Text.", line=7)]
    (found,) = book.render("sv", {"01": entries}).diagnostics
    assert (found.code, str(found.span)) == ("E001", "source_texts/b/01.md")
    assert "[^a]" in found.message


def test_reference_missing_in_a_translation() -> None:
    """A translation without the source's cross-reference is found in the catalogue: E002."""
    book = Shelf({"01": "# T {#t}\n\nSee page [](page:t).\n"})
    (found,) = book.translate("sv", {"01": [Entry("", "See page [](page:t).", "Se sidan.", line=9)]}).diagnostics
    assert (found.code, str(found.span)) == ("E002", "locales/sv/LC_MESSAGES/b/01.po:9")


@pytest.mark.parametrize("link", ["[](page:oen)", "[x](#oen)", "[](title:oen)"])
def test_reference_to_nowhere(link: str) -> None:
    """An id that no chapter has is an error at its line, with the nearest one: E003."""
    found = refer(f"See {link}.")
    assert (found.code, str(found.span)) == ("E003", "source_texts/b/03.md:5")
    assert found.hints == ("did you mean 'one'?",)


def test_link_to_a_file_that_is_not_in_the_book() -> None:
    """A link to a chapter that the book does not have leads nowhere: E003."""
    assert refer("See [x](09.md#one).").code == "E003"


def test_reference_to_several_places() -> None:
    """An id that two chapters have cannot be referred to from a third: E004."""
    found = refer("See page [](page:same).")
    assert (found.code, str(found.span)) == ("E004", "source_texts/b/03.md:5")
    assert "01, 02" in found.message


def test_reference_to_something_of_another_kind() -> None:
    """A heading is no figure: E005."""
    found = refer("See [](figure:one).")
    assert (found.code, str(found.span)) == ("E005", "source_texts/b/03.md:5")


@pytest.mark.parametrize("text", ["Text.\n", "# One\n\n# Two\n"])
def test_chapter_without_one_heading(text: str) -> None:
    """A chapter has one heading of the first level: E006."""
    assert Shelf({"01": text}).codes() == ["E006"]


def test_dedication_needs_no_heading() -> None:
    """Small sections may do without a heading."""
    assert Shelf({"dedication": "To all.\n"}).codes() == []


@pytest.mark.parametrize("kind", [".caption", ".table-caption"])
def test_caption_beside_nothing(kind: str) -> None:
    """A caption without figure or table is found: E007."""
    assert Shelf({"01": f"# T\n\nText.\n\nCaption\n{{: {kind}}}\n\nText.\n"}).codes() == ["E007"]


def test_edition_that_is_not_complete() -> None:
    """A print edition below the asked per cent is refused with a count and the chapters: E009."""
    book = Shelf({"01": "# T\n"})
    half = Progress(Count(translated=1, fuzzy=1, untranslated=1), Count(translated=5, fuzzy=2, untranslated=3))
    whole = Progress(Count(translated=1), Count(translated=1))
    measured = {"01": half, "metadata": whole}
    outcome = translation.translate(book.book, book.sources, {}, "sv", progress=measured)
    (found,) = outcome.diagnostics
    assert outcome.value is None
    assert (found.code, found.message) == (
        "E009",
        "b (sv) is 54 % translated and 100 % are asked: 1 untranslated, 1 fuzzy of 4 messages",
    )
    assert found.hints[0] == "01: 1 untranslated, 1 fuzzy of 3 messages"
    assert translation.translate(book.book, book.sources, {}, "sv", progress=measured, minimum=54).value is not None


def test_addendum_beside_a_section_that_is_not_there() -> None:
    """An addendum that is to stand after a section of a role that the book does not have: E040."""
    made = Shelf({"preface": "# P\n", "01": "# T\n", "ord": "# Ord\n"})
    *files, addendum = made.book.files
    addendum = replace(addendum, matter=Matter.FRONT, language="en", station=Station(Role.DEDICATION))
    made.book = replace(made.book, files=tuple(files), editions=settings("en", addenda=(addendum,)))
    rendered = made.render()
    assert [one.code for one in rendered.diagnostics] == ["E040"]
    assert [one.name for one in rendered.value or ()][-3:] == ["preface", "ord", "01"]


def test_every_code_has_a_case() -> None:
    """Every code of this floor is named by a test, here or in those of the room that finds it."""
    cases = {name.__doc__ or "" for key, name in globals().items() if key.startswith("test_")}
    named = {code for code in EDITION if any(f": {code}." in text for text in cases)}
    of_furniture, of_rights = {"E008"}, {"E041", "E042", "E043"}
    of_index, of_openings = {"E060", "E061", "E062", "E063", "E064"}, {"E070", "E071", "E072"}
    of_makeup = {f"E{number:03}" for number in range(80, 88)}
    assert named | of_furniture | of_rights | of_index | of_openings | of_makeup == set(EDITION)
