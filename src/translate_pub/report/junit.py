"""Findings as JUnit XML, in the dialect that GitLab and Jenkins read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.report.places import in_repository

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""
_NOWHERE = "translate-pub"
"""The suite of findings that are in no file."""


def junit(found: Sequence[Diagnostic], folder: str = "") -> str:
    """Write a test suite a file and a test case a finding: an error is a failure, the rest passes with what it says.

    GitLab takes only the first of several cases of one name, and Jenkins refuses a report without any; so names differ,
    and where nothing was found one case says so.

    Args:
        found: the findings, in order.
        folder: the workspace's folder in its repository, with forward slashes; empty where it is the repository.
    """
    root = ET.Element("testsuites", _totals(found), name="translate-pub check")
    by_path = sorted(found, key=_path)
    for path, group in groupby(by_path, _path):
        _suite(root, in_repository(path, folder) if path else _NOWHERE, tuple(group))
    if not found:
        root.set("tests", "1")
        suite = ET.SubElement(root, "testsuite", dict(root.attrib))
        ET.SubElement(suite, "testcase", classname=_NOWHERE, name="nothing found", time="0")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}'


def _path(found: Diagnostic) -> str:
    return found.span.path if found.span else ""


def _totals(found: Iterable[Diagnostic]) -> dict[str, str]:
    severities = [each.severity for each in found]
    failures = severities.count(Severity.ERROR)
    return {"tests": str(len(severities)), "failures": str(failures), "errors": "0", "skipped": "0", "time": "0"}


def _suite(root: ET.Element, path: str, found: Sequence[Diagnostic]) -> None:
    """Add the findings of a file."""
    suite = ET.SubElement(root, "testsuite", _totals(found), name=_held(path))
    for each, name in zip(found, _names(found), strict=True):
        line = {"line": str(each.span.line)} if each.span and each.span.line else {}
        case = ET.SubElement(
            suite, "testcase", line, classname=_held(path), name=_held(name), file=_held(path), time="0"
        )
        text = _held("\n".join((str(each), *(f"  hint: {hint}" for hint in each.hints))))
        if each.severity is Severity.ERROR:
            ET.SubElement(case, "failure", type=each.code, message=_held(each.message)).text = text
        else:
            ET.SubElement(case, "system-out").text = text


def _names(found: Iterable[Diagnostic]) -> Iterator[str]:
    """Name the findings of a file, each differently."""
    taken: dict[str, int] = {}
    for each in found:
        place = f" line {each.span.line}" if each.span and each.span.line else ""
        name = f"{each.code}{place}: {each.message}"
        taken[name] = taken.get(name, 0) + 1
        yield name if taken[name] == 1 else f"{name} ({taken[name]})"


def _held(text: str) -> str:
    """Replace what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
