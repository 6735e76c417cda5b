"""Plates: images that reach the bleed on every side of their page, and leaves bound in between signatures."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.publish.test_pagination import Press, counts, run, settled, write_folio
from translate_pub.edition import themes
from translate_pub.model.book import Book, Metadata, Role, Trim
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import ChapterPages, Imprint, Pagination
from translate_pub.publish import chapter, interior, pagination
from translate_pub.publish.chapter import Format, LayoutJob
from translate_pub.publish.fonts import FontSet

MakeSection = Callable[..., ChapterHtml]
TRIM = Trim(100, 150)
RED = (200, 30, 30)
PLATE = '<figure class="figure plate{side}"><img src="red.png" alt="Red"></figure>'
TEXT = '<p class="text">Text.</p>'


def plates(make: MakeSection, behind: int | None = None) -> ChapterHtml:
    """Make a section of plates that do not count."""
    return make("", "plates", role=Role.PLATES, folios=False, behind_page=behind)


class InsertPress(Press):
    """Says of each section where it is bound in, as the real press does."""

    def _lay_out(self, job: LayoutJob) -> ChapterPages:
        made = super()._lay_out(job)
        return ChapterPages(
            made.name,
            made.role,
            made.matter,
            made.opens,
            b"",
            made.pages,
            made.landings,
            (),
            folios=made.folios,
            behind_page=job.section.behind_page,
        )


def told(book: Pagination) -> list[tuple[str, int, int]]:
    """Give (section, first page, pages)."""
    return [(one.chapter.name, one.first_page, one.chapter.pages) for one in book.chapters]


def test_leaves_between_two_sections(make_section: MakeSection, font_set: FontSet) -> None:
    """They fill whole leaves that have no folio, and what follows has the side and the folio that it had."""
    sections = [make_section("", "one"), plates(make_section), make_section("", "two", opens=Opening.ANY)]
    book = settled(run(sections, InsertPress(counts({"one": 3, "plates": 3, "two": 2})), font_set))
    assert book.folios == ("1", "2", "3", "4", "", "", "", "", "5", "6")
    assert told(book) == [("one", 0, 3), ("plates", 4, 3), ("two", 8, 2)]


def test_leaves_behind_a_signature(make_section: MakeSection, font_set: FontSet) -> None:
    """A section that runs over the end of the signature is cut there; folios go on behind the leaves."""
    sections = [make_section("", "one"), make_section("", "two"), plates(make_section, 4)]
    press = InsertPress(counts({"one": 2, "two": 5, "plates": 1}))
    book = settled(run(sections, press, font_set))
    assert told(book) == [("one", 0, 2), ("two", 2, 2), ("plates", 4, 1), ("two", 6, 3)]
    assert book.folios == ("1", "2", "3", "4", "", "", "5", "6", "7", "8")
    (landing,) = book.chapters[-1].chapter.landings
    assert (landing.anchor, landing.page) == ("two", 2)


def test_two_inserts_behind_one_signature(make_section: MakeSection, font_set: FontSet) -> None:
    """They stand in the order of the book."""
    more = make_section("", "more", role=Role.PLATES, folios=False, behind_page=4)
    sections = [make_section("", "one"), plates(make_section, 4), more]
    book = settled(run(sections, InsertPress(counts({"one": 6, "plates": 2, "more": 2})), font_set))
    assert told(book) == [("one", 0, 4), ("plates", 4, 2), ("more", 6, 2), ("one", 8, 2)]


def test_a_plate_that_does_not_count_is_behind_a_page(make_section: MakeSection, font_set: FontSet) -> None:
    """Where its page is told, it is the one before its leaves."""
    show = '<span data-page="plates">00</span>'
    for behind, folio in ((None, "4"), (2, "2"), (40, "4")):
        press = InsertPress(counts({"one": 3, "plates": 2}))
        outcome = run([make_section(show, "one"), plates(make_section, behind)], press, font_set)
        assert press.rounds[-1][0].folios == (("plates", folio),)
        assert [one.code for one in outcome.diagnostics] == (["P015"] if behind == 40 else [])


Draw = Callable[..., list[Image.Image]]


@pytest.fixture
def draw(root: Path, font_set: FontSet, make_section: MakeSection) -> Draw:
    """Lay a section out with a theme, assemble it, and draw its pages, four pixels a mm."""
    Image.new("RGB", (1400, 2000), RED).save(root / "red.png")
    css = themes.load(Book("b", "b", "en", Metadata("B"), None, {}, TRIM, "classic", (), {}), "en").css

    def drawn(inside: str, bleed: float = 3.0, language: str = "sv") -> list[Image.Image]:
        section = make_section(f'<section class="chapter" data-running="Head">{inside}</section>', language=language)
        form = Format(css, font_set, TRIM, bleed, str(root))
        outcome = pagination.paginate([section], form, write_folio, lambda jobs: [chapter.lay_out(job) for job in jobs])
        assert [one for one in outcome.diagnostics if one.code != "P006"] == []
        direction = "rtl" if language == "ur" else "ltr"
        imprint = Imprint("T", language, direction, (), (), "", "", "t", TRIM, bleed)
        made = interior.assemble(settled(outcome), imprint, font_set, "t.pdf").value
        assert made is not None
        pdf = pypdfium2.PdfDocument(io.BytesIO(made.data))
        return [page.render(scale=25.4 / 72 * 4).to_pil().convert("RGB") for page in pdf]

    return drawn


def red(image: Image.Image) -> bool:
    """Whether a page is red out to its last pixel but one on every side."""
    width, height = image.size
    spots = [(x, y) for x in (1, width // 2, width - 2) for y in (1, height // 2, height - 2)]
    return {image.getpixel(spot) for spot in spots} == {RED}


@pytest.mark.parametrize("bleed", [3.0, 5.0, 0.0])
@pytest.mark.parametrize("language", ["sv", "ur"])
def test_a_plate_reaches_the_bleed_on_every_side(draw: Draw, bleed: float, language: str) -> None:
    """On rectos and on versos, whatever the bleed of the printer is, in books bound on either side."""
    pages = draw(f"{TEXT}{PLATE.format(side=' recto')}{PLATE.format(side='')}{TEXT}", bleed, language)
    assert [red(page) for page in pages] == [False, False, True, True, False, False]


def test_a_caption_stands_opposite_its_plate(draw: Draw) -> None:
    """It is on the page before it, whatever side the text ends on; the blank before it has neither head nor folio."""
    caption = '<div class="plate-caption faces-recto"><p class="figcaption">A red plate.</p></div>'
    spread = caption + PLATE.format(side=" faced")
    assert [red(page) for page in draw(TEXT + spread)] == [False, False, True, False]
    pages = draw(f"{TEXT}<p style='break-before: page'>More.</p>{spread}")
    assert [red(page) for page in pages] == [False, False, False, False, True, False]
    assert pages[2].getextrema() == ((255, 255),) * 3
    assert pages[3].getextrema() != ((255, 255),) * 3
