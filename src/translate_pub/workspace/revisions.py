"""The revisions of a book's sources that git knows."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, git

_START = "commit "


class Pair(NamedTuple):
    """A source, by git's names of its contents."""

    path: str
    """Relative to the workspace's root."""
    stands: str
    """What it is now."""
    followed: str
    """What a catalogue says that it follows; may be empty."""


@dataclass(frozen=True, slots=True)
class Commit:
    """Where a file came to have a content."""

    name: str
    date: str
    """Of the committer, `YYYY-MM-DD`."""

    def __str__(self) -> str:
        return f"{self.name[:8]} of {self.date}"


@dataclass(frozen=True, slots=True)
class Step:
    """How far back a source is behind the catalogue that follows it."""

    stands: Commit
    """Where it came to be what it is now."""
    followed: Commit
    """Where it came to be what the catalogue follows."""


def behind(workspace: Workspace, pairs: Iterable[Pair]) -> dict[Pair, Step]:
    """Say which sources are older than what their catalogues follow.

    A source is older where git has its present content in a commit before the one that brought what the catalogue
    follows, and not since. What git does not know, being uncommitted, is newer than everything.

    Args:
        workspace: where they are.
        pairs: sources with what they are and what a catalogue follows.

    Returns:
        How far back each is that is older. Empty without git.
    """
    asked = {pair for pair in pairs if pair.followed not in {"", pair.stands}}
    if not asked or git.repository(workspace.root) is None:
        return {}
    known = _introduced(workspace, {pair.path for pair in asked})
    steps = {pair: _step(workspace, known.get(pair.path, {}), pair) for pair in asked}
    return {pair: step for pair, step in steps.items() if step is not None}


def folder(workspace: Workspace, revision: str, path: str, suffix: str = ".po") -> dict[str, bytes]:
    """Read the files of a folder as they are in a revision: path relative to the workspace's root -> bytes.

    Raises:
        WorkspaceError: git knows no such revision, or the workspace is in no repository.
        MachineError: there is no git.
    """
    listed = git.run(workspace.root, "ls-tree", "-z", "--name-only", revision, "--", f"{path}/")
    names = [name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name.endswith(suffix)]
    with git.contents(workspace.root) as content:
        found = {name: content(f"{revision}:./{name}") for name in names}
    return {name: data for name, data in found.items() if data is not None}


def _introduced(workspace: Workspace, paths: Iterable[str]) -> dict[str, dict[str, Commit]]:
    """Find for each path the newest commit that brought each of its contents."""
    log = ("log", "--all", "--topo-order", "--raw", "--no-abbrev", "--relative", f"--format={_START}%H %cs", "-z")
    # A history without a commit has nothing to log, and git calls that an error.
    if not git.run(workspace.root, "for-each-ref", "--count=1"):
        return {}
    fields = git.run(workspace.root, *log, "--", *paths).decode("utf-8", "surrogateescape").split("\0")
    found: dict[str, dict[str, Commit]] = {}
    commit, blob = Commit("", ""), ""
    for field in map(str.lstrip, fields):
        if field.startswith(_START):
            commit = Commit(*field.removeprefix(_START).split(" ", 1))
        elif field.startswith(":"):
            blob = field.split(" ")[3]
        elif field:
            found.setdefault(field, {}).setdefault(blob, commit)
    return found


def _step(workspace: Workspace, known: Mapping[str, Commit], pair: Pair) -> Step | None:
    stands, followed = known.get(pair.stands), known.get(pair.followed)
    if stands is None or followed is None or stands == followed:
        return None
    return Step(stands, followed) if _ancestor(workspace, stands.name, followed.name) else None


def _ancestor(workspace: Workspace, one: str, other: str) -> bool:
    """Whether everything that led to the one led to the other."""
    return not git.run(workspace.root, "rev-list", "-n", "1", one, f"^{other}")


def commits(workspace: Workspace, path: str) -> tuple[Commit, ...]:
    """Return the commits of the present branch that changed a folder, the newest first; none without git."""
    if git.repository(workspace.root) is None or not git.run(workspace.root, "for-each-ref", "--count=1"):
        return ()
    said = git.run(workspace.root, "log", "--topo-order", "--format=%H %cs", "HEAD", "--", path).decode()
    return tuple(Commit(*line.split(" ", 1)) for line in said.splitlines())


def tree(workspace: Workspace, commit: Commit, path: str) -> dict[str, str]:
    """Return the files below a folder in a commit: path relative to the workspace's root -> blob."""
    listed = git.run(workspace.root, "ls-tree", "-r", "-z", commit.name, "--", f"{path}/")
    lines = listed.decode("utf-8", "surrogateescape").split("\0")
    parts = (line.partition("\t") for line in lines if line)
    return {name: about.split(" ")[2] for about, _, name in parts}


def content(workspace: Workspace, blob: str) -> bytes | None:
    """Return the content that a blob names, or None where git does not have it."""
    if git.repository(workspace.root) is None:
        return None
    with git.contents(workspace.root) as ask:
        return ask(blob)


def versions(workspace: Workspace, path: str, most: int) -> Iterator[bytes]:
    """Yield what a file was in the commits of the present branch that changed it, the newest first; none without git.

    Args:
        workspace: where it is.
        path: of the file, relative to the workspace's root.
        most: how many versions are looked at.
    """
    newest = commits(workspace, path)[:most]
    if not newest:
        return
    with git.contents(workspace.root) as content:
        found = [content(f"{commit.name}:./{path}") for commit in newest]
    yield from (data for data in found if data is not None)


def _extract(packed: tarfile.TarFile, root: Path) -> None:
    """Write the files of an archive; `extractall` has no safe way before Python 3.11.4.

    A link is laid out as the file of the archive that it leads to. One that leads elsewhere is left out, as a book may
    read nothing outside of its workspace.
    """
    for member in packed.getmembers():
        place = root / member.name
        if not place.resolve().is_relative_to(root) or not (member.isfile() or member.issym()):
            continue
        try:
            file = packed.extractfile(member)
        except KeyError:  # a link to something that is not in the archive
            continue
        if file is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read())


@contextmanager
def unpack(workspace: Workspace, commit: Commit, laid_over: Mapping[str, bytes]) -> Iterator[Workspace]:
    """Lay a revision of the workspace out in a temporary folder, which goes with the context.

    Args:
        workspace: as it is.
        commit: whose files are laid out: sources, pictures, stylesheets.
        laid_over: files that are to hold something else, path -> bytes.
    """
    archive = git.run(workspace.root, "archive", "--format=tar", commit.name)
    with tempfile.TemporaryDirectory(prefix="translate-pub-") as name:
        root = Path(name).resolve()
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            _extract(packed, root)
        for path, data in laid_over.items():
            files.write(root / path, data, within=root)
        yield replace(workspace, root=root)
