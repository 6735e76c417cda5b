"""The workspace that a folder lies in."""

from __future__ import annotations

from pathlib import Path

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace.config import WORKSPACE_FILE, load_workspace


def find(folder: Path) -> Workspace:
    """Return the workspace of a folder: the nearest one above that has a `translate-pub.toml`, itself included.

    Raises:
        WorkspaceError: there is none.
        ConfigurationError: its configuration has mistakes; all of them are in `diagnostics`.
    """
    place = root(folder)
    if place is not None:
        return load_workspace(place)
    message = (
        f"{folder.resolve()} is in no workspace: there is no {WORKSPACE_FILE} in it or above it; make one with: "
        "translate-pub init"
    )
    raise WorkspaceError(message)


def root(folder: Path) -> Path | None:
    """Return the folder of the workspace around a folder, whatever its configuration says; None where there is none."""
    start = folder.resolve()
    return next((place for place in (start, *start.parents) if (place / WORKSPACE_FILE).is_file()), None)
