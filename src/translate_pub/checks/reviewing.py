"""Reviews that no longer hold."""

from __future__ import annotations

from translate_pub.catalog import reviews
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Diagnostic, Severity, Span


def check(catalog: Catalog) -> tuple[Diagnostic, ...]:
    """Find translations that somebody has read in an earlier wording and nobody as they stand."""
    return tuple(
        _note(catalog, entry)
        for entry in catalog.live().values()
        if entry.comments and entry.translated and reviews.void(entry) and not reviews.valid(entry)
    )


def _note(catalog: Catalog, entry: Entry) -> Diagnostic:
    last = reviews.void(entry)[-1]
    message = f"{last.name} reviewed an earlier wording on {last.date}, and nobody this one"
    hint = "read it again, and note that with: translate-pub review"
    return Diagnostic("C170", Severity.NOTE, message, Span(catalog.path, entry.line), (hint,))
