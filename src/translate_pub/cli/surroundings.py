"""Where a command runs: the folder that it was started in or sent to, and the workspace around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery

Function = TypeVar("Function", bound="Callable[..., Any]")

_KEY = "translate_pub.directory"


def directory_option(function: Function) -> Function:
    """Add `-C/--directory`, which runs a verb as if it were started in another folder."""
    return click.option(
        "-C",
        "--directory",
        type=click.Path(file_okay=False, exists=True, path_type=Path),
        is_eager=True,
        expose_value=False,
        callback=_remember,
        help="Run as if started in this folder.",
    )(function)


def directory() -> Path:
    """Give the folder that the command is to run in."""
    return Path(click.get_current_context().meta.get(_KEY, "."))


def workspace() -> Workspace:
    """Find the workspace around that folder.

    Raises:
        WorkspaceError: there is none.
        ConfigurationError: its configuration cannot be used.
    """
    return discovery.find(directory())


def workspace_if_any() -> Workspace | None:
    """Find the workspace around that folder, or None where there is none.

    Raises:
        ConfigurationError: its configuration cannot be used.
    """
    return discovery.find(directory()) if discovery.root(directory()) else None


def folder_in_repository() -> str:
    """Give the workspace's folder in the repository around it; empty where it is the repository, or there is none.

    Raises:
        WorkspaceError: there is no workspace.
        ConfigurationError: its configuration cannot be used.
    """
    from translate_pub.workspace import git  # noqa: PLC0415  # `status` asks no git, and need not wait for it

    root = workspace().root
    top = git.repository(root)
    return root.relative_to(top.resolve()).as_posix().removeprefix(".") if top else ""


def _remember(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_KEY] = Path(context.meta.get(_KEY, ".")) / value
