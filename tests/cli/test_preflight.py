"""`preflight` on the command line: files and books, text, JSON and a page, and what cannot be checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.speaking import Say
from tests.preflight import making
from translate_pub.model.printing import Standard
from translate_pub.workspace import ghostscript

PRESS = """
based_on = "generic-offset-uncoated"
title = "A press for tests"
colour = "cmyk"
marks = false
page_multiple = 4
least_pages = 4
margins = { top = 8, bottom = 8, outer = 8, inner = 8 }
condition = { identifier = "FOGRA39" }
"""


@pytest.fixture
def here(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with a printer of its own, and stand in it."""
    (leaflet / "printers").mkdir()
    (leaflet / "printers" / "press.toml").write_text(PRESS)
    monkeypatch.chdir(leaflet)
    return leaflet


@pytest.fixture
def faulty(here: Path) -> Path:
    """Give a file with red text on two pages and a line that is too thin."""
    pdf = making.interior()
    for number in (2, 5):
        making.paint(pdf, "1 0 0 rg BT /F 10 Tf 60 250 Td <00020003> Tj ET", number)
    making.paint(pdf, ".1 w 60 270 m 90 270 l S", 3)
    path = here / "faulty.pdf"
    path.write_bytes(making.saved(pdf))
    return path


def test_a_sound_file_passes(here: Path, say: Say) -> None:
    """Nothing is found, and it is said how much was looked at."""
    (here / "sound.pdf").write_bytes(making.saved(making.interior()))
    answer = say("preflight", "sound.pdf", "--printer", "press", "--trim", "100x150mm", "--strict")
    assert (answer.code, answer.out) == (0, "")
    assert "sound.pdf (interior for A press for tests, 8 pages): nothing found; 38 checks run" in answer.err


def test_findings_are_lines_with_their_pages(faulty: Path, say: Say) -> None:
    """One finding tells all of its pages; the errors fail the command."""
    answer = say("preflight", faulty.name, "--printer", "press")
    assert answer.code == 1
    first, second = answer.out.splitlines()
    assert first == "faulty.pdf, pages 2, 5: error[P130] text is in DeviceRGB; the job is printed in CMYK"
    assert second.startswith("faulty.pdf, page 3: warning[P138] a line is 0.1 pt thick")


def test_json_has_every_place(faulty: Path, say: Say) -> None:
    """Places are pages and rectangles, and what was checked is named."""
    (file,) = json.loads(say("preflight", faulty.name, "--printer", "press", "--format", "json").out)["files"]
    assert (file["pages"], file["errors"], file["warnings"], file["standard"]) == (8, 1, 1, "X-1a:2003")
    assert [place["page"] for place in file["findings"][0]["places"]] == [2, 5]
    assert file["findings"][0]["places"][0]["rectangle"] == [60.0, 248.0, 72.0, 257.2]
    assert "ink coverage" in file["checked"]


def test_the_page_has_a_picture_of_each_finding(faulty: Path, say: Say) -> None:
    """The page needs no other file, and shows every place."""
    answer = say("preflight", faulty.name, "--printer", "press", "--html", "report.html")
    assert answer.code == 1
    page = (faulty.parent / "report.html").read_text()
    assert page.count('<img src="data:image/png;base64,') == 3
    assert "http" not in page
    assert "text is in DeviceRGB" in page
    assert "not for print" in page


def test_what_cannot_be_checked_is_told(here: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Ghostscript the ink is not checked: that is said, and fails where it must not be so."""
    (here / "sound.pdf").write_bytes(making.saved(making.interior()))
    monkeypatch.setattr(ghostscript, "PROGRAM", "no-such-program")
    answer = say("preflight", "sound.pdf", "--printer", "press")
    assert answer.code == 0
    assert answer.out.startswith("sound.pdf: not checked ink coverage: Ghostscript is not installed")
    assert say("preflight", "sound.pdf", "--printer", "press", "--strict").code == 1
    value = json.loads(say("preflight", "sound.pdf", "--printer", "press", "--format", "json").out)
    assert value["files"][0]["not_checked"][0]["check"] == "ink coverage"
    assert "ink coverage" not in value["files"][0]["checked"]


def test_a_cover_without_its_pages_is_not_checked_whole(here: Path, say: Say) -> None:
    """The spine of a cover cannot be known without the interior's pages; with them it is."""
    (here / "cover.pdf").write_bytes(making.saved(making.cover()))
    words = ("preflight", "cover.pdf", "--cover", "--printer", "press", "--trim", "100x150mm")
    answer = say(*words, "--strict")
    assert answer.code == 1
    assert "not checked the cover's size and spine: the book's trim and number of pages are not known" in answer.out
    assert "P146" in say(*words, "--pages", "400").out


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "there is no such file"),
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" * 50, "the file is not a PDF"),
        (b"%PDF-1.4\n" + b"garbage\n" * 50, "the file is damaged and cannot be read"),
    ],
)
def test_a_file_that_is_none_is_told(here: Path, say: Say, data: bytes | None, message: str) -> None:
    """A file that cannot be judged has a finding with its name; others are judged all the same."""
    if data is not None:
        (here / "odd.pdf").write_bytes(data)
    (here / "sound.pdf").write_bytes(making.saved(making.interior()))
    answer = say("preflight", "odd.pdf", "sound.pdf", "--printer", "press", "--html", "report.html")
    assert answer.code == 1
    assert answer.out.startswith(f"odd.pdf: error[P100] {message}")
    assert "sound.pdf (interior" in answer.err
    assert "Traceback" not in answer.err


