"""The words of a text as a dictionary has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from translate_pub.checks.prose import Prose

_INVISIBLE = re.compile("[\u00ad\u0640\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Soft hyphens, kashidas and marks of direction: they stand in words and are no part of them. A joiner (U+200D) is."""
_PLANES = range(0x300, 0x20000)
"""Where Unicode has combining marks; beyond are ideographs and selectors of their variants."""


def words(text: Prose) -> Iterator[str]:
    """Give the words of a text in order: runs of letters, with the apostrophes inside them as `'`.

    A run that touches a digit is no word (`1a`, `2:a`, `1900s`), nor is one that a hyphen leaves open (`land- och`).
    """
    for found in _pattern().finditer(_INVISIBLE.sub("", text.words)):
        if found["word"] and not found["open"]:
            yield unicodedata.normalize("NFC", found["word"]).replace("\u2019", "'")


@cache
def _pattern() -> re.Pattern[str]:
    """Make the pattern of a word; combining marks are letters to a reader and none to `re`."""
    letter = rf"(?:[^\W\d_]|[{_marks()}\u200c\u200d])"
    word = rf"{letter}+(?:['\u2019]{letter}+)*"
    return re.compile(rf"\d[\w:.,]*|{letter}+\d[\w:]*|(?P<word>{word})(?P<open>[-\u2010\u2011](?!\w))?")


def _marks() -> str:
    """Return the combining marks of Unicode as ranges of a character class."""
    points = [point for point in _PLANES if unicodedata.category(chr(point)).startswith("M")]
    runs = (
        [point for _, point in run] for _, run in groupby(enumerate(points), lambda indexed: indexed[1] - indexed[0])
    )
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)
