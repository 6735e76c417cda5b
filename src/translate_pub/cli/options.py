"""Arguments and options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from translate_pub.cli.names import BookName, LanguageTag

Function = TypeVar("Function", bound=Callable[..., Any])

books_argument = click.argument("books", nargs=-1, type=BookName(), metavar="[BOOK...]")
"""All books of the workspace when none is named."""

languages_option = click.option(
    "-l", "--lang", "languages", multiple=True, type=LanguageTag(), help="Only this language; may be given again."
)
"""All languages of the workspace when none is named."""

percent = click.IntRange(0, 100)


def format_option(*formats: str) -> Callable[[Function], Function]:
    """Make `--format`, whose first format is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print what was found.",
    )
