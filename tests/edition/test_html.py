"""A book has its sections in order, and each is a document of its own."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.edition.shelf import METADATA, Shelf, settings
from translate_pub.model.book import Contributor, Matter, Metadata, Part, Placement, Role, SourceFile
from translate_pub.model.catalog import Entry
from translate_pub.model.edition import Opening, Purpose

TEXTS = {
    "dedication": "To all.\n",
    "preface": "# Preface\n",
    "01": '# One\n\n![m](m.svg "Map of roads. Letters: A. B.")\n',
    "02": "# Two\n",
    "appendix": "# Extra\n",
}
PARTS = Metadata(title="A Book", parts=(Part("p1", "First Part", "1883"), Part("p2", "Second Part")))


def in_parts() -> Shelf:
    """Put each chapter into a part of its own."""
    book = Shelf(TEXTS).book
    files = tuple(
        SourceFile(file.path, file.role, file.matter, {"01": "p1", "02": "p2"}.get(file.name)) for file in book.files
    )
    return Shelf(TEXTS, files=files, metadata=PARTS)


def plain(html: str) -> str:
    """Give the text of a document on one line."""
    return " ".join(re.sub("<[^>]+>", " ", html[html.index("<body") :]).split())


def test_sections_are_in_the_order_of_a_book() -> None:
    """Titles, imprint, dedication, lists and preface go before the parts, and the back matter after."""
    sections = in_parts().render().value or ()
    assert [(one.name, one.matter.value, one.opens.value) for one in sections] == [
        ("half-title", "front", "recto"),
        ("title-page", "front", "recto"),
        ("imprint", "front", "verso"),
        ("dedication", "front", "recto"),
        ("contents", "front", "recto"),
        ("illustrations", "front", "any"),
        ("preface", "front", "recto"),
        ("part--p1", "body", "recto"),
        ("01", "body", "recto"),
        ("part--p2", "body", "recto"),
        ("02", "body", "recto"),
        ("appendix", "back", "recto"),
    ]


def test_contents_and_imprint_stand_where_the_edition_says() -> None:
    """They may stand at the end, or be left out."""
    back = Shelf(TEXTS, editions=settings("en", contents=Placement.BACK, imprint_page=Placement.BACK)).render().value
    none = Shelf(TEXTS, editions=settings("en", contents=Placement.NONE, imprint_page=Placement.NONE)).render().value
    assert [one.name for one in back or ()][-4:] == ["appendix", "contents", "illustrations", "imprint"]
    assert {one.role for one in none or ()}.isdisjoint({Role.CONTENTS, Role.IMPRINT})


def test_pamphlet_has_no_half_title_and_begins_anywhere() -> None:
    """The pamphlet theme leaves out what a few pages do not need."""
    sections = Shelf(TEXTS, theme="pamphlet").render().value or ()
    assert {Role.HALF_TITLE, Role.CONTENTS, Role.PART}.isdisjoint({one.role for one in sections})
    assert {one.opens for one in sections if one.matter is Matter.BODY} == {Opening.ANY}


def test_contents_name_parts_chapters_and_their_pages() -> None:
    """Every part and chapter is a line with its number, its title and a place for its page."""
    html = in_parts().section("contents")
    assert plain(html) == (
        "Contents Preface viii Part 1 First Part 188 1 One 188 Part 2 Second Part 188 2 Two 188 Extra 188"
    )
    assert re.findall(r'data-page="([^"]+)"', html) == ["preface", "part--p1", "one", "part--p2", "two", "extra"]


def test_illustrations_are_listed_by_the_first_sentence() -> None:
    """A figure is listed with its number, the first sentence of its caption and its page."""
    assert plain(Shelf(TEXTS).section("illustrations")) == "List of illustrations 1 Map of roads 188"


def test_caption_ends_before_the_key_of_its_figure() -> None:
    """`a sketch plan. 1 Station` is listed as `a sketch plan`; the stop of `fig. 3` ends nothing."""
    shelf = Shelf({"01": '# T\n\n![m](m.svg "Town as in fig. 3, a sketch plan. 1 Station, 2 Bridge")\n'})
    assert plain(shelf.section("illustrations")) == "List of illustrations 1 Town as in fig. 3, a sketch plan 188"


def test_title_page_and_imprint_name_everybody() -> None:
    """Authors, translators, reviewers, publisher, printer, original title and ISBN are named in the language."""
    people = (Contributor("A. Author", "author"), Contributor("M. Mapper", "cartographer"))
    choices = settings(
        "sv",
        translators=("T. Ett", "T. Två"),
        reviewers=("G. Granskare",),
        imprint="Förlaget",
        printer="Tryckeriet",
        isbn={"paperback": "978-0-00-000018-7", "volume-2.hardback": "978-0-00-000019-4"},
    )
    book = Shelf({"01": "# T\n"}, metadata=replace(METADATA, contributors=people), editions=choices)
    title = plain(book.section("title-page", "sv"))
    assert (
        title == "A. Author A Book Of tests Kartor av M. Mapper Översättning av T. Ett och T. Två Förlaget London, 2027"
    )
    imprint = plain(book.section("imprint", "sv"))
    assert "Originalets titel: A Book" in imprint
    assert "Översättningen granskad av G. Granskare" in imprint
    assert "Utgiven av Förlaget, London, 2027 Tryckt hos Tryckeriet" in imprint
    assert "ISBN 978-0-00-000018-7 (häftad) ISBN 978-0-00-000019-4 (band 2, inbunden)" in imprint


def test_document_says_language_and_direction() -> None:
    """Each section is a document in its language, and foreign runs in it are marked."""
    html = Shelf({"01": "# T\n\nلینن *Lenin* no. 4 کا\n"}, language="ur").section("01", "ur")
    assert '<html lang="ur" dir="rtl">' in html
    assert '<body class="body print"><section class="chapter"' in html
    assert '<span class="foreign" dir="ltr"><em>Lenin</em> no. 4</span>' in html


@pytest.mark.parametrize(("purpose", "marked"), [(Purpose.PRINT, False), (Purpose.PROOF, True)])
def test_only_a_proof_says_so(purpose: Purpose, marked: bool) -> None:
    """A proof carries its name for the head of every page."""
    sections = Shelf({"01": "# T\n"}).render("sv", {"01": [Entry("", "T", "T")]}, purpose).value or ()
    assert all(('data-proof="Korrektur' in one.html) is marked for one in sections)


def test_rendering_is_the_same_every_time() -> None:
    """The same edition gives the same bytes."""
    assert in_parts().render() == in_parts().render()


def test_chapter_without_heading_stands_in_the_contents() -> None:
    """It is listed under the name of its file, which is told by E006; a numbered chapter is never left out."""
    contents = Shelf({"01": "# One\n", "02-letters": "Text.\n"}).section("contents")
    assert ">02-letters</a>" in contents
