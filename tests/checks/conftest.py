"""One translation of one message, checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate_pub.checks.pair import Pair
from translate_pub.model.catalog import Entry
from translate_pub.model.source import Segment
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer

Pairing = Callable[..., Pair]


@pytest.fixture(scope="session")
def paired() -> Pairing:
    """Give the maker of pairs: language, message, translation, and comments above it."""
    comparer = Comparer(BOOK, {}, ("1", "7"))

    def make(language: str, msgid: str, msgstr: str, *comments: str, source: str = "en") -> Pair:
        entry = Entry("", msgid, msgstr, comments=comments, line=12)
        return Pair(entry, Segment("paragraph", msgid), language, comparer, source)

    return make
