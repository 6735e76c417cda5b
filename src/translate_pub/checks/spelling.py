"""Spelling: words of a translation that no dictionary has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from translate_pub.checks import prose, written_words
from translate_pub.checks.pair import Pair
from translate_pub.checks.wordlist import WordList
from translate_pub.model.diagnostic import Diagnostic, Severity

_SUGGESTIONS = 3
_ENDING = 3
"""Letters that a name may have more than in the source: the genitive's s, a plural."""
_STEM = 4
"""Letters of a name below which it is known without an ending only."""
_ELISION = re.compile(r"^[^\W\d_]{1,2}'")
"""What French, Italian and Catalan leave of an article before a word: `l'`, `qu'`."""


class Speller(Protocol):
    """Knows the words of a language."""

    def knows(self, word: str) -> bool:
        """Whether a word is spelled as the dictionary has it."""
        ...

    def suggest(self, word: str) -> Sequence[str]:
        """Give words that may have been meant, the likeliest first."""
        ...


class Spelling:
    """The rule that every word is in the dictionary or in the list of allowed words, or comes from the source.

    From the source comes a name, which stands there with a capital too (`Lenin`, and `Lenins` for it), and a word that
    stands there beside the same neighbour: a title that is left in its language. What is in another script than the
    most of a translation is of another language.
    """

    def __init__(self, speller: Speller, allowed: WordList, listed_in: str) -> None:
        """Make the rule of a language.

        Args:
            speller: the language's dictionary.
            allowed: what is right besides.
            listed_in: the file that a word is to be added to when it is right, for the hint.
        """
        self._speller = speller
        self._allowed = allowed
        self._listed_in = listed_in
        self._known: dict[str, bool] = {}
        self._hints: dict[str, tuple[str, ...]] = {}

    def __call__(self, pair: Pair) -> Iterator[Diagnostic]:
        """Find the words of a translation that are not known, each once."""
        for word in self.unknown(pair):
            message = f"“{word}” is in no dictionary of this language"
            yield Diagnostic("C120", Severity.WARNING, message, hints=self._hint(word))

    def unknown(self, pair: Pair) -> tuple[str, ...]:
        """Give the words of a translation that are not known, each once, in order."""
        written = tuple(written_words.words(prose.read(pair.entry.msgstr)))
        doubtful = dict.fromkeys(word for word in written if not self._is_known(word))
        if not doubtful:
            return ()
        source = tuple(written_words.words(prose.read(pair.entry.msgid)))
        quoted = {word for two in set(pairwise(source)) & set(pairwise(written)) for word in two}
        script = Counter(map(_script, written)).most_common(1)[0][0]
        names = {word.removesuffix("'s") for word in source if not _is_small(word)}
        return tuple(
            word for word in doubtful if word not in quoted and not _is_name(word, names) and _script(word) == script
        )

    def _is_known(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> bool:
        """Whether a word, or what remains of it without an elided article, is right; letters alone always are."""
        if len(word) == 1 or (word.isupper()):
            return True
        if self._allowed.knows(word) or self._speller.knows(word):
            return True
        rest = _ELISION.sub("", word)
        return rest != word and self._look_up(rest)

    def _hint(self, word: str) -> tuple[str, ...]:
        if word not in self._hints:
            meant = " or ".join(f"“{each}”" for each in self._meant(word))
            asked = (f"did you mean {meant}?",) if meant else ()
            self._hints[word] = (*asked, f"if it is right, add it to {self._listed_in}")
        return self._hints[word]

    def _meant(self, word: str) -> Sequence[str]:
        """Suggest words; none for a name, for which a dictionary takes long and finds nothing that was meant."""
        return self._speller.suggest(word)[:_SUGGESTIONS] if _is_small(word) else ()


@lru_cache(maxsize=65536)
def _script(word: str) -> str:
    """Name the script of a word by its first letter: `LATIN`, `ARABIC`."""
    return unicodedata.name(word[0], "").partition(" ")[0]


def _is_small(word: str) -> bool:
    """Whether a word is in small letters, or in a script that has no others."""
    return word == word.lower()


def _is_name(word: str, names: set[str]) -> bool:
    """Whether a word is one that the source has with a capital, perhaps with an ending of this language."""
    if _is_small(word):
        return False
    return word in names or any(
        len(name) >= _STEM and word.startswith(name) and len(word) - len(name) <= _ENDING for name in names
    )
