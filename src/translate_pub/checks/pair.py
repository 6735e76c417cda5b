"""A message and its translation, as rules see them."""

from __future__ import annotations

from dataclasses import dataclass

from translate_pub.model.catalog import Entry
from translate_pub.model.source import Segment
from translate_pub.source.inline import Comparer


@dataclass(frozen=True, slots=True)
class Pair:
    """A translation that may be printed, and the place in the source that it is for."""

    entry: Entry
    segment: Segment
    """The first place of the message."""
    language: str
    comparer: Comparer
    """Knows the link definitions and footnotes of the chapter."""
