"""Books in several volumes: folios, files, and links from one into another."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.publish.test_pagination import FRONT, Press, counts, run, settled, write_folio
from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import ChapterPages, Imprint, Pagination, Publication
from translate_pub.publish import chapter, interior, pagination, volumes
from translate_pub.publish.fonts import FontSet

MakeSection = Callable[..., ChapterHtml]
PAGES = {"title": 2, "one": 4, "notes": 3, "title2": 2, "two": 3}


def sections(make: MakeSection, *, go_on: bool) -> list[ChapterHtml]:
    """Make two volumes, each with front matter."""
    second = {"volume": 2, "folios_go_on": go_on}
    return [
        make("", "title", **FRONT, folios_go_on=go_on),
        make("", "one", folios_go_on=go_on),
        make("", "notes", matter=Matter.BACK, role=Role.NOTES, opens=Opening.ANY, folios_go_on=go_on),
        make("", "title2", **FRONT, **second),
        make("", "two", **second),
    ]


class VolumePress(Press):
    """Says of each section in which volume it is, as the real press does."""

    def _lay_out(self, job: chapter.LayoutJob) -> ChapterPages:
        made = super()._lay_out(job)
        return ChapterPages(
            made.name, made.role, made.matter, made.opens, b"", made.pages, made.landings, (), volume=job.section.volume
        )


@pytest.mark.parametrize(("go_on", "body"), [(True, ("9", "10", "11", "12")), (False, ("1", "2", "3", "4"))])
def test_folios_of_a_second_volume(
    make_section: MakeSection, font_set: FontSet, go_on: bool, body: tuple[str, ...]
) -> None:
    """Front matter counts anew, the body goes on from the last page of the volume before, its blank included."""
    book = settled(run(sections(make_section, go_on=go_on), VolumePress(counts(PAGES)), font_set))
    assert book.folios == ("a", "b", "1", "2", "3", "4", "5", "6", "7", "8", "a", "b", *body)
    assert [placed.first_page for placed in book.chapters] == [0, 2, 6, 10, 12]


def test_a_volume_is_a_book_of_its_own(make_section: MakeSection, font_set: FontSet) -> None:
    """Parted, pages count from 0 in each, blanks go with theirs, and each knows what stands in the other."""
    book = settled(run(sections(make_section, go_on=True), VolumePress(counts(PAGES)), font_set))
    (first, one), (second, two) = volumes.split(book)
    assert (first, second) == (1, 2)
    assert one.folios + two.folios == book.folios
    assert (len(one.folios), len(two.folios)) == (10, 6)
    assert [placed.first_page for placed in two.chapters] == [0, 2]
    assert one.elsewhere == {"title2": 2, "two": 2}
    assert two.elsewhere == {"title": 1, "one": 1, "notes": 1}


def test_a_book_in_one_volume_stays_as_it_is(make_section: MakeSection, font_set: FontSet) -> None:
    """There is one part, with nothing elsewhere."""
    book = settled(run([make_section("", "one")], Press(counts({"one": 3})), font_set))
    assert volumes.split(book) == ((1, book),)


@pytest.fixture
def set_of_two(root: Path, font_set: FontSet, make_section: MakeSection) -> Pagination:
    """Lay out two volumes that refer to each other."""
    to_two = '<p id="here">See <a href="#there">vol. 2, p. <span data-page="there">000</span></a>.</p>'
    to_one = '<h1 id="there">There</h1><p>See <a href="#here">vol. 1</a> and <a href="#there">here</a>.</p>'
    made = [make_section(to_two, "one"), make_section(to_one, "two", volume=2)]
    form = chapter.Format(
        '@page{margin:12mm;font:8pt "EB Garamond"}html{font:10pt "EB Garamond"}', font_set, Trim(100, 150), 3, str(root)
    )
    return settled(pagination.paginate(made, form, write_folio, lambda jobs: [chapter.lay_out(job) for job in jobs]))


def assembled(pages: Pagination, font_set: FontSet, files: dict[int, str]) -> Publication:
    """Assemble one volume."""
    imprint = Imprint("T", "sv", "ltr", (), (), "", "", "t", Trim(100, 150), 3)
    outcome = interior.assemble(pages, imprint, font_set, "t.pdf", files)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_links_into_another_volume(set_of_two: Pagination, font_set: FontSet) -> None:
    """In print they are text; on a screen they open the other file at the place; those inside stay links."""
    (_, one), (_, two) = volumes.split(set_of_two)
    with pikepdf.open(io.BytesIO(assembled(one, font_set, {}).data)) as printed:
        assert not list(printed.pages[0].get("/Annots", []))
    with pikepdf.open(io.BytesIO(assembled(two, font_set, {1: "set-vol1.pdf"}).data)) as shown:
        remote, local = shown.pages[0].Annots
        assert (str(remote.A.S), str(remote.A.F.UF), str(remote.A.D)) == ("/GoToR", "set-vol1.pdf", "here")
        assert str(local.Dest) == "there"


def test_references_settle_both_ways(set_of_two: Pagination) -> None:
    """The page of the other volume is shown as that volume numbers it."""
    assert set_of_two.folios == ("1", "2", "3", "4")
    assert [placed.chapter.volume for placed in set_of_two.chapters] == [1, 2]
