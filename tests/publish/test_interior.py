"""The assembled interior, read by other tools than the one that wrote it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.diagnostic import Outcome, PagesError
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import Imprint, Pagination, Publication
from translate_pub.publish import chapter, interior, pagination
from translate_pub.publish.fonts import FontSet

MM = 72 / 25.4
TRIM = Trim(100, 150)
BLEED = 3.0
CSS = """
@page { margin: 12mm; font: 8pt "EB Garamond"; @bottom-center { content: counter(page) } }
html { font: 10pt/13pt "EB Garamond"; font-variant-ligatures: common-ligatures }
:lang(ur) { font-family: "Noto Nastaliq Urdu", "EB Garamond"; line-height: 22pt }
h1 { bookmark-level: 1 } h2 { bookmark-level: 2 } .sc { font-variant-caps: small-caps } img { width: 20mm }
"""
LATIN = "Officerna fann fisken flytande i floden, och Ivan Babusjkin skrev om affären i Iskra. "
URDU = "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔ "
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi")


def write_folio(number: int, matter: Matter) -> str:
    """Number the front matter in roman numerals."""
    return ROMAN[number] if matter is Matter.FRONT else str(number)


def write_urdu_folio(number: int, matter: Matter) -> str:
    """Number the front matter in abjad and the body in the digits of Urdu."""
    if matter is Matter.FRONT:
        return "-ابجدہوز"[number]
    return "".join(chr(0x6F0 + int(digit)) for digit in str(number))


class Book:
    """A small book, laid out and assembled."""

    def __init__(self, root: Path, fonts: FontSet, language: str) -> None:
        self.language, self.direction = language, "rtl" if language == "ur" else "ltr"
        text = URDU if language == "ur" else LATIN
        Image.effect_noise((250, 250), 60).save(root / "map.png")
        form = chapter.Format(CSS, fonts, TRIM, BLEED, str(root))
        outcome = pagination.paginate(
            self._sections(text),
            form,
            write_urdu_folio if language == "ur" else write_folio,
            lambda jobs: [chapter.lay_out(job) for job in jobs],
        )
        assert outcome.value is not None
        self.found = outcome.diagnostics
        self.pagination: Pagination = outcome.value
        self.fonts = fonts
        self.outcome: Outcome[Publication] = self.assemble()
        assert self.outcome.value is not None
        self.data = self.outcome.value.data

    def assemble(self) -> Outcome[Publication]:
        """Make the PDF."""
        return interior.assemble(self.pagination, self.imprint(), self.fonts, "book.pdf")

    def imprint(self) -> Imprint:
        """Say what the PDF says of itself."""
        return Imprint(
            title="Bolsjevikerna & <Ryssland>",
            language=self.language,
            direction=self.direction,
            authors=("Åsa Öberg", "Ivan B."),
            translators=("Maryam Übersetzer",),
            publisher="Förlaget",
            isbn="978-91-0-012345-6",
            identifier=f"handbook:{self.language}:print",
            trim=TRIM,
            bleed_mm=BLEED,
        )

    def _sections(self, text: str) -> list[ChapterHtml]:
        contents = '<p><a href="#one">Ett <span data-page="one">00</span></a> <a href="#deep">Djup</a></p>'
        body = f'<p>{text * 9}</p><h2 id="deep">Djup</h2><p><i>{text * 3}</i><b>{text}</b></p>'
        picture = '<p><img src="map.png"></p>'
        first = (
            f'<h1 id="one">Ett</h1>{picture}{body}<p><a href="https://example.org/">nät</a> <a href="#two">två</a></p>'
        )
        return [
            self._section("contents", f"<h1>Innehåll</h1>{contents}", Role.CONTENTS, Matter.FRONT),
            self._section("part", "<h1>Del ett</h1>", Role.PART, Matter.BODY),
            self._section("one", first, Role.CHAPTER, Matter.BODY),
            self._section("two", f'<h1 id="two">Två</h1>{picture}<p class="sc">Små versaler</p><p>{text * 7}</p>'),
        ]

    def _section(self, name: str, body: str, role: Role = Role.CHAPTER, matter: Matter = Matter.BODY) -> ChapterHtml:
        html = (
            f'<!DOCTYPE html><html lang="{self.language}" dir="{self.direction}"><head><title>t</title></head>'
            f"<body>{body}</body></html>"
        )
        return ChapterHtml(name, role, matter, html, Opening.RECTO, title=name)


@pytest.fixture(scope="module")
def swedish(tmp_path_factory: pytest.TempPathFactory, font_set: FontSet) -> Book:
    """Give a Swedish book."""
    return Book(tmp_path_factory.mktemp("sv"), font_set, "sv")


@pytest.fixture(scope="module")
def urdu(tmp_path_factory: pytest.TempPathFactory, font_set: FontSet) -> Book:
    """Give an Urdu book."""
    return Book(tmp_path_factory.mktemp("ur"), font_set, "ur")


@pytest.fixture(params=["swedish", "urdu"])
def book(request: pytest.FixtureRequest) -> Book:
    """Give each of the books."""
    made: Book = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def pdf(book: Book) -> Iterator[pikepdf.Pdf]:
    """Open the PDF of a book."""
    with pikepdf.open(io.BytesIO(book.data)) as opened:
        yield opened


def test_nothing_is_found_in_a_clean_book(book: Book) -> None:
    """No warning of the layout engine, no missing glyph, no dead link."""
    assert not book.found
    assert not book.outcome.diagnostics


def test_the_file_is_sound(pdf: pikepdf.Pdf) -> None:
    """QPDF finds no error in its structure."""
    assert not pdf.check_pdf_syntax()


def test_every_page_has_the_boxes_of_the_trim(book: Book, pdf: pikepdf.Pdf) -> None:
    """Blanks too: the media begins at zero, the bleed reaches its edge, and the trim lies within by the bleed."""
    width, height, bleed = TRIM.width_mm * MM, TRIM.height_mm * MM, BLEED * MM
    for page in pdf.pages:
        media, trim = [float(value) for value in page.MediaBox], [float(value) for value in page.TrimBox]
        assert media == pytest.approx([0, 0, width + 2 * bleed, height + 2 * bleed], abs=1e-3)
        assert trim == pytest.approx([bleed, bleed, width + bleed, height + bleed], abs=1e-3)
        assert [float(value) for value in page.BleedBox] == media
    assert len(pdf.pages) == len(book.pagination.folios)


def test_a_second_build_has_the_same_bytes(book: Book) -> None:
    """Nothing in the file depends on the time or on chance."""
    again = book.assemble()
    assert again.value is not None
    assert again.value.data == book.data


def test_every_font_is_embedded_once_and_cut(pdf: pikepdf.Pdf) -> None:
    """Each font file stands in the PDF once, much smaller than it is."""
    programs, names = set(), set()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.FontDescriptor:
            (program,) = [item[key] for key in ("/FontFile2", "/FontFile3") if key in item]
            programs.add(program.objgen)
            names.add(str(item.FontName))
            assert len(program.read_bytes()) < 200_000
    assert len(programs) == len(names)
    assert all("+" in name for name in names)


def test_an_image_of_two_chapters_stands_in_the_file_once(pdf: pikepdf.Pdf) -> None:
    """Chapters share what has the same bytes."""
    images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
    assert len(images) == 1


def test_links_lead_to_their_place(book: Book) -> None:
    """Links to other sections are destinations in the book; the others stay addresses."""
    reader = pypdf.PdfReader(io.BytesIO(book.data))
    first_page = {placed.chapter.name: placed.first_page for placed in book.pagination.chapters}
    named = reader.named_destinations
    assert reader.get_destination_page_number(named["one"]) == first_page["one"]
    assert reader.get_destination_page_number(named["two"]) == first_page["two"]
    targets: set[str] = set()
    addresses: set[str] = set()
    with pikepdf.open(io.BytesIO(book.data)) as pdf:
        for page in pdf.pages:
            for item in page.obj.get("/Annots", pikepdf.Array()):
                if "/A" in item:
                    addresses.add(str(item.A.URI))
                else:
                    targets.add(str(item.Dest))
    assert targets == {"one", "deep", "two"}
    assert addresses == {"https://example.org/"}


def test_a_link_lies_on_its_words(swedish: Book) -> None:
    """The rectangle moved with the page's origin."""
    with pikepdf.open(io.BytesIO(swedish.data)) as pdf:
        rect = [float(value) for value in pdf.pages[0].Annots[0].Rect.as_list()]
    with pypdfium2.PdfDocument(swedish.data) as document:
        words = (
            document[0]
            .get_textpage()
            .get_text_bounded(*[value + grow for value, grow in zip(rect, (-1, -1, 1, 1), strict=True)])
        )
    assert words.split()[0] == "Ett"


