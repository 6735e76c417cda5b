"""A book as its folder has it now: its sources, what was read from them, and the templates made of that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from translate_pub.catalog import template
from translate_pub.catalog.header import HeaderFacts
from translate_pub.model.book import Book
from translate_pub.model.catalog import Template
from translate_pub.model.diagnostic import ConfigurationError, Diagnostic, Outcome
from translate_pub.model.source import Reading, Segment, Source
from translate_pub.model.workspace import Workspace
from translate_pub.source import metadata, reading
from translate_pub.workspace import config, files, git, sources


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book, read."""

    book: Book
    sources: tuple[Source, ...]
    """In reading order, one for each of the book's files."""
    readings: tuple[Reading, ...]
    templates: tuple[Template, ...]
    """Of the metadata, then of each source."""

    def segments(self) -> dict[str, tuple[Segment, ...]]:
        """Give the segments of the metadata and of every chapter, by the chapter's name."""
        chapters = zip(self.book.files, self.readings, strict=True)
        return {
            metadata.CHAPTER: metadata.segments(self.book),
            **{file.name: found.segments for file, found in chapters},
        }

    def paths(self) -> dict[str, str]:
        """Give the file of the metadata and of every chapter, relative to the root, by the chapter's name."""
        return {metadata.CHAPTER: self.book.configuration, **{file.name: file.path for file in self.book.files}}

    def facts(self, workspace: Workspace) -> HeaderFacts:
        """Give what the headers of its catalogues say."""
        return HeaderFacts(f"{workspace.settings.project} {self.book.name}", bugs=workspace.settings.bugs)


def read(workspace: Workspace, name: str) -> Outcome[Manuscript]:
    """Read a book; no value where its configuration has mistakes or a source is missing or no text.

    Raises:
        WorkspaceError: there is no such book, or a file cannot be read.
    """
    configured = config.load_book(workspace, name)
    if configured.value is None:
        return Outcome(None, configured.diagnostics)
    book = configured.value
    texts = sources.read(workspace, book)
    found = (*configured.diagnostics, *texts.diagnostics)
    if texts.value is None:
        return Outcome(None, found)
    configuration = files.read(workspace.root / book.configuration) or b""
    blob = git.content_name(workspace.root, book.configuration, configuration)
    return _gather(book, blob, texts.value, found)


def require(workspace: Workspace, name: str) -> tuple[Manuscript, tuple[Diagnostic, ...]]:
    """Read a book without which nothing can be done; return it with what was found about it.

    Raises:
        ConfigurationError: it cannot be read.
        WorkspaceError: likewise a file.
    """
    found = read(workspace, name)
    if found.value is None:
        raise ConfigurationError(f"{name} cannot be read, so nothing is done", found.diagnostics)
    return found.value, found.diagnostics


def _gather(book: Book, blob: str, texts: tuple[Source, ...], found: tuple[Diagnostic, ...]) -> Outcome[Manuscript]:
    """Read the sources of a book and make the templates."""
    outcomes = [reading.read(text) for text in texts]
    readings = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    findings = (*found, *(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics))
    if len(readings) < len(texts):
        return Outcome(None, findings)
    return Outcome(Manuscript(book, texts, readings, _templates(book, blob, readings)), findings)


def _templates(book: Book, blob: str, readings: tuple[Reading, ...]) -> tuple[Template, ...]:
    """Make the template of the metadata and that of each chapter."""
    return (metadata_template(book, blob), *(_template(book.name, found) for found in readings))


def metadata_template(book: Book, blob: str) -> Template:
    """Make the template of the metadata; `blob` is git's name of the bytes of its `book.toml`."""
    return template.build(book.name, metadata.CHAPTER, metadata.segments(book), book.configuration, blob)


def chapter_template(book: str, source: Source) -> Outcome[Template]:
    """Make the template of one chapter from its source; no value where it cannot be read."""
    found = reading.read(source)
    return Outcome(None if found.value is None else _template(book, found.value), found.diagnostics)


def _template(book: str, found: Reading) -> Template:
    source = found.source
    return template.build(book, PurePosixPath(source.path).stem, found.segments, source.path, source.blob)
