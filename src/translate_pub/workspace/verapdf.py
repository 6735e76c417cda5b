"""The only door to veraPDF, a program beside ours that says whether a file is PDF/A or PDF/UA."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from lxml import etree

PROGRAM = "verapdf"
PATIENCE = 600.0
"""Seconds: it takes about one for ten pages."""


def validate(data: bytes, flavour: str) -> tuple[str, ...] | str:
    """Return what it objects to, a line a rule; nothing where the file is valid; or a text: why it could not be asked.

    Args:
        data: the file.
        flavour: what it calls the standard: `2u`, `ua1`.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return "veraPDF is not installed: see verapdf.org"
    with tempfile.TemporaryDirectory(prefix="translate-pub-") as folder:
        path = Path(folder, "pages.pdf")
        path.write_bytes(data)
        command = (program, "--flavour", flavour, "--format", "xml", str(path))
        try:
            done = subprocess.run(command, check=False, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
        except (subprocess.TimeoutExpired, OSError) as error:
            return f"veraPDF did not answer: {error}"
    return _objections(done.stdout)


def _objections(report: bytes) -> tuple[str, ...] | str:
    """Read the report (veraPDF's documentation, "CLI validation", machine-readable report)."""
    try:
        root = etree.fromstring(report, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return "veraPDF gave no report"
    verdict = next(root.iter("{*}validationReport"), None)
    if verdict is None:
        return "veraPDF gave no verdict"
    if verdict.get("isCompliant") == "true":
        return ()
    rules = (rule for rule in verdict.iter("{*}rule") if rule.get("status") == "failed")
    return tuple(_told(rule) for rule in rules) or ("the file does not conform",)


def _told(rule: etree._Element) -> str:
    description = next(rule.iter("{*}description"), None)
    text = " ".join((description.text or "").split()) if description is not None else ""
    place = f"{rule.get('specification', '')} {rule.get('clause', '')}".strip()
    times = rule.get("failedChecks", "1")
    return f"{place}: {text} ({times} {'time' if times == '1' else 'times'})"
