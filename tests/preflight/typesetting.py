"""A small book set by hand, line by line, with its edition beside it: what a test does to one is seen in the other."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Pdf

from translate_pub.model.edition import Opening
from translate_pub.model.expectation import PAGE_NUMBER, Expected, ExpectedNote, ExpectedSection, Kind, Passage
from translate_pub.model.preflight import NO_PRINTER, Job, Judgement
from translate_pub.preflight import judging
from translate_pub.preflight.judging import Evidence

SIZE, LEADING, TOP, LEFT, SIGNS = 10, 14, 500, 60, 80
"""Courier drawn half as wide: a sign is 3 pt wide, and the gap of two words a third of the size."""
ROWS = 20


@dataclass
class Piece:
    """A line, or a part of one."""

    text: str
    y: float
    x: float = LEFT
    size: float = SIZE
    stretch: float = 50
    spacing: float = 0

    def write(self) -> bytes:
        """Write it as operators."""
        shown = self.text.replace("(", "").replace(")", "")
        return (
            f"BT /F {self.size} Tf {self.stretch} Tz {self.spacing} Tw 1 0 0 1 {self.x} {self.y} Tm ({shown}) Tj ET\n"
        ).encode()


@dataclass
class Book:
    """Pages of lines, and what they should say."""

    pages: list[list[Piece]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    notes: list[ExpectedNote] = field(default_factory=list)
    link: int = 5

    def lines(self, page: int) -> list[Piece]:
        """The lines of text of a page, counted from 1."""
        return [piece for piece in self.pages[page - 1] if 100 < piece.y <= TOP and piece.size == SIZE]

    def data(self) -> bytes:
        """Write the file."""
        pdf = Pdf.new()
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
        for pieces in self.pages:
            page = pdf.add_blank_page(page_size=(360, 580))
            page.obj.Resources = Dictionary(Font=Dictionary(F=font))
            page.obj.TrimBox = Array([0, 0, 360, 580])
            page.obj.Contents = pdf.make_stream(b"".join(piece.write() for piece in pieces))
        place, told = next(
            (place, piece)
            for place, pieces in enumerate(self.pages)
            for piece in pieces
            if piece.text.startswith("Beta begins")
        )
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[told.x, told.y, told.x + 60, told.y + SIZE])
        link.Dest = Array([pdf.pages[min(self.link, len(pdf.pages)) - 1].obj, Name.Fit])
        pdf.pages[place].obj.Annots = Array([pdf.make_indirect(link)])
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()

    def expected(self) -> Expected:
        """Say what it should print."""
        sections = tuple(ExpectedSection(one, one, one, "The Book", Opening.RECTO) for one in ("Alpha", "Beta"))
        return Expected(
            "en", right_to_left=False, sections=sections, passages=tuple(self.passages), notes=tuple(self.notes)
        )

    def judge(self, *, alone: bool = False) -> Judgement:
        """Judge the file, held against the edition or alone."""
        expected = None if alone else self.expected()
        return judging.judge(self.data(), "book.pdf", Job(NO_PRINTER), Evidence(expected=expected))


def row(number: int, signs: int = SIGNS, *, even: bool = False) -> str:
    """Make up a line of words."""
    chosen = random.Random(number)  # noqa: S311  # words, not secrets
    words: list[str] = []
    while sum(map(len, words)) + len(words) < signs:
        words.append("".join(chosen.choices("abdeghilmnoprstu", k=6 if even else chosen.randint(3, 9))))
    text = " ".join(words)[:signs]
    return text[:-2].replace("  ", " ") + chosen.choice("aeiou") * (signs - len(text[:-2].replace("  ", " ")))


def book(
    first: tuple[int, ...] = (8, 10, 8, 9, 6),
    second: tuple[int, ...] = (8, 10, 5),
    *,
    depth: int = ROWS,
    heading_after: int = 0,
    recto: bool = True,
    ends: dict[int, str] | None = None,
    even: bool = False,
) -> Book:
    """Set a book of two chapters.

    Args:
        first: lines of the paragraphs of the first chapter.
        second: of the second.
        depth: rows of the second page.
        heading_after: a paragraph of the first chapter (from 1) that a heading follows.
        recto: whether the second chapter begins on a recto.
        ends: number of a line -> what it says instead.
        even: whether all words are of a length.
    """
    made, number = Book(), 0
    for section, (title, counts) in enumerate((("Alpha", first), ("Beta", second))):
        while section and recto and len(made.pages) % 2:
            made.pages.append([])
        made.pages.append([Piece(title, 520, size=16)])
        made.passages.append(Passage(title, Kind.HEADING, section, f"{section}.md:1", ((title.lower(), 0),)))
        used = 5
        for paragraph, count in enumerate(counts, start=1):
            texts = []
            for place in range(count):
                number += 1
                text = (ends or {}).get(number) or row(number, SIGNS if place < count - 1 else 50, even=even)
                used = _room(made, used, depth)
                indent = 6 if place == 0 and paragraph > 1 else 0
                made.pages[-1].append(Piece(text[: SIGNS - indent], TOP - used * LEADING, LEFT + 3 * indent))
                texts.append(text[: SIGNS - indent])
                used += 1
            source = f"{section}.md:{2 * paragraph + 1}"
            text = " ".join(texts)
            made.passages.append(Passage(text, Kind.PARAGRAPH, section, source))
            if section == 0 and paragraph == heading_after:
                used = _room(made, used, depth)
                made.pages[-1].append(Piece("Heading of a part", TOP - used * LEADING, size=13))
                made.passages.append(Passage("Heading of a part", Kind.HEADING, section, f"{source}0"))
                used += 1
        if section == 0:
            made.pages[-1].append(Piece("Beta begins on page 5", TOP - (used + 2) * LEADING))
            made.passages.append(
                Passage(f"Beta begins on page {PAGE_NUMBER}", Kind.OTHER, 0, "0.md:40", references=("beta",))
            )
    _note(made)
    _furnish(made)
    return made


def _room(made: Book, used: int, depth: int) -> int:
    """Turn the page where it is full."""
    if used < (depth if len(made.pages) == 2 else ROWS):
        return used
    made.pages.append([])
    return 0


def _note(made: Book) -> None:
    """Give the first line of the first paragraph a note."""
    made.pages[0].insert(2, Piece("1", made.pages[0][1].y + 4, LEFT + 3 * SIGNS, 6))
    passage = made.passages[1]
    first = made.pages[0][1].text
    text = passage.text.replace(first, f"{first}1", 1)
    made.passages[1] = Passage(text, passage.kind, passage.section, passage.source)
    made.notes.append(ExpectedNote("one", "1. Whoever reads this note knows more", 1, len(first) + 1, "0.md:30"))
    made.pages[0].append(Piece("1. Whoever reads this note knows more", 70, size=8))


def _furnish(made: Book) -> None:
    """Put heads and folios on the pages."""
    beta = next(place for place, page in enumerate(made.pages) if page and page[0].text == "Beta")
    for place, page in enumerate(made.pages):
        if not page:
            continue
        if page[0].size != 16:
            head = "The Book" if place % 2 else "Beta" if place > beta else "Alpha"
            page.append(Piece(head, 545, 160, 9))
        page.append(Piece(str(place + 1), 40, 60 if place % 2 else 290, 9))
