"""Plates, credits, the list of illustrations, and whose every picture is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.edition.shelf import METADATA, Shelf, one_chapter
from translate_pub.edition import pictures
from translate_pub.model.book import Insert, Picture, Role
from translate_pub.model.catalog import Entry
from translate_pub.model.edition import ChapterHtml, Opening, Purpose

FACING = '![A hill](hill.jpg){.plate credit="A. Name" licence="CC0"}\n\nThe hill.\n{: .caption }\n'
SAID = (Picture("source_texts/b/map-*.svg", "Map: A. Drawer", "CC BY 4.0", "Archive 7"),)


def body(html: str) -> str:
    """Give what is inside the section, without places."""
    inside = html.partition("<section")[2].partition(">")[2].partition("</section>")[0]
    return " ".join(inside.split())


def plates(text: str, insert: Insert | None, purpose: Purpose = Purpose.PRINT) -> ChapterHtml:
    """Render a section of plates."""
    made = Shelf({"01": "# One\n", "plates": text})
    files = (made.book.files[0], replace(made.book.files[1], role=Role.PLATES, insert=insert))
    made.book = replace(made.book, files=files)
    return next(one for one in made.render(purpose=purpose).value or () if one.name == "plates")


def test_a_plate_faces_its_caption() -> None:
    """The caption with its credit stands on the page before a plate, and the picture keeps its alternative text."""
    html = one_chapter(f"# T\n\n{FACING}")
    caption, _, figure = html.partition("<figure")
    assert '<div class="plate-caption faces-recto"' in caption
    assert 'The hill.<span class="credit">A. Name (CC0)</span></p></div>' in caption
    assert 'class="figure plate faced" id="figure-01-1"><img alt="A hill"' in figure
    assert "credit=" not in html
    assert "licence=" not in html


def test_a_plate_on_a_verso_has_its_caption_behind_it() -> None:
    """What follows the plate stays behind both."""
    html = body(one_chapter(f"# T\n\n{FACING.replace('.plate', '.plate .verso')}\nText.\n"))
    assert html.index("<figure") < html.index("faces-verso") < html.index("Text.")


@pytest.mark.parametrize("around", ["* Item\n\n    {}\n\n* Next\n", "> Said.\n>\n> {}\n", "1. One\n\n    > {}\n"])
def test_a_plate_stands_in_no_list(around: str) -> None:
    """Nothing moves it from the edge of its page: it stands behind the list or quotation, before what follows."""
    html = body(one_chapter(f"# T\n\n{around.format('![x](a.jpg){.plate}')}\nText behind.\n"))
    figure = html.index("<figure")
    assert max(html.rfind("</ul>"), html.rfind("</ol>"), html.rfind("</blockquote>")) < figure
    assert figure < html.index("Text behind.")


def test_a_plate_without_words_stands_alone() -> None:
    """There is no page for a caption that is not there; it has no number."""
    html = one_chapter("# T\n\n![](hill.jpg){.plate}\n")
    assert "plate-caption" not in html
    assert "Figure" not in html


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ('![x](map-1.svg "Caption")', "Map: A. Drawer (CC BY 4.0)"),
        ('![x](map-1.svg "Caption"){credit="By B."}', "By B."),
        ('![x](map-1.svg "Caption"){credit="By B." license="CC0"}', "By B. (CC0)"),
        ("![x](map-1.svg)", "Map: A. Drawer (CC BY 4.0)"),
    ],
)
def test_a_credit_is_printed_below(text: str, credit: str) -> None:
    """What the source says counts before figures.toml; a picture without a caption has its credit all the same."""
    made = Shelf({"01": f"# T\n\n{text}\n"}, metadata=replace(METADATA, pictures=SAID))
    assert f'<span class="credit">{credit}</span></figcaption>' in made.section("01")


def test_credits_are_translated() -> None:
    """Those of the source with their chapter, those of figures.toml with the metadata."""
    text = '# T\n\n![x](a.svg "One"){credit="Drawing: the Circle"}\n\n![x](map-1.svg "Two")\n'
    made = Shelf({"01": text}, metadata=replace(METADATA, pictures=SAID))
    entries = {
        "01": [Entry("", "Drawing: the Circle", "Teckning: kretsen")],
        "metadata": [Entry("credit", "Map: A. Drawer", "Karta: A. Drawer")],
    }
    html = next(one.html for one in made.render("sv", entries).value or () if one.name == "01")
    assert '<span class="credit">Teckning: kretsen</span>' in html
    assert '<span class="credit">Karta: A. Drawer (CC BY 4.0)</span>' in html


def test_the_list_of_illustrations_has_credits() -> None:
    """A line below the picture's, and no credit in the picture's own."""
    made = Shelf({"01": f"# T\n\n{FACING}"})
    html = made.section("illustrations")
    assert '>The hill</a><a class="folio" href="#figure-01-1" data-page="figure-01-1">188</a></p>' in html
    assert '<p class="entry-credit">A. Name (CC0)</p>' in html


def test_plates_on_leaves_of_their_own() -> None:
    """Leaves that do not count begin on a recto; a caption that is to face one has a blank page before it."""
    section = plates(FACING, Insert(behind_page=32))
    assert (section.folios, section.behind_page, section.opens) == (False, 32, Opening.RECTO)
    assert 'class="plates uncounted"' in section.html
    assert body(section.html).startswith('<div class="flyleaf"></div>')
    assert plates(FACING, Insert(behind_page=32), purpose=Purpose.SCREEN).behind_page is None
    counted = plates(f"# Plates\n\n{FACING}", Insert(folios=True))
    assert counted.folios
    assert "flyleaf" not in counted.html


def test_plates_that_do_not_count_are_behind_a_page_in_the_list() -> None:
    """The list says so in the words of the edition."""
    made = Shelf({"01": "# One\n", "plates": f"# Plates {{#all}}\n\n{FACING}"})
    files = (made.book.files[0], replace(made.book.files[1], role=Role.PLATES, insert=Insert()))
    made.book = replace(made.book, files=files)
    html = made.section("illustrations", "sv")
    assert '>efter s. <span data-page="figure-plates-1">188</span></a>' in html
    assert '>efter s. <span data-page="all">188</span></a>' in made.section("contents", "sv")


def test_every_picture_is_told_with_its_rights() -> None:
    """In reading order with its place, each time that it is shown, also where it is none of the figures."""
    text = '# T\n\n![Map](map-1.svg "*The* map")\n\nText ![icon](../i.png){credit="B."} here.\n'
    made = Shelf({"01": text}, metadata=replace(METADATA, pictures=SAID))
    edition = made.translate().value
    assert edition is not None
    first, second = pictures.shown(edition)
    assert (first.file, str(first.place)) == ("source_texts/b/map-1.svg", "source_texts/b/01.md:3")
    assert (first.credit, first.licence, first.source) == ("Map: A. Drawer", "CC BY 4.0", "Archive 7")
    assert (first.caption, first.alternative) == ("*The* map", "Map")
    assert (second.file, second.credit, second.licence) == ("source_texts/i.png", "B.", "")


def test_a_caption_may_begin_with_a_word_and_a_colon() -> None:
    """It is no front matter."""
    assert "Map: the town" in one_chapter('# T\n\n![x](a.svg "Map: the town")\n')
