"""`claims`: who works on which chapter, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.commands import selection
from translate_pub.model.catalog import METADATA
from translate_pub.model.claims import Claim
from translate_pub.model.diagnostic import Diagnostic, Severity, Span, has_error
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import claims, clock, places


@dataclass(frozen=True, slots=True)
class Claims:
    """What has been taken on."""

    claims: tuple[Claim, ...]
    """By book, language and chapter."""
    today: dt.date
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a claim could not be read."""
        return has_error(self.diagnostics)


def run(workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = ()) -> Claims:
    """List the claims to the books and languages that are named, or to all.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read.
    """
    known = selection.books(workspace, books)
    outcomes = [claims.read(workspace, language) for language in selection.languages(workspace, languages)]
    every = [claim for outcome in outcomes for claim in outcome.value or ()]
    found = [each for outcome in outcomes for each in outcome.diagnostics]
    chapters = {book: (METADATA, *selection.chapters(workspace, book)) for book in selection.books(workspace)}
    found += [_nowhere(workspace, claim) for claim in every if claim.chapter not in chapters.get(claim.book, ())]
    listed = sorted((one for one in every if one.book in known), key=lambda one: (one.book, one.language, one.chapter))
    return Claims(tuple(listed), clock.today(), tuple(found))


def _nowhere(workspace: Workspace, claim: Claim) -> Diagnostic:
    """Find a claim to a chapter that is not there any more."""
    path = places.claim_path(workspace, claim.language, claim.book, claim.chapter)
    message = f"{claim.by} has claimed {claim.chapter}, which is no chapter of {claim.book}"
    hint = "the chapter was renamed or taken out; delete the file, and claim the new one"
    return Diagnostic("B023", Severity.WARNING, message, Span(path, 1), (hint,))
