"""The quick inline parser finds what Python-Markdown's own finds."""

from __future__ import annotations

import copy

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from translate_pub.source.dialect import BOOK, Dialect

PIECES = (
    *("word", " ", "\n", "  \n", "*", "**", "_", "__", "`", "``", "\\", "[", "]", "](a.html)", "![", "][ref]", "<"),
    *("<b>", "</b>", "<https://a.example/>", "<a@b.example>", "&amp;", "&", "[^1]", '"', "'", "--", "---", "..."),
    *("(c)", ">", "{.x}", "ن", "«", "1990's", "\n\n"),
)
TAIL = "\n\n[ref]: b.html 'Title'\n\n[^1]: A note.\n"


def stock(dialect: Dialect) -> Markdown:
    """Build the Python-Markdown that the dialect asks for, as it comes."""
    return Markdown(
        extensions=list(dialect.extensions), extension_configs=copy.deepcopy(dict(dialect.extension_configs))
    )


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join))
@settings(max_examples=150, deadline=None)
def test_the_page_is_the_same(text: str) -> None:
    """Whatever the text, the HTML is that of Python-Markdown as it comes."""
    assert BOOK.parser().convert(text + TAIL) == stock(BOOK).convert(text + TAIL)