def test_a_link_to_nowhere_is_an_error(swedish: Book, font_set: FontSet, tmp_path: Path) -> None:
    """The section is named with what it looks for."""
    section = swedish._section("one", '<p><a href="#nowhere">x</a></p>')  # noqa: SLF001 - the book's own maker
    form = chapter.Format(CSS, font_set, TRIM, BLEED, str(tmp_path))
    pages = pagination.paginate([section], form, write_folio, lambda jobs: [chapter.lay_out(job) for job in jobs])
    assert pages.value is not None
    (finding,) = interior.assemble(pages.value, swedish.imprint(), font_set, "x.pdf").diagnostics
    assert finding.code == "P010"
    assert "nowhere" in finding.message


def test_the_outline_has_chapters_under_their_part(book: Book) -> None:
    """Headings stand under their chapter, on the right page."""
    reader = pypdf.PdfReader(io.BytesIO(book.data))
    assert _titles(reader.outline) == ["Innehåll", "Del ett", ["Ett", ["Djup"], "Två"]]
    with pypdfium2.PdfDocument(book.data) as document:
        pages = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
    first_pages = [placed.first_page for placed in book.pagination.chapters]
    assert [pages[title] for title in ("Innehåll", "Del ett", "Ett", "Två")] == first_pages


def _titles(items: Sequence[object]) -> list[object]:
    return [_titles(item) if isinstance(item, list) else str(getattr(item, "title", "")) for item in items]


