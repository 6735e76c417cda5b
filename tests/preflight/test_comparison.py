"""Two printings held against each other."""

from __future__ import annotations

import io
import time

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from translate_pub.model.comparison import Comparison, Kind
from translate_pub.preflight import comparison

TEXTS = [f"Page of the river and the fog, part {word}, with words of its own: {word} {word}" for word in "abcdefgh"]


def printing(texts: list[str], *, width: float = 300, colour: str = "0 g") -> bytes:
    """Make a file with a page a text."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for text in texts:
        page = pdf.add_blank_page(page_size=(width, 400))
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        lines = "".join(f"({word}) Tj 0 -14 Td " for word in text.split())
        page.obj.Contents = pdf.make_stream(f"{colour} BT /F 10 Tf 40 360 Td {lines} ET".encode())
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def compare(old: bytes, new: bytes) -> Comparison:
    """Compare two files that can be read."""
    outcome = comparison.compare(old, new, ("old.pdf", "new.pdf"), lambda _: None)
    assert outcome.value is not None
    return outcome.value


def changes(old: list[str], new: list[str]) -> list[tuple[Kind, int | None, int | None]]:
    """Give what became of each page."""
    return [(one.kind, one.old, one.new) for one in compare(printing(old), printing(new)).changes]


def test_the_same_pages_written_anew_do_not_differ() -> None:
    """Other bytes for the same look are no change."""
    old, anew = printing(TEXTS), io.BytesIO()
    with pikepdf.open(io.BytesIO(old)) as pdf:
        pdf.save(anew, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert old != anew.getvalue()
    assert compare(old, anew.getvalue()).changes == ()


def test_a_word_on_one_page_is_one_change_in_its_place() -> None:
    """Only the page with the other word is sent again, and the place is that of its line."""
    new = [*TEXTS[:3], TEXTS[3].replace("fog", "rain"), *TEXTS[4:]]
    found = compare(printing(TEXTS), printing(new))
    (change,) = found.changes
    assert (change.kind, change.old, change.new, found.to_send) == (Kind.CHANGED, 4, 4, (4,))
    (place,) = change.places
    assert 39 < place.left < 45
    assert 272 < place.bottom < place.top < 288, "the seventh line of fourteen pt, below 360"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abcd", "abXcd", [(Kind.ADDED, None, 3)]),
        ("abcd", "acd", [(Kind.REMOVED, 2, None)]),
        ("abcd", "aXcd", [(Kind.CHANGED, 2, 2)]),
        ("abcd", "abcdX", [(Kind.ADDED, None, 5)]),
    ],
)
def test_pages_put_in_and_taken_out_are_told_apart(
    old: str, new: str, expected: list[tuple[Kind, int | None, int | None]]
) -> None:
    """What follows a page that was put in or taken out does not count as changed."""
    texts = dict(zip("abcdefgh", TEXTS, strict=True)) | {"X": "Something else entirely"}
    assert changes([texts[one] for one in old], [texts[one] for one in new]) == expected


def test_changed_page_beside_a_new_one_is_known_by_its_text() -> None:
    """Between equal pages the changed one is paired with what it was, and the other is new."""
    changed = TEXTS[1].replace("river", "lake")
    assert changes(TEXTS[:3], [TEXTS[0], "A new page of other things", changed, TEXTS[2]]) == [
        (Kind.ADDED, None, 2),
        (Kind.CHANGED, 2, 3),
    ]


def test_text_that_moves_through_a_long_book_is_compared_in_time() -> None:
    """Where no page is as it was and there is one more, pages are still paired, each with its own."""
    words = [f"w{number}" for number in range(9000)]
    old = [" ".join(words[first : first + 30]) for first in range(0, 9000, 30)]
    moved = ["put", "in", *words]
    new = [" ".join(moved[first : first + 30]) for first in range(0, 9002, 30)]
    counted = [[text.split() for text in texts] for texts in (old, new)]
    began = time.process_time()
    assert comparison.partners(*counted) == list(range(300))
    assert time.process_time() - began < 5


def test_colour_and_size_count() -> None:
    """Text in another colour is a change, and so is a page of another size."""
    assert [one.kind for one in compare(printing(TEXTS[:1]), printing(TEXTS[:1], colour="1 0 0 rg")).changes] == [
        Kind.CHANGED
    ]
    (change,) = compare(printing(TEXTS[:1]), printing(TEXTS[:1], width=310)).changes
    assert round(change.places[0].right) == 310


def test_pages_to_send_are_extracted_as_they_are() -> None:
    """The file for the printer has just these pages, the same bytes each time, and looks as they did."""
    data = printing(TEXTS)
    sent = comparison.extract(data, (2, 5))
    assert sent == comparison.extract(data, (2, 5))
    assert compare(sent, printing([TEXTS[1], TEXTS[4]])).changes == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 nothing", printing(TEXTS)[:200]], ids=["empty", "text", "cut short"])
def test_files_that_cannot_be_read_are_named(data: bytes) -> None:
    """A damaged file is a finding, whichever of the two it is."""
    outcome = comparison.compare(printing(TEXTS[:1]), data, ("old.pdf", "new.pdf"), lambda _: None)
    assert outcome.value is None
    assert [one.code for one in outcome.diagnostics] == ["P160"]
    assert outcome.diagnostics[0].message.startswith("new.pdf cannot be read")
