"""`translate-pub update`: catalogues are brought in step with the sources."""

from __future__ import annotations

import click

from translate_pub.cli import accounts, names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import update as command
from translate_pub.commands.update import Manner


@verb(
    "Bring the catalogues in step with the sources.",
    "translate-pub update",
    "translate-pub update handbook --lang sv",
    "translate-pub update --check",
    "translate-pub update --check --since origin/main",
    "translate-pub update handbook --typo --chapter 03-iskra",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when something is out of step.")
@click.option(
    "--since",
    metavar="REVISION",
    default="",
    help="With --check, also find translations that were lost since this revision of git, by whatever program.",
)
@click.option(
    "--typo",
    is_flag=True,
    help="The source was only corrected: a message that changed by a letter, a mark or a word keeps its translation.",
)
@click.option(
    "--chapter",
    "chapters",
    multiple=True,
    type=names.CHAPTER,
    help="With --typo, only this chapter was corrected; may be given again.",
)
@click.option("--messages", is_flag=True, help="Tell of every message that came by its translation in a new way.")
@click.option("--accept-loss", is_flag=True, help="Go on although translations are lost that no removed text explains.")
def update(  # noqa: PLR0913  # as many arguments as the verb has options
    books: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    check: bool,
    since: str,
    typo: bool,
    chapters: tuple[str, ...],
    messages: bool,
    accept_loss: bool,
) -> int:
    """Make and refresh the templates (.pot) and the catalogues (.po) of all languages.

    Every translation is kept: where its text is unchanged or only moved, as it is; where the text was changed, as
    fuzzy, to be looked at; where the text is gone, as an obsolete entry that comes back with it. The words translated
    before and after are shown for each catalogue. Where fewer are left than the texts that were removed explain, or
    the source is older than what the catalogues follow, nothing is written unless --accept-loss says that it is meant.
    """
    if chapters and not typo:
        raise click.UsageError("--chapter says which chapters were corrected, and goes with --typo")
    if since and not check:
        raise click.UsageError("--since goes with --check: what is lost already is not written again")
    manner = Manner(check, accept_loss, typo, chapters, since)
    done = command.run(surroundings.workspace(), books, languages, manner)
    speech.findings(done.diagnostics)
    speech.say(accounts.of_update(done, check=check, messages=messages or typo))
    return 1 if done.failed or (check and done.changes) else 0
