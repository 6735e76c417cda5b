"""What an update does where one catalogue of a language cannot be read: whatever does not depend on it."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pub.catalog import update
from translate_pub.catalog.update import Setting
from translate_pub.model.catalog import Catalog, Template
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.update import Update
from translate_pub.workspace.catalogs import Readable

Rest = tuple[Update, tuple[Catalog, ...], tuple[Diagnostic, ...]]
"""The update, the catalogues that it was made of, and what is to be said of the others."""

_OPEN = ("new", "fuzzy", "split", "joined", "copied", "composed")
"""Counts of messages for which a catalogue that cannot be read might hold a better answer."""


def run(held: Readable, templates: Sequence[Template], setting: Setting) -> Rest:
    """Update the catalogues of a book in one language, as far as what cannot be read cannot matter.

    A chapter with messages that are not settled by its own file and those of its fellows waits: their translations may
    have moved there from the catalogue that is refused, and an empty entry would be taken for an answer.
    """
    waiting = set(held.refused)
    while True:
        known = tuple(catalog for catalog in held.catalogs if catalog.chapter not in waiting)
        done = update.update(known, [one for one in templates if one.chapter not in waiting], setting)
        unsettled = {report.chapter for report in done.reports if any(getattr(report, fate) for fate in _OPEN)}
        if not held.refused or not unsettled:
            return done, known, _said(held, waiting)
        waiting |= unsettled


def _said(held: Readable, waiting: set[str]) -> tuple[Diagnostic, ...]:
    """Say which chapters wait."""
    names = sorted(waiting - held.refused)
    if not names:
        return ()
    refused = next((found.span for found in held.diagnostics if found.span and _is_of(found.span, held.refused)), None)
    message = f"what is new in {', '.join(names)} may be translated in this file, and waits for its repair"
    return (Diagnostic("C033", Severity.NOTE, message, refused and Span(refused.path)),)


def _is_of(span: Span, chapters: frozenset[str]) -> bool:
    return any(span.path.endswith(f"/{chapter}.po") for chapter in chapters)
