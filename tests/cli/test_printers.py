"""`printers`, and `build` for one of them, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.speaking import Say
from translate_pub.workspace import printers


def test_printers_are_listed_and_explained(say: Say, tmp_path: Path) -> None:
    """Outside of a workspace there are the tool's printers, each with its figures and their sources."""
    listed = say("-C", tmp_path, "printers")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()[2:]] == list(printers.names())
    explained = say("-C", tmp_path, "printers", "kdp", "lulu")
    assert explained.code == 0
    assert "kdp: Amazon KDP, paperback" in explained.out
    assert "lulu: Lulu, black and white" in explained.out
    assert "unverified" in explained.out
    assert {
        one["name"] for one in json.loads(say("-C", tmp_path, "printers", "--format", "json").out)["printers"]
    } == set(printers.names())


def test_the_workspace_adds_its_own(say: Say, leaflet: Path) -> None:
    """A profile of the workspace is listed and explained; one with mistakes is told at its line, and exits 1."""
    (leaflet / "printers").mkdir()
    own = leaflet / "printers" / "townprint.toml"
    own.write_text('based_on = "kdp"\ntitle = "Town Print"\n')
    assert "Town Print" in say("-C", leaflet, "printers").out
    assert say("-C", leaflet, "printers", "townprint").out.startswith("townprint: Town Print")
    own.write_text('based_on = "kdp"\nstandart = "X-4"\n')
    answer = say("-C", leaflet, "printers")
    assert answer.code == 1
    assert "printers/townprint.toml:2: error[B002]" in answer.err
    assert "kdp" in answer.out


@pytest.mark.parametrize("words", [("printers", "kpd"), ("build", "--printer", "kpd")])
def test_an_unknown_printer_is_a_slip(say: Say, leaflet: Path, words: tuple[str, ...]) -> None:
    """The nearest name is suggested, and nothing is done."""
    answer = say("-C", leaflet, *words)
    assert answer.code == 2
    assert "did you mean kdp" in answer.err


@pytest.mark.parametrize("edition", ["proof", "screen"])
def test_proofs_and_screens_have_no_printer(say: Say, leaflet: Path, edition: str) -> None:
    """`--printer` with an edition that nobody prints is a slip."""
    answer = say("-C", leaflet, "build", "--edition", edition, "--printer", "kdp")
    assert answer.code == 2
    assert "made for no printer" in answer.err
