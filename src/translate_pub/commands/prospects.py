"""What git knows of editions, and when they will be complete."""

from __future__ import annotations

from dataclasses import replace

from translate_pub.checks import forecast
from translate_pub.model.history import History
from translate_pub.model.status import BookStatus, EditionStatus, StatusReport
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import clock, history


def add(workspace: Workspace, report: StatusReport) -> StatusReport:
    """Return the report with the history and the forecast of every edition; as it is where there is no repository.

    Raises:
        WorkspaceError: git refused.
    """
    return replace(report, books=tuple(_book(workspace, book) for book in report.books))


def _book(workspace: Workspace, book: BookStatus) -> BookStatus:
    found = history.read(workspace, book.book, [edition.language for edition in book.languages])
    return replace(book, languages=tuple(_edition(edition, found.get(edition.language)) for edition in book.languages))


def _edition(edition: EditionStatus, found: History | None) -> EditionStatus:
    if found is None:
        return edition
    words = edition.progress.words
    launch = edition.launch.date if edition.launch else None
    made = forecast.forecast(found, words.total - words.translated, clock.today(), launch)
    return replace(edition, history=found, forecast=made)
