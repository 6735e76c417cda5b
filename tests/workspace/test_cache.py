"""What was found out before is believed only where nothing can have changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from translate_pub.model import book as book_model
from translate_pub.model import workspace as workspace_model
from translate_pub.workspace import cache as cache_room
from translate_pub.workspace import config, discovery, plain
from translate_pub.workspace.cache import FOLDER, Cache

OLD = 1_600_000_000_000_000_000
"""A time long before any test."""


@pytest.fixture(autouse=True)
def any_time_is_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be old enough at once: what a file system's clock cannot tell apart has a test of its own."""
    monkeypatch.setattr(cache_room, "_SETTLED", -(10**18))


def kept(root: Path, *, value: object = 7) -> Path:
    """Keep something about a file, and return the file."""
    path = root / "a.po"
    path.write_bytes(b"text")
    cache = Cache(root, "status")
    cache.keep("a", value, "a.po")
    cache.save()
    return path


def recalled(root: Path) -> object:
    """Ask for it anew, as the next command does."""
    return Cache(root, "status").recall("a", "a.po")


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    """While the file stays as it is, what was found out about it is known."""
    kept(tmp_path, value=[1, "två", None])
    assert recalled(tmp_path) == [1, "två", None]


@pytest.mark.parametrize("edit", ["text, longer", "TEXT"])
def test_a_changed_file_is_forgotten(tmp_path: Path, edit: str) -> None:
    """A change of size or content, or a file that is gone, makes what was known unknown."""
    path = kept(tmp_path)
    path.write_text(edit)
    assert recalled(tmp_path) is None
    path.unlink()
    assert recalled(tmp_path) is None


def test_times_that_are_set_back_deceive_nobody(tmp_path: Path) -> None:
    """A file of the same size whose time was set back, or that was put in its place, is another file."""
    path = kept(tmp_path)
    before = path.stat()
    path.write_bytes(b"TEXT")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert recalled(tmp_path) is None


def test_a_file_that_was_just_written_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that may still be written within the same tick of the clock nothing is kept."""
    monkeypatch.setattr(cache_room, "_SETTLED", 2_000_000_000)
    kept(tmp_path)
    assert recalled(tmp_path) is None


def test_a_file_that_comes_is_noticed(tmp_path: Path) -> None:
    """What was found out while a file was missing is forgotten when it comes."""
    cache = Cache(tmp_path, "status")
    cache.keep("a", 7, "a.po")
    cache.save()
    assert recalled(tmp_path) == 7
    (tmp_path / "a.po").write_bytes(b"")
    assert recalled(tmp_path) is None


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"tool": 3, "items": 4}', b"\xff\xfe", b"[" * 100_000], ids=range(7)
)
def test_a_damaged_cache_is_none(tmp_path: Path, damage: bytes) -> None:
    """A cache that cannot be read is thrown away, and written anew."""
    kept(tmp_path)
    path = tmp_path / FOLDER / "status.json"
    path.write_bytes(damage)
    assert recalled(tmp_path) is None
    kept(tmp_path)
    assert recalled(tmp_path) == 7


def test_items_of_another_shape_are_none(tmp_path: Path) -> None:
    """What stands in the file in another shape than was written is not believed."""
    kept(tmp_path)
    path = tmp_path / FOLDER / "status.json"
    found = json.loads(path.read_bytes())
    for item in (None, 3, [], [None], [[1], 7], ["x", 7], [[1, 2, 3, 4], 5, 6]):
        path.write_text(json.dumps({**found, "items": {"a": item}}))
        assert recalled(tmp_path) is None


def test_another_version_of_the_tool_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of the tool, or of the libraries beside it, everything is found out anew."""
    kept(tmp_path)
    monkeypatch.setattr(cache_room, "identity", lambda: "another")
    assert recalled(tmp_path) is None


def test_git_ignores_it(tmp_path: Path) -> None:
    """The folder ignores itself, whatever the workspace's own `.gitignore` says."""
    kept(tmp_path)
    assert (tmp_path / FOLDER / ".gitignore").read_text().endswith("\n*\n")


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A file in the folder's place, or a link that leads out of the workspace, costs nothing but the cache."""
    (tmp_path / ".cache").write_text("in the way")
    kept(tmp_path)
    assert recalled(tmp_path) is None
    (tmp_path / ".cache").unlink()
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (tmp_path / ".cache").symlink_to(outside)
    kept(tmp_path)
    assert list(outside.iterdir()) == []


def test_what_nobody_asked_for_goes(tmp_path: Path) -> None:
    """A whole run leaves out what belongs to files that are not there any more; a partial one keeps it."""
    kept(tmp_path)
    partial = Cache(tmp_path, "status")
    partial.keep("b", 8)
    partial.save()
    assert recalled(tmp_path) == 7
    whole = Cache(tmp_path, "status")
    whole.recall("b")
    whole.save(whole=True)
    assert recalled(tmp_path) is None


def test_settings_and_books_come_back_whole(leaflet: Path) -> None:
    """What is remembered of a configuration is what reading it gives; a new kind of value must be known here."""
    workspace = discovery.find(leaflet)
    book = config.load_book(workspace, "leaflet").value
    written = json.loads(json.dumps([plain.write(workspace.settings), plain.write(book)]))
    assert plain.read(written[0], plain.kinds(workspace_model)) == workspace.settings
    assert plain.read(written[1], plain.kinds(book_model)) == book


@pytest.mark.parametrize("written", [["Settings"], ["Nobody", 1], ["date", "x"], [], [["tuple"]], ["Trim", 1, 2, 3]])
def test_other_values_are_refused(written: list[object]) -> None:
    """What was not written here is refused, not half read."""
    with pytest.raises(plain.UnknownValueError):
        plain.read(written, plain.kinds(workspace_model))


def test_changed_settings_are_read(leaflet: Path) -> None:
    """After a change of `translate-pub.toml` its settings are read anew."""
    discovery.keep(discovery.find(leaflet))
    path = leaflet / "translate-pub.toml"
    path.write_text(path.read_text().replace('"de"', '"fr"'))
    assert "fr" in discovery.find(leaflet).settings.languages
