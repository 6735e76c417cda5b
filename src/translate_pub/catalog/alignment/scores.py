"""What every bead that a lattice may hold would weigh, computed row by row from what blocks have in common."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from translate_pub.catalog.alignment import features
from translate_pub.catalog.alignment.evidence import LEAST_LENGTH, UNTRANSLATED, WIDE_MALUS, WIDER, Evidence
from translate_pub.catalog.alignment.features import Features

Step = tuple[int, int]
Look = tuple[str, str, str, tuple[int, ...]]
"""Kind, opening, ending and marks of a run."""
STEPS: tuple[Step, ...] = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
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
        self.malus = {size: [self._malus(at, size) for at in range(len(blocks) - size + 1)] for size in (1, 2, 3)}

    def _join(self, size: int) -> list[Features]:
        if size == 1:
            return list(self.blocks)
        return [features.join(tuple(self.blocks[at : at + size])) for at in range(len(self.blocks) - size + 1)]

    def _malus(self, at: int, size: int) -> float:
        kinds = [block.kind for block in self.blocks[at : at + size]]
        if size == 1:
            return 0.0
        if any(kind.startswith("heading") for kind in kinds):
            return _HEADING * 2
        if len(set(kinds)) > 1:
            return _MIXED
        return _CELL if kinds[0] in _KIND_ALONE else 0.0


class Scores:
    """The weights of beads that end at a place."""

    def __init__(self, sources: Runs, targets: Runs, evidence: Evidence, steps: Sequence[Step] = STEPS) -> None:
        self.steps = steps
        self._sources, self._targets, self._evidence = sources, targets, evidence
        self._surplus = {token: evidence.surplus(token) for token in evidence.gains}
        self._postings: dict[str, list[int]] = defaultdict(list)
        for j, target in enumerate(targets.blocks):
            for token in target.tokens & self._surplus.keys():
                self._postings[token].append(j)
        self._telling = (_telling(sources, self._surplus.keys()), _telling(targets, self._surplus.keys()))
        self._lost, added = _sums(sources, evidence.lost), _sums(targets, evidence.added)
        self._others = {
            size: [one + other for one, other in zip(added[size], targets.malus[size], strict=True)] for size in added
        }
        self._measures = {size: [evidence.measure(run.length) for run in runs] for size, runs in targets.joined.items()}
        self._names = {size: [_look(run) for run in runs] for size, runs in targets.joined.items()}
        self._looks: dict[Look, dict[Look, float]] = {}

    def row(self, i: int, low: int, high: int) -> dict[Step, list[float]]:
        """Weigh the beads whose last source is the one before `i`, and whose last target is before each of low...high.

        Returns:
            step -> weights, one for each place from `low` to `high`, both included; `NEVER` where there can be none.
        """
        return {step: self._step(step, i, low, high) for step in self.steps}

    def _step(self, step: Step, i: int, low: int, high: int) -> list[float]:
        many, several = step
        first = i - many
        if first < 0:
            return [NEVER] * (high - low + 1)
        source, evidence = self._sources.joined[many][first], self._evidence
        base = math.log(PRIORS[step]) + self._lost[many][first] + self._sources.malus[many][first]
        single = step == (1, 1)
        shared = self._shared(first, low, high) if single else self._common(step, first)
        measures, others = self._measures[several], self._others[several]
        looks, names, runs = self._looks_of(source), self._names[several], self._targets.joined[several]
        variance, letters = evidence.variance(source.length), source.letters
        middle, least = math.log(source.length) + evidence.mean, evidence.height(variance)
        weights = [NEVER] * min(max(several - low, 0), high - low + 1)
        for start in range(max(low - several, 0), high + 1 - several):
            length, alone = measures[start]
            square = (length - middle) ** 2 / variance
            weight = max(max(-square / 2, -square / WIDER - WIDE_MALUS) + least + alone, LEAST_LENGTH)
            if letters == runs[start].letters:
                weight = max(weight, 0.0) + UNTRANSLATED
            elif not single and weight < _POOR_FIT:
                weights.append(NEVER)
                continue
            look = looks.get(names[start])
            if look is None:
                look = looks[names[start]] = evidence.look(source, runs[start])
            weights.append(weight + base + others[start] + look + shared(start))
        return weights

    def _looks_of(self, source: Features) -> dict[Look, float]:
        """Give what is known of the look of a source beside those of targets; it is filled as it is asked."""
        return self._looks.setdefault(_look(source), {})

    def _shared(self, i: int, low: int, high: int) -> Callable[[int], float]:
        """Weigh the tokens that a source shares with each target in reach."""
        found: dict[int, float] = defaultdict(float)
        for token in self._telling[0][1][i]:
            places = self._postings.get(token)
            if places:
                surplus = self._surplus[token]
                for at in range(bisect_left(places, low - 1), bisect_right(places, high)):
                    found[places[at]] += surplus
        return lambda start: found.get(start, 0.0)

    def _common(self, step: Step, first: int) -> Callable[[int], float]:
        """Weigh the tokens that runs of blocks share; one that several blocks of a run have counts once."""
        mine, theirs = self._telling[0][step[0]][first], self._telling[1][step[1]]
        surplus = self._surplus
        return lambda start: sum([surplus[token] for token in mine & theirs[start]])


def _look(run: Features) -> Look:
    return run.kind, run.opening, run.ending, run.marks


def _telling(side: Runs, tokens: AbstractSet[str]) -> dict[int, list[frozenset[str]]]:
    """Give the tokens of every run that tell anything, by the runs' size."""
    return {size: [run.tokens & tokens for run in runs] for size, runs in side.joined.items()}


def _sums(side: Runs, weights: Mapping[str, float]) -> dict[int, list[float]]:
    """Sum up the weights of the tokens of every run, by the runs' size."""
    return {
        size: [sum(weights.get(one, 0.0) for one in run.tokens) for run in runs] for size, runs in side.joined.items()
    }
