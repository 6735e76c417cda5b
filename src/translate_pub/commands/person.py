"""Who works here: the name that is given, or the one that git knows."""

from __future__ import annotations

from translate_pub.model.diagnostic import TranslatePubError, WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import git


def name(workspace: Workspace, given: str | None = None) -> str:
    """Return the name of the person who runs a command, on one line.

    Raises:
        WorkspaceError: none is given, and git's configuration has none.
    """
    if given is not None and given.split():
        return " ".join(given.split())
    try:
        known = git.run(workspace.root, "config", "user.name").decode("utf-8", "replace")
    except TranslatePubError:
        known = ""
    if not known.split():
        raise WorkspaceError("it is not known who you are: say it with --by NAME, or set git's user.name")
    return " ".join(known.split())
