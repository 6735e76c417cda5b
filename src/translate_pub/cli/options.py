"""Arguments and options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from translate_pub.cli import names

Function = TypeVar("Function", bound=Callable[..., Any])

books_argument = click.argument("books", nargs=-1, type=names.BOOK, metavar="[BOOK...]")
"""All books of the workspace when none is named."""

percent = click.IntRange(0, 100)


by_option = click.option("--by", metavar="NAME", help="Who does it; git's user.name if left out.")
"""The person who works."""


def languages_option(known: names.Name) -> Callable[[Function], Function]:
    """Make `--lang`; all languages of the workspace when none is named."""
    return click.option(
        "-l", "--lang", "languages", multiple=True, type=known, help="Only this language; may be given again."
    )


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
