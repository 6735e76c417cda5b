"""The Markdown of a book, read from its folder."""

from __future__ import annotations

from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.source import Source
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, git
from translate_pub.workspace.text import decode


def read(workspace: Workspace, book: Book) -> Outcome[tuple[Source, ...]]:
    """Return the sources of a book in reading order; none where one is missing or is no UTF-8 text.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    outcomes = [read_file(workspace, file.path) for file in book.files]
    found = tuple(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    sources = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    return Outcome(sources if len(sources) == len(outcomes) else None, found)


def read_file(workspace: Workspace, path: str) -> Outcome[Source]:
    """Return one source, by its path relative to the root; none where it is missing or no UTF-8 text.

    Raises:
        WorkspaceError: it is there and cannot be read.
    """
    data = files.read(workspace.root / path)
    if data is None:
        missing = Diagnostic("B008", Severity.ERROR, "the chapter's file is missing", Span(path))
        return Outcome(None, (missing,))
    text = decode(data, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    return Outcome(Source(path, text.value, git.content_name(workspace.root, path, data)), text.diagnostics)
