"""The tool's own words: extracted from the code, shipped complete, overridden by a workspace."""

from __future__ import annotations

import shutil
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from translate_pub.edition import furniture
from translate_pub.model.catalog import Catalog, Entry

SHIPPED = ("de", "es", "fr", "sv", "ur")


def override(*entries: Entry) -> Catalog:
    """Make a workspace's catalogue of words."""
    return Catalog("locales/sv/LC_MESSAGES/furniture.po", "sv", "", "furniture", Entry("", ""), entries)


def test_words_are_those_of_the_code() -> None:
    """Every word that the code says is a message, with where it stands."""
    messages = {message.msgid: message for message in furniture.messages()}
    assert {"Contents", "Chapter %(number)s", "Translated by %(names)s"} <= set(messages)
    assert messages["Contents"].references[0].path == "edition/leaves.py"
    assert messages["Contents"].comments == ("heading of the list of chapters",)
    assert furniture.template().messages == furniture.messages()


def test_languages_that_ship_are_listed() -> None:
    """The tool says which languages it has words for."""
    assert furniture.languages() == SHIPPED


@pytest.mark.parametrize("language", SHIPPED)
def test_shipped_words_are_complete(language: str) -> None:
    """No word is missing or fuzzy in a language that ships."""
    assert [one.msgid for one in furniture.catalog(language).entries if not one.translated] == []


@pytest.mark.parametrize("language", SHIPPED)
def test_shipped_words_fit_their_values(language: str) -> None:
    """No shipped word names a value that its message does not have."""
    assert furniture.check(furniture.catalog(language)) == ()


@pytest.mark.parametrize("language", SHIPPED)
def test_shipped_catalogue_is_sound_to_gettext(language: str) -> None:
    """Gettext's own checker accepts the shipped catalogue, and no message of it is left over."""
    file = resources.files("translate_pub.edition.furniture") / language / "LC_MESSAGES" / "furniture.po"
    assert shutil.which("msgfmt")
    done = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(str(file)).read_text("utf-8").count("\nmsgid ") == len(furniture.messages()) + 1


def test_word_is_said_in_the_language() -> None:
    """A word comes in the edition's language with its values in place."""
    assert furniture.load("ur").say("Chapter %(number)s", number="۳") == "باب ۳"
    assert furniture.load("de-AT").say("Contents") == "Inhalt"


def test_word_without_translation_is_said_in_english() -> None:
    """A language without words of its own has the English ones, and they count as missing."""
    assert furniture.load("ka").say("Contents") == "Contents"
    assert not any(entry.translated for entry in furniture.catalog("ka").entries)
    assert all(entry.translated for entry in furniture.catalog("en-GB").entries)


def test_workspace_overrides_a_word() -> None:
    """A workspace's word goes before the shipped one; an empty or fuzzy one does not."""
    own = override(
        Entry("", "Contents", "Kapitelöversikt"), Entry("", "Proof", ""), Entry("", "PDF", "x", flags=("fuzzy",))
    )
    words = furniture.load("sv", own)
    assert [words.say(word) for word in ("Contents", "Proof", "PDF")] == ["Kapitelöversikt", "Korrektur", "PDF"]
    assert len(furniture.catalog("sv", own).entries) == len(furniture.messages())


@pytest.mark.parametrize("slip", ["Kapitel %(nummer)s", "Kapitel %d %(number)s", "100 % %(number)s"])
def test_word_with_an_unknown_value_is_found_and_not_used(slip: str) -> None:
    """A word that names another value, or has a lone per cent sign, is an error and the English stands in."""
    own = override(Entry("", "Chapter %(number)s", slip, line=7))
    (found,) = furniture.check(own)
    assert (found.code, str(found.span)) == ("E008", "locales/sv/LC_MESSAGES/furniture.po:7")
    assert furniture.load("sv", own).say("Chapter %(number)s", number="3") == "Chapter 3"
