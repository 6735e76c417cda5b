"""Findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate_pub.model.codes import CODES
from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.report.places import in_repository

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
"""What is written otherwise in the text of a command (actions/toolkit, `escapeData`)."""
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}
"""What is written otherwise in a property, which a comma or a colon would end (actions/toolkit, `escapeProperty`)."""


def github(found: Sequence[Diagnostic], folder: str = "") -> str:
    """Write one command a finding: `::error file=...,line=...,title=...::message`.

    Args:
        found: the findings, in order.
        folder: the workspace's folder in its repository, with forward slashes; empty where it is the repository.
    """
    return "\n".join(_command(each, folder) for each in found)


def _command(found: Diagnostic, folder: str) -> str:
    properties = ",".join(f"{name}={_written(value, _IN_PROPERTY)}" for name, value in _properties(found, folder))
    return f"::{_COMMANDS[found.severity]} {properties}::{_written(_text(found), _IN_TEXT)}"


def _properties(found: Diagnostic, folder: str) -> Iterable[tuple[str, str]]:
    if found.span:
        yield "file", in_repository(found.span.path, folder)
        if found.span.line:
            yield "line", str(found.span.line)
        if found.span.column:
            yield "col", str(found.span.column)
    yield "title", f"{found.code} {CODES.get(found.code, '')}".strip()


def _text(found: Diagnostic) -> str:
    return "\n".join((found.message, *(f"hint: {hint}" for hint in found.hints)))


def _written(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
