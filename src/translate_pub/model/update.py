"""What an update of catalogues did: where every translation went."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from translate_pub.model.catalog import Catalog, Key


class Fate(enum.Enum):
    """How a message of a revised source came by its translation."""

    EXACT = "exact"
    """It was in its catalogue already."""
    MOVED = "moved"
    """The same text stood in another chapter's catalogue."""
    REVIVED = "revived"
    """The same text was obsolete."""
    DRESSED = "dressed"
    """The same text but for white space, quotation marks or emphasis marks: kept, not fuzzy."""
    CORRECTED = "corrected"
    """The same text but for a correction that somebody vouched for: kept, not fuzzy."""
    FUZZY = "fuzzy"
    """A similar text had it: to be looked at."""
    SPLIT = "split"
    """It is a part of a text that was split, and has its part of the translation: to be looked at."""
    JOINED = "joined"
    """It is several texts joined, and has their translations joined: to be looked at."""
    COPIED = "copied"
    """Most of it is what translators leave as it is, so that it is proposed as its own translation: to be looked at."""
    COMPOSED = "composed"
    """Put together from what the catalogue has for its words, and what translators leave as it is: to be looked at."""
    NEW = "new"
    """Nothing fits; untranslated."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A translation that a message came by in other ways than by standing there already."""

    key: Key
    fate: Fate
    origins: tuple[Key, ...]
    """The messages whose translations it was made of."""
    score: float
    """How alike the texts are, 0 to 1."""


@dataclass(frozen=True, slots=True)
class CatalogUpdate:
    """What an update did to one catalogue. Counts are of messages."""

    path: str
    chapter: str
    created: bool
    """Whether there was no such file before."""
    changed: bool
    """Whether any byte of it is to be written."""
    exact: int = 0
    moved: int = 0
    revived: int = 0
    dressed: int = 0
    corrected: int = 0
    fuzzy: int = 0
    split: int = 0
    joined: int = 0
    copied: int = 0
    composed: int = 0
    new: int = 0
    obsolete: int = 0
    """Translations that became obsolete in this run."""
    lost: int = 0
    """Translations that are in no catalogue any more; always 0, and counted to prove it."""
    words_before: int = 0
    """Source words translated, not fuzzy, before the update; 0 for a new catalogue."""
    words_after: int = 0
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """The catalogues of one book in one language after an update."""

    language: str
    catalogs: tuple[Catalog, ...]
    """Every catalogue, in the templates' order, then those of chapters that are gone and still hold text."""
    removed: tuple[str, ...]
    """Paths of catalogues from which everything went elsewhere: to be deleted."""
    reports: tuple[CatalogUpdate, ...]
    """One for each of `catalogs`."""
    removals: tuple[CatalogUpdate, ...] = ()
    """One for each of `removed`."""

    @property
    def changed(self) -> bool:
        """Whether anything is to be written or deleted."""
        return bool(self.removed) or any(report.changed for report in self.reports)

    @property
    def words(self) -> tuple[int, int]:
        """Source words translated, not fuzzy, before and after."""
        every = (*self.reports, *self.removals)
        return sum(one.words_before for one in every), sum(one.words_after for one in every)