def test_a_file_without_a_printer_is_read_alone(faulty: Path, say: Say) -> None:
    """Without one its text alone is checked, and a cover cannot be; one that there is not is told with the others."""
    answer = say("preflight", faulty.name)
    assert (answer.code, answer.out) == (0, "")
    assert "interior for no printer" in answer.err
    assert "name one: --printer NAME" in say("preflight", faulty.name, "--cover").err
    assert say("preflight", faulty.name, "--printer", "kpd").code in {1, 2}
    assert say("preflight", faulty.name, "--printer", "press", "--trim", "big").code == 2


@pytest.mark.usefixtures("here")
def test_a_book_that_is_not_built_says_how(say: Say) -> None:
    """The files of a book are looked for where they are built; the finding names the command that builds them."""
    answer = say("preflight", "leaflet", "--lang", "sv", "--printer", "press")
    assert answer.code == 1
    assert "translate-pub build leaflet --lang sv --printer press" in answer.out
    assert "leaflet-sv-print.pdf: error[P100]" in say("preflight", "leaflet", "--lang", "sv").out


@pytest.mark.usefixtures("here")
def test_a_folder_is_no_file(say: Say) -> None:
    """What cannot be read is told, without a trace."""
    answer = say("preflight", "locales", "--printer", "press")
    assert answer.code == 1
    assert "locales" in answer.err
    assert "bug" not in answer.err


def test_verapdf_is_asked_where_it_is(here: Path, say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its objections are findings, in its words; where there is none, PDF/A is not proven."""
    (here / "printers" / "archive.toml").write_text('based_on = "home-booklet"\nstandard = "A-2u"\n')
    (here / "file.pdf").write_bytes(making.saved(making.interior(Standard.A2U), "1.7"))
    words = ("preflight", "file.pdf", "--printer", "archive")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert "not checked veraPDF: veraPDF is not installed" in say(*words).out
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "verapdf"
    report = (
        '<report><jobs><job><validationReport isCompliant="false"><details>'
        '<rule specification="ISO 19005-2:2011" clause="6.2.4.3" status="failed" failedChecks="2">'
        "<description>DeviceCMYK needs an output intent</description></rule></details></validationReport></job></jobs>"
        "</report>"
    )
    program.write_text(f"#!/bin/sh\ntest \"$2\" = 2u || exit 9\ncat <<'END'\n{report}\nEND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    told = "error[P149] veraPDF: ISO 19005-2:2011 6.2.4.3: DeviceCMYK needs an output intent (2 times)"
    assert told in say(*words).out
    program.write_text("#!/bin/sh\necho no report\n")
    assert "not checked veraPDF: veraPDF gave no report" in say(*words).out


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_a_built_book_is_judged(say: Say) -> None:
    """What build makes for a printer, interior and cover, has nothing to be found."""
    assert say("build", "leaflet", "--lang", "sv", "--printer", "press").code == 0
    answer = say("preflight", "leaflet", "--lang", "sv", "--printer", "press", "--strict")
    assert (answer.code, answer.out) == (0, "")
    assert "leaflet-sv-press-interior.pdf" in answer.err
    assert "leaflet-sv-press-cover.pdf (cover for A press for tests, 1 page): nothing found" in answer.err


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_a_built_interior_is_its_edition(say: Say) -> None:
    """What is built prints all of its edition, in order; when the source says more, its pages lack that."""
    assert say("build", "leaflet", "--lang", "sv").code == 0
    answer = say("preflight", "leaflet", "--lang", "sv", "--strict")
    assert (answer.code, answer.out) == (0, "")
    path = Path("source_texts/leaflet/02-after.md")
    path.write_text(f"{path.read_text('utf-8')}\nA sentence that came later.\n", "utf-8")
    answer = say("preflight", "leaflet", "--lang", "sv")
    assert answer.code == 1
    assert "error[P170]" in answer.out
    assert "02-after.md:" in answer.out
    assert "A sentence that came later." in answer.out
