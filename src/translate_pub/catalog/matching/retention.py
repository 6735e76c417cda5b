"""How much of a text the translators of a book leave as it is: learnt from what they left in texts like it.

Code, numbers, links, placeholders and names stay; how much else does is a custom of the language, of the book and of
the kind of text: some translate the strings of a program, some do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from translate_pub.catalog.matching import pieces
from translate_pub.catalog.matching.decision import Old
from translate_pub.catalog.matching.pieces import Kind

_LONGEST = 200
"""Characters up to which an old text is learnt from: a short one says more of its pieces."""
_MOST_LEARNT = 1200
"""Old texts that are learnt from: what keeps the time small."""
_CLASS_STRENGTH = 1.5
"""What the kind of a piece counts against its own record: as many sightings."""
_PRIOR_STRENGTH = 3
_PRIORS: dict[Kind, float] = {
    "literal": 0.9,
    "number": 0.95,
    "mark": 0.7,
    "camel": 0.7,
    "capitals": 0.6,
    "capitalised": 0.2,
    "word": 0.1,
}
"""Shares that stay as long as nothing is known of a book."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
FENCES = ("```", "~~~")
_COMMENTS = ("//", "/*", "#", "--", "<!--")
_QUOTES = ('"', "'")
_FEW_SPACES = 3
_ENOUGH_OF_SHAPE = 4
_SHAPE_KEPT = 0.8


class Retention:
    """What the translators of a book leave as it is."""

    def __init__(self, olds: Iterable[Old]) -> None:
        self._seen: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._class_seen: Counter[tuple[str, Kind]] = Counter()
        self._class_kept: Counter[tuple[str, Kind]] = Counter()
        self._shapes: Counter[str] = Counter()
        self._same: Counter[str] = Counter()
        likenesses = []
        for old in _sample(olds):
            source, translation = old.entry.msgid, old.entry.msgstr
            self._learn(source, translation)
            if source != translation:
                likenesses.append(fuzz.ratio(source, translation) / 100)
        self.kinship = sum(likenesses) / len(likenesses) if likenesses else 0.0
        """How alike a text and its translation are letter by letter: languages share words, and parts of words."""

    def _learn(self, source: str, translation: str) -> None:
        style = style_of(source)
        kinds = pieces.kinds(source)
        same = source == translation
        kept = kinds.keys() if same else kinds.keys() & pieces.texts(translation)
        self._seen.update(iter(kinds))
        self._kept.update(iter(kept))
        for text, kind in kinds.items():
            known = style, kind
            self._class_seen[known] += 1
            if text in kept:
                self._class_kept[known] += 1
        shape = _shape(source)
        self._shapes[shape] += 1
        self._same[shape] += same

    def by_shape(self, source: str) -> float:
        """Return the share of the texts of the same shape that were left as they are; 0 where it is not high."""
        shape = _shape(source)
        if self._shapes[shape] < _ENOUGH_OF_SHAPE:
            return 0.0
        share = self._same[shape] / self._shapes[shape]
        return share if share >= _SHAPE_KEPT else 0.0

    def of(self, text: str, kind: Kind, style: str) -> float:
        """Return how likely a piece is to stay in a text of a style, 0 to 1."""
        known = style, kind
        share = self._class_kept[known] + _PRIOR_STRENGTH * _PRIORS[kind]
        share /= self._class_seen[known] + _PRIOR_STRENGTH
        return (self._kept[text] + _CLASS_STRENGTH * share) / (self._seen[text] + _CLASS_STRENGTH)


def _sample(olds: Iterable[Old]) -> list[Old]:
    """Choose the old texts to learn from: all through the book, if there are too many."""
    known = [old for old in olds if old.entry.translated and len(old.entry.msgid) <= _LONGEST]
    return known[:: len(known) // _MOST_LEARNT + 1]


def style_of(text: str) -> str:
    """Say what kind of text it is, as far as translators treat the kinds differently."""
    if text.startswith(FENCES):
        return "block"
    if text.startswith(_COMMENTS):
        return "comment"
    if text.startswith(_QUOTES):
        return "string"
    return "label" if text.count(" ") <= _FEW_SPACES else "prose"


def _shape(text: str) -> str:
    return _LETTERS.sub("a", _NUMBERS.sub("0", text))
