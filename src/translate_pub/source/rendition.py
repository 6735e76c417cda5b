"""What a segment is to say in the edition's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from translate_pub.model.source import Segment


@dataclass(frozen=True, slots=True)
class Rendition:
    """The text that takes a segment's place."""

    text: str
    """Inline Markdown as in a msgstr; blank text leaves the source's."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Attributes for the element that the segment stands in (`lang`, `dir`, `data-po`); `class` is added to its own."""


Translate = Callable[[Segment], Rendition | None]
"""Gives the rendition of a segment; None leaves the source text, unmarked."""


def untranslated(_: Segment) -> None:
    """Leave every segment as the source has it."""
    return
