"""What was found out before about files that have not changed since.

It is kept below the workspace's root, in a folder that git ignores, and may be deleted at any time. A file has not
changed when its size, times and inode are the same; git tells so too (its documentation, "racy-git"). A file that was
written just before it was looked at may be written again within the same tick of the clock, so nothing is kept of it.
And nothing is believed of what another version of the tool found out, or this one beside other libraries.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.workspace import files

FOLDER = ".cache/translate-pub"
"""Relative to the workspace's root."""
_PACKAGE = Path(__file__).resolve().parent.parent
IGNORE = b"# What translate-pub found out before; it may be deleted at any time.\n*\n"
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that is written again has another time (FAT keeps times by two seconds)."""

Signature = tuple[int, int, int, int] | None
"""Size, time of change, time of change of its inode, inode; None for no file."""


class Cache:
    """What is known of the files of one workspace. A cache that is damaged, or cannot be written, is none."""

    def __init__(self, root: Path, name: str) -> None:
        """Read the cache of a workspace.

        Args:
            root: the workspace's.
            name: what is kept in it; each has a file of its own.
        """
        self._root = root
        self._path = root / FOLDER / f"{name}.json"
        self._started = time.time_ns()
        self._signatures: dict[str, Signature] = {}
        self._tool = identity()
        self._items: dict[str, Any] = self._load()
        self._used: set[str] = set()
        self._changed = False

    def recall(self, key: str, *paths: str) -> Any:  # noqa: ANN401  # what was kept, as JSON has it
        """Return what was kept under a key when these files, relative to the root, were as they are now; else None."""
        self._used.add(key)
        item = self._items.get(key)
        if not isinstance(item, list) or len(item) != len(paths) + 1:
            return None
        seen = [self._signature(path) for path in paths]
        return item[-1] if all(a == (tuple(b) if b else None) for a, b in zip(seen, item, strict=False)) else None

    def keep(self, key: str, value: object, *paths: str) -> None:
        """Keep what was found out about files, as they were when this cache first looked at them."""
        signatures = [self._signature(path) for path in paths]
        self._used.add(key)
        if any(one and max(one[1], one[2]) > self._started - _SETTLED for one in signatures):
            self._changed |= self._items.pop(key, None) is not None
            return
        self._items[key] = [*signatures, value]
        self._changed = True

    def stands(self, path: str) -> bool:
        """Whether there is a file of that path, relative to the root."""
        return self._signature(path) is not None

    def size(self, path: str) -> int:
        """Return the bytes of a file; 0 for none."""
        found = self._signature(path)
        return found[0] if found else 0

    def save(self, *, whole: bool = False) -> None:
        """Write what is new; with `whole`, leave out what was not asked for. Where that is not possible, do without."""
        if whole and self._items.keys() - self._used:
            self._items = {key: item for key, item in self._items.items() if key in self._used}
            self._changed = True
        if not self._changed:
            return
        data = json.dumps({"tool": self._tool, "items": self._items}, separators=(",", ":"))
        try:
            files.write(self._root / FOLDER / ".gitignore", IGNORE, within=self._root)
            files.write(self._path, data.encode(), within=self._root)
        except (OSError, WorkspaceError):
            return

    def _signature(self, path: str) -> Signature:
        """Look at a file, once."""
        if path not in self._signatures:
            self._signatures[path] = _look(f"{self._root}/{path}")
        return self._signatures[path]

    def _load(self) -> dict[str, Any]:
        """Read the file."""
        try:
            found = json.loads(self._path.read_bytes())
            return dict(found["items"]) if found["tool"] == self._tool else {}
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return {}


def identity() -> str:
    """Name the tool as it is installed: its own files, Python, and when libraries were last installed."""
    seen = [sys.version, *(f"{path} {os.stat(path).st_mtime_ns}" for path in sys.path if path.endswith("-packages"))]  # noqa: PTH116  # a hundred files in a millisecond
    seen += [f"{path} {found.st_size} {found.st_mtime_ns}" for path, found in _modules(str(_PACKAGE))]
    return hashlib.blake2b("\n".join(seen).encode(), digest_size=16).hexdigest()


def _modules(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Give the modules and catalogues of the tool, in an order that is always the same."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith((".py", ".po")):
            yield entry.path, entry.stat()
        elif "." not in entry.name and entry.name not in {"__pycache__", "fonts"} and entry.is_dir():
            yield from _modules(entry.path)


def _look(path: str) -> Signature:
    try:
        found = os.stat(path)  # noqa: PTH116  # as above
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
