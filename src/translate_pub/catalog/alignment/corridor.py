"""The part of all ways through a source and its translation that is looked at.

All of it, where there is little. A book has a hundred million places: there, what both sides have once (a number, a
name, an address) shows the way, and a margin around it is looked at.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from translate_pub.catalog.alignment.features import Features
from translate_pub.catalog.alignment.lattice import Link

_SMALL = 40_000
"""Places that are looked at without further ado."""
_MARGIN = 12
_AGREES = 8
"""By how many blocks a landmark may lie beside the way that its neighbours point."""
_CERTAIN = 0.99
_CLOSE, _FAR = 4, 8
"""How far from a path is looked, once there is one: where it and its neighbours are certain, and where not."""
_DRIFT = 3
"""Times the square root of a distance: how far drops and additions may lead away over it."""

Place = tuple[int, int]
"""How many sources and how many targets are passed."""


def first(sources: Sequence[Features], targets: Sequence[Features]) -> list[tuple[int, int]]:
    """Choose what is looked at before anything is known: a range of targets for each number of sources passed."""
    rows, columns = len(sources), len(targets)
    if rows * columns <= _SMALL:
        return [(0, columns)] * (rows + 1)
    marks = [(0, 0), *_landmarks(sources, targets), (rows, columns)]
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    for here, there in itertools.pairwise(marks):
        _widen(lows, highs, here, there, columns)
    lows[0], highs[-1] = 0, columns
    return list(zip(lows, highs, strict=True))


def around(links: Sequence[Link]) -> list[tuple[int, int]]:
    """Choose what lies beside a path, closely where it is certain, and at some distance where it is not."""
    rows, columns = sum(len(link.sources) for link in links), sum(len(link.targets) for link in links)
    certain = [link.probability > _CERTAIN and len(link.sources) == len(link.targets) for link in links]
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    i = j = 0
    for number, link in enumerate(links):
        near = certain[max(number - _CLOSE, 0) : number + _CLOSE + 1]
        margin = _CLOSE if all(near) else _FAR
        for row in range(max(i - margin, 0), min(i + margin, rows) + 1):
            lows[row] = min(lows[row], max(j - margin, 0))
            highs[row] = max(highs[row], min(j + margin, columns))
        i, j = i + len(link.sources), j + len(link.targets)
    lows[0], highs[-1] = 0, columns
    for row in range(max(rows - _FAR, 0), rows + 1):
        lows[row], highs[row] = min(lows[row], max(columns - _FAR, 0)), columns
    return list(zip(lows, highs, strict=True))


def _widen(lows: list[int], highs: list[int], here: Place, there: Place, columns: int) -> None:
    """Take in what lies between two landmarks, with a margin that grows with their distance."""
    down, across = there[0] - here[0], there[1] - here[1]
    margin = _MARGIN + math.ceil(_DRIFT * math.sqrt(max(down, across))) + abs(down - across)
    # Where one side has far more than the other, whatever is missing may be missing anywhere in between.
    first, last = max(here[0] - _MARGIN, 0), min(there[0] + _MARGIN, len(lows) - 1)
    for row in range(first, last + 1):
        at = here[1] + across * min(max((row - here[0]) / max(down, 1), 0), 1)
        lows[row] = min(lows[row], max(int(at) - margin, 0))
        highs[row] = max(highs[row], min(int(at) + margin, columns))


def _landmarks(sources: Sequence[Features], targets: Sequence[Features]) -> list[Place]:
    """Find pairs of blocks that alone have something in common, in a row that leads forward on both sides."""
    mine, theirs = _alone(sources), _alone(targets)
    votes = Counter((mine[token], theirs[token]) for token in mine.keys() & theirs.keys())
    chain = _longest(sorted(votes.items()))
    return [place for number, place in enumerate(chain) if _fits(number, chain, votes)]


def _alone(blocks: Sequence[Features]) -> dict[str, int]:
    """Give the block of every token that only one block has."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for token in block.tokens:
            places[token].append(number)
    return {token: found[0] for token, found in places.items() if len(found) == 1}


def _longest(votes: list[tuple[Place, int]]) -> list[Place]:
    """Choose the heaviest row of places that rise on both sides (a maximum-weight increasing subsequence)."""
    ends: list[int] = []
    """Rising columns; `best[c]` is the heaviest row that ends at one of them, heavier for every later column."""
    best: dict[int, tuple[int, Place, object]] = {}
    for place, weight in sorted(votes, key=lambda vote: (vote[0][0], -vote[0][1])):
        at = bisect_left(ends, place[1])
        before = best[ends[at - 1]] if at else None
        total = weight + (before[0] if before else 0)
        while at < len(ends) and best[ends[at]][0] <= total:
            del best[ends[at]]
            del ends[at]
        if ends[at : at + 1] != [place[1]]:
            ends.insert(at, place[1])
            best[place[1]] = (total, place, before)
    link: object = best[ends[-1]] if ends else None
    chain: list[Place] = []
    while isinstance(link, tuple):
        chain.append(link[1])
        link = link[2]
    return chain[::-1]


def _fits(number: int, chain: list[Place], votes: Counter[Place]) -> bool:
    """Whether a landmark agrees with its neighbours, or has several things to show for itself."""
    if votes[chain[number]] > 1:
        return True
    near = chain[max(number - 2, 0) : number] + chain[number + 1 : number + 3]
    i, j = chain[number]
    return any(abs((i - other[0]) - (j - other[1])) <= _AGREES for other in near)
