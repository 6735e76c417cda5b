"""The text of a footnote held against its laid-out lines, and the cutting of its tree at a line's end."""

from __future__ import annotations

import copy
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

HYPHENS = frozenset("-\u2010\u058a\u05be\u0f0b")
"""What a hyphenation adds at a line's end (CSS Text 4, `hyphenate-character`, and its defaults by script)."""


def printed(text: str) -> str:
    """Return the characters that leave ink: no white space, no format characters (bidi controls, soft hyphens)."""
    return "".join(
        character for character in text if not character.isspace() and unicodedata.category(character) != "Cf"
    )


class Follower:
    """Follows the text of a note through its laid-out boxes.

    Attributes:
        position: printed characters of the text met so far.
        faithful: whether nothing was met that is not in the text, and nothing skipped.
    """

    def __init__(self, text: str) -> None:
        self._expected = printed(text)
        self._folded: deque[str] = deque()
        self.position = 0
        self.faithful = True

    def meet(self, text: str) -> bool:
        """Follow one run of a line; return whether its end was hyphenated."""
        characters = printed(text)
        for index, character in enumerate(characters):
            last = index == len(characters) - 1
            if not all(map(self._meet, character.casefold())):
                if last and character in HYPHENS:
                    return True
                self.faithful = False
        return False

    def _meet(self, letter: str) -> bool:
        if not self._folded:
            if self.position == len(self._expected):
                return False
            if self._expected[self.position] != letter and letter in HYPHENS:
                return False
            self._folded.extend(self._expected[self.position].casefold())
            self.position += 1
        return self._folded.popleft() == letter

    @property
    def finished(self) -> bool:
        """Whether all of the text was met, as it is."""
        return self.faithful and self.position == len(self._expected)


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a note is cut, at the end of a line."""

    after: int
    """Printed characters before it."""
    depth: int | None
    """How deep in the note's tree the block is whose line before the cut is justified as it goes on behind it.

    0 is the note itself; None where the cut is between two blocks, or the text is not justified.
    """
    height_px: float = 0
    """From the cut before it, or the note's top, to this one."""


def cut(note: Element, cuts: Sequence[Cut]) -> list[Element]:
    """Return the pieces of a note; the note itself is left as it is."""
    pieces, rest, done = [], copy.deepcopy(note), 0
    for place in cuts:
        head, rest = _divide(rest, place.after - done, place.depth)
        done = place.after
        pieces.append(head)
    pieces.append(rest)
    for number, piece in enumerate(pieces):
        piece.set("data-piece", str(number))
        piece.tail = None
    return pieces


def _divide(element: Element, after: int, turned: int | None) -> tuple[Element, Element]:
    """Divide a tree behind so many printed characters; those on the way down stand in both halves."""
    head, tail = Element(element.tag, dict(element.attrib)), Element(element.tag, dict(element.attrib))
    head.attrib.pop("data-piece", None)
    tail.attrib.pop("id", None)
    _add_class(tail, "note-continued" if _has_class(element, "note") else "continued")
    _add_class(head, "note-to-continue" if _has_class(element, "note") else "to-continue")
    if turned is not None:
        _add_class(head, "turned")
    head.text, tail.text, left = _divide_text(element.text, after)
    items = 0
    for child in list(element):
        length = len(printed("".join(child.itertext())))
        if left >= length:
            head.append(child)
            items += not _has_class(child, "continued")
            left -= length
            child.tail, rest, left = _divide_text(child.tail, left)
            _append_text(tail, rest)
        elif left == 0:
            tail.append(child)
        else:
            first, second = _divide(child, left, turned - 1 if turned else None)
            first.tail, second.tail, left = None, child.tail, 0
            head.append(first)
            tail.append(second)
            items += not _has_class(first, "continued")
    if element.tag == "ol" or _has_class(element, "as-ol"):
        _count_on(tail, element, items)
    return head, tail


def _divide_text(text: str | None, after: int) -> tuple[str | None, str | None, int]:
    """Return the text before, the text behind, and how many printed characters are still to come."""
    if not text or after == 0:
        return None, text, after
    for index, character in enumerate(text):
        after -= len(printed(character))
        if after == 0:
            rest = text[index + 1 :]
            # What prints nothing belongs to the word before it; the space at the turn to neither.
            kept = len(rest) - len(rest.lstrip("\u200c\u200d\u200e\u200f\u2069\u202c"))
            return text[: index + 1 + kept], rest[kept:].lstrip(" \n\t") or None, 0
    return text, None, after


def _append_text(parent: Element, text: str | None) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _count_on(tail: Element, whole: Element, items: int) -> None:
    """Let an ordered list go on counting after the cut."""
    start = int(whole.get("start") or whole.get("data-counted") or 1) + items
    tail.set("data-counted", str(start))
    tail.set("style", f"{whole.get('style', '').rstrip(';')};counter-reset:list-item {start - 1}".lstrip(";"))


def _has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def _add_class(element: Element, name: str) -> None:
    names = [known for known in element.get("class", "").split() if known not in {name, "turned"}]
    element.set("class", " ".join([*names, name]))


def notes_of(root: Element) -> Iterator[Element]:
    """Yield the footnotes of a section in document order."""
    return (element for element in root.iter() if _has_class(element, "note"))
