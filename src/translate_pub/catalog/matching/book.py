"""All steps of matching, for one book in one language.

Source of the steps and of their thresholds: measured on public catalogues; see the decisions in `docs/architecture.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.catalog.matching import agreement, identity, runs, sameness
from translate_pub.catalog.matching.adapting import adapt
from translate_pub.catalog.matching.carrying import carry
from translate_pub.catalog.matching.decision import Decision, Old, Slot
from translate_pub.catalog.matching.drafting import Drafter
from translate_pub.catalog.matching.likeness import FEW_WORDS, Index, Pair, related
from translate_pub.catalog.matching.retention import FENCES
from translate_pub.catalog.matching.sameness import is_code, loosen
from translate_pub.model.update import Fate

_ENOUGH = 0.50
_ENOUGH_FOR_FEW = 0.62
_ENOUGH_FOR_ONE = 0.68
_ENOUGH_OF_DRAFT = 0.58
"""Share of a draft that must be expected to be right."""
_DRAFT_MALUS = 0.12
"""For a draft beside a translation that somebody wrote: that one reads better."""
_SHORT = 80
"""Characters of a text for which old translations are adapted: of a longer one too much else is unlike."""
_NEVER = " " * (_SHORT + 1)
_AKIN = 0.35
"""Likeness from which exchanging a word may be all that it takes."""
_WELL_SERVED = 0.75
"""Likeness to a vanished text from which nothing better is looked for among those that are still in the book."""
_WELL_SERVED_FEW = 0.95
"""The same for a text of few words, where a word more or less is another text."""
_SAMPLE = 500
"""Texts from which it is known how rare a word is."""
_IN_USE_MALUS = 0.03
"""For an old text that is still in the book: its translation is less likely to be free."""
_TAKEN_MALUS = 0.05
"""For an old text that another message has; of one still in the book no more is taken away."""
_AGREED_BONUS = 0.05
_FUZZY_MALUS = 0.02
_DOUBTFUL_MALUS = 0.2
"""For a fuzzy translation that seems to be of another text."""
_BLOCK_MALUS = 0.15
"""For a block of code beside a text, were the text in it."""
_CHAPTER_BONUS = 0.01
_LOOSE_BONUS = 0.4
"""For texts that differ only by markup, case and final mark."""
_CASE_BONUS = 0.5
"""For texts that differ only by case."""
_CARRIED = re.compile(r"[0-9]+|`[^`]+`|\]\([^)]*\)|\{[^{}]*\}")
"""What a translation has of its source as it is."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A pair with everything that counts for or against it."""

    score: float
    pair: Pair
    in_use: bool


def decide(olds: Sequence[Old], slots: Sequence[Slot]) -> list[Decision]:
    """Decide where the translation of every message comes from; pure, and the same on every run."""
    decided = identity.decide(olds, slots)
    sameness.decide(olds, slots, decided)
    if None in decided:
        _decide_changed(olds, slots, decided)
    return [decision or Decision(Fate.NEW, score=0.0) for decision in decided]


