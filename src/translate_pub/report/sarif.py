"""Findings as SARIF 2.1.0 (OASIS Standard, 2020), which code scanning services and editors read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from translate_pub import __version__
from translate_pub.model.codes import CODES
from translate_pub.model.diagnostic import Diagnostic, Span
from translate_pub.report.places import in_repository

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The schema that a log names as its own (section 3.13.3)."""
_ROOT = "%SRCROOT%"
"""The customary name of the folder that addresses count from (section 3.14.14)."""


def sarif(found: Sequence[Diagnostic], folder: str = "") -> str:
    """Write findings as a SARIF log of one run.

    A finding has a fingerprint of what it says and where, the line left out, so that a service knows it again when text
    is put in above it; where several are alike, they are counted.

    Args:
        found: the findings, in order.
        folder: the workspace's folder in its repository, with forward slashes; empty where it is the repository.
    """
    codes = sorted({each.code for each in found})
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "translate-pub",
                "semanticVersion": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top folder of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code), folder, seen) for each in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    """Return what a code means (section 3.49)."""
    title = CODES.get(code, code)
    sentence = f"{title[:1].upper()}{title[1:]}."
    page = f"docs/reference/codes.md#{code.lower()}"
    return {
        "id": code,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": sentence},
        "help": {"text": f"{sentence} What it means and what to do: translate-pub's {page}."},
    }


def _result(found: Diagnostic, rule: int, folder: str, seen: Counter[str]) -> dict[str, Any]:
    """Return a finding (section 3.27)."""
    mark = hashlib.sha256(f"{found.code} {found.span.path if found.span else ''} {found.message}".encode()).hexdigest()
    seen[mark] += 1
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity.value,
        "message": {"text": _plain("\n".join((found.message, *(f"hint: {hint}" for hint in found.hints))))},
        "partialFingerprints": {"finding/v1": f"{mark[:32]}:{seen[mark]}"},
    }
    if found.span:
        result["locations"] = [{"physicalLocation": _location(found.span, folder)}]
    return result


def _location(span: Span, folder: str) -> dict[str, Any]:
    """Return a place: a relative address, and line and column where they are known (sections 3.4 and 3.30)."""
    address = {"uri": quote(in_repository(span.path, folder)), "uriBaseId": _ROOT}
    if not span.line:
        return {"artifactLocation": address}
    region = {"startLine": span.line, **({"startColumn": span.column} if span.column else {})}
    return {"artifactLocation": address, "region": region}


def _plain(text: str) -> str:
    """Write a text so that Markdown in it is not read as a link of the message (section 3.11.6)."""
    return text.replace("](", "\\](")
