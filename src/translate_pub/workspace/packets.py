"""What goes to a translator and comes back: zip files, and the state that a catalogue had when it was sent."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from translate_pub.model.diagnostic import TranslatePubError, WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, git

_MOST = 64 * 1024 * 1024
"""Bytes that a zip file may unpack to: a hundred times the largest catalogue of a chapter."""
_MOST_FILES = 1000
_NAME = re.compile(r"[0-9a-f]{40}")
_REFS = "refs/translate-pub/sent"


def pack(contents: Mapping[str, bytes]) -> bytes:
    """Make a zip file of paths and their bytes. The same contents give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in contents.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpack(path: Path) -> tuple[tuple[str, bytes], ...]:
    """Return the catalogues in a file: itself, if it is one, or those in a zip file, by their names.

    Raises:
        WorkspaceError: there is no such file, it is no zip file though it is called so, or it unpacks to too much.
    """
    data = files.read(path)
    if data is None:
        raise WorkspaceError(f"{path} is not there")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        if path.suffix.casefold() == ".zip":
            raise WorkspaceError(f"{path} is no zip file, or is damaged: have it sent again")
        return ((path.name, data),)
    try:
        return tuple(_catalogs(path, data))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise WorkspaceError(f"{path} cannot be unpacked: {error}") from error


def _catalogs(path: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = archive.infolist()
        if len(listed) > _MOST_FILES or sum(info.file_size for info in listed) > _MOST:
            raise WorkspaceError(f"{path} would unpack to more than {_MOST // 2**20} MB or {_MOST_FILES} files")
        for info in listed:
            name = PurePosixPath(info.filename)
            # Macintoshes add a file of their own to each, in a folder of this name.
            if name.suffix.casefold() == ".po" and "__MACOSX" not in name.parts:
                yield info.filename, _read(archive, info)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Read one file of an archive, and no more of it than the archive says that there is."""
    with archive.open(info) as file:
        return file.read(info.file_size)


def keep(workspace: Workspace, data: bytes) -> str:
    """Keep what a catalogue held when it was sent, and return its name.

    It goes into the repository's store of contents, under a reference of its own, so that git never throws it away.
    Outside of a repository it is not kept; what comes back is then merged without it.

    Raises:
        WorkspaceError: git refused.
    """
    name = git.blob_id(data)
    if git.repository(workspace.root) is not None:
        git.run(workspace.root, "hash-object", "-w", "--stdin", given=data)
        git.run(workspace.root, "update-ref", f"{_REFS}/{name}", name)
    return name


def kept(workspace: Workspace, name: str) -> bytes | None:
    """Return what a catalogue held when it was sent; None where it is not known here."""
    # The name comes out of a file that somebody sent: nothing but a name may reach git.
    if not _NAME.fullmatch(name) or git.repository(workspace.root) is None:
        return None
    try:
        return git.run(workspace.root, "cat-file", "blob", name)
    except TranslatePubError:
        return None


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="translate-pub-") as folder:
        yield Path(folder)
