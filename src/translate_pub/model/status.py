"""How far the translations of a workspace are, by book, language and chapter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from translate_pub.model.book import Launch
from translate_pub.model.claims import Claim
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
    def lowest(self) -> int:
        """The least per cent of all editions shown; 100 where none is."""
        return min((edition.progress.percent for book in self.books for edition in book.languages), default=100)
