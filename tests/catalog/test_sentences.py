"""Paragraphs are split into sentences, and into nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.catalog.sentences import split


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["It ended.[^1] ", "Next came `a. b` and [x. y](http://a.b/c. d). ", "J. V. Stalin stayed."]),
        ("sv", ["Han kom t.ex. till kap. 3, dvs. sent. ", "Se s. 14. ", "Det var allt!"]),
        ("es", ["El Sr. Pérez vivía en EE.UU. desde 1917. ", "¿Y después? ", "Nada."]),
        ("de", ["Das war z.B. am 3. Juni so. ", "Dr. Adler kam nicht."]),
        ("fr", ["M. Martin lit p. 12. ", "Il rit."]),
        ("ur", ["یہ پہلا جملہ ہے۔ ", "کیا دوسرا بھی ہے؟ ", "جی ہاں۔"]),
        ("ja", ["今日は。", "明日は！", "はい"]),
        ("ru", ["Это было в 1917 г. в Петрограде. ", "Потом всё изменилось."]),
    ],
)
def test_sentences_end_where_a_reader_sees_them_end(language: str, sentences: list[str]) -> None:
    """Abbreviations, initials, ordinals, code and addresses end none; a call of a note belongs to what it follows."""
    assert list(split("".join(sentences), language)) == sentences


@given(
    st.text(st.sampled_from("abA .!?。۔`[]()^*😀é\n\u00a0\u202f\u2009"), max_size=60),
    st.sampled_from(["en", "ur", "ja", "xx"]),
)
def test_nothing_is_lost_or_added(text: str, language: str) -> None:
    """The sentences joined are the text."""
    assert "".join(split(text, language)) == text


def test_a_broad_space_before_a_full_stop() -> None:
    """A no-break space between a capital letter and a full stop, of which sentencex 1.0 panics, is like any other."""
    assert [len(part) for part in split("Of A\u00a0. It ended.", "en")] == list(
        map(len, split("Of A . It ended.", "en"))
    )
    assert "".join(split("Z\u202f.", "en")) == "Z\u202f."
