"""Figures, tables, index marks and openings of a chapter."""

from __future__ import annotations

import re

from tests.edition.shelf import Shelf, one_chapter


def test_lone_image_is_a_figure_with_its_title_as_caption() -> None:
    """A paragraph that is one image becomes a numbered figure; its title, with emphasis, is the caption."""
    html = one_chapter('# T\n\n![A map](figures/map.svg "Roads of *Iskra*"){#fig-map}\n')
    assert re.search(r'<figure[^>]* id="fig-map"><img alt="A map" src="source_texts/b/figures/map.svg">', html)
    assert '<figcaption><span class="label">Figure 1</span> Roads of <em>Iskra</em></figcaption>' in html


def test_paragraph_after_an_image_is_its_caption() -> None:
    """A caption of its own paragraph, footnotes included, goes into the figure."""
    html = one_chapter("# T\n\n![Map](map.svg){#m}\n\nLong caption.[^a]\n{: .caption}\n\n[^a]: Note.\n")
    assert "<figcaption" in html
    assert html.index("</figure>") > html.index('class="note"') > html.index("<figure")


def test_image_without_caption_has_no_number() -> None:
    """Only figures with a caption are counted."""
    html = one_chapter('# T\n\n![a](a.svg)\n\n![b](b.svg "B")\n')
    assert html.count("<figure") == 2
    assert html.count('class="label"') == 1
    assert "Figure 1" in html


def test_image_in_a_line_of_text_is_left_there() -> None:
    """An image among words is no figure."""
    assert "<figure" not in one_chapter("# T\n\nSee ![a](a.svg) here.\n")


def test_address_of_the_web_is_left_alone() -> None:
    """Only addresses inside the workspace are made relative to its root."""
    assert 'src="https://example.org/a.svg"' in one_chapter("# T\n\n![a](https://example.org/a.svg)\n")


def test_table_takes_the_caption_before_it() -> None:
    """A table's caption is inside the table, with its number and id."""
    html = one_chapter("# T\n\nVotes\n{: .table-caption #tab}\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n")
    assert re.search(r'<table id="tab">\s*<caption[^>]*><span class="label">Table 1</span> Votes</caption>', html)
    assert 'style="text-align: end;"' in html


def test_figures_count_through_the_book() -> None:
    """The second chapter's figure goes on where the first ended."""
    book = Shelf({"01": '# A\n\n![a](a.svg "A")\n', "02": '# B\n\n![b](b.svg "B")\n'})
    assert "Figure 2" in book.section("02")
    assert "Figure 1" not in book.section("02")


def test_index_mark_keeps_its_entry() -> None:
    """An index mark is its words, with the entry beside them."""
    html = one_chapter("# T\n\n[Iskra](index:) and [the paper](<index:Iskra!founding>).\n")
    assert '<span class="index-mark" data-entry="Iskra" id="index--01--1">Iskra</span>' in html
    assert '<span class="index-mark" data-entry="Iskra!founding" id="index--01--2">the paper</span>' in html


def test_opening_has_number_title_and_front_matter() -> None:
    """A chapter opens with number, heading and front matter; its short title is the running head."""
    html = one_chapter("---\nshort-title: Short\nsubtitle: Sub *title*\n---\n\n# Long Title {#t}\n\nText.\n")
    assert 'data-running="Short"' in html
    opening = html[html.index("<header") : html.index("</header>")]
    assert re.sub("<[^>]+>", "|", opening).replace("|", " ").split() == [
        "Chapter",
        "1",
        "Long",
        "Title",
        "Sub",
        "title",
    ]


def test_admonition_called_note_is_no_footnote() -> None:
    """The kind of an admonition is kept apart from the class of footnotes."""
    html = one_chapter('# T\n\n!!! note "Mind"\n    Body\n')
    assert 'class="admonition admonition-note"' in html


def test_list_of_contents_in_the_text_is_dropped() -> None:
    """The book has one list of contents; a chapter's own marker makes none."""
    assert 'class="toc"' not in one_chapter("# T\n\n[TOC]\n\n## A\n")


def test_figure_and_note_keep_the_place_in_the_source() -> None:
    """What is found about an image or a note on the pages is found at its line."""
    html = one_chapter('# T\n\n![A map](map.svg "Roads"){#m}\n\nText.[^a]\n\n[^a]: Note.\n')
    assert re.search(r'<figure[^>]* data-source="source_texts/b/01.md:3"', html)
    assert re.search(r'class="note"[^>]*>\s*<[^>]* data-source="source_texts/b/01.md:7"', html)
