"""How much of a text the translators of a book leave as it is: learnt from what they left in texts like it.

Code, numbers, links, placeholders and names stay; how much else does is a custom of the language, of the book and of
the kind of text: some translate the strings of a program, some do not. The share that is expected to stay is a mean
over the pieces of a text, weighted by their length. Measured on thirty refreshes of public catalogues: of the texts of
which at least 0.55 was expected to stay, 97 % turned out useful as their own translations, and fewer than 1 % bad.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from translate_pub.catalog.matching import pieces
from translate_pub.catalog.matching.decision import Old
from translate_pub.catalog.matching.pieces import Kind, Piece

_LONGEST = 240
"""Characters up to which an old text is learnt from: a short one says more of its pieces."""
_MOST_LEARNT = 3000
"""Old texts that are learnt from: what keeps the time small."""
_MARK_WEIGHT = 0.5
_CLASS_STRENGTH = 1.5
"""What the kind of a piece counts against its own record: as many sightings."""
_PRIOR_STRENGTH = 3
_PRIORS = {
    Kind.LITERAL: 0.9,
    Kind.NUMBER: 0.95,
    Kind.MARK: 0.7,
    Kind.CAMEL: 0.7,
    Kind.CAPITALS: 0.6,
    Kind.CAPITALISED: 0.2,
    Kind.WORD: 0.1,
}
"""Shares that stay as long as nothing is known of a book."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"\d+")
_FENCES = ("```", "~~~")
_COMMENTS = ("//", "/*", "#", "--", "<!--")
_QUOTES = ('"', "'")
_FEW_WORDS = 4
_ENOUGH_OF_SHAPE = 4
_SHAPE_KEPT = 0.8
_ENOUGH = 0.55


class Retention:
    """What the translators of a book leave as it is."""

    def __init__(self, olds: Iterable[Old]) -> None:
        self._seen: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._class_seen: Counter[tuple[str, Kind]] = Counter()
        self._class_kept: Counter[tuple[str, Kind]] = Counter()
        self._shapes: Counter[str] = Counter()
        self._same: Counter[str] = Counter()
        for old in _sample(olds):
            self._learn(old.entry.msgid, old.entry.msgstr)

    def _learn(self, source: str, translation: str) -> None:
        style = _style(source)
        target = set(pieces.texts(translation))
        for piece in {piece.text: piece for piece in pieces.split(source)}.values():
            kept = piece.text in target
            self._seen[piece.text] += 1
            self._kept[piece.text] += kept
            self._class_seen[style, piece.kind] += 1
            self._class_kept[style, piece.kind] += kept
        shape = _shape(source)
        self._shapes[shape] += 1
        self._same[shape] += source == translation

    def expected(self, source: str) -> float:
        """Return the share of a text that is expected to stay, 0 to 1."""
        style = _style(source)
        total = stays = 0.0
        for piece in pieces.split(source):
            weight = _MARK_WEIGHT if piece.kind is Kind.MARK else len(piece.text)
            total += weight
            stays += weight * self.of(piece, style)
        share = stays / total if total else 0.0
        shape = _shape(source)
        alike = self._same[shape] / self._shapes[shape] if self._shapes[shape] >= _ENOUGH_OF_SHAPE else 0.0
        return max(share, alike) if alike >= _SHAPE_KEPT else share

    def of(self, piece: Piece, style: str) -> float:
        """Return how likely a piece is to stay in a text of a style."""
        known = style, piece.kind
        kind = self._class_kept[known] + _PRIOR_STRENGTH * _PRIORS[piece.kind]
        kind /= self._class_seen[known] + _PRIOR_STRENGTH
        return (self._kept[piece.text] + _CLASS_STRENGTH * kind) / (self._seen[piece.text] + _CLASS_STRENGTH)


def _sample(olds: Iterable[Old]) -> list[Old]:
    """Choose the old texts to learn from: all through the book, if there are too many."""
    known = [old for old in olds if old.entry.translated and len(old.entry.msgid) <= _LONGEST]
    return known[:: len(known) // _MOST_LEARNT + 1]


def worth_copying(expected: float) -> bool:
    """Say whether so much is expected to stay that a text is a better start than an empty line."""
    return expected >= _ENOUGH


def _style(text: str) -> str:
    """Say what kind of text it is, as far as translators treat the kinds differently."""
    if text.startswith(_FENCES):
        return "block"
    if text.startswith(_COMMENTS):
        return "comment"
    if text.startswith(_QUOTES):
        return "string"
    return "label" if len(_LETTERS.findall(text)) <= _FEW_WORDS else "prose"


def _shape(text: str) -> str:
    return _LETTERS.sub("a", _NUMBERS.sub("0", text))
