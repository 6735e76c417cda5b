"""`weblate`: what a Weblate server must be told to serve the catalogues of a workspace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pub.commands import selection
from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, WorkspaceError
from translate_pub.model.language import locale_name
from translate_pub.model.workspace import Workspace
from translate_pub.source import metadata
from translate_pub.workspace import catalogs, config, git

_EVERY_LANGUAGE = "*"
"""What stands for the language in Weblate's file masks."""


@dataclass(frozen=True, slots=True)
class Component:
    """A chapter, as Weblate has it: the same catalogue in every language."""

    name: str
    slug: str
    filemask: str
    """Path of its catalogues, with `*` for the language."""
    new_base: str
    """Path of its template."""
    source_language: str
    language_regex: str
    """Which folders are languages."""


@dataclass(frozen=True, slots=True)
class Components:
    """All components of a workspace, and where Weblate fetches them from."""

    components: tuple[Component, ...]
    repository: str
    """Address that Weblate clones; empty where neither an option nor the repository's origin tells it."""
    branch: str
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False
    """Whether the configuration of a book could not be used."""


def run(workspace: Workspace, books: Sequence[str] = (), *, repository: str = "", branch: str = "") -> Components:
    """Describe the components of the books that are named, or of all.

    Args:
        workspace: where they are.
        books: names of books.
        repository: address that Weblate clones; the address of `origin` where it is left out.
        branch: the branch; the one that is checked out where it is left out.

    Raises:
        WorkspaceError: a name is unknown.
    """
    outcomes = [config.load_book(workspace, name) for name in selection.books(workspace, books)]
    loaded = [outcome.value for outcome in outcomes if outcome.value is not None]
    top = _prefix(workspace)
    return Components(
        tuple(component for book in loaded for component in _book(workspace, book, top)),
        repository or _ask(workspace, "remote", "get-url", "origin"),
        branch or _ask(workspace, "branch", "--show-current") or "main",
        tuple(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics),
        failed=len(loaded) < len(outcomes),
    )


def _book(workspace: Workspace, book: Book, top: str) -> Iterator[Component]:
    """Describe the metadata and the chapters of a book."""
    languages = "|".join(re.escape(locale_name(language)) for language in workspace.settings.languages)
    for chapter in (metadata.CHAPTER, *(file.name for file in book.files)):
        # The path of one language, with the mask in its place: that is where `catalogs` puts every language.
        path = catalogs.catalog_path(workspace, book.name, _EVERY_LANGUAGE, chapter)
        yield Component(
            name=f"{book.metadata.short_title or book.metadata.title}: {chapter}"[:100],
            slug=re.sub(r"[^a-z0-9_-]+", "-", f"{book.name}-{chapter}".casefold())[:100],
            filemask=f"{top}{path}",
            new_base=f"{top}{catalogs.template_path(workspace, book.name, chapter)}",
            source_language=locale_name(book.language),
            language_regex=f"^({languages})$",
        )


def _prefix(workspace: Workspace) -> str:
    """Return the way from the top of the repository to the workspace: Weblate counts paths from there."""
    return _ask(workspace, "rev-parse", "--show-prefix")


def _ask(workspace: Workspace, *question: str) -> str:
    """Ask git what it knows of the repository; empty where there is none, or it does not know."""
    if git.repository(workspace.root) is None:
        return ""
    try:
        return git.run(workspace.root, *question).decode().strip()
    except WorkspaceError:
        return ""
