"""How far a translation is, in messages and in words of the source."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class State(enum.Enum):
    """What has become of a message in one language, from the beginning to the end."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    """There is a text, and somebody has to look at it."""
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    """Translated, and somebody has read it as it stands."""


@dataclass(frozen=True, slots=True)
class Count:
    """Totals of one measure (messages, or words of the source language)."""

    translated: int = 0
    """Those that are reviewed are among them."""
    fuzzy: int = 0
    untranslated: int = 0
    reviewed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def states(self) -> dict[State, int]:
        """How many are in each state and in no other: here what is reviewed is not counted as translated again."""
        return {
            State.UNTRANSLATED: self.untranslated,
            State.FUZZY: self.fuzzy,
            State.TRANSLATED: self.translated - self.reviewed,
            State.REVIEWED: self.reviewed,
        }

    @classmethod
    def of(cls, state: State, amount: int) -> Count:
        """Count an amount that is in one state."""
        match state:
            case State.UNTRANSLATED:
                return cls(untranslated=amount)
            case State.FUZZY:
                return cls(fuzzy=amount)
            case State.TRANSLATED:
                return cls(translated=amount)
        return cls(translated=amount, reviewed=amount)

    def __add__(self, other: Count) -> Count:
        return Count(
            self.translated + other.translated,
            self.fuzzy + other.fuzzy,
            self.untranslated + other.untranslated,
            self.reviewed + other.reviewed,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one catalogue, or a sum of catalogues, is."""

    messages: Count = Count()
    words: Count = Count()

    @classmethod
    def of(cls, state: State, words: int) -> Progress:
        """Measure one message that has so many words of the source."""
        return cls(Count.of(state, 1), Count.of(state, words))

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.messages + other.messages, self.words + other.words)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.messages.translated == self.messages.total

    @property
    def reviewed(self) -> bool:
        """Whether everything has been reviewed."""
        return self.messages.reviewed == self.messages.total

    @property
    def percent(self) -> int:
        """Words translated of all, in per cent, rounded down; 100 only when nothing at all is missing."""
        return _percent(self.words.translated, self.words.total, whole=self.complete)

    @property
    def percent_reviewed(self) -> int:
        """Words reviewed of all, in the same way."""
        return _percent(self.words.reviewed, self.words.total, whole=self.reviewed)


@dataclass(frozen=True, slots=True)
class Tallied:
    """How far one catalogue is, in both measures."""

    standing: Progress
    """By itself: its own live entries."""
    now: Progress
    """Against the messages that its chapter has now."""


def _percent(part: int, total: int, *, whole: bool) -> int:
    if whole:
        return 100
    return min(99, part * 100 // total) if total else 0
