"""Notes cut at the end of a line, and their text followed through what was laid out."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.publish.note_text import Cut, Follower, cut, printed

TEXTS = st.text("ab cdé ہے\u200c\u00ad-", min_size=0, max_size=12)


@st.composite
def notes(draw: st.DrawFn) -> ET.Element:
    """Make notes with text, inline elements and blocks in them."""
    note = ET.Element("span", {"class": "note", "id": "fn-1", "data-label": "1"})
    note.text = draw(TEXTS)
    for _ in range(draw(st.integers(0, 4))):
        child = ET.SubElement(note, "span", {"class": draw(st.sampled_from(["as-p", "as-li", "foreign"]))})
        child.text = draw(TEXTS)
        if draw(st.booleans()):
            inner = ET.SubElement(child, "i", {"id": "x"})
            inner.text, inner.tail = draw(TEXTS), draw(TEXTS)
        child.tail = draw(TEXTS)
    return note


@given(notes(), st.data())
def test_cutting_loses_no_character(note: ET.Element, data: st.DataObject) -> None:
    """The pieces of a note say, one after the other, what the note says."""
    text = printed("".join(note.itertext()))
    places = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4))) if len(text) > 1 else []
    before = ET.tostring(note)
    pieces = cut(note, [Cut(place, 0) for place in places])
    assert "".join(printed("".join(piece.itertext())) for piece in pieces) == text
    lengths = [len(printed("".join(piece.itertext()))) for piece in pieces]
    assert lengths == [b - a for a, b in zip([0, *places], [*places, len(text)], strict=True)]
    assert ET.tostring(note) == before


def _note(html: str) -> ET.Element:
    return ET.fromstring(f'<span class="note" id="n">{html}</span>')  # noqa: S314 - written below


def test_the_pieces_know_their_place() -> None:
    """Only the first has the id; the later ones go on, and the ones before them turn."""
    first, second = cut(_note("one <i>two three</i> four"), [Cut(6, 0)])
    assert ET.tostring(first, "unicode") == (
        '<span class="note note-to-continue turned" id="n" data-piece="0">one <i class="to-continue">two</i></span>'
    )
    assert ET.tostring(second, "unicode") == (
        '<span class="note note-continued" data-piece="1"><i class="continued">three</i> four</span>'
    )


def test_a_list_counts_on() -> None:
    """The items after a cut keep their numbers, and the one that goes on has none."""
    html = '<span class="as-ol"><span class="as-li">one</span><span class="as-li">two three</span>'
    html += '<span class="as-li">four</span></span>'
    _, second = cut(_note(html), [Cut(6, 2)])
    (ordered,) = second
    assert ordered.get("style") == "counter-reset:list-item 2"
    assert [item.get("class") for item in ordered] == ["as-li continued", "as-li"]
    *_, third = cut(_note(html), [Cut(6, 2), Cut(11, None)])
    assert third[0].get("style", "").endswith("counter-reset:list-item 2")


def test_only_the_block_of_the_cut_is_justified() -> None:
    """The end of a paragraph before it stays an end."""
    html = '<span class="as-p">one</span><span class="as-p">two three</span>'
    first, _ = cut(_note(html), [Cut(6, 1)])
    assert [child.get("class") for child in first] == ["as-p", "as-p to-continue turned"]
    first, second = cut(_note(html), [Cut(3, None)])
    assert "turned" not in (first.get("class") or "")
    assert [child.get("class") for child in second] == ["as-p"]


@pytest.mark.parametrize(
    ("text", "runs", "finished"),
    [
        ("one two", ["one", "two"], True),
        ("one two", ["one"], False),
        ("one two", ["one", "two", "two"], False),
        ("one two", ["one", "tow"], False),
        ("hyphenated", ["hyphen-", "ated"], True),
        ("well-known", ["well-", "known"], True),
        ("straße", ["STRASSE"], True),
        ("a\u00adb", ["a\u2010", "b"], True),
        ("a\u2067ہ\u2069", ["a", "ہ"], True),
    ],
)
def test_a_note_is_followed_to_its_end(text: str, runs: list[str], finished: bool) -> None:
    """Hyphens at line ends, capitals and controls are the layout's; everything else is the text's."""
    follower = Follower(text)
    for run in runs:
        follower.meet(run)
    assert follower.finished is finished
