"""What a book suggests for a glossary: its frequent names and phrases.

Names are runs of words that stand with a capital inside sentences and hardly ever without one. Phrases are scored as in
K. Frantzi, S. Ananiadou, H. Mima, "Automatic recognition of multi-word terms: the C-value/NC-value method" (2000): how
often a phrase stands, weighed by its length, less how often it is part of a longer candidate. Instead of a tagger, the
words before and after it tell a noun: an article stands before it, and none of its kind behind it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translate_pub.catalog.glossary import stopwords, tokens
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.catalog.glossary.stopwords import StopWords
from translate_pub.catalog.glossary.tokens import Word
from translate_pub.model.glossary import Candidate

NAME, TERM = "name", "term"
_LONGEST = 4
"""Words of a phrase."""
_SHORTEST = 3
"""Letters of a word that may be a term by itself."""
_SMALL_SHARE = 0.2
"""Share of small letters up to which a word that is written with a capital is a name."""
_NOUN_SHARE = 0.3
"""Share of its places where a noun has an article before it."""
_END_SHARE = 0.3
"""Share of its places where a phrase ends, and no longer one goes on."""

Key = tuple[str, ...]
"""The words of a candidate in small letters, the last one in the singular."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a book."""

    text: str
    """Without markup."""
    path: str
    line: int | None


@dataclass(slots=True)
class _Tally:
    """What was counted of one key."""

    count: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    first: Passage | None = None

    def add(self, form: str, passage: Passage) -> None:
        self.count += 1
        self.forms[form] += 1
        self.first = self.first or passage


def find(
    passages: Sequence[Passage], language: str, known: Finder | None = None, *, minimum: int = 3
) -> list[Candidate]:
    """Find what may belong into a glossary, the most frequent names first and then the best phrases.

    Args:
        passages: the text of a book, in order.
        language: BCP 47 tag of the text; stop words are known of the commonest ones only.
        known: the terms that are in the glossary already, and left out.
        minimum: how often a candidate stands at least.
    """
    stop = stopwords.of(language)
    texts = [(tokens.read(passage.text), passage) for passage in passages]
    capitals = _names(texts, stop)
    known_words = {word.folded for words, _ in texts for word in words}
    names: dict[Key, _Tally] = defaultdict(_Tally)
    for words, passage in texts:
        for run in _runs(words, capitals, stop):
            names[_key(run, known_words)].add(tokens.phrase(run), passage)
    phrases = _independent(_phrases(texts, capitals, stop, known_words), minimum)
    found = [*_listed(names, NAME, minimum), *_listed(phrases, TERM, minimum)]
    return [one for one in found if known is None or not any(known.find(form) for form in one.forms)]


