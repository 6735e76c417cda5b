"""The metadata that a reader sees, translated through the catalogue `metadata`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate_pub.model.book import Metadata
    from translate_pub.model.catalog import Catalog

CHAPTER = "metadata"
"""The chapter's name of the catalogue that holds them."""


def translate(metadata: Metadata, catalog: Catalog | None) -> Metadata:
    """Translate what has a translation; the rest stays in the book's language."""
    words = {entry.msgid: entry.msgstr for entry in catalog.live().values() if entry.translated} if catalog else {}

    def say(text: str) -> str:
        return words.get(text) or "\n\n".join(words.get(piece, piece) for piece in text.split("\n\n"))

    return replace(
        metadata,
        title=say(metadata.title),
        subtitle=say(metadata.subtitle),
        short_title=say(metadata.short_title),
        rights=say(metadata.rights),
        description=say(metadata.description),
        edition=say(metadata.edition),
        publisher=say(metadata.publisher),
        place=say(metadata.place),
        parts=tuple(replace(part, title=say(part.title), caption=say(part.caption)) for part in metadata.parts),
        contributors=tuple(replace(person, name=say(person.name)) for person in metadata.contributors),
    )
