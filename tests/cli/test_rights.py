"""`rights`: the pictures of a book on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.speaking import Say

CHAPTER = """\
# Meeting

![A map](map.svg "The map"){credit="Map: A. Drawer" licence="CC BY 4.0"}

![A lamp](lamp.svg "=The lamp")

![Lost](lost.svg){credit="Nobody"}
"""
FIGURES = """\
[[pictures]]
file = "lamp.svg"
credit = "B. Seer"
licence = "by permission"
source = "Archive, 7"

[[pictures]]
file = "unused.svg"
credit = "C."
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


@pytest.fixture
def pictured(leaflet: Path) -> Path:
    """Put three pictures into the leaflet, of which one is not there, and say whose they are, but not of all."""
    folder = leaflet / "source_texts" / "leaflet"
    (folder / "01-meeting.md").write_text(CHAPTER, encoding="utf-8")
    (folder / "figures.toml").write_text(FIGURES, encoding="utf-8")
    for name in ("map", "lamp", "unused"):
        (folder / f"{name}.svg").write_text(SVG, encoding="utf-8")
    return leaflet


def test_what_is_missing_is_reported(pictured: Path, say: Say) -> None:
    """No licence, no file, an idle entry: each is found at its place, and the exit code is 1."""
    answer = say("-C", pictured, "rights", "leaflet")
    assert answer.code == 1
    assert answer.out.splitlines() == [
        "leaflet en: 3 pictures, shown 3 times",
        "  source_texts/leaflet/map.svg: Map: A. Drawer; CC BY 4.0",
        "  source_texts/leaflet/lamp.svg: B. Seer; by permission",
        "  source_texts/leaflet/lost.svg: Nobody; no licence",
    ]
    said = "".join(answer.err.split())
    for code, place in (("E042", "01-meeting.md:7"), ("P004", "01-meeting.md:7"), ("E043", "figures.toml")):
        assert f"source_texts/leaflet/{place}:" in said
        assert f"[{code}]" in answer.err
    assert "E041" not in answer.err


def test_rights_for_other_programs(pictured: Path, say: Say) -> None:
    """CSV and JSON have every picture with file, credit, licence, source and place; no cell is a formula."""
    rows = list(csv.DictReader(io.StringIO(say("-C", pictured, "rights", "--format", "csv").out)))
    assert [row["source"] for row in rows] == ["", "Archive, 7", ""]
    assert rows[1]["caption"] == "'=The lamp"
    pictures = json.loads(say("-C", pictured, "rights", "--format", "json").out)["pictures"]
    assert [one["place"].rpartition("/")[2] for one in pictures] == [f"01-meeting.md:{line}" for line in (3, 5, 7)]
    assert pictures[0]["credit"] == "Map: A. Drawer"
    assert pictures[0]["alternative_text"] == "A map"


def test_a_picture_that_is_nobodys(leaflet: Path, say: Say) -> None:
    """Nothing is said of it anywhere: who made it is asked for, with the way to say it."""
    (leaflet / "source_texts/leaflet/01-meeting.md").write_text("# T\n\n![Map](map.svg)\n", encoding="utf-8")
    answer = say("-C", leaflet, "rights")
    assert answer.code == 1
    assert "[E041]" in answer.err
    assert "figures.toml" in answer.err


def test_a_book_whose_rights_are_clear(leaflet: Path, say: Say) -> None:
    """One without pictures, or with all that is to be said of them, ends with 0, in other languages too."""
    answer = say("-C", leaflet, "rights", "--lang", "sv")
    assert (answer.code, answer.out) == (0, "leaflet sv: 0 pictures, shown 0 times\n")
