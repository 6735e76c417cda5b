"""The catalogues of one language of a book, as they are on disk, and how far they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translate_pub.checks import progress
from translate_pub.commands import tool_words
from translate_pub.commands.manuscript import Manuscript
from translate_pub.edition import furniture
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.progress import Progress
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs


@dataclass(frozen=True, slots=True)
class Translations:
    """What there is in one language of a book."""

    language: str
    catalogs: Mapping[str, Catalog]
    """Chapter, or `metadata` -> catalogue; of chapters that are gone too."""
    override: Catalog | None
    """The workspace's own words for the tool's."""

    def measure(self, text: Manuscript) -> dict[str, Progress]:
        """Measure every chapter of the book, its metadata and the tool's own words against the sources as they are."""
        parts = {part.chapter: progress.measure(self.catalogs.get(part.chapter), part) for part in text.templates}
        return {**parts, furniture.DOMAIN: tool_words.progress_of(self.language, self.override)}

    def standing(self, text: Manuscript) -> dict[str, Progress]:
        """Measure the same as the catalogues stand, whatever became of the sources since."""
        own = {chapter: progress.standing(catalog) for chapter, catalog in self.catalogs.items()}
        return {chapter: own.get(chapter, now) for chapter, now in self.measure(text).items()}


def read(workspace: Workspace, text: Manuscript, language: str) -> Outcome[Translations]:
    """Read the catalogues of a book in a language; no value where one of them is refused.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    books = catalogs.read(workspace, text.book, language)
    words = catalogs.read_furniture(workspace, language) or Outcome(None)
    found = (*books.diagnostics, *words.diagnostics)
    if books.value is None or (words.failed and words.diagnostics):
        return Outcome(None, found)
    return Outcome(Translations(language, {one.chapter: one for one in books.value}, words.value), found)
