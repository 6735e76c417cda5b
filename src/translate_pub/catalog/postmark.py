"""What a catalogue that is sent to a translator carries in its header, so that it is known when it comes back.

Editors keep header fields that they do not know, whatever they make of the file's name, wrapping and order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translate_pub.catalog import header
from translate_pub.model.catalog import Catalog

_CATALOG, _BASE = "X-Translate-Pub-Catalog", "X-Translate-Pub-Base"
_ENOUGH = 0.5
"""Share of a file's messages that a catalogue must have to be the one that it came from."""


@dataclass(frozen=True, slots=True)
class Postmark:
    """Which catalogue was sent, and what it held."""

    language: str
    book: str
    chapter: str
    base: str
    """Name that git gives to the bytes of the catalogue when it was sent, 40 hexadecimal digits."""


def stamp(catalog: Catalog, mark: Postmark) -> Catalog:
    """Return a catalogue with a postmark; nothing else of it changes."""
    marked = header.put(catalog.header, _CATALOG, f"{mark.language}/{mark.book}/{mark.chapter}")
    return replace(catalog, header=header.put(marked, _BASE, mark.base))


def read(catalog: Catalog) -> Postmark | None:
    """Return the postmark of a catalogue; None where it has none."""
    parts = header.field(catalog.header, _CATALOG).split("/")
    if len(parts) != 3:  # noqa: PLR2004  # language, book, chapter
        return None
    language, book, chapter = parts
    return Postmark(language, book, chapter, header.field(catalog.header, _BASE))


def remove(catalog: Catalog) -> Catalog:
    """Return a catalogue without its postmark."""
    return replace(catalog, header=header.drop(header.drop(catalog.header, _CATALOG), _BASE))


def likeliest(catalog: Catalog, known: Iterable[Catalog]) -> Catalog | None:
    """Return the catalogue that has most of a file's messages; None where none has half of them."""
    messages = {entry.key for entry in catalog.entries}
    found = max(known, key=lambda one: len(messages & {entry.key for entry in one.entries}), default=None)
    if found is None or not messages:
        return None
    return found if len(messages & {entry.key for entry in found.entries}) >= _ENOUGH * len(messages) else None
