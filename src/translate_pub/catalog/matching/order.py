"""In which order a language puts the two words of a short text: `Smart Pointers`, but `Punteros inteligentes`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from translate_pub.catalog.matching import pieces
from translate_pub.catalog.matching.decision import Old
from translate_pub.catalog.matching.lexicon import Lexicon
from translate_pub.catalog.matching.pieces import Piece

_TWO = 2
_PRIOR_STRENGTH = 2
"""What the habit of the language counts against the record of a word: as many sightings."""
_TURNED_FROM = 0.6
_LONGEST = 60
_BESIDE = 3
"""Letters that a text must have beside its second word to be more than that."""
_MARKS = 2
"""Letters that may follow a word at the end."""

_Sighting = tuple[str, int, bool]
"""A word, its place (0 or 1), and whether the order was turned about it."""


class Order:
    """What a book's translators made of the order of two words, learnt from the texts of two words."""

    def __init__(self, olds: Iterable[Old], lexicon: Lexicon) -> None:
        self._seen: Counter[_Sighting] = Counter()
        for old in olds:
            entry = old.entry
            if entry.msgid.count(" ") == 1 and len(entry.msgid) < _LONGEST and entry.translated:
                split = pieces.split(entry.msgid)
                if len(split) == _TWO:
                    self._learn(split[0].text.lower(), split[1].text.lower(), entry.msgstr.lower(), lexicon)

    def _learn(self, first: str, second: str, translation: str, lexicon: Lexicon) -> None:
        turned = _turned(_place(first, translation, lexicon), _place(second, translation, lexicon), second, translation)
        if turned is not None:
            self._seen.update([("", 0, turned), (first, 0, turned), (second, 1, turned)])

    def turns(self, source: str, split: Sequence[Piece]) -> bool:
        """Say whether a text is two words whose order is another in the translation."""
        if len(split) != _TWO or source[split[0].end : split[1].start] != " " or not all(map(pieces.is_word, split)):
            return False
        first, second = (piece.text.lower() for piece in split)
        turned, stayed = (self._seen[first, 0, way] + self._seen[second, 1, way] for way in (True, False))
        share = (turned + _PRIOR_STRENGTH * self._usual()) / (turned + stayed + _PRIOR_STRENGTH)
        return share > _TURNED_FROM

    def _usual(self) -> float:
        turned, stayed = (self._seen["", 0, way] for way in (True, False))
        return (turned + 0.5) / (turned + stayed + 1)


def turn(source: str, split: Sequence[Piece]) -> str:
    """Return a text of two words with these the other way round; a capital stays at the beginning."""
    first, second = split[0].text, split[1].text
    leading = second[0].upper() + second[1:] if first[0].isupper() else second
    return f"{source[: split[0].start]}{leading} {first}{source[split[1].end :]}"


def _place(word: str, translation: str, lexicon: Lexicon) -> int:
    """Return where a translation has a word, translated or as it is; -1 where it is not found."""
    known = lexicon.word(word) or lexicon.phrase(word)
    at = translation.find(known[0].lower()) if known else -1
    return at if at >= 0 else translation.find(word)


def _turned(first: int, second: int, word: str, translation: str) -> bool | None:
    """Say whether the second word stands first; None where it is not to be seen.

    Where the first word is not found, the second one at the beginning or at the end of more text tells.
    """
    if first >= 0:
        return second < first if second not in {-1, first} else None
    alone = second < 0 or len(translation) <= len(word) + _BESIDE
    if alone or 0 < second < len(translation) - len(word) - _MARKS:
        return None
    return second == 0
