"""Editions for screens from the command, and colours of a book on their way to a press."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.publish.finishing.structure import faults
from translate_pub.commands import build
from translate_pub.commands.build import Order
from translate_pub.model.edition import Purpose
from translate_pub.model.printing import Standard
from translate_pub.workspace import dates, discovery

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


def test_a_screen_edition_is_tagged_and_has_no_bleed(leaflet: Path) -> None:
    """Every page is as large as its trim, and all of it is in the tags."""
    report = build.run(discovery.find(leaflet), Order(languages=("sv",), purpose=Purpose.SCREEN))
    assert not report.failed
    with pikepdf.open(report.built[0].path) as pdf:
        assert faults(pdf) == []
        assert {tuple(map(float, page.mediabox)) for page in pdf.pages} == {
            tuple(map(float, page.trimbox)) for page in pdf.pages
        }
        assert "/Outlines" in pdf.Root


def test_a_claim_that_nobody_checked_is_said_to_be_one(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without veraPDF no file is called valid; with it, its judgement is told, and a fault is an error."""
    order = Order(languages=("sv",), purpose=Purpose.SCREEN, standard=Standard.UA1)
    told = [one for one in build.run(discovery.find(leaflet), order).diagnostics if one.code == "P031"]
    assert ["was not checked" in one.message for one in told] == [True]
    judge(leaflet / "good", VALID, monkeypatch)
    told = [one for one in build.run(discovery.find(leaflet), order).diagnostics if one.code == "P031"]
    assert ["finds it valid" in one.message for one in told] == [True]
    judge(leaflet / "bad", INVALID, monkeypatch)
    report = build.run(discovery.find(leaflet), order)
    assert report.failed
    assert ["ISO 14289-1 7.1: No title" in one.message for one in report.diagnostics if one.code == "P031"] == [True]


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