def test_page_labels_are_the_printed_folios(book: Book) -> None:
    """Roman and arabic numbers, abjad and the digits of Urdu."""
    reader = pypdf.PdfReader(io.BytesIO(book.data))
    assert tuple(reader.page_labels) == book.pagination.folios
    with pypdfium2.PdfDocument(book.data) as document:
        assert tuple(document.get_page_label(index) for index in range(len(document))) == book.pagination.folios


def test_the_reading_direction_is_that_of_the_language(book: Book, pdf: pikepdf.Pdf) -> None:
    """An Urdu book is bound on the right; a viewer shows its title, and its first page alone."""
    assert str(pdf.Root.ViewerPreferences.Direction) == ("/R2L" if book.language == "ur" else "/L2R")
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.Root.PageLayout) == "/TwoPageRight"
    assert str(pdf.Root.Lang) == book.language


def test_the_metadata_name_title_people_and_isbn(book: Book, pdf: pikepdf.Pdf) -> None:
    """Document information and XMP say the same."""
    assert str(pdf.docinfo.Title) == "Bolsjevikerna & <Ryssland>"
    assert str(pdf.docinfo.Author) == "Åsa Öberg; Ivan B."
    assert str(pdf.docinfo.Translator) == "Maryam Übersetzer"
    assert str(pdf.docinfo.ISBN) == "978-91-0-012345-6"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "Bolsjevikerna & <Ryssland>"
        assert xmp["dc:creator"] == ["Åsa Öberg", "Ivan B."]
        assert set(xmp["dc:contributor"]) == {"Maryam Übersetzer"}
        assert xmp["dc:identifier"] == "urn:isbn:9789100123456"
        assert set(xmp["dc:language"]) == {book.language}
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)


def test_ligatures_and_small_capitals_keep_their_letters(swedish: Book) -> None:
    """Joined fonts keep the chapters' maps from glyphs to text."""
    with pypdfium2.PdfDocument(swedish.data) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Officerna fann fisken flytande i floden" in " ".join(text.split())
    assert "Små versaler" in text


def test_a_page_looks_as_it_was_laid_out(book: Book) -> None:
    """Joining fonts and images changes no pixel."""
    for placed in book.pagination.chapters:
        with pypdfium2.PdfDocument(placed.chapter.pdf) as before, pypdfium2.PdfDocument(book.data) as after:
            for index, page in enumerate(before):
                old = page.render(scale=1.5, grayscale=True).to_pil()
                new = after[placed.first_page + index].render(scale=1.5, grayscale=True).to_pil()
                difference = ImageChops.difference(old, new.resize(old.size) if new.size != old.size else new)
                _, worst = difference.getextrema()
                assert isinstance(worst, int | float)
                assert worst <= 40, (placed.chapter.name, index)


def test_a_blank_is_empty(book: Book) -> None:
    """The verso before a chapter that opens recto has nothing on it."""
    with pypdfium2.PdfDocument(book.data) as document:
        image = document[1].render(scale=1, grayscale=True).to_pil()
    assert image.getextrema() == (255, 255)


def test_a_font_from_nowhere_stops_the_assembly(swedish: Book) -> None:
    """What is not of the edition is not printed with."""
    with pytest.raises(PagesError, match="none of the edition's"):
        interior.assemble(swedish.pagination, swedish.imprint(), FontSet(()), "x.pdf")
