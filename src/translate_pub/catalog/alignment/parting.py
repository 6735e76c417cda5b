"""A translation of several blocks in one, divided among them at the ends of its sentences."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translate_pub.catalog.alignment import features
from translate_pub.catalog.alignment.evidence import Evidence
from translate_pub.catalog.alignment.features import Features
from translate_pub.catalog.matching.cutting import glue
from translate_pub.catalog.sentences import split

_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_OPENS = re.compile(r"[\"'“‘«(\[*_`¡¿]*[^\W_a-zß-öø-ÿ]|[\"“«¡¿`*_\[]")
_BLOCK_END, _SENTENCE, _CLAUSE, _CAPITAL, _ANYWHERE = 0.0, 0.5, 3.5, 4.0, 6.0
"""What a cut costs at the end of a block, of a sentence, of a clause, before a capital letter, between any words."""
_FEW, _MANY = 24, 90
"""How many places are tried, for two cuts and for one."""


@dataclass(frozen=True, slots=True)
class Parting:
    """A text divided."""

    texts: tuple[str, ...]
    probability: float
    """Of these cuts, among all that were tried."""


def divide(
    sources: Sequence[Features],
    texts: Sequence[str],
    language: str,
    evidence: Evidence,
    see: Callable[[str, str], Features],
) -> Parting:
    """Divide texts among sources, so that each part looks most like the translation of its source.

    Args:
        sources: what is known of each source, two or three.
        texts: the blocks of the translation that render them together.
        language: BCP 47 tag of the translation.
        evidence: what pairs of this book look like.
        see: takes the features of a text of a kind.
    """
    whole = glue(texts)
    places = _places(texts, whole, language)
    wanted = len(sources) - 1
    if len(places) < wanted:
        return Parting((whole, *[""] * wanted), 0.0)
    chosen = sorted(sorted(places, key=lambda at: (places[at], at))[: _MANY if wanted == 1 else _FEW])
    weights: dict[tuple[int, int, int], float] = {}

    def weigh(part: int, start: int, end: int) -> float:
        if (part, start, end) not in weights:
            source = sources[part]
            weights[part, start, end] = evidence.pair(source, see(source.kind, whole[start:end].strip()))
        return weights[part, start, end]

    tried = []
    for cuts in itertools.combinations(chosen, wanted):
        bounds = (0, *cuts, len(whole))
        total = sum(weigh(part, *bounds[part : part + 2]) for part in range(len(sources)))
        tried.append((total - sum(places[cut] for cut in cuts), bounds))
    best, bounds = max(tried)
    probability = 1 / sum(math.exp(weight - best) for weight, _ in tried)
    parts = zip(bounds, bounds[1:], strict=False)
    return Parting(tuple(whole[start:end].strip() for start, end in parts), probability)


def _places(texts: Sequence[str], whole: str, language: str) -> dict[int, float]:
    """List where a text may be cut, and what each cut costs."""
    places: dict[int, float] = {}
    for found in _SPACE.finditer(features.masked(whole)):
        before, after = whole[: found.start()], whole[found.end() :]
        if before[-1] in ":;—–؛：；" or "\n" in found[0]:
            cost = _CLAUSE
        else:
            cost = _CAPITAL if _OPENS.match(after) else _ANYWHERE
        places[found.end()] = cost
    at = 0
    for sentence in split(whole, language)[:-1]:
        at += len(sentence)
        places[at] = _SENTENCE
    end = 0
    for text in texts[:-1]:
        end = whole.index(text.strip(), end) + len(text.strip())
        places[end + (whole[end : end + 1] == " ")] = _BLOCK_END
    return places
