"""Printers' profiles as people and programs read them."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from translate_pub.model.printing import PrinterProfile, Source
from translate_pub.report import printers as report
from translate_pub.report.console import Surface
from translate_pub.workspace import printers


def profile(name: str) -> PrinterProfile:
    """Return a profile that comes with the tool."""
    value = printers.load(None, name).value
    assert value is not None
    return value


def test_the_table_has_a_line_for_each() -> None:
    """Name, standard, colour and bleed stand in one table."""
    text = report.table([profile(name) for name in printers.names()])
    lines = {line.split()[0]: line for line in text.splitlines()[2:]}
    assert tuple(lines) == printers.names()
    assert "X-1a:2001 grey, cover cmyk 3.175 mm, inner 0 mm" in lines["ingramspark"]
    assert "none" in lines["home-booklet"]


@pytest.mark.parametrize("name", printers.names())
def test_an_explanation_has_every_figure_and_source(name: str) -> None:
    """Every key and paper has a line, every source its address and day, and what is not verified says so."""
    one = profile(name)
    text = report.explanation(one)
    for paper in one.papers:
        assert f"paper {paper.name} " in text
    for source in one.sources.values():
        assert source.address in text
    assert sum(line.count(" unverified") for line in text.split("\n\n")[1].splitlines()) == len(one.unverified)
    assert all(f"- {note}" in text for note in one.notes)
    assert "\x1b[" not in text
    assert "\x1b[33munverified\x1b[0m" in report.explanation(one, Surface(200, colour=True))


def test_a_figure_that_no_file_says_is_the_default() -> None:
    """What neither the tool's file nor the workspace's says is marked as the tool's default."""
    line = next(line for line in report.explanation(profile("kdp")).splitlines() if line.startswith("last page blank"))
    assert line.split() == ["last", "page", "blank", "default", "no"]


def test_a_figure_of_the_workspace_names_its_file() -> None:
    """A figure that the workspace sets has the workspace's file as its source."""
    one = profile("kdp")
    own = replace(one, ink_limit=300, sources=one.sources | {"ink_limit": Source("printers/kdp.toml", verified=True)})
    text = report.explanation(own)
    line = next(line for line in text.splitlines() if line.startswith("most ink"))
    assert line.split()[2].startswith("[")
    assert "] printers/kdp.toml" in text


def test_json_has_every_key() -> None:
    """A program reads every figure by its key, and where it was read."""
    (told,) = json.loads(report.json([profile("kdp")]))["printers"]
    assert set(told) == {field.name for field in fields(PrinterProfile)}
    assert told["bleed"] == {"top": 3.175, "bottom": 3.175, "outer": 3.175, "inner": 0.0}
    assert told["papers"]["white"]["caliper_um"] == 114.4016
    assert told["gutters"][0] == {"pages": 150, "mm": 9.525}
    assert told["sources"]["largest_mb"]["read"] == "2026-11-22"
    assert told["sources"]["gutters"]["verified"] is False