def _names(texts: Iterable[tuple[Sequence[Word], Passage]], stop: StopWords) -> set[str]:
    """Give the words that are names, in small letters: written with a capital where no sentence begins."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words, _ in texts:
        if _is_heading(words, stop):
            continue
        for word in words:
            if word.written.islower():
                small[word.folded] += 1
            elif word.joined and word.written[0].isupper():
                capital[word.folded] += 1
    return {
        word
        for word, count in capital.items()
        if len(word) > 1 and word not in stop.words and small[word] <= count * _SMALL_SHARE
    }


def _is_heading(words: Sequence[Word], stop: StopWords) -> bool:
    """Whether every word of weight has a capital, so that capitals tell nothing."""
    weighty = [word for word in words if word.folded not in stop.words and not word.written[0].isdigit()]
    return len(weighty) > 1 and all(word.written[0].isupper() for word in weighty)


def _runs(words: Sequence[Word], capitals: set[str], stop: StopWords) -> Iterator[Sequence[Word]]:
    """Give the longest runs of words with capitals that have a name among them, with what links them inside.

    In a heading, where every word has a capital, only runs count that are names from end to end.
    """
    heading = _is_heading(words, stop)
    place = 0
    while place < len(words):
        end = _end(words, place, stop)
        run = words[place:end]
        named = [word.folded in capitals for word in run if word.folded not in stop.links]
        if (all(named) if heading else any(named)) and run:
            yield run
        place = max(end, place + 1)


def _end(words: Sequence[Word], place: int, stop: StopWords) -> int:
    """Return where a run of words with capitals that begins at a place is over."""
    last = end = place
    while end < len(words) and (end == place or words[end].joined):
        word = words[end]
        if word.written[0].isupper() and word.folded not in stop.words:
            last = end + 1
        elif end == place or not _links(words[end - 1], word, stop):
            break
        end += 1
    return last


def _links(before: Word, word: Word, stop: StopWords) -> bool:
    """Whether a word links names: `of` does, and `the` only after it."""
    return word.folded in stop.links and (word.folded not in stop.determiners or before.folded in stop.links)


def _phrases(
    texts: Sequence[tuple[Sequence[Word], Passage]], capitals: set[str], stop: StopWords, known_words: set[str]
) -> dict[Key, _Tally]:
    """Count phrases, and keep those that are nouns."""
    counted: dict[Key, _Tally] = defaultdict(_Tally)
    articles: Counter[Key] = Counter()
    ends: Counter[Key] = Counter()
    for words, passage in texts:
        weighty = [_is_weighty(word, capitals, stop) for word in words]
        for start, stopped in _spans(words, weighty):
            key = _key(words[start:stopped], known_words)
            counted[key].add(tokens.phrase(words[start:stopped]).lower(), passage)
            articles[key] += bool(start and words[start].joined and words[start - 1].folded in stop.determiners)
            ends[key] += stopped == len(words) or not (words[stopped].joined and weighty[stopped])
    return {
        key: tally
        for key, tally in counted.items()
        if ends[key] >= tally.count * _END_SHARE
        and (len(key) > 1 or not stop.determiners or articles[key] >= tally.count * _NOUN_SHARE)
    }


def _spans(words: Sequence[Word], weighty: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give every run of one to four words of weight, as its first place and the one behind it."""
    for start in range(len(words)):
        for stopped in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            if not weighty[stopped - 1] or (stopped - 1 > start and not words[stopped - 1].joined):
                break
            yield start, stopped


def _is_weighty(word: Word, capitals: set[str], stop: StopWords) -> bool:
    """Whether a word may be part of a term: no stop word, name or number."""
    return (
        len(word.folded) >= _SHORTEST
        and word.folded not in stop.words
        and word.folded not in capitals
        and word.written.isalpha()
    )


def _independent(counted: dict[Key, _Tally], minimum: int) -> dict[Key, _Tally]:
    """Keep the phrases whose C-value is that of one that stands `minimum` times by itself."""
    longer: dict[Key, list[int]] = defaultdict(list)
    for key, tally in counted.items():
        if tally.count >= minimum:
            for length in range(1, len(key)):
                for start in range(len(key) - length + 1):
                    longer[key[start : start + length]].append(tally.count)
    kept = {}
    for key, tally in counted.items():
        nested = longer.get(key)
        alone = tally.count - (sum(nested) / len(nested) if nested else 0)
        if alone >= minimum:
            kept[key] = tally
    return kept


def _key(words: Sequence[Word], known_words: set[str]) -> Key:
    """Return words for counting: in small letters, the last one in the singular where the book has that too."""
    *head, last = (word.folded for word in words)
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if last.endswith(ending) and last.removesuffix(ending) + instead in known_words:
            return (*head, last.removesuffix(ending) + instead)
    return (*head, last)


def _listed(counted: dict[Key, _Tally], kind: str, minimum: int) -> list[Candidate]:
    """Make candidates, the heaviest first."""
    every = [
        (math.log2(len(key) + 1) * tally.count, _candidate(tally, tally.first, kind))
        for key, tally in counted.items()
        if tally.count >= minimum and tally.first
    ]
    return [one for _, one in sorted(every, key=lambda pair: (-pair[0], pair[1].forms))]


def _candidate(tally: _Tally, first: Passage, kind: str) -> Candidate:
    forms = tuple(form for form, _ in sorted(tally.forms.items(), key=lambda item: (-item[1], item[0])))
    return Candidate(forms, kind, tally.count, first.path, first.line)
