"""Files: read and written whole, so that a killed process leaves the old file or the new one."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
from pathlib import Path

from translate_pub.model.diagnostic import WorkspaceError


class ChangedMeanwhileError(WorkspaceError):
    """A file was changed by another program between reading and writing; it is left as it is."""


ABSENT = "absent"
"""What `write` takes as the digest of a file that was not there."""

_NEW_FILE_MODE = 0o666
_LEFT_BEHIND = re.compile(r"\.(?P<name>.+)\.(?P<host>[\w-]+)-(?P<process>[0-9]+)\.\w+\.tmp")
"""Name of a file that was being written, with the machine and process that did."""


def digest(data: bytes | None) -> str:
    """Name the content of a file; None is a file that is not there."""
    return ABSENT if data is None else hashlib.blake2b(data, digest_size=16).hexdigest()


def read(path: Path) -> bytes | None:
    """Return the bytes of a file, or None where there is none.

    Raises:
        WorkspaceError: it is there and cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = f"{path} cannot be read: {_reason(error)}"
        raise WorkspaceError(message) from error


def inside(folder: Path, written: str) -> bool:
    """Say whether a path, as it is written in a configuration, is one below a folder, links followed."""
    try:
        target = (folder / written).resolve()
        return bool(written) and "\\" not in written and target.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def stands(path: Path) -> bool:
    """Say whether there is a file of that name; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def write(path: Path, data: bytes, *, within: Path | None = None, replaces: str | None = None) -> bool:
    """Put `data` into a file, as a whole or not at all; folders are made as needed.

    A symbolic link stays one: the file that it leads to is written. Permissions stay as they were.

    Args:
        path: the file.
        data: all of its new bytes.
        within: a folder that the file, links followed, may not lie outside of.
        replaces: the `digest` of what was read from this file before the work began.

    Returns:
        Whether the file differs from before; the same bytes are not written again.

    Raises:
        ChangedMeanwhileError: it was changed since it was read.
        WorkspaceError: the file is write-protected or outside, or the disk refuses.
    """
    target = _target(path, within)
    before = read(target)
    _check_unchanged(path, before, replaces)
    if before == data:
        return False
    try:
        _replace(target, data, before)
    except OSError as error:
        message = f"{path} cannot be written: {_reason(error)}"
        raise WorkspaceError(message) from error
    return True


def remove(path: Path, *, within: Path | None = None, replaces: str | None = None) -> None:
    """Remove a file, or the link that stands in its place; one that is gone already is left at that.

    Raises:
        ChangedMeanwhileError: it was changed since it was read.
        WorkspaceError: it lies outside of `within`, or the disk refuses.
    """
    _target(path.parent, within)
    before = read(path)
    if before is not None:
        _check_unchanged(path, before, replaces)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = f"{path} cannot be removed: {_reason(error)}"
        raise WorkspaceError(message) from error


def _check_unchanged(path: Path, held: bytes | None, expected: str | None) -> None:
    """See that a file still holds what was read from it."""
    if expected is not None and digest(held) != expected:
        message = f"{path} was changed by another program while translate-pub worked on it; it is left as it is"
        raise ChangedMeanwhileError(message)


def _target(path: Path, within: Path | None) -> Path:
    """Follow the links of a path and see that it stays within the folder."""
    try:
        target = path.resolve()
    except (OSError, RuntimeError) as error:
        message = f"{path} leads in a circle of links"
        raise WorkspaceError(message) from error
    if within is not None and not target.is_relative_to(within.resolve()):
        message = f"{path} leads to {target}, outside of {within}"
        raise WorkspaceError(message)
    return target


def _replace(target: Path, data: bytes, before: bytes | None) -> None:
    """Write a new file beside the old one and let it take the old one's place (POSIX rename is atomic).

    Raises:
        ChangedMeanwhileError: the old one holds no longer what was there before.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target)
    mode = _mode(target)
    prefix = f".{target.name[:80]}.{_host()}-{os.getpid()}."
    import tempfile  # noqa: PLC0415  # who only reads need not wait for it

    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        _check_unchanged(target, read(target), digest(before))  # the disk may have taken its time
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _clear(target: Path) -> None:
    """Remove what processes of this machine that were killed have left behind when they wrote this file."""
    for path in target.parent.glob(f".{glob.escape(target.name[:80])}.*.tmp"):
        found = _LEFT_BEHIND.fullmatch(path.name)
        if (
            found
            and found["name"] == target.name[:80]
            and found["host"] == _host()
            and not _runs(int(found["process"]))
        ):
            path.unlink(missing_ok=True)


def _host() -> str:
    """Name this machine in letters that suit a file's name: a folder may be shared with others."""
    import socket  # noqa: PLC0415  # who only reads need not wait for it

    return re.sub(r"[^\w-]", "-", socket.gethostname())[:32] or "here"


def _runs(process: int) -> bool:
    """Whether a process of this machine is at work."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _mode(target: Path) -> int:
    """Return the permissions that the new file gets: the old one's, or those of any new file.

    Raises:
        PermissionError: the old one is write-protected (renaming over it would not ask).
    """
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return _NEW_FILE_MODE & ~mask
    if not mode & stat.S_IWUSR:
        raise PermissionError(0, "it is write-protected", str(target))
    return mode


def _sync(folder: Path) -> None:
    """Have the disk keep the new name too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    """Say what the system says, without its numbers."""
    return (error.strerror or str(error)).lower()
