"""Decisions -> entries -> a catalogue, byte for byte as it was wherever nothing changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate_pub.catalog import alternatives
from translate_pub.catalog.matching.decision import Decision, Old, Slot
from translate_pub.model.catalog import Damage, Entry
from translate_pub.model.update import Fate


def entry_of(slot: Slot, decision: Decision, olds: Sequence[Old]) -> Entry:
    """Make a message's entry from where its translation comes from, with the bytes of the old one where it is the same.

    Whatever was not made for this very text is fuzzy and names the text that it was made for.
    """
    if decision.fate is Fate.NEW:
        return Entry(slot.message.context, slot.message.msgid)
    if decision.fate in {Fate.COPIED, Fate.COMPOSED}:
        return Entry(slot.message.context, slot.message.msgid, decision.msgstr, flags=("fuzzy",))
    first = olds[decision.origins[0]].entry
    if decision.fate is Fate.EXACT:
        return first
    if decision.fate in {Fate.MOVED, Fate.REVIVED}:
        entry = first.revise(obsolete=False) if first.obsolete else first
        return _add_flag(entry) if decision.fuzzy else entry
    if decision.fate in {Fate.DRESSED, Fate.CORRECTED}:
        kept = _settle(first) if decision.fate is Fate.CORRECTED else first
        return kept.revise(context=slot.message.context, msgid=slot.message.msgid, obsolete=False)
    origins = [olds[index] for index in decision.origins]
    return Entry(
        slot.message.context,
        slot.message.msgid,
        decision.msgstr,
        flags=("fuzzy",),
        previous=(origins[0].source[0], " ".join(old.source[1] for old in origins)),
        comments=tuple(dict.fromkeys(comment for old in origins for comment in old.entry.comments)),
    )


def _add_flag(entry: Entry) -> Entry:
    return entry if entry.fuzzy else entry.revise(flags=("fuzzy", *entry.flags))


def _settle(entry: Entry) -> Entry:
    """Take back that an entry is to be looked at."""
    return entry.revise(flags=tuple(flag for flag in entry.flags if flag != "fuzzy"), previous=None)


def retire(entry: Entry) -> Entry:
    """Make an entry obsolete; it keeps its text, its state and what its translators say of it."""
    if entry.obsolete:
        return entry
    flags = ("fuzzy",) if entry.fuzzy else ()
    return entry.revise(obsolete=True, flags=flags, extracted=(), references=())


def space(entry: Entry) -> Entry:
    """Put a blank line before an entry that had none, being its file's first."""
    if entry.raw is None or entry.raw.startswith((b"\n", b"\r\n")):
        return entry
    return replace(entry, raw=b"\n" + entry.raw)


def combine(live: Iterable[Entry], obsolete: Iterable[Entry]) -> tuple[Entry, ...]:
    """Run live and obsolete entries together, each message once, as gettext demands.

    A second translation of a message stays as a translator's comment beside the first.
    """
    combined = {entry.key: entry for entry in live}
    for entry in obsolete:
        first = combined.get(entry.key)
        if first is None:
            combined[entry.key] = entry
        else:
            for text in (entry.msgstr, *alternatives.read(entry)):
                first = alternatives.add(first, text)
            combined[entry.key] = first
    return tuple(combined.values())


def place_damage(damaged: Sequence[Damage], before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Damage, ...]:
    """Find damaged blocks their new places: each before the entry that it stood before, or the next one still there."""
    where = {entry.key: index for index, entry in enumerate(after)}
    index, places = len(after), [len(after)] * (len(before) + 1)
    for number in range(len(before) - 1, -1, -1):
        index = places[number] = where.get(before[number].key, index)
    moved = (replace(damage, index=places[min(damage.index, len(before))]) for damage in damaged)
    return tuple(sorted(moved, key=lambda damage: damage.index))
