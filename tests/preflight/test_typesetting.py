"""The checks of composition: each fires at its fault, and none at a book that is sound."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.preflight.typesetting import LEADING, SIGNS, Book, book, row
from translate_pub.model.codes.preflight import PREFLIGHT


def _seeded(change: Callable[[Book], object], **how: object) -> Book:
    made = book(**how)  # type: ignore[arg-type]  # the settings of `book`, told by name
    change(made)
    return made


def _swap(made: Book) -> None:
    """Change the places of two whole paragraphs of the second page."""
    pieces = made.pages[1]
    one, other = pieces[3:11], pieces[11:20]
    top = one[0].y
    for place, piece in enumerate((*other, *one)):
        piece.y = top - place * LEADING
    pieces[3:20] = [*other, *one]


def _turn_note(made: Book) -> None:
    made.pages[1].append(made.pages[0].pop(-2))


def _loosen(made: Book) -> None:
    piece = made.lines(1)[2]
    gaps = piece.text.count(" ")
    piece.stretch, piece.spacing = 30, (240 - SIGNS * 1.8) / gaps / 0.3


def _open_gaps(made: Book) -> None:
    for piece in made.lines(2)[3:9]:
        piece.stretch, piece.spacing = 35, 11


def _rename(text: str, to: str, page: int) -> Callable[[Book], None]:
    def change(made: Book) -> None:
        next(piece for piece in made.pages[page - 1] if piece.text.startswith(text)).text = to

    return change


def _move(text: str, x: float, page: int) -> Callable[[Book], None]:
    def change(made: Book) -> None:
        next(piece for piece in made.pages[page - 1] if piece.text == text).x = x

    return change


def _push(made: Book) -> None:
    made.lines(2)[4].x += 20


def _none(_: Book) -> None:
    """Change nothing: the fault is in how the book is set."""


FAULTS: tuple[tuple[str, str, int, Callable[[], Book], set[str]], ...] = (
    ("P170", "words are missing of a paragraph (0.md:7)", 2, lambda: _seeded(lambda one: one.pages[1].pop(6)), set()),
    ("P170", "the heading “Beta”", 3, lambda: _seeded(lambda one: one.pages[4].pop(0)), {"P186"}),
    ("P171", "the footnote [^one] (0.md:30)", 1, lambda: _seeded(lambda one: one.pages[0].pop(-2)), set()),
    ("P172", "is out of its order", 2, lambda: _seeded(_swap), {"P170", "P176"}),
    ("P173", "begins on the page after its call", 1, lambda: _seeded(_turn_note), set()),
    ("P174", "a widow", 2, lambda: book((8, 8, 8, 9, 6)), set()),
    ("P175", "an orphan", 1, lambda: book((8, 6, 10, 9, 6)), set()),
    ("P176", "a heading stands at the foot", 1, lambda: book((8, 6, 9, 9, 7), heading_after=2), set()),
    (
        "P177",
        "3 lines in a row end with a hyphen",
        1,
        lambda: book(ends={number: f"{row(number)[:-1]}-" for number in (2, 3, 4)}),
        set(),
    ),
    ("P178", "a line reaches", 2, lambda: _seeded(_push), set()),
    ("P179", "a loose line", 1, lambda: _seeded(_loosen), set()),
    ("P180", "a river", 2, lambda: _seeded(_open_gaps, even=True), {"P179", "P178"}),
    ("P181", "shorter than an indent", 1, lambda: book(ends={8: "at"}), set()),
    ("P182", "a page ends", 2, lambda: book((8, 10, 40, 9), depth=18), set()),
    ("P183", "the running head is “Beta”", 3, lambda: _seeded(_rename("Alpha", "Beta", 3)), set()),
    ("P184", "the folio is 7, 1 page after 2", 3, lambda: _seeded(_rename("3", "7", 3)), set()),
    ("P185", "names page 6", 3, lambda: _seeded(_rename("Beta begins", "Beta begins on page 6", 3)), set()),
    ("P186", "“Beta” opens on a verso", 4, lambda: book(recto=False), {"P185", "P187"}),
    ("P187", "leads to page 6", 3, lambda: _seeded(lambda one: setattr(one, "link", 6)), set()),
)


@pytest.mark.parametrize(
    ("code", "message", "page", "make", "also"), FAULTS, ids=[f"{one[0]}-{one[1][:24]}" for one in FAULTS]
)
def test_a_fault_is_found(code: str, message: str, page: int, make: Callable[[], Book], also: set[str]) -> None:
    """The fault has its code, its words and its page, and brings no other findings than those it cannot avoid."""
    found = make().judge().findings
    (one,) = (finding for finding in found if finding.code == code and message in finding.message)
    assert one.pages[0] == page
    assert {finding.code for finding in found} <= {code, *also}


def test_every_code_has_a_fault() -> None:
    """No check is without a file that proves it."""
    assert {code for code in PREFLIGHT if code >= "P170"} == {one[0] for one in FAULTS}


@pytest.mark.parametrize("alone", [False, True])
def test_a_sound_book_has_no_findings(*, alone: bool) -> None:
    """A book without fault passes, held against its edition and alone."""
    judgement = book().judge(alone=alone)
    assert (judgement.findings, judgement.unchecked) == ((), ())
    assert "widows and orphans" in judgement.checked
    assert ("text of the edition" in judgement.checked) is not alone


@pytest.mark.parametrize(("code", "counts"), [("P174", (8, 8, 8, 9, 6)), ("P175", (8, 6, 10, 9, 6))])
def test_widows_and_orphans_are_told_without_an_edition(code: str, counts: tuple[int, ...]) -> None:
    """Indents and the ends of lines say where paragraphs begin."""
    assert [one.code for one in book(counts).judge(alone=True).findings] == [code]


def test_another_book_is_told_in_one_finding() -> None:
    """A file that is not of the edition at all is not told word by word."""
    other = book()
    other.passages = [type(one)(row(1000 + place), one.kind, one.section) for place, one in enumerate(other.passages)]
    (found,) = other.judge().findings
    assert (found.code, "this is not the edition" in found.message) == ("P170", True)


def test_lines_that_are_not_justified_are_not_checked() -> None:
    """Where lines end at different places, no paragraph is told, and the report says so."""
    ragged = book()
    for place, piece in enumerate(piece for page in range(1, 7) for piece in ragged.lines(page)):
        piece.text = piece.text[: max(len(piece.text) - 3 * (place % 9), 11)]
    judgement = ragged.judge(alone=True)
    assert "widows and orphans" in {one.check for one in judgement.unchecked}
    assert "widows and orphans" not in judgement.checked
