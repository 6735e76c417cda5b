"""How far a translation is, in messages and in words of the source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """Totals of one measure (messages, or words of the source language)."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.translated + self.fuzzy + self.untranslated

    def __add__(self, other: Count) -> Count:
        return Count(
            self.translated + other.translated, self.fuzzy + other.fuzzy, self.untranslated + other.untranslated
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one catalogue, or a sum of catalogues, is."""

    messages: Count = Count()
    words: Count = Count()

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.messages + other.messages, self.words + other.words)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.messages.translated == self.messages.total

    @property
    def percent(self) -> int:
        """Words translated of all, in per cent, rounded down; 100 only when nothing at all is missing."""
        if self.complete:
            return 100
        return min(99, self.words.translated * 100 // self.words.total) if self.words.total else 0
