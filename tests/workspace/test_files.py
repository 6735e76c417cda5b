"""Files are written as a whole or not at all, and nothing that somebody else wrote is written over unseen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.workspace import files


def test_write_says_whether_it_wrote(tmp_path: Path) -> None:
    """New bytes are written, the same bytes are not written again."""
    path = tmp_path / "new" / "folder" / "a.po"
    assert files.write(path, b"one")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert not files.write(path, b"one")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert files.write(path, b"two")
    assert files.read(path) == b"two"


def test_nothing_is_left_beside(tmp_path: Path) -> None:
    """After a write the folder holds the file alone."""
    files.write(tmp_path / "a.po", b"one")
    files.write(tmp_path / "a.po", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["a.po"]


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    """A file that is not there reads as None, and a folder in its place is an error that names it."""
    assert files.read(tmp_path / "a.po") is None
    assert files.read(tmp_path / "a" / "b.po") is None
    with pytest.raises(WorkspaceError, match="cannot be read"):
        files.read(tmp_path)


def test_permissions_stay(tmp_path: Path) -> None:
    """A file keeps its permissions, and a new one has those of any new file."""
    path = tmp_path / "a.po"
    files.write(path, b"one")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
    path.chmod(0o640)
    files.write(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    """A write-protected file stays as it is, and the error names it."""
    path = tmp_path / "a.po"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(WorkspaceError, match=r"a\.po cannot be written: it is write-protected"):
        files.write(path, b"two")
    assert path.read_bytes() == b"one"
    assert [found.name for found in tmp_path.iterdir()] == ["a.po"]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """A folder where a file should be is an error that names it."""
    (tmp_path / "a.po").mkdir()
    with pytest.raises(WorkspaceError, match=r"a\.po cannot be read"):
        files.write(tmp_path / "a.po", b"two")


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    """A file where a folder should be is an error that names what was to be written."""
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WorkspaceError, match=r"b\.po cannot be written"):
        files.write(tmp_path / "a" / "b.po", b"two")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a symbolic link leads to is written, and the link stays."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.po").write_bytes(b"one")
    link = tmp_path / "a.po"
    link.symlink_to("real/a.po")
    files.write(link, b"two", within=tmp_path)
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.po").read_bytes() == b"two"


@pytest.mark.parametrize("name", ["outside.po", "folder/a.po"])
def test_a_link_that_leads_outside(tmp_path: Path, name: str) -> None:
    """A link, or a linked folder, that leads out of the workspace is refused and what it leads to stays."""
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "a.po").write_bytes(b"one")
    (inside / "outside.po").symlink_to(outside / "a.po")
    (inside / "folder").symlink_to(outside)
    with pytest.raises(WorkspaceError, match="outside of"):
        files.write(inside / name, b"two", within=inside)
    assert (outside / "a.po").read_bytes() == b"one"


def test_links_in_a_circle(tmp_path: Path) -> None:
    """Links that lead to each other are an error, not a hang."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(WorkspaceError, match="a"):
        files.write(tmp_path / "a", b"two")


@pytest.mark.parametrize("held", [b"theirs", None])
def test_a_change_in_between_is_seen(tmp_path: Path, held: bytes | None) -> None:
    """A file that differs from what was read of it is not written over, and not brought back when it is gone."""
    path = tmp_path / "a.po"
    path.write_bytes(b"read")
    seen = files.digest(files.read(path))
    path.write_bytes(held) if held else path.unlink()
    with pytest.raises(WorkspaceError, match="changed by another program"):
        files.write(path, b"ours", replaces=seen)
    assert files.read(path) == held


def test_a_file_that_appears_is_seen(tmp_path: Path) -> None:
    """A file that was not there when the work began is not written over."""
    path = tmp_path / "a.po"
    path.write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="changed by another program"):
        files.write(path, b"ours", replaces=files.ABSENT)


def test_remove(tmp_path: Path) -> None:
    """A file is removed if it is what was read, and one that is gone is no error."""
    path = tmp_path / "a.po"
    path.write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="changed by another program"):
        files.remove(path, replaces=files.digest(b"ours"))
    files.remove(path, replaces=files.digest(b"theirs"), within=tmp_path)
    files.remove(path, within=tmp_path)
    assert not path.exists()


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """When the disk is full the old file stays, and no half-written one stands beside it."""
    path = tmp_path / "a.po"
    path.write_bytes(b"one")
    program = (
        "import resource, sys; from pathlib import Path; from translate_pub.workspace import files;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "files.write(Path(sys.argv[1]), b'x' * 100000)"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)
    assert "a.po cannot be written: file too large" in ran.stderr
    assert path.read_bytes() == b"one"
    assert [found.name for found in tmp_path.iterdir()] == ["a.po"]


WRITER = """
import sys
from pathlib import Path
from translate_pub.workspace import files
path = Path(sys.argv[1])
print("ready", flush=True)
for number in range(1_000_000):
    files.write(path, str(number % 10).encode() * 300_000)
"""


@pytest.mark.slow
def test_a_killed_writer_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """However often a writer is killed, the file is one whole version, and its next write takes place."""
    path = tmp_path / "a.po"
    for kill in range(60):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.001 * kill)
            os.kill(writer.pid, signal.SIGKILL)
        data = files.read(path) or b""
        assert len(data) in {0, 300_000}
        assert len(set(data)) <= 1
    files.write(path, b"done")
    assert files.read(path) == b"done"


WRITES_AND_HANGS = """
import os, signal, sys
from pathlib import Path
from translate_pub.workspace import files
os.fsync = lambda handle: (print("written", flush=True), signal.pause())
files.write(Path(sys.argv[1]), b"new")
"""


def test_what_a_killed_process_left_is_cleared(tmp_path: Path) -> None:
    """A file half written by a process that was killed goes at the next write; that of one at work stays."""
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    working, killed = (
        subprocess.Popen([sys.executable, "-c", WRITES_AND_HANGS, path], stdout=subprocess.PIPE) for _ in range(2)
    )
    for process in (working, killed):
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
    killed.kill()
    killed.communicate()
    assert len(list(tmp_path.glob(".a.po.*.tmp"))) == 2
    assert path.read_bytes() == b"old"
    files.write(path, b"mine")
    assert len(list(tmp_path.glob(".a.po.*.tmp"))) == 1
    working.kill()
    working.communicate()
    files.write(path, b"mine again")
    assert [found.name for found in tmp_path.iterdir()] == ["a.po"]


def test_a_change_while_the_disk_writes_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program saves while the new file is on its way to the disk is not written over."""
    path = tmp_path / "a.po"
    path.write_bytes(b"old")
    really = os.fsync

    def slow(handle: int) -> None:
        path.write_bytes(b"theirs")
        really(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(files.ChangedMeanwhileError):
        files.write(path, b"new", replaces=files.digest(b"old"))
    assert path.read_bytes() == b"theirs"
    assert [found.name for found in tmp_path.iterdir()] == ["a.po"]
