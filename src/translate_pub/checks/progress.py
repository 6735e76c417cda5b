"""How far a translation is, measured against the sources as they are now."""

from __future__ import annotations

from translate_pub.catalog import words
from translate_pub.model.catalog import Catalog, Entry, Message, Template
from translate_pub.model.progress import Count, Progress


def measure(catalog: Catalog | None, template: Template) -> Progress:
    """Measure a catalogue against the messages of its template.

    A message counts as translated when its live entry is; one that the catalogue does not have, or that has no
    catalogue at all, is untranslated. Words are those of the source.
    """
    entries = catalog.live() if catalog else {}
    return sum((_one(message, entries.get(message.key)) for message in template.messages), Progress())


def _one(message: Message, entry: Entry | None) -> Progress:
    """Count one message in both measures."""
    return Progress(_count(1, entry), _count(words.count(message.msgid), entry))


def _count(amount: int, entry: Entry | None) -> Count:
    if entry is None or not entry.msgstr:
        return Count(untranslated=amount)
    return Count(fuzzy=amount) if entry.fuzzy else Count(translated=amount)
