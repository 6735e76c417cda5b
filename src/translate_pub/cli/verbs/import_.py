"""`translate-pub import`: files that translators send back are merged into the catalogues."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import exchanges, names, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import import_ as command
from translate_pub.commands.import_ import Wish


@verb(
    "Merge files that were exported and filled in.",
    "translate-pub import handbook.ur.docx",
    "translate-pub import inbox/*.xlsx --check",
    "translate-pub import handbook.sv.xlf --reviewer 'Ada Lovelace'",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("-l", "--lang", "language", type=names.LANGUAGE, help="The language of rows that do not say theirs.")
@click.option("--book", type=names.BOOK, help="The book of rows that do not say theirs.")
@click.option("--translator", default="", metavar="NAME", help="Whose work it is, noted beside a second translation.")
@click.option("--reviewer", default="", metavar="NAME", help="Who has read what the file calls reviewed.")
@click.option("--check", is_flag=True, help="Write nothing; only say what an import would do.")
def import_(  # noqa: PLR0913 - as many arguments as the verb has options
    paths: tuple[Path, ...],
    language: str | None,
    book: str | None,
    translator: str,
    reviewer: str,
    *,
    check: bool,
) -> int:
    """Merge files of `translate-pub export` into the catalogues, message by message.

    Format, language, book and chapter are known from the content, so the name of a file may be anything, and rows may
    have been sorted, added or removed. A translation that was changed in the file alone is taken with its state. Where
    the catalogue was changed too, both are kept, the second beside the first. What is empty in the file deletes
    nothing. Whatever is not taken is listed with its row; then the exit code is 1.
    """
    here = surroundings.directory()
    wish = Wish(language, book, translator, reviewer, check)
    done = command.run(surroundings.workspace(), [here / path for path in paths], wish)
    speech.findings(done.diagnostics)
    speech.say(exchanges.of_import(done, check=check))
    return 1 if done.failed else 0
