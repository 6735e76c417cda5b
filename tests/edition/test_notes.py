"""Footnotes stand at their calls, in the order of the text."""

from __future__ import annotations

import re

from tests.edition.shelf import Shelf, one_chapter
from translate_pub.model.catalog import Entry


def test_note_follows_its_call() -> None:
    """Call and note are one behind the other and link to each other; the note says its label and number."""
    html = one_chapter("# T\n\nText.[^a] More.\n\n[^a]: The *note*.\n")
    assert (
        'Text.<a class="call" href="#fn-01-a" id="fnref-01-a">1</a>'
        '<span class="note" id="fn-01-a" data-label="a" data-number="1">'
        "<span data-source="
    ) in html
    assert re.search(
        r'<a class="note-number" href="#fnref-01-a">1\.</a> The <em>note</em>\.</span></span> More\.', html
    )
    assert "footnote-ref" not in html
    assert "backref" not in html


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    """Numbers follow the calls, not the definitions, and a second call repeats its number."""
    html = one_chapter("# T\n\nOne[^b] two[^a] one again[^b].\n\n[^a]: A.\n\n[^b]: B.\n")
    assert re.findall(r'class="call" href="#fn-01-(\w)"[^>]*>(\d)<', html) == [("b", "1"), ("a", "2"), ("b", "1")]
    assert html.count('class="note"') == 2
    assert html.count('id="fnref-01-b"') == 1


def test_paragraphs_and_lists_of_a_note_survive() -> None:
    """A note keeps its second paragraph and its list, as spans that a paragraph may hold."""
    html = one_chapter("# T\n\nText.[^a]\n\n[^a]: First.\n\n    Second:\n\n    - one\n    - two\n")
    note = html[html.index('<span class="note"') : html.index("</section>")]
    assert re.findall(r'class="(as-\w+)"', note) == ["as-p", "as-p", "as-ul", "as-li", "as-li"]
    assert not re.search(r"<(p|ul|li)\b", note[: note.rindex("</p>")])
    assert re.sub("<[^>]+>", "", note).split() == ["1.", "First.Second:onetwo"]


def test_note_of_a_heading_is_not_in_the_contents() -> None:
    """A note at a chapter's title stands there and nowhere else."""
    book = Shelf({"01": "# Title[^a]\n\nText.\n\n[^a]: Note.\n"})
    assert "Note" not in book.section("contents")
    assert "Note." in book.section("01")


def test_note_inside_a_note_follows_it() -> None:
    """A call inside a note puts its note behind the first, so that both are floated to the foot."""
    html = one_chapter("# T\n\nText.[^a]\n\n[^a]: See.[^b]\n\n[^b]: Inner.\n")
    outer, inner = html.index('data-label="a"'), html.index('data-label="b"')
    assert outer < inner
    assert html[outer:inner].endswith('</span></span><span class="note" id="fn-01-b" ')


def test_translated_note_of_an_untranslated_paragraph_has_its_own_direction() -> None:
    """A note in Urdu at a paragraph left in English is set from right to left."""
    book = Shelf({"01": "# T\n\nText.[^a]\n\n[^a]: Note.\n"})
    sections = book.render("ur", {"01": [Entry("", "Note.", "حاشیہ۔")]}).value or ()
    html = next(one.html for one in sections if one.name == "01")
    assert 'data-number="۱" dir="rtl" lang="ur">' in html
    assert "foreign" not in html


def test_urdu_notes_are_numbered_in_urdu() -> None:
    """An Urdu chapter numbers its notes in its digits and closes the number with its own full stop."""
    html = Shelf({"01": "# T\n\nText.[^a]\n\n[^a]: N.\n"}, language="ur").section("01", "ur")
    assert '">۱</a>' in html
    assert '">۱۔</a>' in html
