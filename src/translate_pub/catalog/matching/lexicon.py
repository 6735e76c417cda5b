"""What a book's translators made of words and short phrases: learnt from the texts that they translated.

A phrase is known where it is a text of its own somewhere. A word is known where the texts that have it agree on a term
of the translation which texts without it lack; a term counts for the word that it fits best.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from translate_pub.catalog.matching.decision import Old
from translate_pub.catalog.matching.sameness import is_code
from translate_pub.catalog.matching.tokens import has_cjk

_LONGEST = 160
"""Characters of the longest text that words are learnt from: in a long one too much may correspond."""
_MOST_LEARNT = 2000
"""Texts that are looked through, the shortest first: what keeps the time small."""
_MOST_SIGHTINGS = 16
"""Texts that are looked into for a word."""
_LEAST_SIGHTINGS = 2
PHRASE_WORDS = 4
_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = re.compile(r"[^\W\d_]+")
_GRAMS = (1, 2, 3, 4)
_MASKED = re.compile(r"`+[^`]*`+|\]\([^)]*\)|</?\w[^<>]*>|https?://\S+|\{[^{}]*\}|[\W\d_]*$")
_EDGES = "*_`\"'“”„«»()[].,:;!?。：！？؛؟۔ \n"
_MARKS_AWAY = str.maketrans(dict.fromkeys("`*_.,:;!?\"()[]{}<>/=|#-–—'’0123456789", " "))
_PHRASE_TRUST = 0.9
_WORD_TRUST = 0.85
_LEAST_FIT = 0.25
_DOUBT = 0.7
"""Sightings that are counted against a word: the few there are may agree by chance."""
_APART_MALUS = 0.5
"""How much less a word and a term count together that stand at opposite ends."""
_STEM = 4
"""Letters at the beginning of two forms of a word."""
_ENDING = 2
_MOST_MEETINGS = 150_000
"""Pairs of words and terms that are counted: what keeps the time small."""

Known = tuple[str, float]
"""A translation, and how far it is to be trusted, 0 to 1."""


class Lexicon:
    """Words and phrases with their translations."""

    def __init__(self, olds: Iterable[Old], wanted: Iterable[str]) -> None:
        """Learn.

        Args:
            olds: the entries to learn from.
            wanted: the texts whose words are asked for.
        """
        entries = [old.entry for old in olds if old.entry.translated and len(old.entry.msgid) <= _LONGEST]
        pairs = sorted({(len(entry.msgid), entry.msgid, entry.msgstr) for entry in entries})[:_MOST_LEARNT]
        self._phrases = _phrases((source, translation) for _, source, translation in pairs)
        vocabulary = {word for text in wanted for word in words(text)}
        self._words = _learn([(source, translation) for _, source, translation in pairs], vocabulary)

    def phrase(self, source: str) -> Known | None:
        """Return the translation of a phrase in lower case, without its marks."""
        return self._phrases.get(source)

    def word(self, source: str) -> Known | None:
        """Return the translation of a word in lower case."""
        return self._words.get(source)


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case."""
    return text.lower().translate(_MARKS_AWAY).split()


