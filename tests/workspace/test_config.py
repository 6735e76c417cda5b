"""Workspaces are found from any folder in them, and a book is all that its `book.toml` says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from translate_pub.model.book import (
    Contributor,
    EditionSettings,
    Launch,
    Matter,
    Metadata,
    Part,
    Placement,
    Role,
    SourceFile,
    Trim,
)
from translate_pub.model.diagnostic import ConfigurationError, WorkspaceError
from translate_pub.model.workspace import References, Settings, Workspace
from translate_pub.workspace import config, discovery, schema
from translate_pub.workspace.tables import BookTable, WorkspaceTable

WHOLE = """\
title = "A Book"
subtitle = "With a subtitle"
short_title = "Book"
language = "de"
publisher = "Lantern Street"
place = "London"
year = 2027
edition = "First edition"
rights = \"\"\"
One paragraph.

Another one.\"\"\"
description = "About it."
trim = "5.5x8.5in"
theme = "classic"
css = ["extra.css"]

[[contributors]]
name = "An Author"
role = "author"

[isbn]
paperback = "978-0-00-000010-1"
set = "978-0-00-000011-8"
volumes = [{ paperback = "978-0-00-000012-5" }, { epub = "978-0-00-000013-2" }]

[[front]]
role = "preface"
file = "preface.md"

[[parts]]
id = "part-one"
title = "Part One"
caption = "1883"
chapters = ["01-one.md", "02-two.md"]

[[back]]
role = "appendix"
file = "appendix.md"

