"""Pictures as a press takes them, kept from build to build: the same one is converted once for all languages.

Each is a file below the cache of the workspace, named by all that it was made of; the folder may be deleted any time.
"""

from __future__ import annotations

from pathlib import Path

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.workspace import cache, files

_FOLDER = f"{cache.FOLDER}/pictures"


class PictureShelf:
    """The pictures of one workspace. A shelf that cannot be read or written is empty."""

    def __init__(self, root: Path) -> None:
        """Open the shelf of a workspace.

        Args:
            root: the workspace's.
        """
        self._root, self._folder = root, root / _FOLDER

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key."""
        try:
            return (self._folder / key[:2] / key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep something."""
        try:
            files.write(self._root / cache.FOLDER / ".gitignore", cache.IGNORE, within=self._root)
            files.write(self._folder / key[:2] / key, data, within=self._root)
        except (OSError, WorkspaceError):
            return
