"""Words of the source and words of the translation that keep company, learned from the pairs of the book itself.

Where a translation shares no letter with its source, as in Urdu, this is what its words say. A word of the source is
taken for translated by those words of the target that stand in its pairs far more often than elsewhere (log-likelihood
ratio, Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", 1993).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translate_pub.catalog.alignment import features
from translate_pub.catalog.alignment.features import Features

_TOGETHER = 3
"""In how many pairs two words must meet."""
_COMMON = 0.25
"""Share of all blocks from which a word is too common to tell anything."""
_WORDS_OF_BLOCK = 40
_PAIRS = 4000
_SURPRISE = 12.0
"""Least log-likelihood ratio; 10.8 would be seen by chance once in a thousand."""
_TRANSLATIONS = 3


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Words that translate each other."""

    forward: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word of the source -> words of the target, the surest first."""
    back: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word of the target -> words of the source."""

    def of_source(self, block: Features) -> Features:
        """Add to the tokens of a source its own words (`l...`) and those of the target that render them (`r...`)."""
        own = {f"l{word}" for word in block.words if word in self.forward}
        rendered = {f"r{other}" for word in block.words for other in self.forward.get(word, ())}
        return features.with_tokens(block, own | rendered)

    def of_target(self, block: Features) -> Features:
        """Add to the tokens of a target its own words (`r...`) and those of the source that they render (`l...`)."""
        own = {f"r{word}" for word in block.words if word in self.back}
        rendered = {f"l{other}" for word in block.words for other in self.back.get(word, ())}
        return features.with_tokens(block, own | rendered)


def learn(pairs: Sequence[tuple[Features, Features]]) -> Dictionary:
    """Learn a dictionary of pairs."""
    some = pairs[:: len(pairs) // _PAIRS + 1]
    mine, theirs = (_frequencies([pair[side] for pair in some]) for side in (0, 1))
    most = max(_COMMON * len(some), _TOGETHER)
    met: Counter[tuple[str, str]] = Counter()
    for source, target in some:
        words = _telling(target.words, theirs, most)
        for word in _telling(source.words, mine, most):
            met.update([(word, other) for other in words])
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (word, other), together in met.items():
        if together >= _TOGETHER:
            surprise = _surprise(together, mine[word], theirs[other], len(some))
            if surprise > _SURPRISE:
                best[word].append((surprise, other))
    forward = {word: _surest(found) for word, found in best.items()}
    back: dict[str, tuple[str, ...]] = {}
    for word, others in forward.items():
        for other in others:
            back[other] = (*back.get(other, ()), word)
    return Dictionary(forward, back)


def _surest(found: list[tuple[float, str]]) -> tuple[str, ...]:
    found.sort(reverse=True)
    return tuple(other for surprise, other in found[:_TRANSLATIONS] if surprise > found[0][0] / 3)


def _frequencies(blocks: Sequence[Features]) -> Counter[str]:
    return Counter(word for block in blocks for word in block.words)


def _telling(words: frozenset[str], frequencies: Counter[str], most: float) -> list[str]:
    """Choose the words that are neither too common nor too rare, the rarest first."""
    chosen = sorted((frequencies[word], word) for word in words if _TOGETHER <= frequencies[word] <= most)
    return [word for _, word in chosen[:_WORDS_OF_BLOCK]]


def _surprise(together: int, one: int, other: int, total: int) -> float:
    """Give Dunning's ratio; 0 where two words avoid each other."""
    if together * total <= one * other:
        return 0.0
    table = (together, one - together, other - together, total - one - other + together)
    rows = one, total - one
    columns = other, total - other
    expected = (rows[0] * columns[0], rows[0] * columns[1], rows[1] * columns[0], rows[1] * columns[1])
    return 2 * sum(
        seen * math.log(seen * total / chance) for seen, chance in zip(table, expected, strict=True) if seen > 0
    )
