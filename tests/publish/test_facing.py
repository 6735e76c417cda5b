"""Openings hold what fits on a page in both languages."""

from __future__ import annotations

import pytest

from translate_pub.edition import bilingual
from translate_pub.edition.bilingual import Facing
from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import Pagination
from translate_pub.publish import chapter, facing, pagination
from translate_pub.publish.chapter import Format
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.pagination import Voice

CSS = """@page { margin: 10mm; font: 8pt "EB Garamond" } html { font: 10pt/12pt "EB Garamond" }
p { margin: 0 } h2 { font: inherit }"""
SENTENCE = "The quay was empty, and nobody had seen the ferry since the fog came down on the river that morning. "


def section(language: str, paragraphs: list[int]) -> ChapterHtml:
    """Make a chapter of paragraphs with so many sentences; 0 is a heading."""
    blocks = "".join(f"<p>{SENTENCE * size}</p>" if size else "<h2>Fog</h2>" for size in paragraphs)
    html = (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="ltr"><head><title>t</title></head>'
        f'<body class="body"><section class="chapter" id="section-one"><h1 id="one">One</h1>{blocks}</section></body>'
        "</html>\n"
    )
    return ChapterHtml("one", Role.CHAPTER, Matter.BODY, html, Opening.RECTO)


def laid_out(
    font_set: FontSet, source: list[int], translation: list[int]
) -> tuple[Pagination, tuple[ChapterHtml, ...]]:
    """Lay a chapter out in both languages."""
    parts, found = bilingual.pair([section("en", source)], [section("sv", translation)], "en", "sv")
    assert not found
    assert isinstance(parts[0], Facing)
    form = Format(CSS, font_set, Trim(100, 120), 3, "/nowhere")
    press = lambda jobs: [chapter.lay_out(job) for job in jobs]  # noqa: E731  # one call a line below
    sections = facing.cut(parts, lambda _: form, press)
    voice = {bilingual.ORIGINAL: Voice(form, lambda number, _: f"o{number}")}
    pages = pagination.paginate(sections, form, lambda number, _: f"t{number}", press, voice).value
    assert pages is not None
    return pages, sections


@pytest.mark.parametrize("longer", [1, 2], ids=["alike", "translation twice as long"])
def test_every_opening_is_a_page_in_each_language(font_set: FontSet, longer: int) -> None:
    """The source stands on versos and the translation on rectos, one page each, whichever is longer."""
    source = [2, 1, 3, 0, 2, 2, 1, 1, 2, 3, 1, 2]
    pages, sections = laid_out(font_set, source, [size * longer for size in source])
    assert all(placed.chapter.pages == 1 for placed in pages.chapters)
    assert [placed.first_page % 2 for placed in pages.chapters] == [1, 0] * (len(sections) // 2)
    folios = [pages.folios[placed.first_page] for placed in pages.chapters]
    assert [folio[0] for folio in folios] == ["o", "t"] * (len(sections) // 2)
    assert sum(part.html.count("<p ") for part in sections if part.voice) == len(source) - 1
    assert not facing.check(pages, sections)


def test_no_opening_ends_with_a_heading(font_set: FontSet) -> None:
    """A heading goes with what follows it to the next opening, in both languages."""
    _, sections = laid_out(font_set, [3, 3, 3, 0] * 4, [3, 3, 3, 0] * 4)
    assert not any(
        part.html.rstrip().removesuffix("</section></body></html>").endswith("</h2>") for part in sections[:-2]
    )


def test_block_longer_than_a_page_is_told(font_set: FontSet) -> None:
    """A paragraph that no page can hold runs over several, and the finding names where."""
    pages, sections = laid_out(font_set, [1, 30, 1], [1, 30, 1])
    (found,) = {one.code for one in facing.check(pages, sections)}
    assert found == "E071"
    assert sum(placed.chapter.pages for placed in pages.chapters) > len(sections)
