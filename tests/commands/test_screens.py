"""Editions for screens from the command, and colours of a book on their way to a press."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.publish.finishing.structure import faults
from translate_pub.commands import build, screens
from translate_pub.commands.build import Order
from translate_pub.model.diagnostic import Severity
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import Publication
from translate_pub.model.printing import Standard
from translate_pub.workspace import dates, discovery
from translate_pub.workspace.picture_shelf import PictureShelf

VALID = '<report><jobs><job><validationReport isCompliant="true"/></job></jobs></report>'
INVALID = (
    '<report><jobs><job><validationReport isCompliant="false"><details>'
    '<rule specification="ISO 14289-1" clause="7.1" status="failed" failedChecks="2">'
    "<description>No title</description></rule></details></validationReport></job></jobs></report>"
)


def judge(folder: Path, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a veraPDF on the path that says always the same."""
    folder.mkdir()
    program = folder / "verapdf"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{report}\nEND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def test_a_screen_edition_is_tagged_and_says_what_it_claims(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are as large as their trim, all of them is in the tags, and no file is called valid but by veraPDF."""
    order = Order(languages=("sv",), purpose=Purpose.SCREEN, standard=Standard.UA1)
    report = build.run(discovery.find(leaflet), order)
    assert not report.failed
    assert ["was not checked" in one.message for one in report.diagnostics if one.code == "P031"] == [True]
    path = report.built[0].path
    with pikepdf.open(path) as pdf:
        assert faults(pdf) == []
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {
            tuple(map(float, page.trimbox)) for page in pdf.pages
        }
        assert "/Outlines" in pdf.Root
    made = Publication(path.name, path.read_bytes(), report.built[0].pages)
    judge(leaflet / "good", VALID, monkeypatch)
    assert judged(made, leaflet) == [(Severity.NOTE, "and veraPDF finds it valid")]
    judge(leaflet / "bad", INVALID, monkeypatch)
    assert judged(made, leaflet) == [(Severity.ERROR, "and is not: veraPDF says ISO 14289-1 7.1: No title (2 times)")]


def judged(publication: Publication, root: Path) -> list[tuple[Severity, str]]:
    """Finish a file anew and return what is said of its claim."""
    found = screens.finish(publication, Standard.UA1, PictureShelf(root), None).diagnostics
    return [(one.severity, one.message.partition(", ")[2]) for one in found if one.code == "P031"]


def test_a_file_is_dated_by_the_last_change_of_the_text(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by the clock, nor by the times of files; where git knows nothing, nothing is made up."""
    workspace = discovery.find(leaflet)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(leaflet.parent))
    assert dates.last_change(workspace) is None
    environment = {**os.environ, "GIT_COMMITTER_DATE": "2026-05-04T03:02:01+02:00"}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "x")):
        subprocess.run(("git", *arguments), cwd=leaflet, check=True, env=environment)
    zone = dt.timezone(dt.timedelta(hours=2))
    assert dates.last_change(workspace) == dt.datetime(2026, 5, 4, 3, 2, 1, tzinfo=zone)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert dates.last_change(workspace) == dt.datetime(1970, 1, 2, tzinfo=dt.UTC)


@pytest.mark.slow
def test_a_colour_of_the_book_is_printed_as_the_book_says(leaflet: Path) -> None:
    """`[colours]` gives a colour to stylesheets by name, and to a press as inks."""
    folder = leaflet / "source_texts" / "leaflet"
    with (folder / "book.toml").open("a") as book:
        book.write('\n[colours.accent]\nscreen = "#9c2a1d"\ncmyk = "cmyk(0 85 90 30)"\n')
    book_toml = folder / "book.toml"
    book_toml.write_text('css = ["own.css"]\n' + book_toml.read_text())
    (folder / "own.css").write_text("h1 { color: var(--colour-accent) }")
    (leaflet / "printers").mkdir()
    (leaflet / "printers" / "inks.toml").write_text(
        'title = "Inks"\nstandard = "plain"\ncolour = "cmyk"\nbleed = { top = 3, bottom = 3, outer = 3, inner = 3 }\n'
        "papers = { thin = { caliper_um = 100 } }\n"
    )
    report = build.run(discovery.find(leaflet), Order(languages=("sv",), printer="inks"))
    assert not report.failed, report.diagnostics
    with pikepdf.open(report.built[0].path) as pdf:
        written = b"".join(
            pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
            for page in pdf.pages
            if "/Contents" in page.obj
        )
    assert b"0 0.85 0.9 0.3 k" in written
    assert b" rg" not in written
