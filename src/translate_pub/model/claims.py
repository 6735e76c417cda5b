"""Who works on which chapter, and until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A chapter that somebody has taken on in one language."""

    language: str
    book: str
    chapter: str
    by: str
    """The person's name, as they wrote it."""
    since: dt.date
    until: dt.date
    """The last day of it."""

    def overdue(self, today: dt.date) -> bool:
        """Whether its last day is past."""
        return self.until < today

    def days_left(self, today: dt.date) -> int:
        """Count the days until its last one; negative once that is past."""
        return (self.until - today).days
