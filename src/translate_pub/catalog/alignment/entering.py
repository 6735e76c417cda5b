"""What an alignment found for the messages of a chapter goes into its catalogue: fuzzy, and marked as found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from translate_pub.catalog import alternatives, remarks
from translate_pub.catalog.remarks import Remark
from translate_pub.model.alignment import Fate, Find
from translate_pub.model.catalog import Catalog, Entry, Key

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
WORD = "suggested"


@dataclass(frozen=True, slots=True)
class Manner:
    """How finds are entered."""

    overwrite: bool = False
    """Whether a fuzzy translation gives way; one that is not fuzzy never does."""
    alternatives: bool = False
    """Whether what differs from a translation that stays is kept beside it, as a translator's comment."""


def choose(finds: Iterable[Find]) -> dict[Key, Find]:
    """Choose one find for each message, which may stand in several places: the surest."""
    chosen: dict[Key, Find] = {}
    for find in finds:
        known = chosen.get(find.key)
        if known is None or find.confidence > known.confidence:
            chosen[find.key] = find
    return chosen


def enter(catalog: Catalog, finds: Mapping[Key, Find], manner: Manner) -> tuple[Catalog, dict[Key, Fate]]:
    """Enter finds into a catalogue.

    Returns:
        The catalogue, the very same where nothing changed; and what became of each find.
    """
    fates: dict[Key, Fate] = {}
    entries = []
    for entry in catalog.entries:
        find = None if entry.obsolete or entry.plural else finds.get(entry.key)
        if find is None:
            entries.append(entry)
            continue
        fate, made = _enter(entry, find, manner)
        fates[entry.key] = fate
        entries.append(made)
    missing = dict.fromkeys(finds.keys() - fates.keys(), Fate.HOMELESS)
    changed = any(new is not old for new, old in zip(entries, catalog.entries, strict=True))
    return (replace(catalog, entries=tuple(entries)) if changed else catalog), {**fates, **missing}


def _enter(entry: Entry, find: Find, manner: Manner) -> tuple[Fate, Entry]:
    text = _BLANK.sub("\n", find.text.strip())
    if entry.msgstr and " ".join(entry.msgstr.split()) == " ".join(text.split()):
        return Fate.SAME, entry
    if entry.msgstr and not (entry.fuzzy and manner.overwrite):
        return Fate.KEPT, alternatives.add(entry, text) if manner.alternatives else entry
    flags = entry.flags if entry.fuzzy else ("fuzzy", *entry.flags)
    made = remarks.remove(entry, WORD).revise(msgstr=text, flags=flags, previous=None)
    if entry.msgstr:
        made = alternatives.add(made, entry.msgstr)
    return Fate.ENTERED, remarks.add(made, Remark(WORD, f"{PurePath(find.file).name} {find.confidence:.2f}"))
