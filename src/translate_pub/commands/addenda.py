"""The sections that one edition alone has, read from its own files."""

from __future__ import annotations

from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.source import Source
from translate_pub.model.workspace import Workspace
from translate_pub.source import reading
from translate_pub.workspace import sources


def read(workspace: Workspace, book: Book, language: str) -> Outcome[tuple[Source, ...]]:
    """Return the sources of an edition's addenda with what is found in them; none where one is missing or no text.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    outcomes = [sources.read_file(workspace, file.path) for file in book.edition(language).addenda]
    found = [diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics]
    texts = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    for text in texts:
        found += reading.read(text).diagnostics
    return Outcome(texts if len(texts) == len(outcomes) else None, tuple(found))
