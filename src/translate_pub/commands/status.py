"""`status`: how far every edition is, measured against the sources as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.commands import manuscript, selection, translations
from translate_pub.commands.manuscript import Manuscript
from translate_pub.model.diagnostic import Diagnostic, Outcome
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus, StatusReport
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import clock


@dataclass(frozen=True, slots=True)
class Status:
    """How far everything is, and what stood in the way of knowing it."""

    report: StatusReport
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False
    """Whether a book or an edition could not be measured, and is not in the report."""


def run(workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = ()) -> Status:
    """Measure the books and languages that are named, or all.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read.
    """
    tongues = selection.languages(workspace, languages)
    outcomes = [_book(workspace, name, tongues) for name in selection.books(workspace, books)]
    measured = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    found = tuple(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    missing = len(measured) < len(outcomes) or any(len(book.languages) < len(tongues) for book in measured)
    return Status(StatusReport(measured, clock.today()), found, missing)


def _book(workspace: Workspace, name: str, languages: Sequence[str]) -> Outcome[BookStatus]:
    """Measure one book; findings about its sources are left to `check`."""
    text = manuscript.read(workspace, name)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    outcomes = [_edition(workspace, text.value, language) for language in languages]
    editions = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    found = tuple(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    return Outcome(BookStatus(name, editions), found)


def _edition(workspace: Workspace, text: Manuscript, language: str) -> Outcome[EditionStatus]:
    """Measure one language of a book."""
    read = translations.read(workspace, text, language)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    measured, standing = read.value.measure(text), read.value.standing(text)
    chapters = tuple(ChapterStatus(name, progress, standing[name]) for name, progress in measured.items())
    return Outcome(EditionStatus(language, chapters, text.book.edition(language).launch), read.diagnostics)
