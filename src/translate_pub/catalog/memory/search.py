"""What a memory has for texts that nobody has translated yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.catalog import sentences
from translate_pub.catalog.matching import carrying, likeness, sameness
from translate_pub.catalog.matching.likeness import Index
from translate_pub.catalog.memory import units
from translate_pub.model.memory import Manner, Suggestion, Unit

LEAST = 0.75
"""The likeness that a text must have: below it, reading and mending takes as long as writing (the threshold that CAT
tools come with)."""
_SENTENCE = 0.9
"""The same for a sentence: several of them are put together, and each adds its own faults."""
_SHORT, _LEAST_SHORT = 3, 0.9
"""Texts of so few words must be more alike: one word is all the difference there."""


@dataclass(frozen=True, slots=True)
class Languages:
    """From which language to which, as BCP 47 tags."""

    source: str
    target: str


def suggest(
    memory: Sequence[Unit], texts: Collection[str], languages: Languages, *, least: float = LEAST
) -> dict[str, Suggestion]:
    """Find translations for texts.

    The whole text comes first, then what is more alike: another text, or its sentences from several. What several units
    have translated differently is suggested as most of them have it.

    Args:
        memory: what was translated before.
        texts: msgids.
        languages: of the memory.
        least: the likeness that a suggestion must have, 0 to 1.
    """
    by_text = _by_dress(memory)
    found = _same(by_text, texts)
    unsure = [text for text in dict.fromkeys(texts) if text not in found]
    cut = {text: sentences.split(text, languages.source) for text in unsure}
    wanted = dict.fromkeys((*unsure, *(part.strip() for parts in cut.values() for part in parts)))
    pieces = units.cut(memory, languages.source, languages.target) if wanted else ()
    for text, held in _by_dress(pieces).items():
        by_text[text] += held
    known = _nearest(by_text, wanted, least) if wanted else {}
    for text, parts in cut.items():
        whole, joined = known.get(text), _joined(parts, known, max(least, _SENTENCE))
        # A text that is only the same as a sentence of another text was found by sentences.
        if joined and (whole is None or joined.score > whole.score or whole.manner is Manner.EXACT):
            found[text] = joined
        elif whole:
            found[text] = whole
    return found


def _by_dress(memory: Iterable[Unit]) -> dict[str, list[Unit]]:
    """Sort units by their sources, those together that differ only in their dress."""
    by_text: dict[str, list[Unit]] = defaultdict(list)
    for unit in memory:
        by_text[sameness.undress(unit.source)].append(unit)
    return by_text


def _same(by_text: Mapping[str, Sequence[Unit]], texts: Iterable[str]) -> dict[str, Suggestion]:
    """Find what is the same but for its dress."""
    undressed = ((text, sameness.undress(text)) for text in texts)
    return {text: _exact(by_text[plain]) for text, plain in undressed if plain in by_text}


def _nearest(by_text: Mapping[str, Sequence[Unit]], texts: Collection[str], least: float) -> dict[str, Suggestion]:
    """Find what is the same but for its dress, else what is most alike."""
    found = _same(by_text, texts)
    news = dict(enumerate(text for text in texts if text not in found and not sameness.is_code(text)))
    held = {number: _usual(held) for number, held in enumerate(by_text.values())}
    # Few texts of a large memory have anything to do with the new ones: only those are worth indexing.
    olds = likeness.related({number: unit.source for number, unit in held.items()}, news.values())
    index = Index(olds, news)
    for number, text in news.items():
        likest = _likest(index, number, held, text)
        if likest is not None and likest.score >= (least if index.words(number) > _SHORT else max(least, _LEAST_SHORT)):
            found[text] = likest
    return found


def _exact(held: Sequence[Unit]) -> Suggestion:
    unit = _usual(held)
    return Suggestion(unit.target, unit.origin, 1.0, Manner.EXACT)


def _usual(held: Sequence[Unit]) -> Unit:
    """Choose the translation that most units have, the first one where several are as usual."""
    target, _ = Counter(unit.target for unit in held).most_common(1)[0]
    return next(unit for unit in held if unit.target == target)


def _likest(index: Index, new: int, olds: dict[int, Unit], text: str) -> Suggestion | None:
    pairs = (pair for old in index.candidates(new) if (pair := index.compare(old, new)))
    best = max(pairs, key=lambda pair: (pair.likeness, -pair.old), default=None)
    if best is None:
        return None
    unit = olds[best.old]
    made = carrying.carry(unit.source, text, unit.target)
    return Suggestion(made, unit.origin, min(best.likeness, 0.99), Manner.ALIKE)


def _joined(parts: Sequence[str], known: Mapping[str, Suggestion], least: float) -> Suggestion | None:
    """Put sentences together, with the white space between them in the source; None where one is not known."""
    held = [one for part in parts if (one := known.get(part.strip())) and one.score >= least]
    if not held or len(held) < len(parts):
        return None
    text = "".join(one.text + part[len(part.rstrip()) :] for one, part in zip(held, parts, strict=True))
    origin, _ = Counter(one.origin for one in held).most_common(1)[0]
    return Suggestion(text.rstrip(), origin, min(one.score for one in held), Manner.SENTENCES)
