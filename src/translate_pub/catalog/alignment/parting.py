"""A bead looked at more closely: which of its blocks belong to it, and where a text is cut that renders several.

The lattice weighs runs of blocks as wholes. Here each source gets a part of the translation, cut at the end of a
sentence if there is one, and every part is weighed against its own source; a source for which nothing is left, or a
text that is the translation of none, turns out to stand alone after all.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.catalog.alignment import features
from translate_pub.catalog.alignment.evidence import Evidence
from translate_pub.catalog.alignment.features import Features
from translate_pub.catalog.alignment.lattice import EXTEND, OPEN
from translate_pub.catalog.alignment.scores import PRIORS, Step
from translate_pub.catalog.matching.cutting import glue
from translate_pub.catalog.sentences import split

_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_OPENS = re.compile(r"[\"'“‘«(\[*_`¡¿]*[^\W_a-zß-öø-ÿ]|[\"“«¡¿`*_\[]")
_CLAUSE_END = re.compile(r"[:;—–؛：；][\"'”’»)\]*_`]*$")
_BLOCK, _SENTENCE, _CLAUSE, _CAPITAL, _ANYWHERE = "block", "sentence", "clause", "capital", "anywhere"
_COSTS = {
    "sentence": {_BLOCK: 0.0, _SENTENCE: 0.5, _CLAUSE: 3.5, _CAPITAL: 4.5, _ANYWHERE: 6.0},
    "clause": {_BLOCK: 0.0, _SENTENCE: 2.0, _CLAUSE: 0.5, _CAPITAL: 4.0, _ANYWHERE: 5.0},
    "open": {_BLOCK: 0.0, _SENTENCE: 2.0, _CLAUSE: 2.5, _CAPITAL: 1.5, _ANYWHERE: 3.5},
}
"""What a cut costs, by how the source before it ends (with a full stop, a colon, no mark) and by what is cut."""
_FEW, _MANY = 20, 48
"""How many places are tried, for two cuts and for one."""


@dataclass(frozen=True, slots=True)
class Parting:
    """How a bead is divided."""

    texts: tuple[str, ...]
    """What each source gets; empty where nothing is left for it."""
    unused: tuple[int, ...]
    """Which of the texts belong to none of the sources."""
    probability: float
    """Of this division, among all that were tried."""


@dataclass(frozen=True, slots=True)
class _Try:
    """A division, and what speaks for it."""

    weight: float
    sources: range
    texts: range
    bounds: tuple[int, ...]
    """Where the text is cut, its beginning and its end included."""


class Divider:
    """Divides beads."""

    def __init__(self, evidence: Evidence, see: Callable[[str, str], Features], language: str) -> None:
        """Make a divider.

        Args:
            evidence: what pairs of this book look like.
            see: takes the features of a text of a kind.
            language: BCP 47 tag of the translation.
        """
        self._evidence, self._see, self._language = evidence, see, language

    def divide(self, sources: Sequence[Features], texts: Sequence[str]) -> Parting:
        """Divide texts among sources, so that each part looks most like the translation of its source.

        Args:
            sources: what is known of each source, at most three.
            texts: the blocks of the translation that render them together, at most three.
        """
        tried = [
            one
            for mine in _runs(len(sources))
            for theirs in _runs(len(texts))
            for one in self._tries(sources, texts, mine, theirs)
        ]
        best = max(tried, key=lambda one: one.weight)
        probability = 1 / sum(math.exp(one.weight - best.weight) for one in tried)
        whole = glue([texts[number] for number in best.texts])
        parts = [whole[start:end].strip() for start, end in itertools.pairwise(best.bounds)]
        given = dict(zip(best.sources, parts, strict=True))
        unused = tuple(number for number in range(len(texts)) if number not in best.texts)
        return Parting(tuple(given.get(number, "") for number in range(len(sources))), unused, probability)

    def _tries(self, sources: Sequence[Features], texts: Sequence[str], mine: range, theirs: range) -> Iterator[_Try]:
        """Give the divisions of some of the texts among some of the sources."""
        some = [texts[number] for number in theirs]
        whole = glue(some)
        wanted = len(mine) - 1
        base = _prior((len(mine), len(theirs))) + _gaps(len(sources) - len(mine)) + _gaps(len(texts) - len(theirs))
        places = places_to_cut(some, whole, self._language) if wanted else {}
        chosen = _likeliest(places, [sources[number].length for number in mine], len(whole))
        weights: dict[tuple[int, int, int], float] = {}
        for cuts in itertools.combinations(chosen, wanted):
            bounds = (0, *cuts, len(whole))
            weight = base - sum(_cost(sources[number], places[cut]) for number, cut in zip(mine, cuts, strict=False))
            for number, (start, end) in zip(mine, itertools.pairwise(bounds), strict=True):
                key = number, start, end
                if key not in weights:
                    part = self._see(sources[number].kind, whole[start:end].strip())
                    weights[key] = self._evidence.pair(sources[number], part)
                weight += weights[key]
            yield _Try(weight, mine, theirs, bounds)


def places_to_cut(texts: Sequence[str], whole: str, language: str) -> dict[int, str]:
    """List where texts that were run together may be cut, and what ends there."""
    places: dict[int, str] = {}
    masked = features.masked(whole)
    for found in _SPACE.finditer(masked):
        if _CLAUSE_END.search(masked[max(found.start() - 8, 0) : found.start()]) or "\n" in found[0]:
            places[found.end()] = _CLAUSE
        else:
            places[found.end()] = _CAPITAL if _OPENS.match(whole, found.end()) else _ANYWHERE
    at = 0
    for sentence in split(whole, language)[:-1]:
        at += len(sentence)
        places[at] = _SENTENCE
    end = 0
    for text in texts[:-1]:
        end = whole.index(text.strip(), end) + len(text.strip())
        places[end + (whole[end : end + 1] == " ")] = _BLOCK
    return places


def _likeliest(places: Mapping[int, str], lengths: Sequence[int], whole: int) -> list[int]:
    """Choose the places that are tried: ends of sentences first, then those nearest to where lengths want them."""
    sums = list(itertools.accumulate(lengths))
    wanted = [whole * passed / sums[-1] for passed in sums[:-1]]
    rank = _COSTS["sentence"]

    def badness(at: int) -> tuple[float, float]:
        return rank[places[at]], min(abs(at - one) for one in wanted)

    return sorted(sorted(places, key=badness)[: _MANY if len(wanted) == 1 else _FEW])


def _runs(number: int) -> Iterator[range]:
    """Give every run of neighbours among so many."""
    for start in range(number):
        for end in range(start + 1, number + 1):
            yield range(start, end)


def _prior(step: Step) -> float:
    return math.log(PRIORS.get(step, min(PRIORS.values())))


def _gaps(number: int) -> float:
    """Weigh blocks that stand alone after all."""
    return OPEN + (number - 1) * EXTEND if number else 0.0


def _cost(source: Features, kind: str) -> float:
    mark = source.ending
    return _COSTS["sentence" if mark and mark in ".!?" else "clause" if mark else "open"][kind]
