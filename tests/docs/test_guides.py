"""What the guides show of the program's output is what it puts out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.docs import reading
from translate_pub.commands import check, status
from translate_pub.report import findings
from translate_pub.report import status as report
from translate_pub.workspace import discovery


def test_the_shape_of_status_is_as_shown(repository: Path, leaflet: Path) -> None:
    """The JSON of `status` has the keys, in their order, that the guide for coordinators shows."""
    guide = (repository / "docs" / "guides" / "coordinators.md").read_text("utf-8")
    shown = _edition(json.loads(reading.blocks(guide, "json")[0]))
    found = _edition(json.loads(report.json(status.run(discovery.find(leaflet)).report)))
    assert list(shown) == list(found)
    for measure in ("messages", "words", "launch"):
        assert list(shown[measure]) == list(found[measure])
    assert shown["chapters"][0].keys() - {"..."} <= found["chapters"][0].keys()


def test_a_lost_footnote_is_told_as_shown(repository: Path, leaflet: Path) -> None:
    """The finding that the guide for translators shows is worded as the program words it."""
    guide = (repository / "docs" / "guides" / "translators.md").read_text("utf-8")
    shown = next(block for block in reading.blocks(guide, "text") if "C050" in block)
    catalog = leaflet / "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"
    text = catalog.read_text("utf-8")
    assert 'tio sidor.[^pages]"' in text
    catalog.write_text(text.replace('tio sidor.[^pages]"', 'tio sidor."'), "utf-8")
    told = findings.text(check.run(discovery.find(leaflet), (), ("sv",)).diagnostics)
    assert _worded(shown) in map(_worded, told.splitlines())


@pytest.mark.parametrize("name", ["translators", "coordinators", "producers", "authors"])
def test_a_guide_begins_with_whom_it_is_for(repository: Path, name: str) -> None:
    """The first heading names the readers."""
    text = (repository / "docs" / "guides" / f"{name}.md").read_text("utf-8")
    assert text.startswith(f"# For {name}")


def _edition(shown: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON holds anything
    """Return the first language of the first book that has a launch."""
    return next(language for language in shown["books"][0]["languages"] if language["launch"])


def _worded(finding: str) -> str:
    """Return a finding without its place and its footnote's label."""
    return re.sub(r"\[\^\w+\]", "[^]", finding.strip().partition(": ")[2])
