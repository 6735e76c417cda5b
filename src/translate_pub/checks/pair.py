"""A message and its translation, as rules see them."""

from __future__ import annotations

from dataclasses import dataclass

from translate_pub.checks import prose
from translate_pub.checks.prose import Prose
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
    source_language: str = "en"
    """BCP 47 tag of the language that the message is in."""

    @property
    def source(self) -> Prose:
        """The message without its markup."""
        return prose.read(self.entry.msgid)

    @property
    def target(self) -> Prose:
        """The translation without its markup."""
        return prose.read(self.entry.msgstr)

    @property
    def subtag(self) -> str:
        """The language alone, without script and region: `pt` of `pt-BR`."""
        return self.language.partition("-")[0]
