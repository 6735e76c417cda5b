"""Arguments that name a book, a chapter or a language of the workspace: completed from it, and checked against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from translate_pub.cli import surroundings
from translate_pub.commands import selection
from translate_pub.commands.suggestion import suggest
from translate_pub.model.catalog import METADATA
from translate_pub.model.diagnostic import TranslatePubError


class Name(click.ParamType[str]):
    """A name that the workspace must know."""

    def __init__(self, noun: str, metavar: str, known: Callable[[click.Context], Sequence[str]]) -> None:
        """Make the type of an argument.

        Args:
            noun: what it names, for messages.
            metavar: what stands for it in the help.
            known: lists what may be named.
        """
        self.name = metavar
        self._noun = noun
        self._known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's signature
        """Accept a known name; say which one was probably meant otherwise."""
        names = self._known(ctx or click.get_current_context())
        if value not in names:
            self.fail(f"there is no {self._noun} “{value}” in this workspace{suggest(str(value), names)}", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Offer the known names that begin so; none outside a workspace."""
        with ctx.scope(cleanup=False):
            try:
                names = self._known(ctx)
            except TranslatePubError:
                return []
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _edition_languages() -> Sequence[str]:
    settings = surroundings.workspace().settings
    return (*settings.languages, settings.source_language)


def _printers() -> Sequence[str]:
    from translate_pub.workspace import printers  # noqa: PLC0415  # takes longer than all else that `status` needs

    return printers.names(surroundings.workspace_if_any())


BOOK = Name("book", "BOOK", lambda _: selection.books(surroundings.workspace()))
"""A book, by the name of its folder."""
CHAPTER = Name(
    "chapter", "CHAPTER", lambda context: selection.chapters(surroundings.workspace(), context.params.get("book"))
)
"""A chapter of the book that was named before it, by the stem of its file."""
TRANSLATED = Name(
    "chapter",
    "CHAPTER",
    lambda context: selection.translated_chapters(surroundings.workspace(), context.params.get("book")),
)
"""The same, or a chapter that the book has no longer and catalogues still have."""
CLAIMABLE = Name(
    "chapter",
    "CHAPTER",
    lambda context: (METADATA, *selection.chapters(surroundings.workspace(), context.params.get("book"))),
)
"""A chapter of the book that was named before it, or its metadata: whatever has a catalogue of its own."""
PRINTER = Name("printer", "NAME", lambda _: _printers())
"""A printer's profile, of the tool or of the workspace."""
printers_argument = click.argument("wanted", nargs=-1, type=PRINTER, metavar="[NAME...]")
"""All profiles when none is named."""
LANGUAGE = Name("language", "LANG", lambda _: selection.languages(surroundings.workspace()))
"""A language that the workspace translates into."""
EDITION_LANGUAGE = Name("language", "LANG", lambda _: _edition_languages())
"""A language that books are made in: one of the workspace's, or that of the sources."""
