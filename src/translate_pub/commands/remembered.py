"""What `status` found out before, as its cache has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import PurePosixPath
from typing import Any

from translate_pub.model import book as model
from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.progress import Count, Progress
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery, plain
from translate_pub.workspace.cache import Cache

_KINDS = plain.kinds(model)
_ROW = 8
"""Numbers of a progress: four of messages, four of words."""


def book(workspace: Workspace, cache: Cache, name: str) -> Outcome[Book]:
    """Read the configuration of a book, or remember it where nothing that it was checked against has changed.

    Raises:
        WorkspaceError: there is no such book, or its file cannot be read.
    """
    folder = f"{workspace.settings.sources}/{name}"
    files = (discovery.WORKSPACE_FILE, f"{folder}/{discovery.BOOK_FILE}", f"{folder}/{discovery.FIGURES_FILE}")
    folders = cache.recall(f"folders {name}", *files)
    if isinstance(folders, list) and all(isinstance(folder, str) for folder in folders):
        written = cache.recall(f"book {name}", *files, *folders)
        try:
            found = plain.read(written, _KINDS)
        except plain.UnknownValueError:
            found = None
        if isinstance(found, Book):
            return Outcome(found)
    return _load(workspace, cache, name, files)


def _load(workspace: Workspace, cache: Cache, name: str, files: Sequence[str]) -> Outcome[Book]:
    """Read the configuration of a book, and remember one without findings."""
    from translate_pub.workspace import config  # noqa: PLC0415  # takes longer than all else that a warm cache needs

    read = config.load_book(workspace, name)
    if read.value is not None and not read.diagnostics:
        folders = _folders(read.value)
        cache.keep(f"folders {name}", folders, *files)
        cache.keep(f"book {name}", plain.write(read.value), *files, *folders)
    return read


def _folders(found: Book) -> list[str]:
    """List the folders in which files stand, or could stand, that make a difference to the configuration's check."""
    fonts = [font for edition in found.editions.values() for font in edition.fonts.values() if "/" in font]
    paths = [*(file.path for file in found.files), *found.css, *fonts]
    return sorted({found.folder, *(str(PurePosixPath(path).parent) for path in paths)})


def progress(row: Any) -> Progress | None:  # noqa: ANN401  # what a file says
    """Read a progress; None where the row is none."""
    if not isinstance(row, list) or len(row) != _ROW or not all(type(number) is int for number in row):
        return None
    return Progress(Count(*row[:4]), Count(*row[4:]))


def both(row: Any) -> tuple[Progress, Progress] | None:  # noqa: ANN401  # as above
    """Read two, one after the other."""
    if not isinstance(row, list) or len(row) != 2 * _ROW:
        return None
    first, second = progress(row[:_ROW]), progress(row[_ROW:])
    return (first, second) if first and second else None


def row(*found: Progress) -> list[int]:
    """Write progresses as numbers."""
    return [number for one in found for count in (one.messages, one.words) for number in astuple(count)]
