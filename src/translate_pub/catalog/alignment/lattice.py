"""Every way to lay a translation beside its source, within a corridor, and how probable each bead of them is.

The sum over all ways is taken forward and backward, as in a hidden Markov model with states for pairs, for sources
without a translation and for targets without a source (the pair model with gaps of Durbin and others, "Biological
Sequence Analysis", 1998, chapter 4). What a bead weighs in that sum is its probability; the path that is chosen has the
greatest sum of probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.catalog.alignment.scores import NEVER, Scores

Corridor = Sequence[tuple[int, int]]
"""For every number of sources passed, 0 to all, the least and the greatest number of targets passed, both included."""

Step = tuple[int, int]
OPEN = math.log(0.04)
"""For the first of a run of blocks that have no counterpart."""
EXTEND = math.log(0.35)
"""For each further one."""
_SOURCE_GAP, _TARGET_GAP = (1, 0), (0, 1)
_NEGLIGIBLE = 30.0
_Arrival = tuple[int, int, int, float]
"""Number of targets passed, sources and targets of the bead, its probability."""


@dataclass(frozen=True, slots=True)
class Link:
    """A bead of the path that was chosen."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    probability: float


def add(one: float, other: float) -> float:
    """Add two probabilities that are given as logarithms."""
    if one < other:
        one, other = other, one
    if other == NEVER or one - other > _NEGLIGIBLE:
        return one
    return one + math.log1p(math.exp(other - one))


Row = dict[int, float]
"""Number of targets passed -> logarithm of a probability."""


