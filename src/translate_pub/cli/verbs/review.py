"""`translate-pub review`: what is translated is noted as read."""

from __future__ import annotations

import click

from translate_pub.cli import names, options, speech, surroundings, teamwork
from translate_pub.cli.verb import verb
from translate_pub.commands import review as command


@verb(
    "Note that somebody has read what is translated.",
    "translate-pub review ferry --lang sv --chapter 01-bank",
    'translate-pub review ferry --lang sv --by "Anna Berg"',
    "translate-pub review ferry --lang sv --chapter 01-bank --undo",
)
@click.argument("book", type=names.BOOK)
@click.option("-l", "--lang", "language", required=True, type=names.LANGUAGE, help="The language.")
@click.option(
    "--chapter", "chapters", multiple=True, type=names.CLAIMABLE, help="Only this chapter; may be given again."
)
@options.by_option
@click.option("--undo", is_flag=True, help="Take your reviews back.")
def review(book: str, language: str, chapters: tuple[str, ...], by: str | None, *, undo: bool) -> int:
    """Note at every translation of a book, or of some of its chapters, that you have read it as it stands.

    The note is a comment of the entry, with your name, the day and a hash of the text: when source or translation is
    changed later, in whatever editor, the review no longer counts. Fuzzy entries are listed and not marked, and the
    command exits 1: settle them first.
    """
    wish = command.Wish(book, language, chapters, by, undo)
    done = command.run(surroundings.workspace(), wish)
    speech.findings(done.diagnostics)
    speech.say(teamwork.of_review(done, undo=undo))
    return 1 if done.fuzzy else 0
