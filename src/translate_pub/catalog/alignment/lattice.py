"""Every way to lay a translation beside its source, within a corridor, and how probable each bead of them is.

The sum over all ways is taken forward and backward, as in a hidden Markov model with states for pairs, for sources
without a translation and for targets without a source (the pair model with gaps of Durbin and others, "Biological
Sequence Analysis", 1998, chapter 4). What a bead weighs in that sum is its probability; the path that is chosen has the
greatest sum of probabilities.
"""

from __future__ import annotations

import math
from array import array
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


class Lattice:
    """All ways through a corridor."""

    def __init__(self, scores: Scores, corridor: Corridor) -> None:
        self._corridor = corridor
        self._rows = len(corridor)
        self._columns = corridor[-1][1]
        self._steps = scores.steps
        self._scores = self._weigh(scores)
        self._pair, self._source_gap, self._target_gap = self._empty(), self._empty(), self._empty()
        self._all = self._empty()
        """Sums of the three states."""
        self._forward()

    def best(self) -> list[Link]:
        """Return the path with the greatest sum of probabilities, from the beginning to the end."""
        behind = self._backward()
        return self._decode(*behind)

    def _empty(self) -> list[array[float]]:
        return [array("d", [NEVER]) * (high - low + 1) for low, high in self._corridor]

    def _weigh(self, scores: Scores) -> list[dict[Step, array[float]]]:
        rows: list[dict[Step, array[float]]] = [{}]
        for i in range(1, self._rows):
            weights = scores.row(i, *self._corridor[i])
            rows.append({step: array("d", weights[step]) for step in self._steps})
        rows[0] = {
            step: array("d", [NEVER]) * (self._corridor[0][1] - self._corridor[0][0] + 1) for step in self._steps
        }
        return rows

    def _forward(self) -> None:
        for i, (low, high) in enumerate(self._corridor):
            for j in range(low, high + 1):
                self._reach(i, j)

    def _reach(self, i: int, j: int) -> None:
        """Sum up all ways to a place."""
        at = j - self._corridor[i][0]
        paired, without_source, without_target = (0.0 if i == j == 0 else NEVER), NEVER, NEVER
        for step in self._steps:
            weight = self._scores[i][step][at]
            if weight > NEVER:
                before = self._value(self._all, i - step[0], j - step[1])
                if before > NEVER:
                    paired = add(paired, before + weight)
        if i:
            before, running = self._value(self._pair, i - 1, j), self._value(self._source_gap, i - 1, j)
            without_target = add(before + OPEN, running + EXTEND)
        if at:
            before = add(self._pair[i][at - 1], self._source_gap[i][at - 1])
            without_source = add(before + OPEN, self._target_gap[i][at - 1] + EXTEND)
        self._pair[i][at], self._source_gap[i][at], self._target_gap[i][at] = paired, without_target, without_source
        self._all[i][at] = add(add(paired, without_target), without_source)

    def _value(self, table: list[array[float]], i: int, j: int) -> float:
        if i < 0:
            return NEVER
        low, high = self._corridor[i]
        return table[i][j - low] if low <= j <= high else NEVER

    def _backward(self) -> tuple[list[array[float]], list[array[float]], list[array[float]]]:
        """Sum up all ways from every place on, by the state in which it was reached."""
        pair, source_gap, target_gap = self._empty(), self._empty(), self._empty()
        for i in range(self._rows - 1, -1, -1):
            low, high = self._corridor[i]
            for j in range(high, low - 1, -1):
                at = j - low
                end = 0.0 if i == self._rows - 1 and j == self._columns else NEVER
                onward = add(end, self._onward(pair, i, j))
                skip_source = self._value(source_gap, i + 1, j) if i + 1 < self._rows else NEVER
                skip_target = target_gap[i][at + 1] if j < high else NEVER
                target_gap[i][at] = add(onward, skip_target + EXTEND)
                source_gap[i][at] = add(add(onward, skip_source + EXTEND), skip_target + OPEN)
                pair[i][at] = add(add(onward, skip_source + OPEN), skip_target + OPEN)
        return pair, source_gap, target_gap

    def _onward(self, pair: list[array[float]], i: int, j: int) -> float:
        total = NEVER
        for many, several in self._steps:
            if i + many >= self._rows:
                continue
            low, high = self._corridor[i + many]
            if low <= j + several <= high:
                weight = self._scores[i + many][many, several][j + several - low]
                if weight > NEVER:
                    total = add(total, weight + pair[i + many][j + several - low])
        return total

    def _decode(
        self, pair: list[array[float]], source_gap: list[array[float]], target_gap: list[array[float]]
    ) -> list[Link]:
        whole = self._all[-1][-1]
        best, choice = self._empty(), [[(0, 0, 0.0)] * (high - low + 1) for low, high in self._corridor]
        best[0][0] = 0.0
        for i, (low, high) in enumerate(self._corridor):
            for j in range(low, high + 1):
                at = j - low
                for many, several, chance in self._arrivals(i, j, pair, source_gap, target_gap, whole):
                    before = self._value(best, i - many, j - several)
                    value = before + chance * (many + several)
                    if value > best[i][at]:
                        best[i][at], choice[i][at] = value, (many, several, chance)
        return self._trace(choice)

    def _arrivals(
        self,
        i: int,
        j: int,
        pair: list[array[float]],
        source_gap: list[array[float]],
        target_gap: list[array[float]],
        whole: float,
    ) -> list[tuple[int, int, float]]:
        """List the beads that end at a place, with their probabilities."""
        at = j - self._corridor[i][0]
        found = []
        for step in self._steps:
            weight = self._scores[i][step][at]
            if weight > NEVER:
                before = self._value(self._all, i - step[0], j - step[1])
                if before > NEVER:
                    found.append((*step, math.exp(min(before + weight + pair[i][at] - whole, 0.0))))
        found.append((*_SOURCE_GAP, math.exp(min(self._source_gap[i][at] + source_gap[i][at] - whole, 0.0))))
        found.append((*_TARGET_GAP, math.exp(min(self._target_gap[i][at] + target_gap[i][at] - whole, 0.0))))
        return found

    def _trace(self, choice: list[list[tuple[int, int, float]]]) -> list[Link]:
        links: list[Link] = []
        i, j = self._rows - 1, self._columns
        while i or j:
            many, several, chance = choice[i][j - self._corridor[i][0]]
            links.append(Link(tuple(range(i - many, i)), tuple(range(j - several, j)), chance))
            i, j = i - many, j - several
        return links[::-1]
