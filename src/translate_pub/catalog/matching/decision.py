"""The nouns of matching: what there was, what there is now, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.model.catalog import Entry, Key, Message
from translate_pub.model.update import Fate


@dataclass(frozen=True, slots=True)
class Old:
    """An entry of before the update; an `int` names it by its place in the list of all of them."""

    chapter: str
    entry: Entry

    @property
    def source(self) -> Key:
        """The message that its translation was made for."""
        return self.entry.previous or self.entry.key if self.entry.fuzzy else self.entry.key

    @property
    def text(self) -> bool:
        """Whether it has a translation, were it only of one plural form."""
        return bool(self.entry.msgstr) or (self.entry.plural is not None and any(self.entry.plural[1]))

    @property
    def live_text(self) -> bool:
        """Whether it has a translation and is not obsolete."""
        return not self.entry.obsolete and self.text


@dataclass(frozen=True, slots=True)
class Slot:
    """A message of the revised source; an `int` names it by its place in the book."""

    chapter: str
    message: Message


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a message's translation comes from."""

    fate: Fate
    origins: tuple[int, ...] = ()
    """The old entries that it is made of."""
    msgstr: str = ""
    score: float = 1.0
    fuzzy: bool = False
    """Whether it must be looked at for a reason that is not in the old entry already."""


@dataclass(frozen=True, slots=True)
class Match:
    """What there was, what there is now, and a decision for each of the latter."""

    olds: Sequence[Old]
    slots: Sequence[Slot]
    decisions: Sequence[Decision]

    def taken(self) -> frozenset[int]:
        """Return the old entries whose text lives on in a message."""
        return frozenset(
            index
            for decision in self.decisions
            for index in decision.origins
            if decision.msgstr == self.olds[index].entry.msgstr or decision.fate in {Fate.SPLIT, Fate.JOINED}
        )
