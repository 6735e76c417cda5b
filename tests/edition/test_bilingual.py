"""The sections of two languages, paired block by block."""

from __future__ import annotations

import re

from tests.edition.shelf import Shelf
from translate_pub.edition import bilingual
from translate_pub.edition.bilingual import Facing
from translate_pub.model.catalog import Entry
from translate_pub.model.edition import ChapterHtml, Opening

TEXT = "# Fog {#fog}\n\nSee [](page:quay) and [there](#quay).\n\n## Quay {#quay}\n\nWait.\n\n- one\n- two\n"
ENTRIES = {"01": [Entry("", "Fog", "Dimma"), Entry("", "Wait.", "Vänta."), Entry("", "one", "ett")]}


def paired(language: str = "sv", text: str = TEXT) -> tuple[tuple[ChapterHtml | Facing, ...], list[str]]:
    """Pair a book with its translation; return the parts and the codes of what was found."""
    shelf = Shelf({"01": text})
    originals, translations = shelf.render("en").value or (), shelf.render(language, ENTRIES).value or ()
    parts, found = bilingual.pair(originals, translations, "en", language)
    return parts, [one.code for one in found]


def facing(language: str = "sv") -> Facing:
    """Give the only chapter in both languages."""
    (one,) = [part for part in paired(language)[0] if isinstance(part, Facing)]
    return one


def test_chapters_are_paired_and_leaves_are_those_of_the_translation() -> None:
    """What the tool makes stands once, in the translation's words; every chapter has a strand a language."""
    parts, found = paired()
    assert found == []
    single = [part.name for part in parts if isinstance(part, ChapterHtml)]
    assert single == ["half-title", "title-page", "imprint", "contents"]
    one = facing()
    assert one.original.count == one.translation.count == 5
    assert "Fog" in one.original.piece(0, 1).html
    assert "Dimma" in one.translation.piece(0, 1).html


def test_pieces_hold_their_blocks_and_stand_on_their_side() -> None:
    """The source opens on a verso, the translation on a recto; together the pieces have every block once."""
    one = facing()
    pieces = [one.original.piece(0, 2), one.original.piece(2, 5)]
    assert [piece.opens for piece in pieces] == [Opening.VERSO] * 2
    assert one.translation.piece(0, 2).opens is Opening.RECTO
    whole = one.original.piece(0, 5).html
    assert sorted(re.findall(r"<(?:p|h2|ul|header)\b", "".join(piece.html for piece in pieces))) == sorted(
        re.findall(r"<(?:p|h2|ul|header)\b", whole)
    )
    assert ["continued" in piece.html for piece in pieces] == [False, True]
    assert pieces[0].name != pieces[1].name


def test_references_of_the_source_stay_in_the_source() -> None:
    """Ids are told apart, and a page or link of the source leads to the source's own heading."""
    html = facing().original.piece(0, 5).html
    assert 'id="original--quay"' in html
    assert 'href="#original--quay"' in html
    assert 'data-page="original--quay"' in html
    assert 'data-page="quay"' in facing().translation.piece(0, 5).html


def test_pages_of_both_languages_turn_as_the_book_does() -> None:
    """In a right-to-left book the source's pages turn to the left too, and its text runs to the right."""
    one = facing("ur")
    assert '<html lang="en" dir="rtl">' in one.original.piece(0, 1).html
    assert re.search(r'<body [^>]*dir="ltr"', one.original.piece(0, 1).html)
    assert re.search(r'<body [^>]*dir="rtl"', one.translation.piece(0, 1).html)


def test_chapter_with_other_blocks_stands_alone() -> None:
    """Where the blocks differ nothing can be paired: the chapter stands in the translation alone, and is found."""
    shelf, other = Shelf({"01": TEXT}), Shelf({"01": f"{TEXT}\nMore.\n"})
    parts, found = bilingual.pair(shelf.render("en").value or (), other.render("sv").value or (), "en", "sv")
    assert [one.code for one in found] == ["E070"]
    assert [part.name for part in parts if isinstance(part, ChapterHtml)][-1] == "01"


def test_index_is_that_of_the_translation_alone() -> None:
    """Two indexes are sorted each its own way, so that only the translation's stands in the book."""
    parts, found = paired(text="# Fog {#fog}\n\n[Quay](index:) and [anchor](index:).\n")
    assert found == []
    assert [part.name for part in parts if isinstance(part, ChapterHtml)][-1] == "index"
