"""How much the look of two blocks says for or against their being a pair, learned from the very book.

Everything is a log-likelihood ratio: how often is this seen in pairs, and how often in blocks that have nothing to do
with each other. What was seen in other books stands in for the first reading (the priors below, as so many pairs
seen); each further reading counts on the pairs that the one before it was sure of. So the model finds out by itself
whether the translation keeps numbers, calls of footnotes, headings or names.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translate_pub.catalog.alignment.features import SENTENCES, Features

Pairs = Sequence[tuple[int, int]]
"""Indices of a source and of a target that belong together."""

_KEPT = {"n": 0.85, "x": 0.9, "c": 0.4, "w": 0.12, "k": 0.8}
"""How often a translation has a token of its source before anything is known of the book, by class: numbers; addresses,
code and labels; capitalised words; other words; words of a translation that is known."""
_PAIRS_BEFORE = 20.0
"""How many pairs the figures from other books weigh."""
_RELATED = (
    frozenset(("paragraph", "quotation", "verse", "attribution", "caption", "table caption", "figure", "footnote")),
    frozenset(("list item", "definition", "term", "paragraph")),
    frozenset(("table cell", "table head")),
    frozenset(f"heading {level}" for level in range(1, 7)),
)
_SHARE = {"n": 1.0, "x": 1.0, "c": 1.0, "w": 1.0, "k": 1.0, "l": 0.6, "r": 0.6}
"""What counts of a token; words that were learned are seen from both sides."""
_SAME, _NEAR, _FAR = 0.93, 0.06, 0.01
"""How often a block has the same kind in the translation, a related one, any other."""
_SPREAD_BASE, _SPREAD = 0.02, 6.8
"""Variance of the logarithm of a length; Gale and Church, "A Program for Aligning Sentences" (1993), have 6.8."""
_TELLING_LENGTH = 15
"""Characters from which the proportion of two lengths tells something of the language."""
WIDER, WIDE_MALUS = 12.5, 2.5
"""Some translations are free: a second normal distribution, wider by a factor of 2.5, and what it costs."""
_MOST_ALONE = 3.0
"""What an unusual length of a target can say for a pair, at most."""
LEAST_LENGTH = -6.0
"""What a length can say against a pair, at most."""
UNTRANSLATED = 3.0
"""For a target that is its source, letter by letter: a name, a formula, code."""
_SAME_OPENING, _OTHER_OPENING = 1.5, -1.5
"""For texts that begin with a mark, and with the same, or one of which does not."""
_WEIGHT = 0.7
"""Of tokens and marks, which do not come independently of each other."""
_OUTCOMES = 4
_MARK_PRIOR = ((0.97, 0.03), (0.1, 0.6, 0.15, 0.15))
_SENTENCE_PRIOR = (0.8, 0.15, 0.04, 0.01)
_LEAST_GAIN = 0.25


@dataclass(slots=True)
class Evidence:
    """What pairs of this book look like."""

    mean: float = 0.0
    """Of the logarithm of target length over source length."""
    scale: float = 0.8
    """Of the variance of that."""
    target_mean: float = 0.0
    target_deviation: float = 1.0
    """Of the logarithm of a target's length."""
    kinds: dict[tuple[str, str], float] = field(default_factory=dict)
    marks: dict[tuple[int, int], float] = field(default_factory=dict)
    """(which mark, outcome) -> its weight."""
    endings: dict[tuple[str, str], float] = field(default_factory=dict)
    gains: dict[str, float] = field(default_factory=dict)
    """Token -> what it says for a pair that shares it."""
    lost: dict[str, float] = field(default_factory=dict)
    """Token -> what it says against a pair in which only the source has it."""
    added: dict[str, float] = field(default_factory=dict)
    """Token -> what it says against a pair in which only the target has it."""
    seen: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = field(default_factory=dict)

    def variance(self, length: float) -> float:
        """Give the variance of the logarithm of a translation's length."""
        return self.scale * (_SPREAD_BASE + _SPREAD / (length + 3))

    def length(self, source: float, target: float) -> float:
        """Weigh two lengths."""
        variance = self.variance(source)
        measure, alone = self.measure(target)
        square = (measure - math.log(source) - self.mean) ** 2 / variance
        fit = max(-square / 2, -square / WIDER - WIDE_MALUS) + self.height(variance) + alone
        return max(fit, LEAST_LENGTH)

    def height(self, variance: float) -> float:
        """Give the logarithm of the height of a normal distribution, but for what all have in common."""
        return -math.log(variance) / 2

    def measure(self, target: float) -> tuple[float, float]:
        """Give the logarithm of a target's length, and how unlikely that is for any target, as a logarithm."""
        alone = (math.log(target) - self.target_mean) / self.target_deviation
        return math.log(target), min(alone * alone / 2, _MOST_ALONE) + math.log(self.target_deviation)

    def deviation(self, source: float, target: float) -> float:
        """Say by how many standard deviations a translation is too long, or too short."""
        return (math.log(target) - math.log(source) - self.mean) / math.sqrt(self.variance(source))

    def counted(self, source: tuple[int, ...], target: tuple[int, ...]) -> float:
        """Weigh the numbers of marks."""
        known = self.seen.get((source, target))
        if known is None:
            pairs = enumerate(zip(source, target, strict=True))
            known = sum(self.marks[which, outcome(which, one, other)] for which, (one, other) in pairs)
            self.seen[source, target] = known
        return known

    def tokens(self, source: Iterable[str], target: frozenset[str]) -> float:
        """Weigh the tokens of two blocks."""
        mine = frozenset(source)
        weight = sum(self.gains.get(token, 0.0) for token in mine & target)
        weight += sum(self.lost.get(token, 0.0) for token in mine - target)
        return weight + sum(self.added.get(token, 0.0) for token in target - mine)

    def surplus(self, token: str) -> float:
        """Weigh a token that both have, against one that only the source has and one that only the target has."""
        return self.gains.get(token, 0.0) - self.lost.get(token, 0.0) - self.added.get(token, 0.0)

    def pair(self, source: Features, target: Features) -> float:
        """Weigh everything about two blocks, or runs of blocks joined."""
        fit = self.length(source.length, target.length)
        if source.letters == target.letters:
            fit = max(fit, 0.0) + UNTRANSLATED
        return fit + self.look(source, target) + self.tokens(source.tokens, target.tokens)

    def look(self, source: Features, target: Features) -> float:
        """Weigh kinds, numbers of marks, beginnings and endings."""
        kind = self.kinds.get((source.kind, target.kind), 0.0)
        ending = self.endings.get((source.ending, target.ending), 0.0)
        opening = _SAME_OPENING if source.opening == target.opening else _OTHER_OPENING
        opening = opening if source.opening or target.opening else 0.0
        return kind + ending + opening + self.counted(source.marks, target.marks)


