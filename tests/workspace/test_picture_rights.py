"""Inserts of plates, and `figures.toml`: whose the pictures are."""

from __future__ import annotations

from pathlib import Path

from translate_pub.model.book import Insert, Picture, Role
from translate_pub.model.workspace import Workspace
from translate_pub.source import metadata
from translate_pub.workspace import config

FIGURES = """\
[[pictures]]
file = "images/map.svg"
credit = "Map: A. Drawer"
licence = "CC BY 4.0"
source = "Archive 7"

[[pictures]]
file = "images/*.png"
credit = "Photographs: B. Seer"
"""
BAD = """\
[[pictures]]
file = "images/mop.svg"
credits = "A. Drawer"

[[pictures]]
file = "../map.svg"

[[pictures]]
file = "images/*.gif"
"""
INSERTS = """\
title = "A Book"
chapters = ["01-one.md", "02-two.md"]

[[inserts]]
file = "preface.md"
after = "01-one.md"
folios = true

[[inserts]]
file = "appendix.md"
after_signature = 3
signature = 8
"""


def put_figures(root: Path, text: str) -> None:
    """Write `figures.toml` and the images that it is about."""
    folder = root / "source_texts/handbook"
    (folder / "images").mkdir()
    for name in ("map.svg", "one.png"):
        (folder / "images" / name).write_bytes(b"")
    (folder / "figures.toml").write_text(text)


def test_rights_are_of_the_book(workspace: Workspace) -> None:
    """Paths are from the workspace's root on, and translators are asked for credits and licences."""
    put_figures(workspace.root, FIGURES)
    loaded = config.load_book(workspace, "handbook")
    assert {one.code for one in loaded.diagnostics} <= {"B016"}
    assert loaded.value is not None
    folder = "source_texts/handbook/images"
    assert loaded.value.metadata.pictures == (
        Picture(f"{folder}/map.svg", "Map: A. Drawer", "CC BY 4.0", "Archive 7"),
        Picture(f"{folder}/*.png", "Photographs: B. Seer"),
    )
    asked = [one.text for one in metadata.segments(loaded.value) if one.context == metadata.CREDIT]
    assert asked == ["Map: A. Drawer", "CC BY 4.0", "Photographs: B. Seer"]
    translated = metadata.apply(loaded.value.metadata, {("credit", "Map: A. Drawer"): "نقشہ"}.get)
    assert translated.pictures[0] == Picture(f"{folder}/map.svg", "نقشہ", "CC BY 4.0", "Archive 7")


def test_mistakes_are_found_at_their_lines(workspace: Workspace) -> None:
    """Keys, files that are not there, files outside; the book is not read."""
    put_figures(workspace.root, BAD)
    loaded = config.load_book(workspace, "handbook")
    assert loaded.value is None
    assert [(one.code, str(one.span)) for one in loaded.diagnostics] == [
        ("B008", "source_texts/handbook/figures.toml:2"),
        ("B002", "source_texts/handbook/figures.toml:3"),
        ("B009", "source_texts/handbook/figures.toml:6"),
        ("B008", "source_texts/handbook/figures.toml:9"),
    ]
    assert loaded.diagnostics[0].hints == ("did you mean images/map.svg?",)


def test_figures_that_are_no_toml_and_no_text(workspace: Workspace) -> None:
    """Either is a finding of its file."""
    put_figures(workspace.root, "[[pictures\n")
    assert [one.code for one in config.load_book(workspace, "handbook").diagnostics] == ["B001"]
    (workspace.root / "source_texts/handbook/figures.toml").write_bytes(b"\xff\xfe\x00a")
    (found,) = config.load_book(workspace, "handbook").diagnostics
    assert (found.code, found.span and found.span.path) == ("B017", "source_texts/handbook/figures.toml")


def test_inserts_follow_a_section_or_a_signature(workspace: Workspace) -> None:
    """Those behind a signature stand behind the last chapter among the files, and never count."""
    (workspace.root / "source_texts/handbook/book.toml").write_text(INSERTS)
    loaded = config.load_book(workspace, "handbook")
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert [(file.name, file.role, file.insert) for file in loaded.value.files] == [
        ("01-one", Role.CHAPTER, None),
        ("preface", Role.PLATES, Insert(folios=True)),
        ("02-two", Role.CHAPTER, None),
        ("appendix", Role.PLATES, Insert(behind_page=24)),
    ]
