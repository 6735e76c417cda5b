"""How alike two source texts are, and which old texts are worth comparing with a new one.

An inverted index over tokens and pairs of tokens names a few candidates for each new text, rarest features first; a
weighted comparison of the tokens and one of the letters then give their likeness.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import neg

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from translate_pub.catalog.matching.tokens import Encoder

FEW_WORDS = 4
"""A text of so many words or fewer is compared by letters too: its tokens say too little."""
_MARK_WEIGHT = 0.15
"""Weight of a punctuation mark against that of a word equally frequent."""
_POSTINGS = 250
"""Entries of the index read for a new text, rarest features first: what keeps the time linear."""
_SHORTLIST = 12
_CANDIDATES = 5
_LENGTH_POWER = 0.7
"""How much a candidate's length counts against it; at 1 long texts that contain the new one would never be seen."""
_SHORT_TEXT = 60
"""Characters up to which a text is indexed by its letters too."""
_MARKS_AWAY = str.maketrans(dict.fromkeys("`*_.,:;!?\"'()[]{}<>/=|#", " "))
_LETTERS_MALUS = 0.05
_LETTERS_ALIKE = 0.6
_STEM = 4
"""Letters at the beginning of words that make them kin."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new text that have something in common. Shares are of weight, 0 to 1."""

    old: int
    new: int
    likeness: float
    """1 for equal texts."""
    new_share: float
    """How much of the new text is in the old one."""
    old_share: float
    """How much of the old text is in the new one."""


class Index:
    """Old texts, ready to be compared with the new ones."""

    def __init__(self, olds: Mapping[int, str], news: Mapping[int, str], sample: Sequence[str] = ()) -> None:
        """Index the old texts.

        Args:
            olds: by number.
            news: by number; the texts that the old ones will be compared with.
            sample: other texts of the book, from which it is known how rare a word is where there are few old texts.
        """
        self._encoder = Encoder()
        self._old_texts, self._new_texts = dict(olds), news
        self.new = {number: self._encoder.encode(text) for number, text in news.items()}
        """New texts, a character a token."""
        self.old = {number: self._encoder.encode(text) for number, text in olds.items()}
        """Old texts, likewise."""
        self._words = self._encoder.words
        # In one order on every run: sets of strings have none.
        self._features = {number: sorted(_features(self.new[number], text)) for number, text in news.items()}
        self._index = self._build(self.old, news)
        known = [*self.old.values(), *map(self._encoder.encode, sample)]
        self._size = len(known) + 1
        self._frequency = Counter(chain.from_iterable(map(set, known)))
        self._weights: dict[str, float] = {}
        self._weigh({*self._frequency, *"".join(self.new.values())})
        self._old_weights: dict[int, float] = {}
        self._new_weights = {number: self.weight(encoded) for number, encoded in self.new.items()}

    def turn_to(self, olds: Mapping[int, str], news: Iterable[int]) -> None:
        """Index other old texts, for some of the new ones; the first ones can still be compared, but are not named."""
        added = {number: self._encoder.encode(text) for number, text in olds.items()}
        self._old_texts.update(olds)
        self.old.update(added)
        frequency = Counter(chain.from_iterable(map(set, added.values())))
        fresh = frequency.keys() - self._weights.keys()
        self._frequency.update({code: frequency[code] for code in fresh})
        self._weigh(fresh)
        self._index = self._build(added, news)

    def _build(self, olds: Mapping[int, str], news: Iterable[int]) -> dict[str, list[int]]:
        """Index old texts by those of their features that a new text has."""
        wanted: set[str] = set()
        wanted.update(*(self._features[number] for number in news))
        index: dict[str, list[int]] = defaultdict(list)
        for number, encoded in olds.items():
            for feature in wanted.intersection(_features(encoded, self._old_texts[number])):
                index[feature].append(number)
        return index

    def _weigh(self, codes: Iterable[str]) -> None:
        for code in codes:
            weight = math.log(1 + self._size / (self._frequency[code] + 0.5))
            self._weights[code] = weight if code in self._words else weight * _MARK_WEIGHT

    def weight(self, encoded: str) -> float:
        """Return the weight of a run of tokens: rare words weigh most."""
        return sum(map(self._weights.__getitem__, encoded)) or 1e-9

    def _old_weight(self, number: int) -> float:
        weight = self._old_weights.get(number)
        if weight is None:
            weight = self._old_weights[number] = self.weight(self.old[number])
        return weight

    def words(self, number: int) -> int:
        """Count the different words of a new text."""
        return len(self._words.intersection(self.new[number]))

    def candidates(self, new: int) -> list[int]:
        """Name the old texts that share the rarest features with a new one."""
        shared: dict[int, float] = defaultdict(float)
        budget = _POSTINGS
        for posting in sorted([self._index[f] for f in self._features[new] if f in self._index], key=len):
            budget -= len(posting)
            if budget < 0 and shared:
                break
            weight = math.log(1 + self._size / len(posting))
            for old in posting:
                shared[old] += weight
        most = [old for _, old in sorted(zip(map(neg, shared.values()), shared, strict=True))[:_SHORTLIST]]
        size = self._new_weights[new]
        best = sorted(most, key=lambda old: -shared[old] / (size + self._old_weight(old)) ** _LENGTH_POWER)
        # The two with most in common whatever their length: a new text may be a part of them.
        return list(dict.fromkeys((*best[:_CANDIDATES], *most[:2])))

    def compare(self, old: int, new: int) -> Pair | None:
        """Compare two texts; None where they are not alike and neither is inside the other."""
        one, other = self.old[old], self.new[new]
        few = self.words(new) <= FEW_WORDS
        letters = fuzz.ratio(self._old_texts[old], self._new_texts[new]) / 100
        common = LCSseq.similarity(one, other)
        if few and letters > _LETTERS_ALIKE and common < 0.5 * max(len(one), len(other)):
            akin = not _stems(self._old_texts[old]).isdisjoint(_stems(self._new_texts[new]))
            inside = float(other in one), float(one in other)
            return Pair(old, new, letters - _LETTERS_MALUS, *inside) if akin else None
        if common < 0.35 * (len(one) + len(other)) / 2 and common < 0.7 * min(len(one), len(other)):
            return None
        found = sum(
            self.weight(one[op.src_start : op.src_end]) for op in LCSseq.opcodes(one, other) if op.tag == "equal"
        )
        old_weight, new_weight = self._old_weight(old), self._new_weights[new]
        likeness = found / (old_weight + new_weight) + letters / 2
        if few:
            likeness = max(likeness, letters - _LETTERS_MALUS)
        return Pair(old, new, likeness, found / new_weight, found / old_weight)


