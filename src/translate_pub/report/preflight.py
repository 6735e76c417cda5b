"""What preflight found, for a terminal and as JSON."""

from __future__ import annotations

import json as json_format
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from translate_pub.model.diagnostic import Severity
from translate_pub.model.preflight import Finding, Judgement, Place
from translate_pub.report.console import PLAIN, Surface, lay_out
from translate_pub.report.words import count

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_MOST_RANGES = 8
"""Ranges of pages that a line tells; the JSON and the page have all."""


def text(judgements: Sequence[Judgement], surface: Surface = PLAIN) -> str:
    """Write findings: `path, pages 3-5: error[P130] message`, below it its hints; then what was not checked."""
    return "\n".join(line for one in judgements for line in _file(one, surface))


def summary(judgements: Sequence[Judgement]) -> str:
    """Write a line a file: what it was held against, and how it stands."""
    return "\n".join(_verdict(one) for one in judgements)


def json(judgements: Sequence[Judgement]) -> str:
    """Write judgements as JSON: every finding with all of its places, in pt from the foot and left of the page."""
    value = {
        "files": [_value(one) for one in judgements],
        **_totals(one for file in judgements for one in file.findings),
    }
    return json_format.dumps(value, ensure_ascii=False, indent=2)


def pages(places: Iterable[Place], most: int | None = None) -> str:
    """Write the pages of places: `page 3`, `pages 1-4, 9`; nothing where there are none.

    Args:
        places: in the order of pages.
        most: ranges at most; the rest is counted.
    """
    runs: list[list[int]] = []
    for number in dict.fromkeys(place.page for place in places):
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    if not runs:
        return ""
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs[:most]]
    rest = sum(run[-1] - run[0] + 1 for run in runs[len(told) :])
    more = f" and {rest} more" if rest else ""
    noun = "page" if len(runs) == 1 and len(runs[0]) == 1 else "pages"
    return f"{noun} {', '.join(told)}{more}"


def _file(one: Judgement, surface: Surface) -> Iterator[str]:
    """Write the findings of a file; a line is never broken, so that it can be searched for."""
    for finding in one.findings:
        where = ", ".join(part for part in (one.path, pages(finding.places, _MOST_RANGES)) if part)
        label = f"{finding.severity.value}[{finding.code}]"
        yield _line((f"{where}: ", "bold"), (label, _STYLES[finding.severity]), (f" {finding.message}", ""), surface)
        for hint in finding.hints:
            yield _line(("  hint:", "green"), (f" {hint}", ""), ("", ""), surface)
    for unchecked in one.unchecked:
        told = f" {unchecked.check}: {unchecked.reason}"
        yield _line((f"{one.path}: ", "bold"), ("not checked", "bold magenta"), (told, ""), surface)


def _line(first: tuple[str, str], second: tuple[str, str], third: tuple[str, str], surface: Surface) -> str:
    if not surface.colour:
        return "".join(part for part, _ in (first, second, third))
    from rich.text import Text  # noqa: PLC0415  # takes most of the time that a verb needs to start

    line: Text = Text.assemble(first, second, third)
    return lay_out(line, Surface(line.cell_len + 1, colour=True))


def _verdict(one: Judgement) -> str:
    found = Counter(finding.severity for finding in one.findings)
    told = [count(found[severity], severity.value) for severity in Severity if found[severity]]
    told += [f"{count(len(one.unchecked), 'check')} not run"] if one.unchecked else []
    what = f"{one.job.part.value} for {one.job.profile.title}"
    size = f", {count(one.pages, 'page')}" if one.pages else ""
    return f"{one.path} ({what}{size}): {', '.join(told) or 'nothing found'}; {count(len(one.checked), 'check')} run"


def _totals(findings: Iterable[Finding]) -> dict[str, int]:
    found = Counter(finding.severity for finding in findings)
    return {f"{severity.value}s": found[severity] for severity in Severity}


def _value(one: Judgement) -> dict[str, Any]:
    """Return a judgement as JSON has it."""
    return {
        "path": one.path,
        "printer": one.job.profile.name,
        "part": one.job.part.value,
        "standard": one.job.standard.value,
        "pages": one.pages,
        "findings": [_finding(finding) for finding in one.findings],
        "not_checked": [{"check": check.check, "reason": check.reason} for check in one.unchecked],
        "checked": list(one.checked),
        **_totals(one.findings),
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hints": list(found.hints),
        "places": [_place(place) for place in found.places],
    }


def _place(place: Place) -> dict[str, Any]:
    rect = place.rect
    sides = None if rect is None else [round(side, 2) for side in (rect.left, rect.bottom, rect.right, rect.top)]
    return {"page": place.page, "rectangle": sides}
