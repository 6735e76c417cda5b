"""Readings become blocks."""

from __future__ import annotations

from collections.abc import Mapping

from translate_pub.model.alignment import Block
from translate_pub.model.catalog import Entry, Key
from translate_pub.model.source import Reading


def of(reading: Reading, chapter: str, entries: Mapping[Key, Entry] | None = None) -> tuple[Block, ...]:
    """Make the blocks of a source or of a translation, one a segment, in the same order.

    Args:
        reading: what was read from it.
        chapter: the chapter's name, or that of the file of the translation.
        entries: of a source, what its catalogue has; translations that may be printed tell where their text belongs.
    """
    known = {key: entry.msgstr for key, entry in (entries or {}).items() if entry.translated}
    return tuple(
        Block(segment.kind, segment.text, segment.note, chapter, known.get(segment.key, ""), segment.line)
        for segment in reading.segments
    )
