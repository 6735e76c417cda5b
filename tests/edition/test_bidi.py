"""Runs of foreign direction are wrapped, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.edition import bidi, markup


def wrapped(inside: str, direction: str) -> str:
    """Wrap a paragraph and write it, spans shortened to brackets with their direction."""
    root = markup.parse(f"<p>{inside}</p>")
    bidi.wrap(root, direction)
    written = markup.write_inside(root[0])
    return written.replace('<span class="foreign" dir="ltr">', "{").replace('<span class="foreign" dir="rtl">', "{")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("لینن (<i>Lenin</i>) آئے", "لینن ({<i>Lenin</i></span>) آئے"),
        (
            "دیکھیے Smith, <i>A Political History</i>, vol. 2 (London 1978)، یہاں",
            "دیکھیے {Smith, <i>A Political History</i>, vol. 2 (London 1978)</span>، یہاں",
        ),
        ("سن 1917 میں", "سن 1917 میں"),
        ("سن <b>19</b>17 میں", "سن {<b>19</b>17</span> میں"),
        ("سن ۱۹۱۷ میں <i>RSDLP</i> تھی", "سن ۱۹۱۷ میں {<i>RSDLP</i></span> تھی"),
        ("«Iskra» اور ”Pravda“", "«{Iskra</span>» اور ”{Pravda</span>“"),
        ('Lenin<a class="call" href="#x">۱</a> کا', '{Lenin</span><a class="call" href="#x">۱</a> کا'),
        ("<em>اردو Iskra</em> متن", "<em>اردو {Iskra</span></em> متن"),
        ('<span dir="ltr">Lenin</span> کا', '<span dir="ltr">Lenin</span> کا'),
        ("کتاب (<em>Who?</em>) اہم", "کتاب ({<em>Who?</em></span>) اہم"),
        ("Who? (What?)", "{Who? (What?)</span>"),
        ("کیا <em>Iskra</em>? ہاں", "کیا {<em>Iskra</em></span>? ہاں"),
        ("Iskra\u200c, Pravda", "{Iskra\u200c, Pravda</span>"),
    ],
)
def test_latin_in_urdu_is_one_run(inside: str, expected: str) -> None:
    """A Latin phrase in an Urdu paragraph is one span, its elements, years and brackets included."""
    assert wrapped(inside, "rtl") == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("The word اردو <i>زبان</i> 12 is", "The word {اردو <i>زبان</i> 12</span> is"),
        ("See (اور <b>یہ</b>)", "See ({اور <b>یہ</b></span>)"),
        ("(اور <b>یہ</b>)", "{(اور <b>یہ</b>)</span>"),
        ("Only <i>Latin</i>, 1917", "Only <i>Latin</i>, 1917"),
    ],
)
def test_urdu_in_english_is_one_run(inside: str, expected: str) -> None:
    """An Urdu phrase in an English paragraph is one span."""
    assert wrapped(inside, "ltr") == expected


def test_note_in_a_paragraph_is_a_paragraph_of_its_own() -> None:
    """A note does not join the run around its call, and its own runs are wrapped."""
    note = '<span class="note"><span class="as-p">دیکھیے <i>Iskra</i> no. 4</span></span>'
    written = wrapped(f"متن{note} Lenin", "rtl")
    assert "{<i>Iskra</i> no. 4</span>" in written
    assert written.endswith("</span></span> {Lenin</span>")


def test_block_in_another_language_keeps_its_own_direction() -> None:
    """An untranslated English paragraph in an Urdu book wraps Urdu, not English."""
    root = markup.parse('<p dir="ltr" lang="en">The word اردو is here</p>')
    bidi.wrap(root, "rtl")
    assert markup.write_inside(root) == (
        '<p dir="ltr" lang="en">The word <span class="foreign" dir="rtl">اردو</span> is here</p>'
    )


PIECES = st.sampled_from(
    [
        "لینن ",
        "Lenin ",
        "1917",
        "۱۹۱۷",
        "(",
        ")",
        "«",
        "»",
        ", ",
        "، ",
        " – ",
        "\u200c",
        "\u200f",
        "\u2067",
        "\u2069",
        "\n",
    ]
)
TAGS = st.sampled_from(["i", "b", "a", "code", "br"])


def _element(tag: str, inside: str) -> str:
    return "<br>" if tag == "br" else f"<{tag}>{inside}</{tag}>"


INLINE = st.recursive(
    st.lists(PIECES, max_size=4).map("".join),
    lambda inner: st.lists(st.one_of(inner, st.builds(_element, TAGS, inner)), max_size=4).map("".join),
    max_leaves=10,
)


@given(INLINE, st.sampled_from(["ltr", "rtl"]))
def test_text_stays_and_only_spans_are_added(inside: str, direction: str) -> None:
    """Whatever is wrapped, the text and all other elements are as they were."""
    root = markup.parse(f"<p>{inside}</p>")
    before = markup.write(root)
    bidi.wrap(root, direction)
    for span in markup.find(root, ".//span"):
        markup.unwrap(span)
    assert markup.write(root) == before
