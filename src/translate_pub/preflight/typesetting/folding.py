"""Text made alike, so that the words of a page and those of the edition can be compared."""

from __future__ import annotations

import re
import unicodedata

from translate_pub.model.expectation import PAGE_NUMBER

_LEADER = re.compile(r"(?:\s*[.·…]\s*){4,}")
"""Dots that lead from a title to its page."""
_NUMBERS = re.compile(f"{PAGE_NUMBER}+")
"""Several numbers of pages, which are merged where they follow each other."""


def fold(text: str) -> str:
    """Keep the letters and digits of a text, in lower case and one way of writing each.

    Ligatures and presentation forms are taken apart (Unicode's NFKC); white space, hyphens, marks of direction and
    punctuation, which layout may change, are left out.
    """
    plain = unicodedata.normalize("NFKC", _LEADER.sub(" ", text)).lower()
    letters = "".join(char for char in plain if char.isalnum() or char == PAGE_NUMBER or _is_mark(char))
    return _NUMBERS.sub(PAGE_NUMBER, letters)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"} and unicodedata.combining(char) != 0


def number(text: str) -> int | None:
    """Read a number in the digits of any script, or in Roman letters; None where it is neither."""
    bare = text.strip()
    if bare and all(unicodedata.decimal(char, -1) >= 0 for char in bare):
        return int("".join(str(unicodedata.decimal(char)) for char in bare))
    return roman(bare.lower())


def roman(text: str) -> int | None:
    """Read a number in Roman letters; None where it is none."""
    matched = re.fullmatch(r"(m{0,3})(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", text)
    if not text or not matched:
        return None
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}[char] for char in text]
    after = [*values[1:], 0]
    return sum(-value if value < following else value for value, following in zip(values, after, strict=True))
