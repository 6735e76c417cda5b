"""The examples of the guide for authors are a book without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs import reading
from translate_pub.commands import check, manuscript
from translate_pub.commands.manuscript import Manuscript
from translate_pub.edition import furniture, html, themes, translation
from translate_pub.workspace import discovery, scaffold

FEWEST = 12
"""Constructs that the guide shows."""


@pytest.fixture(scope="module")
def examples(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace with a book of which every example of the guide is a chapter."""
    guide = (repository / "docs" / "guides" / "authors.md").read_text("utf-8")
    root = tmp_path_factory.mktemp("press")
    scaffold.init(root, languages=["sv"])
    folder = root / "source_texts" / "examples"
    folder.mkdir(parents=True)
    for number, example in enumerate(reading.blocks(guide, "markdown"), start=1):
        heading = "" if "\n# " in example else f"# Example {number}\n\n"
        (folder / f"{number:02}-example.md").write_text(heading + example, "utf-8")
    scaffold.new(discovery.find(root), "examples", year=2027)
    return root


@pytest.fixture(scope="module")
def book(examples: Path) -> Manuscript:
    """Give that book, read."""
    read = manuscript.read(discovery.find(examples), "examples")
    assert read.value is not None
    return read.value


def test_the_guide_shows_every_construct(book: Manuscript) -> None:
    """None of the examples is passed over."""
    assert len(book.sources) >= FEWEST


def test_no_example_has_a_finding(examples: Path) -> None:
    """What the guide shows is what `translate-pub check` wants."""
    assert check.run(discovery.find(examples)).diagnostics == ()


def test_the_examples_become_an_edition_without_findings(book: Manuscript) -> None:
    """Every reference of the examples leads somewhere, every footnote is called, every caption has its figure."""
    translated = translation.translate(book.book, book.sources, {}, "en", progress={})
    assert translated.value is not None
    theme = themes.load(book.book, "en")
    rendered = html.render(translated.value, furniture.load("en"), theme)
    assert (*translated.diagnostics, *rendered.diagnostics) == ()


@pytest.mark.parametrize(
    "kind",
    ["figure", "table caption", "footnote", "verse", "attribution", "definition", "abbreviation", "admonition title"],
)
def test_the_examples_make_messages_of_every_kind(book: Manuscript, kind: str) -> None:
    """A construct that the guide shows is read as what it is."""
    assert kind in {segment.kind for found in book.readings for segment in found.segments}
