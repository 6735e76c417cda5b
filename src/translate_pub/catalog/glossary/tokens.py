"""Texts as the words that terms are looked for among."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(
    "(?:[^\\W_]"
    "|[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
    "\u0a01-\u0a4d\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u0e31-\u0e4e\u0eb1-\u0ece"
    "\u1dc0-\u1dff\u200d\u20d0-\u20ff\ufe20-\ufe2f])+"
)
"""Letters and digits with the marks of their scripts; apostrophes and hyphens part words."""
_JOINT = re.compile("[\\s\\-\u2010\u2011\u200c]*")
"""What may stand between the words of one term: space, hyphens, and the joint of Urdu and Persian (U+200C)."""
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
"""Soft hyphens and marks of direction."""
_POINTED = re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufeff]")
"""Scripts whose vowel marks may as well be left out: Hebrew and Arabic."""
_SAME = str.maketrans(
    {
        "\u064a": "\u06cc",  # the Arabic yeh is the Urdu one
        "\u0649": "\u06cc",
        "\u0643": "\u06a9",  # likewise kaf
        "\u0647": "\u06c1",  # heh; the two-eyed one of Urdu is a letter of its own
        "\u06d5": "\u06c1",
        "\u0640": None,  # kashida
        "\u200d": None,
    }
)


class Word(NamedTuple):
    """A word of a text; a tuple, because a book has hundreds of thousands."""

    written: str
    """As it is written, composed (NFC)."""
    folded: str
    """For comparison without regard to case, vowel marks and the code points of one letter."""
    gap: str | None = None
    """Space or hyphen between it and the word before; None where there is something else, or no word."""

    @property
    def joined(self) -> bool:
        """Whether it may be of one term with the word before."""
        return self.gap is not None


def phrase(words: Sequence[Word]) -> str:
    """Return words as they stand together in a text."""
    head, *rest = words
    return head.written + "".join(f"{'-' if '-' in (word.gap or '') else ' '}{word.written}" for word in rest)


@lru_cache(maxsize=16384)
def read(text: str) -> tuple[Word, ...]:
    """Take a text without markup apart into its words."""
    words: list[Word] = []
    end = 0
    seen = text.translate(_UNSEEN)
    for found in _WORD.finditer(seen):
        gap = _JOINT.fullmatch(seen, end, found.start()) if words else None
        written = unicodedata.normalize("NFC", found[0])
        words.append(Word(written, fold(written), gap[0] if gap else None))
        end = found.end()
    return tuple(words)


def apart(text: str, other: str) -> tuple[str, str]:
    """Return two texts without what both have: two or more words in a row, a title that is left in its language."""
    mine, theirs = _WORD.findall(text), _WORD.findall(other)
    shared = set(pairwise(mine)) & set(pairwise(theirs))
    return (_without(text, shared), _without(other, shared)) if shared else (text, other)


def _without(text: str, pairs: set[tuple[str, str]]) -> str:
    """Put a mark that is no word in the place of words that stand in pairs."""
    found = list(_WORD.finditer(text))
    paired = [(one[0], other[0]) in pairs for one, other in pairwise(found)]
    gone = {place + step for place, shared in enumerate(paired) if shared for step in (0, 1)}
    pieces = list(text)
    for place in gone:
        start, end = found[place].span()
        pieces[start:end] = ["\ufffc"] * (end - start)
    return "".join(pieces)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word for comparison: in small letters; Arabic and Hebrew without vowel marks, with one code a letter."""
    if not _POINTED.search(word):
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn").translate(_SAME).casefold()
