"""The workspace that a folder lies in, and the books in it."""

from __future__ import annotations

from pathlib import Path

from translate_pub.model import workspace as model
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Settings, Workspace
from translate_pub.workspace import files, plain
from translate_pub.workspace.cache import Cache

WORKSPACE_FILE = "translate-pub.toml"
BOOK_FILE = "book.toml"
FIGURES_FILE = "figures.toml"
_CACHE = "settings"
_KINDS = plain.kinds(model)


def find(folder: Path) -> Workspace:
    """Return the workspace of a folder: the nearest one above that has a `translate-pub.toml`, itself included.

    Raises:
        WorkspaceError: there is none.
        ConfigurationError: its configuration has mistakes; all of them are in `diagnostics`.
    """
    place = root(folder)
    if place is not None:
        return _remember(place) or _load(place)
    message = (
        f"{folder.resolve()} is in no workspace: there is no {WORKSPACE_FILE} in it or above it; make one with: "
        "translate-pub init"
    )
    raise WorkspaceError(message)


def root(folder: Path) -> Path | None:
    """Return the folder of the workspace around a folder, whatever its configuration says; None where there is none."""
    start = folder.resolve()
    return next((place for place in (start, *start.parents) if (place / WORKSPACE_FILE).is_file()), None)


def books(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of the workspace's books: the folders of the sources that have a `book.toml`."""
    folder = workspace.root / workspace.settings.sources
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{BOOK_FILE}")))


def keep(workspace: Workspace) -> None:
    """Remember the settings of a workspace, for the next command."""
    cache = Cache(workspace.root, _CACHE)
    if cache.recall(WORKSPACE_FILE, WORKSPACE_FILE) is None:
        cache.keep(WORKSPACE_FILE, plain.write(workspace.settings), WORKSPACE_FILE)
        cache.save()


def _remember(place: Path) -> Workspace | None:
    """Return the workspace with the settings that were read before, where its file is the same."""
    try:
        settings = plain.read(Cache(place, _CACHE).recall(WORKSPACE_FILE, WORKSPACE_FILE), _KINDS)
    except plain.UnknownValueError:
        return None
    if not isinstance(settings, Settings):
        return None
    folders = (settings.sources, settings.catalogs, settings.build)
    return Workspace(place, settings) if all(files.inside(place, written) for written in folders) else None


def _load(place: Path) -> Workspace:
    """Read the configuration of a workspace."""
    from translate_pub.workspace import config  # noqa: PLC0415  # takes longer than all else that `status` needs

    return config.load_workspace(place)