def outcome(which: int, one: int, other: int) -> int:
    """Name what two counts of a mark come to: none, the same, one without, both but not the same.

    Sentences, which every text has, by how many there are more or less.
    """
    if which == SENTENCES:
        return min(abs(one - other), _OUTCOMES - 1)
    if one == other:
        return 1 if one else 0
    return 2 if not one or not other else 3


def learn(sources: Sequence[Features], targets: Sequence[Features], pairs: Pairs) -> Evidence:
    """Learn what pairs look like; without pairs, from what was seen in other books."""
    evidence = Evidence()
    _learn_lengths(evidence, sources, targets, pairs)
    _learn_kinds(evidence, sources, targets, pairs)
    _learn_marks(evidence, sources, targets, pairs)
    _learn_endings(evidence, sources, targets, pairs)
    _learn_tokens(evidence, sources, targets, pairs)
    return evidence


def _learn_lengths(evidence: Evidence, sources: Sequence[Features], targets: Sequence[Features], pairs: Pairs) -> None:
    logs = [math.log(target.length) for target in targets] or [0.0]
    evidence.target_mean = sum(logs) / len(logs)
    spread = sum((value - evidence.target_mean) ** 2 for value in logs) / len(logs)
    evidence.target_deviation = max(math.sqrt(spread), 0.3)
    total = sum(source.length for source in sources), sum(target.length for target in targets)
    evidence.mean = (
        math.log(max(total[1], 1) / max(total[0], 1)) if abs(math.log(max(total[1], 1) / max(total[0], 1))) < 1 else 0.0
    )
    changed = [(i, j) for i, j in pairs if sources[i].words != targets[j].words]
    offs = sorted(
        math.log(targets[j].length / sources[i].length) for i, j in changed if sources[i].length > _TELLING_LENGTH
    )
    if len(offs) < _PAIRS_BEFORE:
        return
    evidence.mean = offs[len(offs) // 2]
    evidence.scale = 1.0
    ratios = sorted(
        (math.log(targets[j].length / sources[i].length) - evidence.mean) ** 2 / evidence.variance(sources[i].length)
        for i, j in changed
    )
    # 68 per cent of a normal distribution lie within one standard deviation; a quantile minds no outliers.
    evidence.scale = min(max(ratios[int(len(ratios) * 0.68)], 0.3), 3.0)


def _learn_kinds(evidence: Evidence, sources: Sequence[Features], targets: Sequence[Features], pairs: Pairs) -> None:
    share = Counter(target.kind for target in targets)
    total = sum(share.values()) or 1
    seen = Counter((sources[i].kind, targets[j].kind) for i, j in pairs)
    seen_of = Counter(sources[i].kind for i, _ in pairs)
    for mine in {source.kind for source in sources}:
        prior = {kind: _kind_prior(mine, kind, share, total) for kind in share}
        whole = sum(prior.values())
        for kind, number in share.items():
            chance = (seen[mine, kind] + _PAIRS_BEFORE * prior[kind] / whole) / (seen_of[mine] + _PAIRS_BEFORE)
            evidence.kinds[mine, kind] = math.log(chance / (number / total))


def _kind_prior(mine: str, kind: str, share: Counter[str], total: int) -> float:
    near = {one for group in _RELATED if mine in group for one in group}
    prior = _FAR * share[kind] / total
    if kind == mine:
        prior += _SAME
    if kind in near:
        prior += _NEAR * share[kind] / max(sum(share[one] for one in near), 1)
    return prior


def _strangers(sources: Sequence[Features], targets: Sequence[Features]) -> list[tuple[int, int]]:
    """Give pairs that have nothing to do with each other, the same on every run."""
    if not sources or not targets:
        return []
    return [(turn * 7919 % len(sources), turn * 104729 % len(targets)) for turn in range(2000)]


def _learn_marks(evidence: Evidence, sources: Sequence[Features], targets: Sequence[Features], pairs: Pairs) -> None:
    random = _strangers(sources, targets)
    for which in range(len(sources[0].marks) if sources else 0):
        seen, apart = (
            Counter(outcome(which, sources[i].marks[which], targets[j].marks[which]) for i, j in some)
            for some in (pairs, random)
        )
        some = sum(1 for source in sources if source.marks[which]) / len(sources)
        # Before anything is known: as many agree as elsewhere, by whether the source has any.
        prior = (
            _SENTENCE_PRIOR
            if which == SENTENCES
            else (
                (1 - some) * _MARK_PRIOR[0][0] + some * _MARK_PRIOR[1][0] / 2,
                some * _MARK_PRIOR[1][1],
                (1 - some) * _MARK_PRIOR[0][1] + some * (_MARK_PRIOR[1][2] + _MARK_PRIOR[1][0] / 2),
                some * _MARK_PRIOR[1][3],
            )
        )
        for one in range(_OUTCOMES):
            chance = (seen[one] + _PAIRS_BEFORE * prior[one] + 0.5) / (len(pairs) + _PAIRS_BEFORE + 2)
            usual = (apart[one] + 0.5) / (len(random) + 2)
            evidence.marks[which, one] = _WEIGHT * math.log(chance / usual)


def _learn_endings(evidence: Evidence, sources: Sequence[Features], targets: Sequence[Features], pairs: Pairs) -> None:
    share = Counter(target.ending for target in targets)
    seen = Counter((sources[i].ending, targets[j].ending) for i, j in pairs)
    seen_of = Counter(sources[i].ending for i, _ in pairs)
    for mine in {source.ending for source in sources}:
        for mark, number in share.items():
            usual = number / len(targets)
            prior = 0.3 * usual + (0.7 if mark == mine else 0)
            chance = (seen[mine, mark] + _PAIRS_BEFORE * prior) / (seen_of[mine] + _PAIRS_BEFORE)
            evidence.endings[mine, mark] = _WEIGHT * math.log(chance / usual)


def _learn_tokens(evidence: Evidence, sources: Sequence[Features], targets: Sequence[Features], pairs: Pairs) -> None:
    capital = Counter(f"w{word}" for source in sources for word in source.capital)
    mine = Counter(token for source in sources for token in source.tokens)
    theirs = Counter(token for target in targets for token in target.tokens)
    shared, of_source, of_target = (Counter[str]() for _ in range(3))
    for i, j in pairs:
        shared.update(sources[i].tokens & targets[j].tokens)
        of_source.update(sources[i].tokens)
        of_target.update(targets[j].tokens)
    classes: Counter[str] = Counter()
    kept_of: Counter[str] = Counter()
    for token, number in of_source.items():
        classes[_class(token, capital, mine)] += number
        kept_of[_class(token, capital, mine)] += shared[token]
    for token in mine.keys() | theirs.keys():
        name = _class(token, capital, mine)
        here, there = (mine[token] + 0.5) / (len(sources) + 1), (theirs[token] + 0.5) / (len(targets) + 1)
        if name in "lr":
            # One of its pairs may have taught the word only itself.
            seen, usual = (of_source[token], there) if name == "l" else (of_target[token], here)
            kept = (max(shared[token] - 1, 0) + 0.5) / (seen + 0.5)
        else:
            usual = (here + there) / 2
            kept = (kept_of[name] + _PAIRS_BEFORE * _KEPT[name]) / (classes[name] + _PAIRS_BEFORE)
        kept = min(max(kept, 0.01), 0.97)
        gain = _SHARE[name] * _WEIGHT * math.log(kept / usual) if kept > usual else 0.0
        if gain > _LEAST_GAIN * _SHARE[name]:
            loss = _SHARE[name] * _WEIGHT * math.log((1 - kept) / (1 - usual))
            if name != "r":
                evidence.lost[token] = loss if name == "l" else loss / 2
            if name != "l":
                evidence.added[token] = loss if name == "r" else loss / 2
            if token in mine and token in theirs:
                evidence.gains[token] = gain


def _class(token: str, capital: Counter[str], all_of: Counter[str]) -> str:
    return "c" if token[0] == "w" and 2 * capital[token] > all_of[token] else token[0]
