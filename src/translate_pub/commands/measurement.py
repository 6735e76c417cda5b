"""What is to be measured of a chapter, and what was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, Outcome
from translate_pub.model.progress import Progress, Tallied
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import places


@dataclass(frozen=True, slots=True)
class Job:
    """A chapter that is to be measured; the metadata is one too."""

    workspace: Workspace
    book: Book
    chapter: str
    source: str
    """The path of what its messages are made of, relative to the root."""
    languages: tuple[str, ...]

    @property
    def name(self) -> str:
        """For example `ferry 01-bank`."""
        return f"{self.book.name} {self.chapter}"

    @property
    def template(self) -> str:
        """The path of its template."""
        return places.template_path(self.workspace, self.book.name, self.chapter)

    def catalog(self, language: str) -> str:
        """Return the path of its catalogue in a language."""
        return places.catalog_path(self.workspace, self.book.name, language, self.chapter)


@dataclass(frozen=True, slots=True)
class Measured:
    """How far a chapter is."""

    untranslated: Progress | None
    """In a language that has no catalogue of it; None where its source cannot be read."""
    found: tuple[Diagnostic, ...] = ()
    """What is to be said about its source, where that had to be read."""
    languages: Mapping[str, Outcome[Tallied]] = field(default_factory=dict)
    """Of every language that has a catalogue."""
