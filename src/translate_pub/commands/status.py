"""`status`: how far every edition is, measured against the sources as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.commands import selection
from translate_pub.commands.standing import Standing
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.status import StatusReport
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import clock, discovery
from translate_pub.workspace.cache import Cache


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
    names = selection.books(workspace, books)
    cache = Cache(workspace.root, "status")
    outcomes = Standing(workspace, cache, tongues).books(names)
    cache.save(whole=not books and not languages)
    discovery.keep(workspace)
    measured = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    found = tuple(dict.fromkeys(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics))
    missing = len(measured) < len(outcomes) or any(len(book.languages) < len(tongues) for book in measured)
    return Status(StatusReport(measured, clock.today()), found, missing)
