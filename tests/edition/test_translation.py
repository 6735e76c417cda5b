"""A book and its catalogues become an edition."""

from __future__ import annotations

import re

from tests.edition.shelf import Shelf, catalog
from translate_pub.edition import translation
from translate_pub.model.book import Metadata, Part
from translate_pub.model.catalog import Entry
from translate_pub.model.edition import Purpose
from translate_pub.source import writing
from translate_pub.source.rendition import untranslated

TEXT = "---\nshort-title: Short\n---\n\n# Title\n\nDone.\n\nDoubtful.\n\nNew.\n"
ENTRIES = [
    Entry("", "Title", "Titel", line=4),
    Entry("", "Done.", "Klart.", line=8),
    Entry("", "Doubtful.", "Tveksamt.", flags=("fuzzy",), line=12),
    Entry("meta:short-title", "Short", "Kort", line=16),
]


def without_places(html: str) -> str:
    """Leave out where blocks come from."""
    return re.sub(r' data-(po|source)="[^"]*"', "", html)


def test_own_language_is_the_plain_rendering() -> None:
    """An edition in the book's own language is what Python-Markdown writes, but for the places of blocks."""
    book = Shelf({"01": TEXT})
    edition = book.translate().value
    assert edition is not None
    assert without_places(edition.chapters[0].html) == writing.write(book.sources[0], untranslated).html


def test_translated_text_stands_in_print() -> None:
    """A translated block says where it is in the catalogue and the source."""
    edition = Shelf({"01": TEXT}).translate("sv", {"01": ENTRIES}).value
    assert edition is not None
    (chapter,) = edition.chapters
    (paragraph,) = re.findall("<p[^>]*>Klart.", chapter.html)
    assert 'data-source="source_texts/b/01.md:7"' in paragraph
    assert 'data-po="locales/sv/LC_MESSAGES/b/01.po:8"' in paragraph
    assert (chapter.title, chapter.short_title, chapter.number) == ("Titel", "Kort", 1)


def test_print_shows_the_source_of_what_is_not_ready() -> None:
    """Fuzzy and untranslated blocks appear in the source's language, marked with it."""
    edition = Shelf({"01": TEXT}).translate("sv", {"01": ENTRIES}).value
    assert edition is not None
    html = without_places(edition.chapters[0].html)
    assert '<p class="fuzzy" dir="ltr" lang="en">Doubtful.</p>' in html
    assert '<p class="untranslated" dir="ltr" lang="en">New.</p>' in html


def test_proof_shows_the_fuzzy_translation() -> None:
    """A reviewer sees the translation that needs a look, and that it does."""
    edition = Shelf({"01": TEXT}).translate("sv", {"01": ENTRIES}, Purpose.PROOF).value
    assert edition is not None
    assert '<p class="fuzzy">Tveksamt.</p>' in without_places(edition.chapters[0].html)


def test_metadata_is_translated_through_its_catalogue() -> None:
    """Title and parts come in the edition's language; what is fuzzy does not."""
    metadata = Metadata(title="A Book", place="London", parts=(Part("p", "Beginnings", "1883"),))
    book = Shelf({"01": "# T\n"}, metadata=metadata)
    entries = [
        Entry("title", "A Book", "En bok"),
        Entry("part title", "Beginnings", "Början"),
        Entry("place", "London", "Londn", flags=("fuzzy",)),
    ]
    edition = book.translate("sv", {"metadata": entries}).value
    assert edition is not None
    assert edition.metadata == Metadata(title="En bok", place="London", parts=(Part("p", "Början", "1883"),))


def test_quotes_are_those_of_the_language() -> None:
    """Straight quotes of a translation are set as its language does."""
    book = Shelf({"01": '# T\n\nSay "no" -- now.\n'})
    entries = {"01": [Entry("", 'Say "no" -- now.', 'Säg "nej" -- nu.')]}
    edition = book.translate("sv", entries).value
    assert edition is not None
    assert "Säg ”nej” – nu." in edition.chapters[0].html


def test_apostrophe_is_no_closing_quote() -> None:
    """An apostrophe inside a word stays one where a quotation closes with another mark."""
    entries = {"01": [Entry("", "It's 'so'.", "So geht's 'hier'.")]}
    edition = Shelf({"01": "# T\n\nIt's 'so'.\n"}).translate("de", entries).value
    assert edition is not None
    assert "So geht’s ‚hier‘." in edition.chapters[0].html


def test_chapters_are_numbered_through_the_book() -> None:
    """Only chapters of the body have a number."""
    edition = Shelf({"preface": "# P\n", "01": "# A\n", "02": "# B\n", "appendix": "# C\n"}).translate().value
    assert edition is not None
    assert [chapter.number for chapter in edition.chapters] == [None, 1, 2, None]


def test_ids_are_the_same_in_every_language() -> None:
    """A translated heading keeps the id of the source."""
    book = Shelf({"01": "# Title here\n\n## Second\n"})
    entries = [Entry("", "Title here", "Titel"), Entry("", "Second", "Två")]
    catalogs = {"01": catalog("01", "sv", entries)}
    edition = translation.translate(book.book, book.sources, catalogs, "sv", progress={}).value
    assert edition is not None
    assert re.findall(r'id="([^"]+)"', edition.chapters[0].html) == ["title-here", "second"]


def test_title_of_the_front_matter_heads_a_chapter_without_a_heading() -> None:
    """A chapter whose title stands in its front matter alone is headed by it; a heading of its own goes before."""
    bare = Shelf({"01": "---\ntitle: Rivers & Roads\n---\n\nText.\n"}).translate().value
    own = Shelf({"01": "---\ntitle: Other\n---\n\n# Own\n\nText.\n"}).translate().value
    assert bare
    assert own
    assert bare.chapters[0].html.startswith('<h1 id="01">Rivers &amp; Roads</h1>')
    assert (bare.chapters[0].title, own.chapters[0].title) == ("Rivers &amp; Roads", "Own")
