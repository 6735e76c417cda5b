"""Corrections of a source that leave its translations right: a letter, a mark, a word.

Whether a correction changes the meaning no program can tell, so this is done only where somebody says that the source
was corrected and no more; what is accepted is told with both texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from rapidfuzz.distance import OSA

from translate_pub.catalog.matching.decision import Decision, Match, Slot
from translate_pub.model.catalog import Entry, Key
from translate_pub.model.update import Fate

_WORD = re.compile(r"\w+(?:['’\-\u2010\u2011]\w+)*")
_LITERAL = re.compile(
    r"`[^`]*`|\]\([^()\s]*|\]\[[^\]]*\]|\[\^[^\]]+\]|<[^<>\s][^<>]*>|\{[:#.][^{}]*\}|https?://\S+|\w*\d[\w.,]*"
)
_NEGATIONS = frozenset(
    (
        *("no", "not", "nor", "none", "never", "neither", "nothing", "nobody", "nowhere", "without", "cannot"),
        *("nicht", "kein", "keine", "keinen", "keiner", "nie", "ohne", "ne", "pas", "jamais", "sans"),
        *("sin", "nunca", "inte", "ej", "aldrig", "utan"),
    )
)
"""English, German, French, Spanish and Swedish words that turn a sentence into its opposite."""
_LETTERS = 2
"""Letters by which a word that was misspelt may differ: changed, added, left out, or two exchanged."""
_ALIKE = 0.6
"""Share of a word's letters that a spelling keeps."""
_WORDS_A_SPELLING = 5
"""Words of a text for each that may be spelled otherwise, rounded up."""
_ENOUGH_WORDS = 6
"""Words from which on a text may also have one word added, left out or replaced."""


Translated = tuple[Key, str]
"""A message and its translation."""


def accept(match: Match, chapters: frozenset[str], before: Collection[Translated] = ()) -> Match:
    """Return the decisions with every fuzzy one that only follows a correction as a kept one.

    Args:
        match: the decisions of an update.
        chapters: those in which corrections are accepted.
        before: what is known to have been translated, not fuzzy, before an update that took a correction for a change.
    """
    if not chapters:
        return match
    live = {slot.message.key for slot in match.slots}
    uses = Counter(index for decision in match.decisions for index in decision.origins)
    decisions = list(match.decisions)
    for number, (slot, decision) in enumerate(zip(match.slots, match.decisions, strict=True)):
        if slot.chapter not in chapters or len(decision.origins) != 1:
            continue
        origin = decision.origins[0]
        old = match.olds[origin].entry
        if decision.fate is Fate.EXACT:
            text = old.previous if old.fuzzy and (old.previous, old.msgstr) in before else None
        else:
            text = _text(old) if decision.fate is Fate.FUZZY and uses[origin] == 1 else None
        if text is not None and text not in live and _corrects(text, slot):
            decisions[number] = Decision(Fate.CORRECTED, decision.origins, old.msgstr, decision.score)
    return replace(match, decisions=decisions)


def _text(old: Entry) -> Key | None:
    """Return the message that an entry has translated; None where it has none."""
    return old.key if old.translated and not old.obsolete else None


def _corrects(text: Key, slot: Slot) -> bool:
    return text[0] == slot.message.context and corrects(text[1], slot.message.msgid)


def corrects(old: str, new: str) -> bool:
    """Whether a text is another one corrected, so that its translation can stay.

    Marks, case and white space are free. One word in five may be spelled otherwise, by at most two letters, and in a
    text of six words or more one word may be added, left out or replaced. Numbers, code, links, notes, tags and
    negations must be the same: a translation has them too.
    """
    if _LITERAL.findall(old) != _LITERAL.findall(new):
        return False
    before, after = _words(old), _words(new)
    if Counter(map(_negates, before))[True] != Counter(map(_negates, after))[True]:
        return False
    spelled = other = 0
    for gone, come in _differences(before, after):
        if _joined(gone) == _joined(come):
            spelled += 1
        elif len(gone) == len(come) and all(map(_misspelt, gone, come)):
            spelled += len(gone)
        else:
            other += max(len(gone), len(come))
    enough = min(len(before), len(after)) >= _ENOUGH_WORDS
    return other <= enough and spelled <= -(-len(before) // _WORDS_A_SPELLING)


def _words(text: str) -> list[str]:
    return _WORD.findall(_LITERAL.sub(" ", text).lower())


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the runs of words that differ."""
    for tag, start, end, to, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield before[start:end], after[to:stop]


def _joined(words: Sequence[str]) -> str:
    """Give the letters of words that may have been divided or joined."""
    return re.sub(r"\W", "", "".join(words))


def _misspelt(one: str, other: str) -> bool:
    distance = OSA.distance(one, other)
    return distance <= _LETTERS and distance <= (1 - _ALIKE) * max(len(one), len(other))
