"""`merge-driver --install`: git is told to merge catalogues with this tool, and told no longer."""

from __future__ import annotations

import shlex
import shutil
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.workspace import discovery, files, git

NAME = "translate-pub"
"""Name of the driver in git's configuration and in `.gitattributes`."""
PATTERNS = ("*.po", "*.pot")
"""Files that it merges."""
ATTRIBUTES = ".gitattributes"
_TITLE = "catalogues, message by message (translate-pub)"
_SECTION = f"merge.{NAME}"


@dataclass(frozen=True, slots=True)
class Installation:
    """What was set up, or taken away."""

    settings: tuple[str, ...]
    """Settings of this clone's configuration that were written or removed: `NAME = VALUE`."""
    attributes: Path
    """The file that says which files are merged so; it belongs into the repository."""
    lines: tuple[str, ...]
    """Its lines that were added or removed."""


def install(folder: Path) -> Installation:
    """Tell git to merge catalogues message by message: in this clone's configuration, and in `.gitattributes`.

    What is there already is left; other lines and settings stay.

    Raises:
        WorkspaceError: the folder is in no repository, or a file cannot be written.
        MachineError: there is no git.
    """
    place = _place(folder)
    wanted = {f"{_SECTION}.name": _TITLE, f"{_SECTION}.driver": f"{_program()} merge-driver %O %A %B %P"}
    new = {name: value for name, value in wanted.items() if _setting(place, name) != value}
    for name, value in new.items():
        git.run(place, "config", "--local", name, value)
    text = _attributes(place)
    there = {tuple(line.split()) for line in text.splitlines()}
    lines = tuple(line for line in _lines() if tuple(line.split()) not in there)
    if lines:
        newline = "\r\n" if "\r\n" in text else "\n"
        text += newline if text and not text.endswith("\n") else ""
        _write(place, text + "".join(f"{line}{newline}" for line in lines))
    return Installation(tuple(f"{name} = {value}" for name, value in new.items()), place / ATTRIBUTES, lines)


def uninstall(folder: Path) -> Installation:
    """Take away what `install` has written; a `.gitattributes` of which nothing is left goes too.

    Raises:
        WorkspaceError: the folder is in no repository, or a file cannot be written.
        MachineError: there is no git.
    """
    place = _place(folder)
    names = [name for name in (f"{_SECTION}.name", f"{_SECTION}.driver") if _setting(place, name)]
    if names:
        git.run(place, "config", "--local", "--remove-section", _SECTION)
    ours = {tuple(line.split()) for line in _lines()}
    lines = _attributes(place).splitlines(keepends=True)
    gone = tuple(line.strip() for line in lines if tuple(line.split()) in ours)
    if gone:
        _write(place, "".join(line for line in lines if tuple(line.split()) not in ours))
    return Installation(tuple(names), place / ATTRIBUTES, gone)


def _place(folder: Path) -> Path:
    """Find the folder whose catalogues are meant: the workspace's, or the repository's where there is no workspace.

    Raises:
        WorkspaceError: there is no repository around it.
    """
    top = git.repository(folder)
    if top is None:
        raise WorkspaceError(f"{folder.resolve()} is in no git repository; make one with: git init")
    place = discovery.root(folder)
    return place if place is not None and place.is_relative_to(top.resolve()) else top


def _program() -> str:
    """Write the command that git's shell is to run: by its whole path, for git may be started from anywhere."""
    script = Path(sysconfig.get_path("scripts")) / NAME
    found = str(script) if script.exists() else shutil.which(NAME) or NAME
    return shlex.quote(found.replace("%", "%%"))


def _setting(folder: Path, name: str) -> str:
    """Return a setting of the clone; empty where there is none."""
    said = git.run(folder, "config", "--local", "--default", "", "--get", name)
    return said.decode("utf-8", "surrogateescape").removesuffix("\n")


def _lines() -> tuple[str, ...]:
    return tuple(f"{pattern} merge={NAME}" for pattern in PATTERNS)


def _attributes(place: Path) -> str:
    return (files.read(place / ATTRIBUTES) or b"").decode("utf-8", "surrogateescape")


def _write(place: Path, text: str) -> None:
    path = place / ATTRIBUTES
    if text:
        files.write(path, text.encode("utf-8", "surrogateescape"), within=place)
    else:
        files.remove(path, within=place)