def _phrases(pairs: Iterable[tuple[str, str]]) -> dict[str, Known]:
    """Collect the short texts by their words; where they have several translations, the most frequent counts."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for source, translation in pairs:
        text = source.strip(_EDGES).lower()
        # What is left as it is in code may well be translated in a text.
        if text.count(" ") < PHRASE_WORDS and text == " ".join(words(text)) and not is_code(source):
            found[text][translation.strip(_EDGES)] += 1
    phrases = {}
    for text, translations in found.items():
        best, count = min(translations.items(), key=lambda item: (-item[1], item[0]))
        if best:
            phrases[text] = best, _PHRASE_TRUST * count / translations.total()
    return phrases


def _learn(pairs: Sequence[tuple[str, str]], vocabulary: set[str]) -> dict[str, Known]:
    """Find for each word of a vocabulary the term that goes with it."""
    together: dict[str, dict[str, float]] = defaultdict(dict)
    word_counts: Counter[str] = Counter()
    term_counts: Counter[str] = Counter()
    budget = _MOST_MEETINGS
    for source, translation in _sight(pairs, vocabulary):
        found = words(source)
        split, terms = _places(found), _terms(found, translation)
        budget -= len(split) * len(terms)
        if budget < 0:
            break
        word_counts.update(split.keys())
        term_counts.update(terms.keys())
        for word, place in split.items():
            meetings = together[word]
            met = meetings.get
            for term, where in terms.items():
                meetings[term] = met(term, 0.0) + 1 - _APART_MALUS * abs(place - where)
    return _link(vocabulary, together, word_counts, term_counts)


def _link(
    vocabulary: set[str],
    together: Mapping[str, Mapping[str, float]],
    word_counts: Mapping[str, int],
    term_counts: Mapping[str, int],
) -> dict[str, Known]:
    """Give each word the term that fits it best among those that fit no other word better, but for its own forms."""
    best: dict[str, float] = {}
    best_of: dict[str, str] = {}
    fits: dict[str, list[tuple[float, int, str]]] = defaultdict(list)
    for word, meetings in together.items():
        count = word_counts[word]
        asked = count >= _LEAST_SIGHTINGS and word in vocabulary
        for term, met in meetings.items():
            fit = met * met / (count * term_counts[term])
            if fit > best.get(term, 0.0):
                best[term], best_of[term] = fit, word
            if asked and fit >= _LEAST_FIT:
                fits[word].append((fit, len(term), term))
    learnt = {}
    for word, found in fits.items():
        own = [item for item in found if item[0] >= best[item[2]] or _akin(word, best_of[item[2]])]
        if own:
            fit, _, term = max(own)
            seen = word_counts[word]
            learnt[word] = term, _WORD_TRUST * min(fit, 1) ** 0.5 * seen / (seen + _DOUBT)
    return learnt


def _akin(word: str, other: str) -> bool:
    """Say whether two words are forms of one: they differ by no more than their endings."""
    stem = max(len(word) - _ENDING, len(other) - _ENDING, _STEM)
    return word[:stem] == other[:stem]


def _places(split: Sequence[str]) -> dict[str, float]:
    """Return where in a text its words stand first, from 0 to 1."""
    return {word: at / len(split) for at, word in reversed(list(enumerate(split)))}


def _sight(pairs: Sequence[tuple[str, str]], vocabulary: set[str]) -> list[tuple[str, str]]:
    """Choose texts that show each word a few times, no two alike but for their numbers."""
    seen: Counter[str] = Counter()
    known: set[tuple[str, ...]] = set()
    chosen = []
    for source, translation in pairs:
        split = words(source)
        fresh = [word for word in vocabulary.intersection(split) if seen[word] < _MOST_SIGHTINGS]
        if fresh and tuple(split) not in known:
            known.add(tuple(split))
            seen.update(fresh)
            chosen.append((source, translation))
    return chosen


def _terms(split: Sequence[str], translation: str) -> dict[str, float]:
    """Return the terms of a translation that are not its source's, and where they stand, from 0 to 1.

    Terms are words, and in scripts without spaces the runs of a few characters.

    Args:
        split: the words of the source.
        translation: its translation.
    """
    text = _MASKED.sub(" ", translation).lower()
    if has_cjk(text):
        terms = _cjk_terms(text)
    else:
        found = [(match[0], match.start() / len(text)) for match in _LETTERS.finditer(text)]
        terms = dict(reversed(found))
    for word in split:
        terms.pop(word, None)
    return terms


def _cjk_terms(text: str) -> dict[str, float]:
    target, cjk = _cjk_expressions()
    terms: dict[str, float] = {}
    for match in target.finditer(text):
        run, at = match[0], match.start()
        if len(run) == 1 or not cjk.match(run) or "\u30a1" <= run[0] <= "\u30ff":
            terms.setdefault(run, at / len(text))
        else:
            for size in _GRAMS:
                for start in range(len(run) - size + 1):
                    terms.setdefault(run[start : start + size], (at + start) / len(text))
    return terms


@cache
def _cjk_expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the expressions for terms, and for a character of a script without spaces; they take long to make."""
    target = re.compile(rf"[\u30a1-\u30ff]{{2,}}|[{_CJK}]+|(?:(?![{_CJK}])[^\W\d_])+")
    return target, re.compile(rf"[{_CJK}]")
