"""What a memory has for texts that nobody has translated yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from translate_pub.catalog import sentences
from translate_pub.catalog.matching import carrying, sameness
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
    found = _alike(memory, texts, least)
    unsure = (text for text in texts if text not in found or found[text].manner is not Manner.EXACT)
    cut = {text: sentences.split(text, languages.source) for text in unsure}
    several = {text: parts for text, parts in cut.items() if len(parts) > 1}
    wanted = {part.strip() for parts in several.values() for part in parts}
    pieces = (*units.cut(memory, languages.source, languages.target), *memory) if wanted else ()
    known = _alike(pieces, wanted, max(least, _SENTENCE))
    joined = {text: _joined(parts, known) for text, parts in several.items() if _all(parts, known)}
    better = {text: one for text, one in joined.items() if text not in found or one.score > found[text].score}
    return found | better


def _alike(memory: Iterable[Unit], texts: Collection[str], least: float) -> dict[str, Suggestion]:
    """Find what is the same but for its dress, else what is most alike."""
    by_text: dict[str, list[Unit]] = defaultdict(list)
    for unit in memory:
        by_text[sameness.undress(unit.source)].append(unit)
    found = {text: _exact(by_text[sameness.undress(text)]) for text in texts if sameness.undress(text) in by_text}
    olds = {number: _usual(held) for number, held in enumerate(by_text.values())}
    news = dict(enumerate(text for text in dict.fromkeys(texts) if text not in found and not sameness.is_code(text)))
    index = Index({number: unit.source for number, unit in olds.items()}, news)
    for number, text in news.items():
        likest = _likest(index, number, olds, text)
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


def _all(parts: Iterable[str], known: dict[str, Suggestion]) -> bool:
    return all(part.strip() in known for part in parts)


def _joined(parts: Sequence[str], known: dict[str, Suggestion]) -> Suggestion:
    """Put sentences together, with the white space that stands between them in the source."""
    held = [known[part.strip()] for part in parts]
    text = "".join(one.text + part[len(part.rstrip()) :] for one, part in zip(held, parts, strict=True))
    origin, _ = Counter(one.origin for one in held).most_common(1)[0]
    return Suggestion(text.rstrip(), origin, min(one.score for one in held), Manner.SENTENCES)
