"""`translate-pub claim`: somebody takes on chapters."""

from __future__ import annotations

import datetime as dt

import click

from translate_pub.cli import names, options, speech, surroundings, teamwork
from translate_pub.cli.verb import verb
from translate_pub.commands import claim as command


@verb(
    "Take on chapters, so that nobody else does.",
    "translate-pub claim ferry 01-bank 02-ferry --lang sv",
    'translate-pub claim ferry 02-ferry --lang sv --by "Anna Berg" --until 2026-12-20',
)
@click.argument("book", type=names.BOOK)
@click.argument("chapters", nargs=-1, required=True, type=names.CLAIMABLE, metavar="CHAPTER...")
@click.option("-l", "--lang", "language", required=True, type=names.LANGUAGE, help="The language.")
@options.by_option
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day of it; two weeks if left out."
)
@click.option("--force", is_flag=True, help="Take chapters over from others.")
def claim(  # noqa: PLR0913  # one parameter an option
    book: str, chapters: tuple[str, ...], language: str, by: str | None, until: dt.datetime | None, *, force: bool
) -> int:
    """Say that you work on chapters in a language until a day; `metadata` is the title and the like.

    The claim is a small file below locales/LANG/claims, to be committed like everything else: others see it in `status`
    and `claims`. A chapter that another person has claimed is refused until their last day is past. Claiming your own
    chapter again sets a new last day.
    """
    workspace = surroundings.workspace()
    wish = command.Wish(book, chapters, language, by, until.date() if until else None, force)
    done = command.run(workspace, wish)
    speech.findings(done.diagnostics)
    speech.say(teamwork.of_claim(done))
    return 1 if done.failed else 0
