"""When a text was last changed: the date of a printed file, which is not that of the build."""

from __future__ import annotations

import datetime as dt
import os

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import clock, git


def last_change(workspace: Workspace) -> dt.datetime | None:
    """Return when sources or catalogues were last committed, with its zone; None where git does not know.

    `SOURCE_DATE_EPOCH` is believed before git (see `clock`). Times of files are not: they are those of a copy.

    Raises:
        ConfigurationError: that variable holds no number.
    """
    if os.environ.get(clock.VARIABLE):
        return clock.now()
    if git.repository(workspace.root) is None:
        return None
    folders = (workspace.settings.sources, workspace.settings.catalogs)
    try:
        said = git.run(workspace.root, "log", "-1", "--format=%cI", "--", *folders)
    except WorkspaceError:
        return None  # a repository without a commit
    return dt.datetime.fromisoformat(said.decode().strip()) if said.strip() else None