class Lattice:
    """All ways through a corridor."""

    def __init__(self, scores: Scores, corridor: Corridor) -> None:
        self._corridor = corridor
        self._last = len(corridor) - 1, corridor[-1][1]
        self._steps = scores.steps
        self._scores: list[dict[Step, list[float]]] = [{}]
        self._scores += [scores.row(i, *corridor[i]) for i in range(1, len(corridor))]
        self._source_gap: list[Row] = []
        self._target_gap: list[Row] = []
        self._all: list[Row] = []
        """Sums of the three states."""
        self._forward()

    def best(self) -> list[Link]:
        """Return the path with the greatest sum of probabilities, from the beginning to the end."""
        pair, source_gap, target_gap = self._backward()
        whole = self._all[-1][self._last[1]]
        best: list[Row] = []
        choices: list[dict[int, tuple[int, int, float]]] = []
        for i in range(len(self._corridor)):
            arrivals = self._arrivals(i, pair[i], source_gap[i], target_gap[i], whole)
            row, chosen = _decode(i, self._corridor[i], arrivals, best)
            best.append(row)
            choices.append(chosen)
        return self._trace(choices)

    def _forward(self) -> None:
        """Sum up all ways to every place, by the state in which it is reached."""
        paired: Row = {}
        for i, (low, high) in enumerate(self._corridor):
            before_pair, before_gap = paired, self._source_gap[-1] if i else {}
            paired = self._paired(i, low, high)
            source_gap: Row = {}
            target_gap: Row = {}
            total: Row = {}
            running = NEVER
            for j in range(low, high + 1):
                source_gap[j] = add(before_pair.get(j, NEVER) + OPEN, before_gap.get(j, NEVER) + EXTEND)
                if j > low:
                    running = add(add(paired[j - 1], source_gap[j - 1]) + OPEN, running + EXTEND)
                target_gap[j] = running
                total[j] = add(add(paired[j], source_gap[j]), running)
            self._source_gap.append(source_gap)
            self._target_gap.append(target_gap)
            self._all.append(total)

    def _paired(self, i: int, low: int, high: int) -> Row:
        """Sum up all ways that come to a place by a bead."""
        row = dict.fromkeys(range(low, high + 1), NEVER)
        if not i:
            row[0] = 0.0
            return row
        for (many, several), weights in self._scores[i].items():
            if i < many:
                continue
            before = self._all[i - many]
            for j, weight in enumerate(weights, low):
                if weight > NEVER:
                    way = before.get(j - several, NEVER) + weight
                    if way > row[j] - _NEGLIGIBLE:
                        row[j] = add(row[j], way)
        return row

    def _backward(self) -> tuple[list[Row], list[Row], list[Row]]:
        """Sum up all ways from every place on, by the state in which it was reached."""
        size = len(self._corridor)
        pair, source_gap, target_gap = ([dict[int, float]() for _ in range(size)] for _ in range(3))
        for i in range(size - 1, -1, -1):
            low, high = self._corridor[i]
            onward = self._onward(pair, i, low, high)
            below = source_gap[i + 1] if i + 1 < size else {}
            skip_target = NEVER
            for j in range(high, low - 1, -1):
                way, skip_source = onward[j], below.get(j, NEVER)
                gap = add(way, skip_target + EXTEND)
                source_gap[i][j] = add(add(way, skip_source + EXTEND), skip_target + OPEN)
                pair[i][j] = add(add(way, skip_source + OPEN), skip_target + OPEN)
                target_gap[i][j] = skip_target = gap
        return pair, source_gap, target_gap

    def _onward(self, pair: list[Row], i: int, low: int, high: int) -> Row:
        """Sum up all ways that go on from a place by a bead, and the end of all."""
        row = dict.fromkeys(range(low, high + 1), NEVER)
        if i == self._last[0]:
            row[self._last[1]] = 0.0
        for many, several in self._steps:
            if i + many > self._last[0]:
                continue
            start = self._corridor[i + many][0]
            weights, behind = self._scores[i + many][many, several], pair[i + many]
            for j in range(max(low, start - several), min(high, start + len(weights) - 1 - several) + 1):
                weight = weights[j + several - start]
                if weight > NEVER:
                    way = weight + behind[j + several]
                    if way > row[j] - _NEGLIGIBLE:
                        row[j] = add(row[j], way)
        return row

    def _arrivals(self, i: int, pair: Row, source_gap: Row, target_gap: Row, whole: float) -> list[_Arrival]:
        """List the beads that end in a row, with their probabilities; those next to impossible are left out."""
        low = self._corridor[i][0]
        least = whole - _NEGLIGIBLE
        found = []
        for (many, several), weights in self._scores[i].items():
            if i < many:
                continue
            before = self._all[i - many]
            for j, weight in enumerate(weights, low):
                if weight > NEVER:
                    way = before.get(j - several, NEVER) + weight + pair[j]
                    if way > least:
                        found.append((j, many, several, math.exp(min(way - whole, 0.0))))
        for (many, several), here, on in (
            (_SOURCE_GAP, self._source_gap[i], source_gap),
            (_TARGET_GAP, self._target_gap[i], target_gap),
        ):
            if i < many:
                continue
            # These are never left out, so that there is always a way.
            found += [(j, many, several, math.exp(min(way + on[j] - whole, 0.0))) for j, way in here.items()]
        return sorted(found)

    def _trace(self, choices: list[dict[int, tuple[int, int, float]]]) -> list[Link]:
        links: list[Link] = []
        i, j = self._last
        while i or j:
            many, several, chance = choices[i][j]
            links.append(Link(tuple(range(i - many, i)), tuple(range(j - several, j)), chance))
            i, j = i - many, j - several
        return links[::-1]


def _decode(
    i: int, reach: tuple[int, int], arrivals: list[_Arrival], above: list[Row]
) -> tuple[Row, dict[int, tuple[int, int, float]]]:
    """Find for every place of a row the best way to it, by the sum of the probabilities of its blocks' beads."""
    row = dict.fromkeys(range(reach[0], reach[1] + 1), NEVER)
    chosen: dict[int, tuple[int, int, float]] = {}
    if not i:
        row[0] = 0.0
    for j, many, several, chance in arrivals:
        before = above[i - many] if many else row
        value = before.get(j - several, NEVER) + chance * (many + several)
        if value > row[j]:
            row[j], chosen[j] = value, (many, several, chance)
    return row, chosen
