"""The first step: messages whose text was there before, in their own catalogue or in another of the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from translate_pub.catalog.matching.decision import Decision, Old, Slot
from translate_pub.model.catalog import Key
from translate_pub.model.update import Fate


def decide(olds: Sequence[Old], slots: Sequence[Slot]) -> list[Decision | None]:
    """Decide for every message that stands somewhere already; None for the others.

    A text keeps the entry of its own chapter, translated or not. Otherwise it takes a translation from where the text
    vanished (it moved), from what is obsolete (it came back), or from where it still stands (it is repeated).
    """
    places = {(slot.chapter, slot.message.key) for slot in slots}
    own: dict[tuple[str, Key], int] = {}
    elsewhere: dict[Key, list[int]] = defaultdict(list)
    for index, old in enumerate(olds):
        entry = old.entry
        if not entry.obsolete or entry.msgstr:
            own.setdefault((old.chapter, entry.key), index)
        if entry.msgstr:
            elsewhere[entry.key].append(index)
    for key, indices in elsewhere.items():
        if len(indices) > 1:
            indices.sort(key=lambda index: ((olds[index].chapter, key) in places, *_state(olds[index])))
    return [_decide(slot, own, elsewhere, olds, places) for slot in slots]


def _state(old: Old) -> tuple[bool, bool]:
    return old.entry.obsolete, old.entry.fuzzy


def _decide(
    slot: Slot,
    own: dict[tuple[str, Key], int],
    elsewhere: dict[Key, list[int]],
    olds: Sequence[Old],
    places: set[tuple[str, Key]],
) -> Decision | None:
    key = slot.message.key
    index = own.get((slot.chapter, key))
    if index is not None:
        entry = olds[index].entry
        return Decision(Fate.REVIVED if entry.obsolete else Fate.EXACT, (index,), entry.msgstr)
    found = elsewhere.get(key)
    if not found:
        return None
    best = olds[found[0]]
    repeated = (best.chapter, key) in places
    agreed = not repeated or len({olds[index].entry.msgstr for index in found}) == 1
    fate = Fate.REVIVED if best.entry.obsolete else Fate.MOVED
    return Decision(fate, (found[0],), best.entry.msgstr, fuzzy=not agreed)
