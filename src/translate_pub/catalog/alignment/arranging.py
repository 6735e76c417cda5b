"""The order in which blocks are compared: footnotes where they are called, asides apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from translate_pub.model.alignment import Block

_CALL = re.compile(r"\[\^([^\]]+)\]")
_ASIDES = frozenset(("abbreviation", "link title"))


def arrange(blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """Put footnotes after the block that first calls them, wherever their file has them.

    A translation in one file has all of its notes at its end, its source at the end of every chapter.

    Returns:
        Indices of the blocks of the text, and of those that stand in no text (abbreviations, titles of links).
    """
    notes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.note and block.kind not in _ASIDES:
            notes[block.chapter, block.note].append(number)
    order: list[int] = []
    asides: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind in _ASIDES:
            asides.append(number)
        elif not block.note:
            _place(number, blocks, notes, order)
    for uncalled in list(notes.values()):
        order += uncalled
    return order, asides


def _place(number: int, blocks: Sequence[Block], notes: dict[tuple[str, str], list[int]], order: list[int]) -> None:
    """Place a block, and the notes that it calls after it; notes may call notes."""
    waiting = [number]
    while waiting:
        one = waiting.pop(0)
        order.append(one)
        for label in _CALL.findall(blocks[one].text):
            waiting += notes.pop((blocks[one].chapter, label), [])
