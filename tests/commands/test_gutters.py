"""Inner margins that depend on the pages that depend on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from tests.edition.shelf import Shelf
from translate_pub.commands import gutters
from translate_pub.commands.commission import Commission
from translate_pub.commands.composition import Composition
from translate_pub.edition import furniture
from translate_pub.model.book import Matter, Metadata, Role, Trim
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import Edition, Opening, Purpose
from translate_pub.model.pages import ChapterPages, Pagination, PlacedChapter
from translate_pub.model.printing import Binding, ColourMode, Edges, PrinterProfile, Standard
from translate_pub.model.progress import Progress
from translate_pub.publish import fonts
from translate_pub.publish.chapter import Format

STEPS = ((150, 20.0), (300, 25.0), (500, 30.0), (9999, 35.0))


def edition(gutters: tuple[tuple[int, float], ...] = STEPS, *, printed: bool = True) -> Composition:
    """Compose an edition of a book without sections for a printer with steps."""
    book = replace(Shelf({}).book, trim=Trim(140, 216))
    profile = PrinterProfile("p", "P", Standard.PLAIN, ColourMode.GREY, gutters=gutters, margins=Edges(0, 0, 0, 0))
    commission = Commission(profile, None, Binding.PAPERBACK) if printed else None
    made = Composition(
        Edition(book, "sv", Purpose.PRINT, Metadata("T"), (), Progress()),
        (),
        Format("/* page */", fonts.shipped(), book.trim, 3.0, "/"),
        furniture.load("sv"),
        {},
        commission=commission,
        page="/* page */",
    )
    return made.fitted(0)


@dataclass
class Press:
    """Lays out books of so many pages at an inner margin of nought, and some more a millimetre."""

    pages: float
    a_millimetre: float
    layouts: int = 0

    def lay_out(self, compositions: Sequence[Composition]) -> list[Outcome[Pagination]]:
        """Lay out, counting how often."""
        self.layouts += 1
        return [Outcome(self._pages(one)) for one in compositions]

    def _pages(self, one: Composition) -> Pagination:
        count = int(self.pages + self.a_millimetre * (one.margins.inner if one.margins else 0))
        chapter = ChapterPages("one", Role.CHAPTER, Matter.BODY, Opening.RECTO, b"", count, (), ())
        return Pagination((PlacedChapter(chapter, 0),), ("",) * count)


@pytest.mark.parametrize(
    ("pages", "a_millimetre", "inner", "layouts"),
    [
        (100, 1, 20.02, 1),
        (130, 1.5, 25, 2),
        (170, 0, 25, 2),
        (400, 1, 30, 2),
        (290, 0.5, 30, 3),
        (280, 1, 30, 3),
        (265, 1.2, 25, 2),
        (900, 1, 35, 2),
        (280, -3, 25, 2),
        (320, -1, 25, 2),
    ],
)
def test_margins_settle(pages: float, a_millimetre: float, inner: float, layouts: int) -> None:
    """The margin is enough for the pages that it makes, after few layouts, also where wider ones make fewer pages."""
    press = Press(pages, a_millimetre)
    ((settled, outcome),) = gutters.settle([edition()], press.lay_out)
    assert settled.margins is not None
    assert outcome.value is not None
    assert settled.commission is not None
    assert settled.margins.inner == pytest.approx(inner)
    assert settled.margins.inner >= settled.commission.profile.inner_margin(len(outcome.value.folios))
    assert press.layouts <= layouts
    assert f"margin-left: {inner:.2f}mm" in settled.form.css


def test_only_editions_that_need_it_are_laid_out_again() -> None:
    """An edition for no printer, and one whose margins are enough, are laid out once."""
    seen: list[int] = []
    press = Press(200, 0)

    def lay_out(compositions: Sequence[Composition]) -> list[Outcome[Pagination]]:
        seen.append(len(compositions))
        return press.lay_out(compositions)

    plain, none, narrow = edition(printed=False), edition(()), edition()
    settled = gutters.settle([plain, none, narrow], lay_out)
    assert seen == [3, 1]
    assert settled[0][0] is plain
    assert plain.form.css == "/* page */"
    assert settled[1][0].margins == none.margins
