"""How far a translation is, measured against the sources as they are now."""

from __future__ import annotations

from translate_pub.catalog import reviews, words
from translate_pub.model.catalog import Catalog, Entry, Template
from translate_pub.model.progress import Progress, State


def measure(catalog: Catalog | None, template: Template) -> Progress:
    """Measure a catalogue against the messages of its template.

    A message counts as translated when its live entry is; one that the catalogue does not have, or that has no
    catalogue at all, is untranslated. Words are those of the source.
    """
    entries = catalog.live() if catalog else {}
    counted = (Progress.of(state(entries.get(one.key)), words.count(one.msgid)) for one in template.messages)
    return sum(counted, Progress())


def measure_furniture(used: Catalog, override: Catalog | None, template: Template) -> Progress:
    """Measure the tool's own words in a language.

    What ships with the tool counts as reviewed: nobody in the workspace is asked to read it.

    Args:
        used: the words as an edition has them, whoever translated them.
        override: the workspace's own, which `used` was made with.
        template: all of them.
    """
    entries, own = used.live(), override.live() if override else {}
    states = {
        key: State.REVIEWED if entry.translated and entry is not own.get(key) else state(entry)
        for key, entry in entries.items()
    }
    counted = (Progress.of(states[one.key], words.count(one.msgid)) for one in template.messages)
    return sum(counted, Progress())


def standing(catalog: Catalog) -> Progress:
    """Measure a catalogue by itself: its live entries, which are the messages of the revision that it follows."""
    entries = catalog.live().values()
    return sum((Progress.of(state(entry), words.count(entry.msgid)) for entry in entries), Progress())


def state(entry: Entry | None) -> State:
    """Say what has become of a message whose entry this is; None where there is none."""
    if entry is None or not entry.msgstr:
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    return State.REVIEWED if reviews.read(entry) else State.TRANSLATED
