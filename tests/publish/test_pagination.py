"""Sides, blanks, folios and references of a book."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import ChapterPages, Landing, Pagination
from translate_pub.publish.chapter import Format, LayoutJob
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.pagination import ROUNDS, paginate

MakeSection = Callable[..., ChapterHtml]
Pages = Callable[[LayoutJob], int]
FRONT = {"matter": Matter.FRONT, "role": Role.PREFACE}


def write_folio(number: int, matter: Matter) -> str:
    """Write letters for the front matter and digits for the rest."""
    return "-abcdefghijklmnop"[number] if matter is Matter.FRONT else str(number)


class Press:
    """Lays out sections by counting: so many pages each, with the section's name as anchor on its last page."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.rounds: list[list[LayoutJob]] = []

    def __call__(self, jobs: Sequence[LayoutJob]) -> list[ChapterPages]:
        """Lay out, and remember what was asked for."""
        self.rounds.append(list(jobs))
        return [self._lay_out(job) for job in jobs]

    def _lay_out(self, job: LayoutJob) -> ChapterPages:
        part, count = job.section, self.pages(job)
        landing = Landing(part.name, count - 1, 0, 0)
        return ChapterPages(
            part.name, part.role, part.matter, part.opens, b"", count, (landing,), (), folios=part.folios
        )


def run(sections: Sequence[ChapterHtml], press: Press, font_set: FontSet) -> Outcome[Pagination]:
    """Paginate without real pages."""
    form = Format("", font_set, Trim(100, 150), 3, "/")
    return paginate(sections, form, write_folio, press)


def settled(outcome: Outcome[Pagination]) -> Pagination:
    """Return a pagination that must be there."""
    assert outcome.value is not None
    return outcome.value


def counts(table: dict[str, int]) -> Pages:
    """Give each section its number of pages."""
    return lambda job: table[job.section.name]


def test_front_matter_and_body_count_for_themselves(make_section: MakeSection, font_set: FontSet) -> None:
    """Chapters open recto, a blank belongs to what is before it, and the back matter goes on with the body."""
    sections = [
        make_section("", "preface", **FRONT),
        make_section("", "one"),
        make_section("", "two"),
        make_section("", "notes", matter=Matter.BACK, role=Role.NOTES, opens=Opening.ANY),
    ]
    book = settled(run(sections, Press(counts({"preface": 3, "one": 3, "two": 1, "notes": 2})), font_set))
    assert book.folios == ("a", "b", "c", "d", "1", "2", "3", "4", "5", "6", "7", "8")
    assert [placed.first_page for placed in book.chapters] == [0, 4, 8, 9]


def test_an_odd_folio_is_on_a_recto(make_section: MakeSection, font_set: FontSet) -> None:
    """The body begins on a recto even where its first section may begin anywhere."""
    sections = [make_section("", "title", **FRONT), make_section("", "one", opens=Opening.ANY)]
    book = settled(run(sections, Press(counts({"title": 1, "one": 1})), font_set))
    assert book.folios == ("a", "b", "1", "2")


def test_a_section_may_open_verso(make_section: MakeSection, font_set: FontSet) -> None:
    """A blank is put before it where it would begin on a recto."""
    sections = [make_section("", "one"), make_section("", "plate", opens=Opening.VERSO)]
    press = Press(counts({"one": 2, "plate": 1}))
    book = settled(run(sections, press, font_set))
    assert book.chapters[1].first_page == 3
    assert press.rounds[-1][-1].side is Opening.VERSO


def test_pages_without_folios_do_not_count(make_section: MakeSection, font_set: FontSet) -> None:
    """The folios go on behind a section of plates, whose pages have none."""
    sections = [
        make_section("", "one"),
        make_section("", "plates", folios=False),
        make_section("", "two"),
    ]
    book = settled(run(sections, Press(counts({"one": 2, "plates": 2, "two": 2})), font_set))
    assert book.folios == ("1", "2", "", "", "3", "4")


def test_references_show_the_folio_of_their_target(make_section: MakeSection, font_set: FontSet) -> None:
    """Only a section that shows a number is laid out again for it."""
    sections = [
        make_section('<span data-page="two">00</span> <span data-page="preface">00</span>', "contents", **FRONT),
        make_section("", "preface", **FRONT),
        make_section("", "two"),
    ]
    press = Press(counts({"contents": 1, "preface": 2, "two": 3}))
    assert not run(sections, press, font_set).diagnostics
    assert press.rounds[-1][0].folios == (("preface", "d"), ("two", "3"))
    assert [[job.name for job in jobs] for jobs in press.rounds] == [
        ["contents", "preface", "two"],
        ["contents", "preface"],
    ]


def test_a_reference_that_moves_its_target_is_followed(make_section: MakeSection, font_set: FontSet) -> None:
    """Contents that grow by a page move everything behind them; the third layout is right."""
    sections = [make_section('<span data-page="one">00</span>', "contents"), make_section("", "one")]
    press = Press(lambda job: 3 if job.name == "contents" and job.folios else 1)
    book = settled(run(sections, press, font_set))
    assert press.rounds[-1][0].folios == (("one", "5"),)
    assert book.chapters[1].first_page == 4


def test_numbers_that_do_not_settle_are_reported(make_section: MakeSection, font_set: FontSet) -> None:
    """A reference that makes its target jump to and fro ends after so many rounds, with an error."""
    sections = [make_section('<span data-page="one">00</span>', "contents"), make_section("", "one")]
    press = Press(lambda job: 3 if job.name == "contents" and dict(job.folios).get("one") == "3" else 1)
    outcome = run(sections, press, font_set)
    assert [finding.code for finding in outcome.diagnostics] == ["P009"]
    assert len(press.rounds) <= ROUNDS + 1
    assert outcome.value is not None


def test_a_reference_to_nowhere_is_an_error(make_section: MakeSection, font_set: FontSet) -> None:
    """The section is named, and the stand-in stays."""
    sections = [make_section('<span data-page="nowhere">00</span>', "one")]
    (finding,) = run(sections, Press(counts({"one": 1})), font_set).diagnostics
    assert finding.code == "P010"
    assert "one" in finding.message
    assert "nowhere" in finding.message


@pytest.mark.parametrize("pages", range(1, 5))
def test_a_book_has_an_even_number_of_pages(make_section: MakeSection, font_set: FontSet, pages: int) -> None:
    """A leaf has two sides."""
    book = settled(run([make_section("", "one")], Press(counts({"one": pages})), font_set))
    assert len(book.folios) == pages + pages % 2
