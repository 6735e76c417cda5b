"""Findings as text, the first line of each greppable, and as what other programs read."""

from __future__ import annotations

import json as json_format
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.report.console import PLAIN, Surface, lay_out
from translate_pub.report.github import github
from translate_pub.report.junit import junit
from translate_pub.report.sarif import sarif
from translate_pub.report.words import count

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}

FORMATS = ("text", "json", "github", "sarif", "junit")
"""What findings can be written as; services read the last three, and count their paths from the repository."""


def render(found: Sequence[Diagnostic], form: str, surface: Surface = PLAIN, folder: str = "") -> str:
    """Write findings in one of `FORMATS`; text and workflow commands of no findings are empty.

    Args:
        found: the findings, in order.
        form: one of `FORMATS`.
        surface: what text is written on.
        folder: the workspace's folder in its repository, with forward slashes; empty where it is the repository.
    """
    services = {"github": github, "sarif": sarif, "junit": junit}
    if form in services:
        return services[form](found, folder)
    return json(found) if form == "json" else text(found, surface)


def text(found: Sequence[Diagnostic], surface: Surface = PLAIN) -> str:
    """Write findings: `path:line: error[C012] message`, and below it a line for each hint."""
    return "\n".join(line for diagnostic in found for line in _lines(diagnostic, surface))


def json(found: Sequence[Diagnostic]) -> str:
    """Write findings as JSON: the findings in order, and how many there are of each severity."""
    totals = {f"{severity.value}s": _total(found, severity) for severity in Severity}
    return json_format.dumps({"findings": [_value(each) for each in found], **totals}, ensure_ascii=False, indent=2)


def summary(found: Sequence[Diagnostic]) -> str:
    """Write how many there are: `2 errors, 1 warning`; `nothing found` where there are none."""
    totals = {severity.value: _total(found, severity) for severity in Severity}
    return ", ".join(count(total, noun) for noun, total in totals.items() if total) or "nothing found"


def _total(found: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(diagnostic.severity is severity for diagnostic in found)


def _lines(found: Diagnostic, surface: Surface) -> list[str]:
    """Write one finding; a line is never broken, so that it can be searched for and clicked on."""
    if not surface.colour:
        return [str(found), *(f"  hint: {hint}" for hint in found.hints)]
    from rich.text import Text  # noqa: PLC0415  # takes most of the time that a verb needs to start

    head = Text.assemble(
        (f"{found.span}: " if found.span else "", "bold"),
        (f"{found.severity.value}[{found.code}]", _STYLES[found.severity]),
        f" {found.message}",
    )
    hints = (Text.assemble(("  hint:", "green"), f" {hint}") for hint in found.hints)
    return [lay_out(line, Surface(_unbroken(line), colour=True)) for line in (head, *hints)]


def _unbroken(line: Text) -> int:
    """Return a width at which a line stays one."""
    return line.cell_len + 1


def _value(found: Diagnostic) -> dict[str, Any]:
    """Return a finding as JSON has it."""
    span = found.span
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "hints": list(found.hints),
    }
