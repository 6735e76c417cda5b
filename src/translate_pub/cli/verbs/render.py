"""`translate-pub render`: one chapter as an HTML fragment."""

from __future__ import annotations

import click

from translate_pub.cli import names, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import render as command


@verb(
    "Print one chapter as an HTML fragment.",
    "translate-pub render handbook 03-iskra",
    "translate-pub render handbook 03-iskra --lang ur > iskra.html",
)
@click.argument("book", type=names.BOOK, metavar="BOOK")
@click.argument("chapter", type=names.CHAPTER, metavar="CHAPTER")
@click.option("-l", "--lang", "language", type=names.LANGUAGE, help="The language; the source's when left out.")
def render(book: str, chapter: str, language: str | None) -> int:
    """Print one chapter as an HTML fragment, translated as far as it is, and nothing else."""
    rendered = command.run(surroundings.workspace(), book, chapter, language)
    speech.findings(rendered.diagnostics)
    speech.hand_over(rendered.value or "")
    return 0
