"""Converted pictures are kept from build to build, and nothing depends on it."""

from __future__ import annotations

from pathlib import Path

from translate_pub.workspace.picture_shelf import PictureShelf

KEY = "0a" * 32


def test_what_was_put_is_there_for_the_next_build(tmp_path: Path) -> None:
    """A picture is kept below the cache, which git ignores."""
    PictureShelf(tmp_path).put(KEY, b"inks")
    assert PictureShelf(tmp_path).get(KEY) == b"inks"
    assert PictureShelf(tmp_path).get("0b" * 32) is None
    assert (tmp_path / ".cache/translate-pub/.gitignore").read_text().endswith("*\n")


def test_a_shelf_that_cannot_be_written_is_empty(tmp_path: Path) -> None:
    """A file in the place of the folder is left alone."""
    (tmp_path / ".cache").write_text("mine")
    PictureShelf(tmp_path).put(KEY, b"inks")
    assert PictureShelf(tmp_path).get(KEY) is None
    assert (tmp_path / ".cache").read_text() == "mine"
