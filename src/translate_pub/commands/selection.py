"""Which books and languages a verb is for: those that were named, or all of the workspace."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pub.commands.suggestion import suggest
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery


def books(workspace: Workspace, named: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the books that were named, in that order and once each, or all of the workspace.

    Raises:
        WorkspaceError: there is no such book.
    """
    return _select("book", named, discovery.books(workspace))


def languages(workspace: Workspace, named: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the languages that were named, or all of the workspace.

    Raises:
        WorkspaceError: the workspace does not translate into such a language.
    """
    return _select("language", named, workspace.settings.languages)


def chapters(workspace: Workspace, book: str | None = None) -> tuple[str, ...]:
    """Return the chapters of a book in reading order, or of all books; none where its configuration has mistakes."""
    from translate_pub.workspace import config  # noqa: PLC0415  # takes longer than all else that `status` needs

    loaded = [config.load_book(workspace, name).value for name in books(workspace, (book,) if book else ())]
    return tuple(dict.fromkeys(file.name for found in loaded if found for file in found.files))


def translated_chapters(workspace: Workspace, book: str | None = None) -> tuple[str, ...]:
    """Return the chapters of a book, or of all, then those that catalogues still have and the book has no longer."""
    from translate_pub.workspace import catalogs  # noqa: PLC0415  # only this needs it

    named = books(workspace, (book,) if book else ())
    held = (chapter for name in named for chapter in catalogs.chapters(workspace, name))
    return tuple(dict.fromkeys((*chapters(workspace, book), *held)))


def _select(noun: str, named: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    for name in named:
        if name not in known:
            raise WorkspaceError(f"there is no {noun} “{name}” in this workspace{suggest(name, known)}")
    return tuple(dict.fromkeys(named)) or tuple(known)
