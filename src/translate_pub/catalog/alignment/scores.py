"""What every bead that a lattice may hold would weigh, computed row by row from what blocks have in common."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from translate_pub.catalog.alignment import features
from translate_pub.catalog.alignment.evidence import Evidence
from translate_pub.catalog.alignment.features import Features

STEPS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
"""How many blocks of the source and of the target a bead may have."""
PRIORS = {(1, 1): 0.84, (2, 1): 0.03, (1, 2): 0.03, (2, 2): 0.002, (3, 1): 0.004, (1, 3): 0.004}
"""How often each is seen."""
NEVER = -math.inf
_POOR_FIT = -3.5
"""Weight of its lengths from which a bead of several blocks is not looked at further."""
_MIXED = -4.0
"""For blocks of different kinds in one bead, of a heading with anything most of all."""
_HEADING = -5.0
_CELL = -3.0
_KIND_ALONE = frozenset(("table cell", "table head", "term", "footnote"))


class Runs:
    """Runs of one, two or three blocks of a side, joined."""

    def __init__(self, blocks: Sequence[Features]) -> None:
        self.blocks = blocks
        self.joined = {size: self._join(size) for size in (1, 2, 3)}
        self.malus = {size: [self._malus(at, size) for at in range(len(blocks) - size + 1)] for size in (2, 3)}

    def _join(self, size: int) -> list[Features]:
        if size == 1:
            return list(self.blocks)
        return [features.join(tuple(self.blocks[at : at + size])) for at in range(len(self.blocks) - size + 1)]

    def _malus(self, at: int, size: int) -> float:
        kinds = [block.kind for block in self.blocks[at : at + size]]
        if any(kind.startswith("heading") for kind in kinds):
            return _HEADING * 2
        if len(set(kinds)) > 1:
            return _MIXED
        return _CELL if kinds[0] in _KIND_ALONE else 0.0


class Scores:
    """The weights of beads that end at a place."""

    def __init__(
        self, sources: Runs, targets: Runs, evidence: Evidence, steps: Sequence[tuple[int, int]] = STEPS
    ) -> None:
        self.steps = steps
        self._sources, self._targets, self._evidence = sources, targets, evidence
        self._postings: dict[str, list[int]] = defaultdict(list)
        for j, target in enumerate(targets.blocks):
            for token in target.tokens:
                if token in evidence.gains:
                    self._postings[token].append(j)
        self._logs = {step: [math.log(PRIORS[step])] for step in STEPS}
        self._lost = _sums(sources, evidence.lost)
        self._added = _sums(targets, evidence.added)
        self._shared: dict[int, dict[int, float]] = {}

    def shared(self, i: int, low: int, high: int) -> dict[int, float]:
        """Weigh the tokens that a source shares with each target from `low` to below `high`."""
        found: dict[int, float] = defaultdict(float)
        for token in self._sources.blocks[i].tokens:
            places = self._postings.get(token)
            if places:
                gain = self._evidence.surplus(token)
                for at in range(bisect_left(places, low), bisect_right(places, high - 1)):
                    found[places[at]] += gain
        return found

    def row(self, i: int, low: int, high: int) -> dict[tuple[int, int], list[float]]:
        """Weigh the beads whose last source is the one before `i`, and whose last target is before each of low...high.

        Returns:
            step -> weights, one for each place from `low` to `high`, both included; `NEVER` where there can be none.
        """
        for at in range(max(i - 3, 0), i):
            if at not in self._shared:
                self._shared[at] = self.shared(at, max(low - 30, 0), high + 30)
        self._shared.pop(i - 4, None)
        return {step: self._step(step, i, low, high) for step in self.steps}

    def _step(self, step: tuple[int, int], i: int, low: int, high: int) -> list[float]:
        many, several = step
        first = i - many
        if first < 0:
            return [NEVER] * (high - low + 1)
        evidence = self._evidence
        source = self._sources.joined[many][first]
        runs, missed = self._targets.joined[several], self._added[several]
        base = math.log(PRIORS[step]) + self._lost[many][first]
        base += self._sources.malus[many][first] if many > 1 else 0.0
        malus = self._targets.malus[several] if several > 1 else None
        rows = [self._shared[at] for at in range(first, i)]
        length, counted, kinds, endings = evidence.length, evidence.counted, evidence.kinds, evidence.endings
        weights = []
        for j in range(low, high + 1):
            start = j - several
            if start < 0:
                weights.append(NEVER)
                continue
            target = runs[start]
            weight = length(source.length, target.length)
            if weight < _POOR_FIT and step != (1, 1):
                weights.append(NEVER)
                continue
            weight += base + missed[start] + counted(source.marks, target.marks)
            weight += kinds[source.kind, target.kind] + endings[source.ending, target.ending]
            if malus is not None:
                weight += malus[start]
            for row in rows:
                for at in range(start, j):
                    weight += row.get(at, 0.0)
            if step != (1, 1):
                weight -= self._twice(first, i, start, j)
            weights.append(weight)
        return weights

    def _twice(self, first: int, i: int, start: int, j: int) -> float:
        """Weigh what was counted several times: tokens that several blocks of a side have, and the other side once."""
        sources, targets = self._sources.blocks[first:i], self._targets.blocks[start:j]
        surplus, too_much = self._evidence.surplus, 0.0
        if len(sources) > 1:
            both = sources[0].tokens & sources[1].tokens
            theirs = targets[0].tokens if len(targets) == 1 else targets[0].tokens | targets[1].tokens
            too_much += sum(map(surplus, both & theirs))
        if len(targets) > 1:
            both = targets[0].tokens & targets[1].tokens
            mine = sources[0].tokens if len(sources) == 1 else sources[0].tokens | sources[1].tokens
            too_much += sum(map(surplus, both & mine))
        return too_much


def _sums(side: Runs, weights: Mapping[str, float]) -> dict[int, list[float]]:
    """Sum up the weights of the tokens of every run, by the runs' size."""
    return {
        size: [sum(weights.get(one, 0.0) for one in run.tokens) for run in runs] for size, runs in side.joined.items()
    }
