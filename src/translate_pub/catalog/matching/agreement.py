"""Old translations that agree although their sources do not: they are of what these sources have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from translate_pub.catalog.matching.decision import Old
from translate_pub.catalog.matching.likeness import Pair
from translate_pub.catalog.matching.sameness import loosen

_AGREE = 85
"""Per cent of letters that two translations have in common, from which they are taken to say the same."""
_INSIDE = 0.8
"""Share of a new text that both sources must have: otherwise they may agree on something else."""
_NEAR = 0.15
"""Likeness by which a pair may be behind the best one of its text."""
_AKIN = 0.4


def find(olds: Sequence[Old], pairs: Iterable[Pair]) -> set[tuple[int, int]]:
    """Return the pairs, as (old, new), whose translation is also that of another old text which has the new one."""
    by_new: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_new[pair.new].append(pair)
    return {(pair.old, pair.new) for found in by_new.values() for pair in _agreeing(olds, found)}


def _agreeing(olds: Sequence[Old], pairs: Sequence[Pair]) -> Iterator[Pair]:
    least = max(max(pair.likeness for pair in pairs) - _NEAR, _AKIN)
    near = [pair for pair in pairs if pair.likeness >= least and pair.new_share >= _INSIDE]
    if len(near) > 1:
        sources = {pair.old: loosen(olds[pair.old].source[1]) for pair in near}
        for pair in near:
            others = [other for other in near if sources[other.old] != sources[pair.old]]
            if any(_alike(olds[pair.old], olds[other.old]) for other in others):
                yield pair


def _alike(one: Old, other: Old) -> bool:
    return fuzz.ratio(one.entry.msgstr, other.entry.msgstr, score_cutoff=_AGREE) > 0
