"""Work on a message that the other side's update has meanwhile replaced by another goes to the message that took over.

One person translates "They voted."; on the other side an update finds "They voted twice." in its place, and carries
the old translation there, as fuzzy. Message by message both are merged already, yet the new work would end among the
obsolete entries while the old text is what is proposed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import replace

from translate_pub.catalog import alternatives
from translate_pub.catalog.matching.sameness import undress
from translate_pub.catalog.merging.sides import united
from translate_pub.model.catalog import Entry, Key

Entries = Mapping[Key, Entry]


def heirs(base: Entries, side: Entries) -> Callable[[Key], list[Key]]:
    """Find which messages of a side took over the translation of one that was live in the base.

    They are new on that side, and name the old message as the one that they were translated for, or are the only one
    to have the text that it alone had.
    """
    had = Counter(entry.msgstr for entry in base.values() if not entry.obsolete)
    by_key: dict[Key, list[Key]] = defaultdict(list)
    by_text: dict[str, list[Key]] = defaultdict(list)
    for key, entry in side.items():
        if entry.obsolete or (key in base and not base[key].obsolete):
            continue
        if entry.previous:
            by_key[entry.previous].append(key)
        elif entry.msgstr:
            by_text[entry.msgstr].append(key)

    def find(key: Key) -> list[Key]:
        was = base[key]
        if was.obsolete:
            return []
        alike = by_text.get(was.msgstr, [])
        return [*by_key.get(key, ()), *(alike if len(alike) == had[was.msgstr] == 1 else ())]

    return find


def hand_down(
    merged: MutableMapping[Key, Entry], was: Entry, worked: Entry, keys: Iterable[Key], signature: str
) -> bool:
    """Give the work on a message to those that took it over, and say whether there were any.

    It takes the place of the old text where that was only carried there, and else stands beside what is there.

    Args:
        merged: the entries of the merged catalogue; those of `keys` are replaced.
        was: the message's entry in the base.
        worked: the one that somebody has worked on since.
        keys: the messages that took over, all new on the other side.
        signature: whose work it is.
    """
    handed = False
    for key in keys:
        heir = merged[key]
        if heir.msgstr == was.msgstr and (heir.fuzzy or undress(heir.msgid) == undress(was.msgid)):
            flags = tuple(dict.fromkeys((*(("fuzzy",) if worked.fuzzy else ()), *heir.flags)))
            heir = replace(heir, msgstr=worked.msgstr, flags=flags, raw=None)
        else:
            heir = alternatives.add(heir, worked.msgstr, signature)
        comments = united(was.comments, heir.comments, worked.comments)
        merged[key] = heir if comments == heir.comments else heir.revise(comments=comments)
        handed = True
    return handed
