"""Who made an edition, on the command line and on the imprint page."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli.speaking import Say


@pytest.fixture
def repository_of_leaflet(leaflet: Path) -> Path:
    """Put the leaflet into a repository: Nils Ek has committed everything, and is Nisse to his machine."""
    (leaflet / ".mailmap").write_text("Nils Ek <nils@example.org>\n", encoding="utf-8")
    person = {"NAME": "nisse", "EMAIL": "nils@example.org", "DATE": "2026-11-02T12:00:00Z"}
    environment = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in person.items()}
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=Translate")):
        subprocess.run(["git", *words], cwd=leaflet, check=True, env={**os.environ, **environment})
    return leaflet


def test_credits_names_people_with_their_words(repository_of_leaflet: Path, say: Say) -> None:
    """The text names everybody, by the name in the mailmap."""
    answer = say("-C", repository_of_leaflet, "credits", "--lang", "sv")
    assert answer.code == 0
    assert answer.out.startswith("leaflet sv svenska\n  Nils Ek: ")
    assert "words translated, last on 2026-11-02" in answer.out


def test_credits_as_toml_belong_into_the_book(repository_of_leaflet: Path, say: Say) -> None:
    """What is printed is the table that book.toml takes."""
    answer = say("-C", repository_of_leaflet, "credits", "--lang", "sv", "--format", "toml")
    assert tomllib.loads(answer.out) == {"editions": {"sv": {"translators": ["Nils Ek"], "reviewers": []}}}


def test_credits_as_json(repository_of_leaflet: Path, say: Say) -> None:
    """Other programs read names and words."""
    answer = say("-C", repository_of_leaflet, "credits", "--lang", "sv", "--format", "json")
    (edition,) = json.loads(answer.out)["editions"]
    assert [person["name"] for person in edition["people"]] == ["Nils Ek"]


def test_outside_of_a_repository_nobody_is_named(leaflet: Path, say: Say) -> None:
    """A workspace without git knows nobody, and says so."""
    answer = say("-C", leaflet, "credits", "--lang", "sv")
    assert answer.code == 0
    assert "nobody" in answer.out


def test_an_imprint_page_takes_its_names_from_the_history(repository_of_leaflet: Path, say: Say) -> None:
    """An edition that names no translator and asks for the history is credited to those who translated it."""
    configuration = repository_of_leaflet / "source_texts" / "leaflet" / "book.toml"
    text = configuration.read_text(encoding="utf-8")
    assert 'translators = ["Översättarkretsen"]' in text
    asking = text.replace('translators = ["Översättarkretsen"]', 'credits = "history"')
    configuration.write_text(asking, encoding="utf-8")
    answer = say("-C", repository_of_leaflet, "build", "leaflet", "--lang", "sv", "--edition", "proof")
    assert answer.code == 0, answer.err
    (made,) = (repository_of_leaflet / "build").rglob("*.pdf")
    printed = subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout
    assert "Nils Ek" in printed


def test_a_forecast_is_told_below_the_table(repository_of_leaflet: Path, say: Say) -> None:
    """With --forecast, status says of each edition when it will be complete, or why that cannot be told."""
    answer = say("-C", repository_of_leaflet, "status", "--forecast")
    assert "outlook" in answer.out
    assert "complete" in answer.out


@pytest.mark.parametrize(
    ("form", "begins"), [("html", "<!DOCTYPE html>"), ("svg", "<svg"), ("csv", "book,"), ("markdown", "###")]
)
def test_status_has_many_forms(repository_of_leaflet: Path, say: Say, form: str, begins: str) -> None:
    """Every form goes to standard output, and nothing else does."""
    assert say("-C", repository_of_leaflet, "status", "--format", form).out.startswith(begins)
