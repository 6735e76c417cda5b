"""Bilingual editions on the command line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.cli.speaking import Say


def texts(path: Path) -> list[str]:
    """Read the text of every page."""
    read = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(page.split()) for page in read.split("\f")]


def test_source_faces_the_translation(leaflet: Path, say: Say) -> None:
    """Each opening has the source on the left and the same paragraphs on the right, each with its own note."""
    answer = say("-C", leaflet, "build", "leaflet", "--lang", "sv", "--edition", "bilingual", "--jobs", "1")
    assert answer.code == 0, answer.err
    path = leaflet / "build/leaflet/sv/leaflet-sv-bilingual.pdf"
    pages = texts(path)
    meeting = next(number for number, page in enumerate(pages) if "A lamp stands on the table" in page)
    assert meeting % 2 == 1, "a verso"
    assert "Ten pages take about twenty minutes." in pages[meeting]
    assert "A lamp" not in pages[meeting + 1]
    assert "En lampa" in pages[meeting + 1]
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/L2R"


@pytest.mark.slow
def test_right_to_left_translation_turns_the_book(leaflet: Path, say: Say) -> None:
    """With an Urdu translation the book is bound on the right, and each language keeps its digits."""
    answer = say("-C", leaflet, "build", "leaflet", "-l", "ur", "--edition", "bilingual", "--min", "0", "--jobs", "1")
    assert answer.code == 0, answer.err
    path = leaflet / "build/leaflet/ur/leaflet-ur-bilingual.pdf"
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/R2L"
        labels = [str(label.get("/P", "")) for label in pdf.Root.PageLabels.Nums[1::2]]
    assert labels
    pages = texts(path)
    meeting = next(number for number, page in enumerate(pages) if "A lamp stands on the table" in page)
    assert pages[meeting].rstrip().endswith("2"), "the source's page has Western digits"


def test_the_source_needs_a_translation_beside_it(leaflet: Path, say: Say) -> None:
    """A bilingual edition in the language of the source is refused in so many words."""
    answer = say("-C", leaflet, "build", "leaflet", "--lang", "en", "--edition", "bilingual")
    assert answer.code == 1
    assert "E072" in answer.err