def _features(encoded: str, text: str) -> set[str]:
    """Return the features of a text: tokens, pairs of neighbours, and of a short text its runs of three letters."""
    features = {*encoded, *map("".join, pairwise(encoded))}
    if len(text) < _SHORT_TEXT:
        letters = f" {text.lower()} "
        features.update(letters[at : at + 3] for at in range(len(letters) - 2))
    return features


def related(texts: Mapping[int, str], news: Iterable[str]) -> dict[int, str]:
    """Return the texts that share enough words with one of the new ones to be worth indexing.

    Far cheaper than the index, for the many texts of a book that did not change: a quarter of a text's pairs of words
    must be known, or one word of a text of few.
    """
    split = [_plain_words(text) for text in news]
    pairs = {pair for words in split for pair in pairwise(words)}
    single = {word[:_STEM] for words in split if len(words) <= FEW_WORDS for word in words}
    found = {}
    for number, text in texts.items():
        words = _plain_words(text)
        if len(words) > FEW_WORDS:
            alike = 4 * len(pairs.intersection(pairwise(words))) >= len(words)
        else:
            alike = not single.isdisjoint([word[:_STEM] for word in words])
        if alike:
            found[number] = text
    return found


def shared_runs(whole: str, text: str) -> Iterable[tuple[int, int, int]]:
    """Yield the runs of tokens that two texts have in common, in order: (place in `whole`, place in `text`, length)."""
    for op in LCSseq.opcodes(whole, text):
        if op.tag == "equal":
            yield op.src_start, op.dest_start, op.src_end - op.src_start


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _plain_words(text)}


def _plain_words(text: str) -> list[str]:
    return text.lower().translate(_MARKS_AWAY).split()
