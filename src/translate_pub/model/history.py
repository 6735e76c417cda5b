"""What git remembers of an edition: who translated how much, when, and how far it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """What one person did for an edition in one commit, in words of the source."""

    day: dt.date
    person: str
    """The name, as the mailmap has it."""
    translated: int = 0
    """Words whose translation is new, changed, or has been found good as it stood."""
    reviewed: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an edition was at the end of a day on which its catalogues changed."""

    day: dt.date
    translated: int
    """Words of the source translated, not fuzzy."""


@dataclass(frozen=True, slots=True)
class Person:
    """What one person did for an edition in all, in words of the source."""

    name: str
    translated: int
    reviewed: int
    last: dt.date
    """The day of the last of it."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of one language of a book."""

    standings: tuple[Standing, ...] = ()
    """On the main line of commits, oldest first."""
    work: tuple[Work, ...] = ()
    """Oldest first; merges are nobody's work."""
    complete: bool = True
    """Whether it reaches back to the beginning; a shallow clone's does not."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who worked on it, those with the most words first."""
        names = dict.fromkeys(work.person for work in self.work)
        people = (self._person(name) for name in names)
        return tuple(sorted(people, key=lambda person: (-person.translated, -person.reviewed, person.name)))

    def _person(self, name: str) -> Person:
        done = [work for work in self.work if work.person == name]
        return Person(
            name, sum(work.translated for work in done), sum(work.reviewed for work in done), max(w.day for w in done)
        )
