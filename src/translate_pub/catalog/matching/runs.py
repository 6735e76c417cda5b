"""The third step: paragraphs that were split or joined. Each part gets its part of the translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from translate_pub.catalog.matching.decision import Decision, Old
from translate_pub.catalog.matching.likeness import Index, Pair, shared_runs
from translate_pub.catalog.matching.tokens import offsets
from translate_pub.model.update import Fate

_SIZES = (2, 3, 4)
_PART_FOUND = 0.8
"""Share of each part that must be in the whole."""
_WHOLE_COVERED = 0.8
"""Share of the whole that its parts must make up."""
_WHOLE_ALREADY = 0.9
"""A whole of which one part makes up so much is that part, changed, and not split."""
_ALIKE_ALREADY = 0.97
_HAS_IN_COMMON = 0.6
_LONGER_RUN_GAIN = 0.02
"""What a longer run must gain over a shorter one to be preferred."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring parts that make up a whole."""

    likeness: float
    fate: Fate
    whole: int
    parts: tuple[int, ...]
    starts: tuple[int, ...]
    """Tokens of the whole at which the parts after the first begin."""


def decide(
    olds: Sequence[Old], index: Index, pairs: Sequence[Pair], free: Sequence[int], decided: list[Decision | None]
) -> None:
    """Decide for the messages that are parts of an old one, or several old ones in one.

    Args:
        olds: all old entries.
        index: over the old and new texts in question.
        pairs: the old and new texts that have something in common.
        free: old entries that no message has yet, in file order.
        decided: by message; only messages without a decision get one.
    """
    found = sorted(
        _find(index, pairs, free, [number for number in index.new if decided[number] is None]),
        key=lambda run: (-run.likeness, run.fate.value, run.whole),
    )
    cut_up: set[int] = set()
    for run in found:
        if run.fate is Fate.SPLIT:
            open_parts = run.whole not in cut_up and all(decided[part] is None for part in run.parts)
            if open_parts and _split(olds, run, decided):
                cut_up.add(run.whole)
        elif decided[run.whole] is None and cut_up.isdisjoint(run.parts):
            from translate_pub.catalog.matching.cutting import glue  # noqa: PLC0415  # as in `_split`

            cut_up.update(run.parts)
            text = glue([olds[part].entry.msgstr for part in run.parts])
            decided[run.whole] = Decision(Fate.JOINED, run.parts, text, round(run.likeness, 3), fuzzy=True)


def _split(olds: Sequence[Old], run: _Run, decided: list[Decision | None]) -> bool:
    """Give each part its part of the translation, if there is one for each."""
    from translate_pub.catalog.matching.cutting import cut  # noqa: PLC0415  # slow to import, and rarely needed

    old = olds[run.whole]
    places = offsets(old.source[1])
    texts = cut(old.source[1], old.entry.msgstr, [places[start] for start in run.starts])
    if not all(texts):
        return False
    for part, text in zip(run.parts, texts, strict=True):
        decided[part] = Decision(Fate.SPLIT, (run.whole,), text, round(run.likeness, 3), fuzzy=True)
    return True


def _find(index: Index, pairs: Sequence[Pair], free: Sequence[int], changed: Sequence[int]) -> Iterator[_Run]:
    """Find runs of new texts that make up an old one, and of old ones that make up a new one."""
    new_place = {number: place for place, number in enumerate(changed)}
    old_place = {number: place for place, number in enumerate(free)}
    best_old, best_new = _best(pairs)
    for pair in pairs:
        if pair.old not in old_place or pair.new not in new_place:
            continue
        if pair.new_share >= _PART_FOUND and pair.old_share < _WHOLE_ALREADY and best_old[pair.old] < _ALIKE_ALREADY:
            whole = index.old[pair.old]
            run = _best_run(index, whole, changed, index.new, new_place[pair.new])
            if run and _neighbours(run[1]) and min(map(index.words, run[1])) > 1:
                yield _Run(run[0], Fate.SPLIT, pair.old, run[1], run[2])
        if pair.old_share >= _PART_FOUND and pair.new_share < _WHOLE_ALREADY and best_new[pair.new] < _ALIKE_ALREADY:
            whole = index.new[pair.new]
            run = _best_run(index, whole, free, index.old, old_place[pair.old])
            if run:
                yield _Run(run[0], Fate.JOINED, pair.new, run[1], run[2])


def _best(pairs: Iterable[Pair]) -> tuple[dict[int, float], dict[int, float]]:
    """Return the best likeness of every old and of every new text."""
    olds: dict[int, float] = {}
    news: dict[int, float] = {}
    for pair in pairs:
        olds[pair.old] = max(olds.get(pair.old, 0), pair.likeness)
        news[pair.new] = max(news.get(pair.new, 0), pair.likeness)
    return olds, news


def _neighbours(parts: Sequence[int]) -> bool:
    return parts[-1] - parts[0] == len(parts) - 1


def _best_run(
    index: Index, whole: str, line: Sequence[int], texts: Mapping[int, str], at: int
) -> tuple[float, tuple[int, ...], tuple[int, ...]] | None:
    """Find the neighbours in `line` around the place `at` that make up a whole best."""
    best: tuple[float, tuple[int, ...], tuple[int, ...]] | None = None
    for size in _SIZES:
        for start in range(max(at - size + 1, 0), min(at, len(line) - size) + 1):
            parts = tuple(line[start : start + size])
            made = _make_up(index, whole, [texts[part] for part in parts])
            if made and (best is None or made[0] > best[0] + _LONGER_RUN_GAIN):
                best = made[0], parts, made[1]
    return best


def _make_up(index: Index, whole: str, parts: Sequence[str]) -> tuple[float, tuple[int, ...]] | None:
    """Say how well parts run together make up a whole, and where in it each part after the first begins."""
    text = "".join(parts)
    if LCSseq.similarity(whole, text) < _HAS_IN_COMMON * max(len(whole), len(text)):
        return None
    shared = list(shared_runs(whole, text))
    total, starts, begin = 0.0, [], 0
    for part in parts:
        end = begin + len(part)
        inside = [(at, to, size) for at, to, size in shared if to < end and to + size > begin]
        found = sum(index.weight(text[max(to, begin) : min(to + size, end)]) for _, to, size in inside)
        if not inside or found < _PART_FOUND * index.weight(part):
            return None
        at, to, _ = inside[0]
        # Where its first tokens were changed, the part begins as many tokens earlier.
        starts.append(max(at + begin - to, 0))
        total, begin = total + found, end
    covered = total / index.weight(whole)
    if covered < _WHOLE_COVERED:
        return None
    return 2 * total / (index.weight(whole) + index.weight(text)), tuple(starts[1:])
