"""Words that a dictionary does not have and that are right all the same: names above all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

STEM = "*"
"""At the end of a word: whatever begins so."""


@dataclass(frozen=True, slots=True)
class WordList:
    """Words by how they are matched.

    A word in small letters is known in any case; one with a capital, only so or all in capitals.
    """

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    """Beginnings of words, in order."""
    _spelled: frozenset[str] = field(default=frozenset(), repr=False)

    def knows(self, word: str) -> bool:
        """Whether a word is in the list."""
        if word in self._spelled or word.lower() in self.words:
            return True
        return word.startswith(self.stems) or word.lower().startswith(self.stems) if self.stems else False


def of(words: Iterable[str]) -> WordList:
    """Make a list of words; a `*` at the end of one marks a stem."""
    named = [unicodedata.normalize("NFC", word.strip()).replace("\u2019", "'") for word in words]
    whole = frozenset(word for word in named if word and not word.endswith(STEM))
    stems = {word.removesuffix(STEM) for word in named if word.endswith(STEM)} - {""}
    return WordList(whole, tuple(sorted(stems)), whole | {word.upper() for word in whole})


def joined(one: WordList, other: WordList) -> WordList:
    """Return a list that has the words of two."""
    return of((*one.words, *other.words, *(f"{stem}{STEM}" for stem in (*one.stems, *other.stems))))


def parse(text: str) -> WordList:
    """Read a list: a word a line; what follows a `#` is a note, and empty lines count for nothing."""
    return of(_words(text))


def extended(text: str, words: Iterable[str]) -> str:
    """Return the text of a list with words added at its end, in order, those left out that it has."""
    known = parse(text)
    new = sorted({word for word in words if not known.knows(word)}, key=lambda word: (word.casefold(), word))
    above = text if not text or text.endswith("\n") else f"{text}\n"
    return above + "".join(f"{word}\n" for word in new)


def _words(text: str) -> Iterable[str]:
    return (line.partition("#")[0] for line in text.removeprefix("\ufeff").splitlines())
