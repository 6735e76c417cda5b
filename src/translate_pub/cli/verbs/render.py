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
@click.argument("chapter", type=names.TRANSLATED, metavar="CHAPTER")
@click.option("-l", "--lang", "language", type=names.LANGUAGE, help="The language; the source's when left out.")
@click.option(
    "--as-translated", is_flag=True, help="With --lang, of the revision of the sources that its catalogues follow."
)
def render(book: str, chapter: str, language: str | None, *, as_translated: bool) -> int:
    """Print one chapter as an HTML fragment, translated as far as it is, and nothing else."""
    run = command.run_as_translated if as_translated and language else command.run
    rendered = run(surroundings.workspace(), book, chapter, language)
    speech.findings(rendered.diagnostics)
    speech.hand_over(rendered.value or "")
    return 0
