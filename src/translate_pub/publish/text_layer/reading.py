"""The order in which a line's characters are written, and the marks between them, so that readers find the text.

A PDF holds text as it is seen, from left to right. Readers turn it round again, each by rules of its own that are
simpler than Unicode's:

- Poppler (`reorderText` in TextOutputDev.cc) sorts words by their place. On a page of a right-to-left script it walks
  each line from its right end and gives characters as they come; but a letter from left to right, a digit or a
  separator begins a section that is turned round and swallows everything up to the next letter from right to left. A
  right-to-left mark (U+200F) behind such a section ends it.
- PDFium (`CPDF_TextPage::CloseTempLine`, `CFX_BidiString`) takes the characters of a piece of text in the order in
  which they are written, wherever they stand. It cuts a line into segments of one kind (letters from left to right,
  weak, letters from right to left, neutral), so that already a space ends a segment, and in a right-to-left line gives
  the segments from the last to the first. Neutral characters follow the segment given before them: after one from right
  to left they are turned round and mirrored, brackets wrongly so, because they come as they were written and not as
  they look. A left-to-right mark (U+200E) before a bracket leaves it as it is. Text without ink is left out.

So the segments of a line are written from the last to the first, each at its own place: in right-to-left text this is
how they stand from left to right; in a foreign phrase the pen goes back from word to word. Both readers are of 2026
(Poppler 22.12, PDFium 8149) and as their sources say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import groupby

from translate_pub.model.shapes import Shape

LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"
MIRRORED = frozenset("()[]{}<>«»‹›⟨⟩‘’“”")
"""What PDFium exchanges for its counterpart in a right-to-left line."""
DROPPED = frozenset("\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What lays text out and is no part of it: nobody would type it to search for a word."""
NUDGE = 0.2
"""How far a mark stands from the edge of its character, in px: Poppler sorts what has the same place by chance."""
_FRAME = Shape((), 0, RIGHT_MARK)


class Kind(Enum):
    """How readers sort characters."""

    LEFT = "from left to right"
    RIGHT = "from right to left"
    WEAK = "digits and what goes with them"
    NEUTRAL = "spaces and most punctuation"


_WEAK = frozenset({"EN", "AN", "ES", "ET", "CS", "NSM", "BN"})
_NUMBER = frozenset({"L", "EN", "AN", "ES", "ET", "CS"})


@cache
def kind(character: str) -> Kind:
    """Sort a character as PDFium does, by its bidirectional class (UAX #9)."""
    found = unicodedata.bidirectional(character)
    if found == "L":
        return Kind.LEFT
    if found in {"R", "AL"}:
        return Kind.RIGHT
    return Kind.WEAK if found in _WEAK else Kind.NEUTRAL


@cache
def _begins_section(character: str) -> bool:
    return unicodedata.bidirectional(character) in _NUMBER


@dataclass(frozen=True, slots=True)
class Character:
    """A character of a line, shaped."""

    text: str
    right_to_left: bool
    """Whether it stands in text from right to left (its level is odd, UAX #9)."""
    x: float
    """Where its advance begins, from the origin of the text box; like all lengths here in px."""
    width: float
    font: int
    """Number of its font in the text box."""
    shape: Shape
    ends_section: bool = False
    """Whether a right-to-left mark stands before it, which Poppler alone is to see."""
    frame: int = 0
    """Of a mark at an end of a foreign phrase: 1 at the left, -1 at the right."""


def section(text: str, *, right_to_left: bool, inside: bool) -> bool:
    """Whether a section that Poppler turns round is open at the end of a text, as it was at its beginning."""
    for character in text:
        if character in DROPPED:
            continue
        if _begins_section(character):
            inside = True
        elif right_to_left or kind(character) is Kind.RIGHT:
            inside = False
    return inside


def marked(characters: Sequence[Character], *, inside: bool) -> list[Character]:
    """Set marks between characters of a right-to-left line, which come in their logical order.

    Args:
        characters: those of one text box.
        inside: whether the text before has left a section of Poppler's open.
    """
    result: list[Character] = []
    before: Character | None = None
    for character in characters:
        if before and before.right_to_left and not character.right_to_left and kind(before.text) is Kind.WEAK:
            result.append(_mark(RIGHT_MARK, before, -NUDGE))
        strong = kind(character.text) is Kind.RIGHT
        turned = character.right_to_left and not strong
        ends = inside and turned
        if (ends and not character.text.isspace()) or (turned and before and _would_join(before.text, character.text)):
            result.append(_mark(RIGHT_MARK, character, character.width - NUDGE))
            ends = False
        if character.right_to_left and character.text in MIRRORED:
            result.append(_mark(LEFT_MARK, character, character.width - NUDGE))
            result += [character, _mark(RIGHT_MARK, character, -NUDGE)]
            inside, before = False, None
            continue
        inside = _begins_section(character.text) or (inside and not character.right_to_left and not strong)
        result.append(replace(character, ends_section=ends))
        before = character
    return result


def _would_join(before: str, text: str) -> bool:
    """Whether PDFium would take a separator and a vowel mark before it for digits, which it does not turn round."""
    return kind(before) is kind(text) is Kind.WEAK and _begins_section(text)


def closed(characters: Sequence[Character]) -> list[Character]:
    """Set a mark behind words from right to left in a document from left to right.

    On its pages Poppler gives what is neutral behind such words before them, up to the next letter from left to right.
    """
    if not any(kind(character.text) is Kind.RIGHT for character in characters):
        return list(characters)
    end = max(characters, key=lambda character: character.x + character.width)
    return [*characters, _mark(LEFT_MARK, end, end.width + NUDGE / 2)]


def _mark(text: str, beside: Character, distance: float) -> Character:
    """Make a mark without width beside a character."""
    return replace(beside, text=text, x=beside.x + distance, width=0, shape=Shape((), 0, text), ends_section=False)


def written(characters: Iterable[Character], *, right_to_left: bool) -> list[Character]:
    """Put characters, which come in their logical order, into the order in which PDFium wants them written.

    Args:
        characters: those of one text box.
        right_to_left: whether PDFium takes the line for one from right to left.
    """
    segments: list[list[Character]] = []
    turned = right_to_left
    for foreign, run in groupby(characters, key=lambda character: not character.right_to_left):
        found: list[list[Character]] = []
        for sort, group in groupby(run, key=lambda character: kind(character.text)):
            segment = list(group)
            if sort in {Kind.LEFT, Kind.RIGHT}:
                turned = sort is Kind.RIGHT
            found.append(segment[::-1] if turned and sort is not Kind.WEAK else segment)
        segments += _framed(found) if foreign and right_to_left and len(found) > 1 else found
    if right_to_left:
        segments.reverse()
    return [character for segment in segments for character in segment]


def _framed(segments: list[list[Character]]) -> list[list[Character]]:
    """Set marks at both ends of a foreign phrase, so that the pen comes and goes where its neighbours are."""
    first, last = segments[0][0], segments[-1][-1]
    right, left = max(one.x + one.width for one in (first, last)), min(first.x, last.x)
    wide = replace(_mark(RIGHT_MARK, first, 0), shape=_FRAME)
    return [[replace(wide, x=right, frame=-1)], *segments, [replace(wide, x=left, font=last.font, frame=1)]]