[editions.ur]
translators = ["T"]
reviewers = ["R"]
imprint = "I"
isbn = { paperback = "978-0-00-000014-9" }
launch = { date = 2027-01-15, place = "Lahore" }
printer = "P"
fonts = { body = "npm:@fontsource/noto-nastaliq-urdu@5.2.5", mono = "pypi:fontpkg-x==1.0" }
numbering = { body = "arabext", front = "abjad" }
contents = "back"
imprint_page = "none"
"""


def test_find_from_below(root: Path) -> None:
    """The workspace of a folder is the nearest one above it."""
    assert discovery.find(root / "source_texts" / "handbook").root == root.resolve()


def test_find_nothing(tmp_path: Path) -> None:
    """A folder in no workspace is an error that says how to make one."""
    with pytest.raises(WorkspaceError, match="translate-pub init"):
        discovery.find(tmp_path)


def test_workspace_defaults(workspace: Workspace) -> None:
    """A workspace that says little has folders, a theme and a trim, and the name of its folder."""
    assert workspace.settings == Settings("en", ("ur", "sv", "pt-BR"), project="texts")


def test_workspace_settings(root: Path) -> None:
    """What a workspace says is what its settings are."""
    (root / config.WORKSPACE_FILE).write_text(
        'source_language = "de"\nlanguages = ["sr-Latn"]\nproject = "P"\nbugs = "b@example.org"\nsources = "s/t"\n'
        'catalogs = "c/"\nbuild = "out"\nreferences = "line"\njobs = 3\n[defaults]\ntheme = "pamphlet"\ntrim = "A5"\n'
    )
    settings = config.load_workspace(root).settings
    assert settings == Settings(
        "de", ("sr-Latn",), "P", "b@example.org", "s/t", "c", "out", References.LINE, 3, "pamphlet", Trim(148, 210)
    )


def test_a_byte_order_mark_is_no_mistake(root: Path) -> None:
    """A file that an editor began with a byte order mark is read."""
    path = root / config.WORKSPACE_FILE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert config.load_workspace(root).settings.source_language == "en"


def test_books(workspace: Workspace) -> None:
    """Books are the folders of the sources that have a book.toml, by name."""
    (workspace.root / "source_texts" / "notes").mkdir()
    (workspace.root / "source_texts" / "almanac").mkdir()
    (workspace.root / "source_texts" / "almanac" / "book.toml").write_text("")
    assert config.books(workspace) == ("almanac", "handbook")


def test_no_such_book(workspace: Workspace) -> None:
    """A book that is not there is an error that suggests the one that was meant."""
    with pytest.raises(WorkspaceError, match=r'no book "handbok"; did you mean handbook\?; books: handbook'):
        config.load_book(workspace, "handbok")


def test_a_whole_book(workspace: Workspace) -> None:
    """A book is all that its file says, and nothing is found in it."""
    folder = workspace.root / "source_texts" / "handbook"
    (folder / "book.toml").write_text(WHOLE)
    (folder / "extra.css").write_text("")
    outcome = config.load_book(workspace, "handbook")
    assert outcome.diagnostics == ()
    book = outcome.value
    assert book is not None
    people = (Contributor("An Author", "author"),)
    part = Part("part-one", "Part One", "1883")
    assert book.metadata == Metadata(
        "A Book", "With a subtitle", "Book", "One paragraph.\n\nAnother one.", "About it.", "First edition",
        "Lantern Street", "London", (part,), people,
    )  # fmt: skip
    assert (book.name, book.folder, book.language, book.year) == ("handbook", "source_texts/handbook", "de", 2027)
    assert (book.trim, book.theme) == (Trim(139.7, 215.9), "classic")
    assert book.css == ("source_texts/handbook/extra.css",)
    assert book.isbn == {
        "paperback": "978-0-00-000010-1",
        "set": "978-0-00-000011-8",
        "volume-1.paperback": "978-0-00-000012-5",
        "volume-2.epub": "978-0-00-000013-2",
    }
    assert book.files == (
        SourceFile("source_texts/handbook/preface.md", Role.PREFACE, Matter.FRONT),
        SourceFile("source_texts/handbook/01-one.md", Role.CHAPTER, Matter.BODY, "part-one"),
        SourceFile("source_texts/handbook/02-two.md", Role.CHAPTER, Matter.BODY, "part-one"),
        SourceFile("source_texts/handbook/appendix.md", Role.APPENDIX, Matter.BACK),
    )
    assert book.edition("ur") == EditionSettings(
        "ur", ("T",), ("R",), "I", {"paperback": "978-0-00-000014-9"}, Launch(dt.date(2027, 1, 15), "Lahore"), "P",
        fonts={"body": "npm:@fontsource/noto-nastaliq-urdu@5.2.5", "mono": "pypi:fontpkg-x==1.0"},
        numbering={"body": "arabext", "front": "abjad"}, contents=Placement.BACK, imprint_page=Placement.NONE,
    )  # fmt: skip
    assert book.edition("sv") == EditionSettings("sv")
    lines = WHOLE.splitlines()
    assert lines[book.lines["parts.0.caption"] - 1] == 'caption = "1883"'
    assert lines[book.lines["rights"] - 1].startswith("rights")


@pytest.mark.parametrize("linked", ["handbook", "handbook/01-one.md", ""])
def test_links_that_lead_outside(root: Path, tmp_path: Path, linked: str) -> None:
    """Sources, a book's folder or a chapter that is a link out of the workspace is found, not followed."""
    inside, outside = root / "source_texts" / linked, tmp_path / "outside"
    inside.rename(outside)
    inside.symlink_to(outside)
    try:
        found = config.load_book(config.load_workspace(root), "handbook").diagnostics
    except ConfigurationError as error:
        found = error.diagnostics
    assert "B009" in {each.code for each in found}


def test_chapters_before_parts(workspace: Workspace) -> None:
    """Chapters named outside of parts stand before the first part."""
    path = workspace.root / "source_texts" / "handbook" / "book.toml"
    path.write_text(
        'title = "T"\nchapters = ["02-two.md"]\n[[parts]]\nid = "p"\ntitle = "P"\nchapters = ["01-one.md"]\n'
    )
    book = config.load_book(workspace, "handbook").value
    assert book is not None
    assert [(file.name, file.part) for file in book.files] == [("02-two", None), ("01-one", "p")]


def test_the_repository_s_own_books(repository: Path) -> None:
    """The books of this repository have no mistakes."""
    workspace = discovery.find(repository)
    for name in config.books(workspace):
        assert not config.load_book(workspace, name).failed, name


@pytest.mark.parametrize("table", [WorkspaceTable, BookTable])
def test_every_key_says_what_it_means(table: type[WorkspaceTable | BookTable]) -> None:
    """Every key has a meaning and a kind that can be said in words, for messages and for the reference."""
    for name, key in schema.describe(table):
        assert key.meaning, name
        assert schema.wanted(key.kind), name
