"""Translations cut where their source was split, and run together where it was joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_SENTENCE_END = re.compile(
    r"(?:[.!?…؟۔]+(?:\[\^[^\]]+\]|[\"'”’»)\]*_`])*(?=\s)"
    r"|[。！？]+[\"'”’»」』）]*"
    r"|[:;؛：；][\"'”’»)\]*_`]*(?=\s)"
    r"|\n)\s*"
)
_CODE = re.compile(r"`[^`]+`")
_ANCHOR = re.compile(
    r"`[^`]+`|\]\([^)]*\)|\[[^\]]*\]\[[^\]]*\]|\[\^[^\]]+\]|https?://\S+|</?\w+[^>]*>|[0-9]+(?:[.,][0-9]+)*"
    r"|[A-Za-z][A-Za-z_:]+|[()?!\n]"
)
_MARKS = str.maketrans({"。": ".", "۔": ".", "…": ".", "！": "!", "？": "?", "؟": "?", "؛": ";", "；": ";", "：": ":"})
_WIDE = str.maketrans(
    {"؟": "?", "？": "?", "（": "(", "）": ")"} | {chr(zero + n): str(n) for zero in (0x660, 0x6F0) for n in range(10)}
)
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff。，、！？]$")
_NEAR = 2
"""Characters by which a cut of the source may miss its sentence's end."""
_STRONG = frozenset(".!?\n")
_WEAK = frozenset(":;")


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where a sentence, or a part of one, ends."""

    next: int
    """Offset of what follows."""
    mark: str


def glue(parts: Sequence[str]) -> str:
    """Run translations together, with a space where the script has spaces."""
    text = parts[0].strip()
    for part in parts[1:]:
        text += ("" if _SPACELESS.search(text) else " ") + part.strip()
    return text


def cut(source: str, translation: str, places: Sequence[int]) -> list[str]:
    """Cut a translation where its source is cut at the given offsets: one text more than there are places.

    Each cut goes to the sentence end that agrees best with the cut of the source: in length, in what stands before it
    untranslated (links, notes, numbers, names), in its mark and in the number of sentences before it. Texts may be
    empty where the translation has nothing left to cut.
    """
    stops = _stops(translation)
    measure = _Measure(source, translation)
    texts, start = [], 0
    for place in places:
        ahead = [stop for stop in stops if stop.next > start]
        if ahead:
            end = min(ahead, key=lambda stop: measure.cost(place, stop)).next
        else:
            end = _nearest_space(translation, start, measure.expected(place))
        texts.append(translation[start:end].strip())
        start = end
    return [*texts, translation[start:].strip()]


class _Measure:
    """Weighs a cut of the translation against a cut of the source."""

    def __init__(self, source: str, translation: str) -> None:
        self._sizes = len(source), len(translation)
        self._source_stops, self._stops = _stops(source), _stops(translation)
        source_anchors, anchors = _anchors(source), _anchors(translation)
        common = {text for _, text in source_anchors} & {text for _, text in anchors}
        self._source_anchors = [(at, text) for at, text in source_anchors if text in common]
        self._anchors = [(at, text) for at, text in anchors if text in common]

    def expected(self, place: int) -> float:
        """Say where a place of the source would be in the translation by length alone."""
        return place * self._sizes[1] / max(self._sizes[0], 1)

    def cost(self, place: int, stop: _Stop) -> float:
        """Weigh a cut at a stop of the translation against one at a place of the source; the least cost is best."""
        spread = 3.5 * min(place, self._sizes[0] - place) + 30
        length = (stop.next - self.expected(place)) ** 2 / (2 * spread)
        mark = next((known.mark for known in self._source_stops if abs(known.next - place) <= _NEAR), "")
        return (
            length + self._anchor_cost(place, stop.next) + _mark_cost(mark, stop.mark) + self._count_cost(place, stop)
        )

    def _anchor_cost(self, place: int, end: int) -> float:
        """Weigh the anchors that are on the wrong side: a link most, a word less, a bracket least."""
        expected = Counter(text for at, text in self._source_anchors if at < place)
        found = Counter(text for at, text in self._anchors if at < end)
        misplaced = (expected - found) + (found - expected)
        return sum(number * _anchor_weight(text) for text, number in misplaced.items())

    def _count_cost(self, place: int, stop: _Stop) -> float:
        before = sum(known.mark in _STRONG for known in self._source_stops if known.next <= place + _NEAR)
        found = sum(known.mark in _STRONG for known in self._stops if known.next <= stop.next)
        return 0.7 * abs(before - found)


def _anchor_weight(text: str) -> float:
    if len(text) == 1 and not text.isdigit():
        return 0.5
    return 1.5 if text.isalpha() else 3


def _mark_cost(mark: str, found: str) -> float:
    if found == mark:
        return 0
    if not found:
        return 4
    return 3 if (found in _WEAK) != (mark in _WEAK) else 1


def _stops(text: str) -> list[_Stop]:
    """List where sentences end; code has no sentences, and before a small letter stands an abbreviation, not an end."""
    masked = _CODE.sub(lambda match: f"`{'x' * (len(match[0]) - 2)}`", text)
    stops = []
    for match in _SENTENCE_END.finditer(masked):
        if match.start() and match.end() < len(masked):
            mark = match[0][0].translate(_MARKS)
            abbreviation = mark == "." and masked[match.end()].islower()
            stops.append(_Stop(match.end(), "" if abbreviation else mark))
    return stops


def _anchors(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in _ANCHOR.finditer(text.translate(_WIDE))]


def _nearest_space(text: str, start: int, expected: float) -> int:
    spaces = [match.end() for match in re.finditer(r"\s+", text) if match.end() > start]
    return min(spaces, key=lambda end: abs(end - expected), default=len(text))
