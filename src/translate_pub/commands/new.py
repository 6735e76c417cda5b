"""`new`: a folder of Markdown becomes a book, or a book is begun in an empty one."""

from __future__ import annotations

from translate_pub.commands.init import Created
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import clock, scaffold


def run(workspace: Workspace, name: str, title: str = "") -> Created:
    """Write the `book.toml` of a new book, and its first texts where there are none.

    Args:
        workspace: where the book is to be.
        name: the name of its folder.
        title: its title; made of its name when left out.

    Raises:
        WorkspaceError: the name cannot be a folder's, there is such a book, or the disk refuses.
    """
    paths = scaffold.new(workspace, name, year=clock.today().year, title=title)
    return Created(tuple(workspace.root / path for path in paths))
