"""`translate-pub release`: somebody gives chapters back."""

from __future__ import annotations

import click

from translate_pub.cli import names, options, speech, surroundings, teamwork
from translate_pub.cli.verb import verb
from translate_pub.commands import release as command


@verb(
    "Give claimed chapters back.",
    "translate-pub release ferry 01-bank --lang sv",
    "translate-pub release ferry 02-ferry --lang sv --force",
)
@click.argument("book", type=names.BOOK)
@click.argument("chapters", nargs=-1, required=True, metavar="CHAPTER...")
@click.option("-l", "--lang", "language", required=True, type=names.LANGUAGE, help="The language.")
@options.by_option
@click.option("--force", is_flag=True, help="Release what others have claimed, too.")
def release(book: str, chapters: tuple[str, ...], language: str, by: str | None, *, force: bool) -> int:
    """Say that you no longer work on chapters, because they are done or somebody else shall have them."""
    done = command.run(surroundings.workspace(), book, chapters, language, by=by, force=force)
    speech.findings(done.diagnostics)
    speech.say(teamwork.of_release(done))
    return 1 if done.failed else 0
