"""`translate-pub new`: a book is begun."""

from __future__ import annotations

import click

from translate_pub.cli import accounts, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import new as command


@verb(
    "Begin a book, or make one of a folder of Markdown.",
    "translate-pub new my-book",
    'translate-pub new my-book --title "My Book"',
)
@click.argument("book", metavar="BOOK")
@click.option("--title", default="", help="The title; made of the name when left out.")
def new(book: str, title: str) -> int:
    """Write the book.toml of BOOK.

    Markdown files that stand in its folder already become its chapters, in the order of their names; a preface.md,
    glossary.md and the like take their places. In an empty folder a preface and a first chapter are made.
    """
    made = command.run(surroundings.workspace(), book, title)
    speech.say(accounts.of_files(made.written))
    speech.say("next: translate-pub update")
    return 0
