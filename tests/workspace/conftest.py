"""Workspaces made of real files, for the tests of this floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery

WORKSPACE = 'source_language = "en"\nlanguages = ["ur", "sv", "pt-BR"]\n'
BOOK = 'title = "A Book"\nchapters = ["01-one.md", "02-two.md"]\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the root of a workspace that has one book, `handbook`, with two chapters, a preface and an appendix."""
    folder = tmp_path / "texts" / "source_texts" / "handbook"
    folder.mkdir(parents=True)
    (tmp_path / "texts" / "translate-pub.toml").write_text(WORKSPACE)
    (folder / "book.toml").write_text(BOOK)
    for name in ("01-one", "02-two", "preface", "appendix"):
        (folder / f"{name}.md").write_text(f"# Chapter {name} {{#{name}}}\n")
    return tmp_path / "texts"


@pytest.fixture
def workspace(root: Path) -> Workspace:
    """Give that workspace as it is loaded."""
    return discovery.find(root)
