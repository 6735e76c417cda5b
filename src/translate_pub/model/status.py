"""How far the translations of a workspace are, by book, language and chapter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from translate_pub.model.book import Launch
from translate_pub.model.claims import Claim
from translate_pub.model.forecast import Forecast, Outlook
from translate_pub.model.history import History
from translate_pub.model.progress import Progress


@dataclass(frozen=True, slots=True)
class ChapterStatus:
    """How far one chapter is; `metadata` and `furniture` are chapters here too, for they are printed."""

    chapter: str
    progress: Progress
    """Against the sources as they are now: what there will be after the next update."""
    standing: Progress
    """As it stands: the catalogue's own live entries, which are those of the revision that it follows.

    A chapter that has no catalogue yet is untranslated here too.
    """
    claim: Claim | None = None
    """Who has taken it on."""


@dataclass(frozen=True, slots=True)
class EditionStatus:
    """How far one language of a book is."""

    language: str
    chapters: tuple[ChapterStatus, ...]
    launch: Launch | None = None
    history: History | None = None
    """What git remembers of it; None where nobody asked, or there is no repository."""
    forecast: Forecast | None = None
    """When it will be complete; None where there is no history."""
    name: str = ""
    """What the language calls itself; looked up where it is empty."""

    @property
    def progress(self) -> Progress:
        """The sum of the chapters against the sources as they are now."""
        return sum((chapter.progress for chapter in self.chapters), Progress())

    @property
    def standing(self) -> Progress:
        """The sum of the chapters as they stand."""
        return sum((chapter.standing for chapter in self.chapters), Progress())

    @property
    def chapters_done(self) -> int:
        """How many chapters lack nothing."""
        return sum(chapter.progress.complete for chapter in self.chapters)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What has been taken on, in the order of the chapters."""
        return tuple(chapter.claim for chapter in self.chapters if chapter.claim)

    def days_left(self, today: dt.date) -> int | None:
        """Count the days until the launch; negative once it is past, None where no launch is set."""
        return (self.launch.date - today).days if self.launch else None


@dataclass(frozen=True, slots=True)
class BookStatus:
    """How far the languages of a book are."""

    book: str
    languages: tuple[EditionStatus, ...]


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What `status` shows."""

    books: tuple[BookStatus, ...]
    today: dt.date | None = None
    """The day from which days are counted until a launch; None where nobody counts."""

    @property
    def by_risk(self) -> tuple[tuple[str, EditionStatus], ...]:
        """Every edition that has a forecast, with its book: what is at risk first."""
        known = ((book.book, edition) for book in self.books for edition in book.languages if edition.forecast)
        return tuple(sorted(known, key=lambda one: _urgency(one[1])))

    @property
    def lowest(self) -> int:
        """The least per cent of all editions shown; 100 where none is."""
        return min((edition.progress.percent for book in self.books for edition in book.languages), default=100)


def _urgency(edition: EditionStatus) -> tuple[int, int]:
    """Sort by outlook, then by the days between the likely day and the launch, the unknown ones first."""
    forecast = edition.forecast
    if forecast is None:
        return len(Outlook), 0
    return list(Outlook).index(forecast.outlook), -(10**6) if forecast.margin is None else forecast.margin
