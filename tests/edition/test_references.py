"""Cross-references get their words, and those that lead nowhere are found where they are written."""

from __future__ import annotations

import re

from tests.edition.shelf import Shelf

TWO = {
    "01": '# One {#one}\n\n## Part of *one* {#detail}\n\n![m](m.svg "Map"){#fig}\n\nVotes\n{: .table-caption #tab}\n\n'
    "| A |\n|---|\n| 1 |\n",
    "appendix": "# Extra {#extra}\n\nText.\n",
}


def referring(text: str, language: str = "en") -> str:
    """Write a second chapter that refers to the others."""
    return Shelf(TWO | {"02": f"# Two {{#two}}\n\n{text}\n"}, language=language).section("02", language)


def test_reference_to_a_page_waits_for_its_number() -> None:
    """A page reference is a place for the folio, linked to its target."""
    html = referring("See page [](page:detail).")
    assert '<a href="#detail" class="page-reference" data-page="detail">188</a>' in html


def test_references_say_number_label_and_title() -> None:
    """A chapter is its number, a figure or table its label, a title the words of the heading."""
    html = referring("[](chapter:detail) [](figure:fig) [](table:tab) [](title:detail) [](chapter:extra)")
    assert ">1</a>" in html
    assert ">Figure 1</a>" in html
    assert ">Table 1</a>" in html
    assert ">Part of <em>one</em></a>" in html
    assert '<a href="#extra" class="chapter-reference">Extra</a>' in html


def test_references_speak_the_language_of_the_edition() -> None:
    """Numbers and labels are those of the language."""
    html = referring("[](chapter:detail) [](figure:fig)", "ur")
    assert ">۱</a>" in html
    assert ">شکل ۱</a>" in html


def test_label_inside_a_sentence_is_written_as_the_language_does() -> None:
    """Swedish writes `figur 1` inside a sentence and `Figur 1` at its beginning; English keeps the capital."""
    text = "[](figure:fig) shows. See[^n] [](figure:fig).[^m] [](table:tab) too.\n\n[^n]: N.\n\n[^m]: M.\n"
    swedish, english = (re.findall(r'-reference">([^<]+)', referring(text, tag)) for tag in ("sv", "en"))
    assert swedish == ["Figur 1", "figur 1", "Tabell 1"]
    assert english == ["Figure 1", "Figure 1", "Table 1"]


def test_links_to_files_and_ids_lead_into_the_book() -> None:
    """A link to a chapter's file, or to an id in it, becomes a link inside the book; other links stay."""
    html = referring("[a](01.md) [b](01.md#detail) [c](#detail) [d](https://example.org/x.md)")
    assert '<a href="#one">a</a>' in html
    assert '<a href="#detail">b</a>' in html
    assert '<a href="#detail">c</a>' in html
    assert '<a href="https://example.org/x.md">d</a>' in html


def test_same_id_in_two_chapters_is_told_apart() -> None:
    """Headings that are alike get ids of their own, and each chapter's links stay inside it."""
    book = Shelf({"01": "# A\n\n## Notes\n\n[x](#notes)\n", "02": "# B\n\n## Notes\n\n[x](#notes)\n"})
    assert '<a href="#notes">' in book.section("01")
    assert '<a href="#02--notes">' in book.section("02")
    assert 'id="02--notes"' in book.section("02")