def _decide_changed(olds: Sequence[Old], slots: Sequence[Slot], decided: list[Decision | None]) -> None:
    """Decide for the messages whose text is new: parts first, then one to one, the most alike first."""
    used = {index for decision in decided if decision for index in decision.origins}
    sources = {
        index: old.source[1]
        for index, old in enumerate(olds)
        if old.entry.msgstr and old.entry.plural is None and old.source[1]
    }
    if not sources:
        return
    changed = {number: slot.message.msgid for number, slot in enumerate(slots) if decided[number] is None}
    free = {number: text for number, text in sources.items() if number not in used}
    in_use = {number: text for number, text in sources.items() if number in used}
    sample = list(in_use.values())[:: max(len(in_use) // _SAMPLE, 1)]
    index = Index(free, changed, sample)
    pairs = _compare(index, changed)
    runs.decide(olds, index, pairs, [number for number in free if not olds[number].entry.obsolete], decided)
    well_served = {
        pair.new
        for pair in pairs
        if pair.likeness >= (_WELL_SERVED if index.words(pair.new) > FEW_WORDS else _WELL_SERVED_FEW)
    }
    lonely = {n: text for n, text in changed.items() if n not in well_served and decided[n] is None}
    if lonely:
        index.turn_to(related(in_use, lonely.values()), lonely)
        pairs += _compare(index, lonely)
    words = {number: index.words(number) for number in changed}
    _pair_off(olds, slots, words, _rank(olds, slots, pairs, used), decided)
    _draft(olds, slots, pairs, decided)


def _plausible(old: Old) -> bool:
    """Say whether a translation can be of its source: a fuzzy one that names no source may be of another."""
    if not old.entry.fuzzy or old.entry.previous:
        return True
    expected = set(_CARRIED.findall(old.entry.msgid))
    return len(expected.intersection(_CARRIED.findall(old.entry.msgstr))) * 2 > len(expected) or not expected


def _compare(index: Index, news: Iterable[int]) -> list[Pair]:
    """Compare each new text with the old ones that may be like it."""
    return [pair for new in news for old in index.candidates(new) if (pair := index.compare(old, new)) is not None]


def _rank(olds: Sequence[Old], slots: Sequence[Slot], pairs: Sequence[Pair], used: set[int]) -> list[_Ranked]:
    """Score pairs, the best first."""
    agreed = agreement.find(olds, pairs)
    ranked = []
    for pair in pairs:
        in_use = pair.old in used
        score = _score(pair, olds[pair.old], slots[pair.new], in_use)
        ranked.append(_Ranked(score + _AGREED_BONUS * ((pair.old, pair.new) in agreed), pair, in_use))
    ranked.sort(key=lambda item: (-item.score, item.pair.new, item.pair.old))
    return ranked


def _score(pair: Pair, old: Old, slot: Slot, in_use: bool) -> float:  # noqa: FBT001  # of one use, below
    source, msgid = old.source[1], slot.message.msgid
    score = (
        pair.likeness
        - _IN_USE_MALUS * in_use
        - _FUZZY_MALUS * old.entry.fuzzy
        - _DOUBTFUL_MALUS * (not _plausible(old))
    )
    score += _CHAPTER_BONUS * (old.chapter == slot.chapter)
    score -= _BLOCK_MALUS * (source.startswith(FENCES) != msgid.startswith(FENCES))
    if source.lower() == msgid.lower():
        return score + _CASE_BONUS
    loose = loosen(source) == loosen(msgid) and is_code(source) == is_code(msgid)
    return score + _LOOSE_BONUS if loose else score


def _pair_off(
    olds: Sequence[Old],
    slots: Sequence[Slot],
    words: Mapping[int, int],
    ranked: Sequence[_Ranked],
    decided: list[Decision | None],
) -> None:
    """Give each message the most alike of the old translations; one that another has already counts a little less."""
    taken: set[int] = set()
    picked: dict[int, _Ranked] = {}
    for item in ranked:
        pair = item.pair
        if decided[pair.new] is not None:
            continue
        score = item.score - _TAKEN_MALUS * (pair.old in taken and not item.in_use)
        best = picked.get(pair.new)
        if score >= _enough(words[pair.new]) and (best is None or score > best.score):
            if best is None:
                taken.add(pair.old)
            picked[pair.new] = _Ranked(score, pair, item.in_use)
    for new, item in picked.items():
        old = olds[item.pair.old]
        text = carry(old.source[1], slots[new].message.msgid, old.entry.msgstr)
        decided[new] = Decision(Fate.FUZZY, (item.pair.old,), text, round(min(item.score, 1), 3), fuzzy=True)


def _draft(olds: Sequence[Old], slots: Sequence[Slot], pairs: Sequence[Pair], decided: list[Decision | None]) -> None:
    """Draft what no old translation is like enough: from one that differs in a word or two, or word by word."""
    wanted = {
        number: slots[number].message.msgid
        for number, decision in enumerate(decided)
        if decision is None or (decision.fate is Fate.FUZZY and decision.score < _WELL_SERVED)
    }
    if not wanted:
        return
    akin = [pair for pair in pairs if len(wanted.get(pair.new, _NEVER)) <= _SHORT and pair.likeness >= _AKIN]
    akin = [pair for pair in akin if olds[pair.old].entry.translated]
    drafter = Drafter(olds, [*wanted.values(), *(olds[pair.old].source[1] for pair in akin)])
    adapted = _adapt(olds, wanted, akin, drafter)
    for number, text in wanted.items():
        draft, found, other = drafter.draft(text), decided[number], adapted.get(number)
        if other and (found is None or other.score >= found.score):
            decided[number] = found = other
        if draft.expected >= (_ENOUGH_OF_DRAFT if found is None else found.score + _DRAFT_MALUS):
            fate = Fate.COPIED if draft.text == text else Fate.COMPOSED
            decided[number] = Decision(fate, (), draft.text, round(min(draft.expected, 1), 3), fuzzy=True)


def _adapt(
    olds: Sequence[Old], wanted: Mapping[int, str], akin: Iterable[Pair], drafter: Drafter
) -> dict[int, Decision]:
    """Exchange words in translations of texts that are a little alike; the best for each text, if it is good enough."""
    adapted: dict[int, Decision] = {}
    for pair in akin:
        old, best = olds[pair.old], adapted.get(pair.new)
        draft = adapt(old.source[1], wanted[pair.new], old.entry.msgstr, drafter.lexicon)
        if draft and draft.expected > (best.score if best else _ENOUGH_OF_DRAFT):
            adapted[pair.new] = Decision(Fate.FUZZY, (pair.old,), draft.text, round(draft.expected, 3), fuzzy=True)
    return adapted


def _enough(words: int) -> float:
    """Return the score from which a translation is worth proposing: short texts resemble each other too easily."""
    if words > FEW_WORDS:
        return _ENOUGH
    return _ENOUGH_FOR_FEW if words > 1 else _ENOUGH_FOR_ONE
