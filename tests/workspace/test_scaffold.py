"""What is begun by `init` and `new` works as it stands, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate_pub.model.book import Matter
from translate_pub.model.diagnostic import ConfigurationError, WorkspaceError
from translate_pub.workspace import config, discovery, scaffold, sources


def test_a_new_workspace_with_a_new_book(tmp_path: Path) -> None:
    """A new workspace loads, and a new book in it loads, with nothing found and every source there."""
    assert scaffold.init(tmp_path, languages=("ur", "pt-BR")) == ("translate-pub.toml", ".gitignore", ".editorconfig")
    workspace = discovery.find(tmp_path)
    assert workspace.settings.languages == ("ur", "pt-BR")
    written = scaffold.new(workspace, "my-book", year=2026)
    assert all((tmp_path / path).is_file() for path in written)
    outcome = config.load_book(workspace, "my-book")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert (outcome.value.metadata.title, outcome.value.year) == ("My book", 2026)
    assert len(sources.read(workspace, outcome.value).value or ()) == 2


def test_texts_that_are_there_become_the_book(tmp_path: Path) -> None:
    """A folder with Markdown files becomes a book of them, by their names, and they stay as they are."""
    scaffold.init(tmp_path)
    folder = tmp_path / "source_texts" / "diary"
    folder.mkdir(parents=True)
    for name in ("b.md", "a.md", "preface.md", "glossary.md"):
        (folder / name).write_text(f"# {name}\n")
    workspace = discovery.find(tmp_path)
    assert scaffold.new(workspace, "diary", year=2026, title='The "Diary"') == ("source_texts/diary/book.toml",)
    outcome = config.load_book(workspace, "diary")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.metadata.title == 'The "Diary"'
    assert [(file.name, file.matter) for file in outcome.value.files] == [
        ("preface", Matter.FRONT), ("a", Matter.BODY), ("b", Matter.BODY), ("glossary", Matter.BACK),
    ]  # fmt: skip


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A second `init` and a second `new` are refused and change nothing."""
    scaffold.init(tmp_path)
    workspace = discovery.find(tmp_path)
    scaffold.new(workspace, "book", year=2026)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(WorkspaceError, match=r"translate-pub\.toml is there already"):
        scaffold.init(tmp_path)
    with pytest.raises(WorkspaceError, match=r"book\.toml is there already"):
        scaffold.new(workspace, "book", year=2026)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_ignored_files(tmp_path: Path) -> None:
    """What git is to pass over is put below what is there, once."""
    (tmp_path / ".gitignore").write_bytes(b"*.mo\xe9")
    scaffold.init(tmp_path)
    assert (tmp_path / ".gitignore").read_bytes() == b"*.mo\xe9\n/build/\n*.mo\n.*.tmp\n"
    (tmp_path / "translate-pub.toml").unlink()
    assert scaffold.init(tmp_path) == ("translate-pub.toml",)


def test_settings_of_editors(tmp_path: Path) -> None:
    """A workspace has settings of editors, unless it or the repository that it is in has some."""
    scaffold.init(tmp_path / "alone")
    written = (tmp_path / "alone" / ".editorconfig").read_text(encoding="utf-8")
    assert written.index("[*]") < written.index("[*.{md,po,pot}]\ntrim_trailing_whitespace = false\n")
    (tmp_path / ".editorconfig").write_bytes(b"root = true\n")
    scaffold.init(tmp_path / "beside")
    assert (tmp_path / "beside" / ".editorconfig").exists()
    (tmp_path / ".git").mkdir()
    scaffold.init(tmp_path / "within")
    assert not (tmp_path / "within" / ".editorconfig").exists()
    assert (tmp_path / ".editorconfig").read_bytes() == b"root = true\n"


def test_a_mistaken_language_leaves_nothing(tmp_path: Path) -> None:
    """With an unknown language nothing is written, and every mistake is told."""
    with pytest.raises(ConfigurationError) as caught:
        scaffold.init(tmp_path / "new", source_language="english", languages=("swe", "ur"))
    assert [found.code for found in caught.value.diagnostics] == ["B007", "B007"]
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "likely"), [("My Book!", "my-book"), ("../up", "up"), ("a/b", "a-b"), ("", "wanted$")]
)
def test_names_of_books(tmp_path: Path, name: str, likely: str) -> None:
    """A book's name is a folder's, in small letters; another is refused with the likely one."""
    scaffold.init(tmp_path)
    with pytest.raises(WorkspaceError, match=f"{likely}$"):
        scaffold.new(discovery.find(tmp_path), name, year=2026)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_title(tmp_path: Path, title: str) -> None:
    """Any title at all is written so that it reads the same."""
    if not (tmp_path / "translate-pub.toml").exists():
        scaffold.init(tmp_path)
    workspace = discovery.find(tmp_path)
    (tmp_path / "source_texts" / "book" / "book.toml").unlink(missing_ok=True)
    scaffold.new(workspace, "book", year=2026, title=title)
    book = config.load_book(workspace, "book").value
    assert book is not None
    assert book.metadata.title == title
