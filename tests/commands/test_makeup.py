"""Make-up by hand: what a file beside the book changes in the pages of one edition, and what is found in the file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from translate_pub.commands import build
from translate_pub.commands.build import BuildReport, Order
from translate_pub.model.edition import Purpose
from translate_pub.workspace import discovery

SHEET = "source_texts/leaflet/sv.makeup.toml"
LIST = "hyphenation/sv.txt"


def make(leaflet: Path, purpose: Purpose = Purpose.PRINT, **written: str) -> BuildReport:
    """Write the files of make-up, and build the Swedish edition."""
    paths = {"sheet": SHEET, "breaks": LIST}
    for name, text in written.items():
        path = leaflet / paths[name]
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return build.run(discovery.find(leaflet), Order(languages=("sv",), purpose=purpose))


def pages(report: BuildReport) -> list[str]:
    """Give the text of every page of the one edition that was built."""
    (built,) = report.built
    done = subprocess.run(["pdftotext", "-layout", built.path, "-"], check=True, capture_output=True, text=True)
    return done.stdout.split("\f")


def test_a_paragraph_begins_a_page(leaflet: Path) -> None:
    """`break` begins a new page with the paragraph whose source text begins so, in print alone."""
    sheet = '["01-meeting"]\n"A book is a conversation" = "break"\n'
    report = make(leaflet, sheet=sheet)
    assert report.diagnostics == ()
    (page,) = [text for text in pages(report) if "En bok är" in text]
    assert "En lampa" not in page
    (page,) = [text for text in pages(make(leaflet, Purpose.SCREEN)) if "En bok är" in text]
    assert "lampa" in page


@pytest.mark.parametrize(
    ("sheet", "code", "line", "hint"),
    [
        ('["01-meeting"]\n"A lamp stands" = "tigther"\n', "E080", 2, "did you mean tighter?"),
        ('["01-meeting"]\n"A lamp stands" = 3\n', "E080", 2, "wanted:"),
        ('["01-meeting"]\n\n"A lamp stands" = "looser 9"\n', "E080", 3, "allowed:"),
        ('"A lamp stands" = "tighter"\n', "E080", 1, "wanted:"),
        ('["01-meetting"]\n"A lamp stands" = "tighter"\n', "E081", 2, "did you mean 01-meeting?"),
        ('["01-meeting"]\n"A lamp stood on" = "tighter"\n', "E082", 2, "'A lamp stands"),
        ('["01-meeting"]\n"A" = "tighter"\n', "E083", 2, "write more"),
        ('["01-meeting"]\n"A lamp stands" = ["tighter", "looser 2"]\n', "E084", 2, ""),
        ('["01-meeting"]\n"A lamp stands = "tighter"\n', "B001", 2, ""),
    ],
)
def test_findings_of_the_sheet(leaflet: Path, sheet: str, code: str, line: int, hint: str) -> None:
    """What is not understood, or is meant for nothing in the book, is found at its line."""
    (found,) = make(leaflet, sheet=sheet).diagnostics
    assert (found.code, str(found.span)) == (code, f"{SHEET}:{line}")
    assert any(hint in one for one in (*found.hints, ""))


def test_stale_make_up_does_not_stop_a_book(leaflet: Path) -> None:
    """A paragraph that was revised loses its make-up, and the edition is printed all the same."""
    report = make(leaflet, sheet='["01-meeting"]\n"A candle stands" = "tighter"\n')
    assert report.built
    assert not report.failed


@pytest.mark.parametrize(
    ("breaks", "code", "line"),
    [
        ("# names\nBol-sje-vik\n12-34\n", "E085", 3),
        ("-Iskra\n", "E085", 1),
        ("Is-kra och mer\n", "E085", 1),
        ("Is-kra\nIsk-ra\n", "E086", 2),
    ],
)
def test_findings_of_the_list(leaflet: Path, breaks: str, code: str, line: int) -> None:
    """A line that is no word with its breaks is found; so is a word with two ways to break it."""
    report = make(leaflet, breaks=breaks)
    assert not report.built
    (found,) = report.diagnostics
    assert (found.code, str(found.span)) == (code, f"{LIST}:{line}")


def test_a_list_for_words_that_are_never_broken(leaflet: Path) -> None:
    """Urdu words are never broken: its list is of no use, and that is said."""
    (leaflet / "hyphenation").mkdir()
    (leaflet / "hyphenation/ur.txt").write_text("کتا-ب\n", "utf-8")
    report = build.run(discovery.find(leaflet), Order(languages=("ur",), purpose=Purpose.PROOF))
    assert [one.code for one in report.diagnostics if one.code.startswith("E08")] == ["E087"]
