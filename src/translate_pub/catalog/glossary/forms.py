"""The notation of a glossary's forms, and whether one stands in a text.

A form is one word or several. `*` at the end of a word stands for any ending, at its beginning for whatever it is put
together with: `revolution*`, `*arbetar*`. A form in small letters is found in any case; one with a capital only so, or
all in capitals. In languages that are written without spaces a form is found wherever it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate_pub.catalog.glossary import tokens
from translate_pub.catalog.glossary.tokens import Word

ALTERNATIVE = "|"
STAR = "*"
SPACELESS = frozenset(("zh", "ja", "th", "lo", "km", "my", "bo", "dz", "yue", "wuu"))
"""Languages that are written without spaces between words."""
COMPOUNDING = frozenset(("sv", "da", "nb", "nn", "no", "is", "fo", "de", "lb", "nl", "af", "fy", "fi", "et", "hu"))
"""Languages that write a compound as one word."""
_SHORT = 6
"""Letters of a word below which its ending may change by one letter only."""
_KNOWN = 3
"""Letters that stay in every form of a word; a shorter word has only itself."""
_ENDING = 5
"""Letters that a word may be longer than its dictionary form."""
_INFLECTION = 4
"""Letters of an ending behind what a compound ends with."""
_INNER = 5
"""Letters of what is known inside a compound."""
_MALFORMED = re.compile(r"\w\*\w|\*\*|(?<!\S)\*(?!\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a form."""

    text: str
    """As compared: folded, unless the form has capitals."""
    cased: bool
    before: bool = False
    """Whether anything may stand before it."""
    after: bool = False
    """Whether anything may follow."""

    def fits(self, word: Word) -> bool:
        """Whether a word of a text is this one."""
        for mine, its in self._views(word):
            if self.before and self.after and mine in its:
                return True
            if its == mine or (self.after and its.startswith(mine)) or (self.before and its.endswith(mine)):
                return True
        return False

    def resembles(self, word: Word) -> bool:
        """Whether a word of a text is this one with another ending, or in a compound; with a star, as it says."""
        if self.before or self.after:
            return self.fits(word)
        return any(_inflected(mine, its) for mine, its in self._views(word))

    def ends(self, word: Word) -> bool:
        """The same, in a language that writes compounds as one word: what they end with may be short."""
        if self.resembles(word):
            return True
        mine = self.text.casefold()
        place = word.folded.rfind(mine)
        starred = self.before or self.after
        return not starred and len(mine) >= _KNOWN <= place and len(word.folded) - place - len(mine) <= _INFLECTION

    def _views(self, word: Word) -> tuple[tuple[str, str], ...]:
        if not self.cased:
            return ((self.text, word.folded),)
        return (self.text, word.written), (self.text.upper(), word.written)


@dataclass(frozen=True, slots=True)
class Form:
    """A form, ready to be looked for."""

    written: str
    pieces: tuple[Piece, ...]


def split(cell: str) -> tuple[str, ...]:
    """Take the alternatives of a cell apart."""
    return tuple(" ".join(part.split()) for part in cell.split(ALTERNATIVE) if part.strip())


def shown(written: Sequence[str]) -> str:
    """Write forms for people: `arbetare, arbetar…`."""
    return ", ".join(written).replace(STAR, "…")


def fault(written: str) -> str:
    """Say what is wrong with a form; empty where nothing is."""
    if not any(character.isalnum() for character in written):
        return "has no letter"
    return "has a star that is not at the beginning or end of a word" if _MALFORMED.search(written) else ""


def parse(written: str) -> Form:
    """Read a form that has no fault."""
    text = unicodedata.normalize("NFC", written)
    pieces: list[Piece] = []
    for chunk in text.split():
        words = tokens.read(chunk)
        for place, word in enumerate(words):
            cased = word.written != word.written.lower()
            pieces.append(
                Piece(
                    word.written if cased else word.folded,
                    cased,
                    before=place == 0 and chunk.startswith(STAR),
                    after=place == len(words) - 1 and chunk.endswith(STAR),
                )
            )
    return Form(written, tuple(pieces))


def length(form: Form, words: Sequence[Word], place: int, fits: Callable[[Piece, Word], bool] = Piece.fits) -> int:
    """Return how many words of a text a form is that begins at a place; 0 where it does not stand there."""
    span = words[place : place + len(form.pieces)]
    if len(span) < len(form.pieces) or not all(word.joined for word in span[1:]):
        return 0
    return len(span) if all(fits(piece, word) for piece, word in zip(form.pieces, span, strict=True)) else 0


def stands(form: Form, text: str, language: str, *, leniently: bool = False) -> bool:
    """Whether a form stands in a text.

    Args:
        form: what is looked for.
        text: without markup.
        language: BCP 47 tag of the text.
        leniently: whether other endings and compounds are taken for it where it has no star.
    """
    if spaceless(language):
        return within(form, text)
    words = tokens.read(text)
    fits = Piece.fits
    if leniently:
        fits = Piece.ends if language.partition("-")[0] in COMPOUNDING else Piece.resembles
    return any(length(form, words, place, fits) for place in range(len(words)))


def within(form: Form, text: str) -> bool:
    """Whether a form is part of a text, words or not."""
    return tokens.fold(form.written.replace(STAR, "")) in tokens.fold(text)


def spaceless(language: str) -> bool:
    """Whether a language is written without spaces between words."""
    return language.partition("-")[0] in SPACELESS


def _inflected(form: str, word: str) -> bool:
    """Whether a word may be another form of a word: it begins alike, or has what is alike inside.

    Two letters of the end may change, one in a short word; at least three stay. What has five letters or more is known
    in a compound, and before an ending of any length.
    """
    if len(form) < _KNOWN:
        return word == form
    stem = form[: max(_KNOWN, len(form) - (1 if len(form) < _SHORT else 2))]
    if word.startswith(form) or (word.startswith(stem) and len(word) - len(form) <= _ENDING):
        return True
    return any(len(part) >= _INNER and part in word for part in (stem, form))
