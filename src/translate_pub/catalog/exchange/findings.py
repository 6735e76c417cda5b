"""Findings that several formats share."""

from __future__ import annotations

from translate_pub.catalog.exchange.unit import Unit
from translate_pub.model.diagnostic import Diagnostic, Severity, Span


def warn(code: str, message: str, path: str, line: int | None, *hints: str) -> Diagnostic:
    """Make a warning about a place in a file of exchange."""
    return Diagnostic(code, Severity.WARNING, message, Span(path, line), hints)


def fail(code: str, message: str, path: str, line: int | None, *hints: str) -> Diagnostic:
    """Make an error about a place in a file of exchange."""
    return Diagnostic(code, Severity.ERROR, message, Span(path, line), hints)


def markup_added(unit: Unit, path: str) -> Diagnostic:
    """Say that a program has put elements of its own into a translation, which stand for nothing here."""
    return warn(
        "C165",
        f"{unit.place}: the translation has elements of XLIFF in it; only its text is taken",
        path,
        unit.line,
        "markup is part of the text here: *so*, **so**, [so](address)",
    )
