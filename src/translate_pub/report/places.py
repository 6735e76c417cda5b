"""Where findings are for programs that know the repository and not the workspace."""

from __future__ import annotations

from pathlib import PurePosixPath


def in_repository(path: str, folder: str) -> str:
    """Return a path of the workspace as one of the repository.

    Args:
        path: relative to the workspace's root, with forward slashes.
        folder: the workspace's folder in the repository; empty where it is the repository's own.
    """
    return str(PurePosixPath(folder) / path)
