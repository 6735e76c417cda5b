"""Arguments that name a book, a chapter or a language of the workspace: completed from it, and checked against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from translate_pub.cli import surroundings
from translate_pub.cli.suggestion import suggest
from translate_pub.commands import selection
from translate_pub.model.diagnostic import TranslatePubError


class _Known(click.ParamType[str]):
    """A name that the workspace must know."""

    name = "NAME"
    noun = "name"

    def known(self, context: click.Context) -> Sequence[str]:
        """List what may be named."""
        raise NotImplementedError

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's signature
        """Accept a known name; say which one was probably meant otherwise."""
        names = self.known(ctx or click.get_current_context())
        if value not in names:
            self.fail(f"there is no {self.noun} “{value}” in this workspace{suggest(str(value), names)}", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Offer the known names that begin so; none outside a workspace."""
        with ctx.scope(cleanup=False):
            try:
                names = self.known(ctx)
            except TranslatePubError:
                return []
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


class BookName(_Known):
    """A book, by the name of its folder."""

    name = "BOOK"
    noun = "book"

    def known(self, context: click.Context) -> Sequence[str]:  # noqa: ARG002 - the same for every context
        """Name the books of the workspace."""
        return selection.books(surroundings.workspace())


class ChapterName(_Known):
    """A chapter of the book that was named before it, by the stem of its file."""

    name = "CHAPTER"
    noun = "chapter"

    def known(self, context: click.Context) -> Sequence[str]:
        """Name the chapters of the book in reading order."""
        book: str | None = context.params.get("book")
        return selection.chapters(surroundings.workspace(), book)


class LanguageTag(_Known):
    """A language that the workspace translates into."""

    name = "LANG"
    noun = "language"

    def known(self, context: click.Context) -> Sequence[str]:  # noqa: ARG002 - the same for every context
        """Name the languages of the workspace."""
        return selection.languages(surroundings.workspace())


class EditionLanguage(_Known):
    """A language that books are made in: one of the workspace's, or that of the sources."""

    name = "LANG"
    noun = "language"

    def known(self, context: click.Context) -> Sequence[str]:  # noqa: ARG002 - the same for every context
        """Name the languages of the workspace and of its sources."""
        settings = surroundings.workspace().settings
        return (*settings.languages, settings.source_language)
