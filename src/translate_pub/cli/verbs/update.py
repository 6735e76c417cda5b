"""`translate-pub update`: catalogues are brought in step with the sources."""

from __future__ import annotations

import click

from translate_pub.cli import accounts, names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import update as command


@verb(
    "Bring the catalogues in step with the sources.",
    "translate-pub update",
    "translate-pub update handbook --lang sv",
    "translate-pub update --check",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when something is out of step.")
def update(books: tuple[str, ...], languages: tuple[str, ...], *, check: bool) -> int:
    """Make and refresh the templates (.pot) and the catalogues (.po) of all languages.

    Every translation is kept: where its text is unchanged or only moved, as it is; where the text was changed, as
    fuzzy, to be looked at; where the text is gone, as an obsolete entry that comes back with it.
    """
    done = command.run(surroundings.workspace(), books, languages, check=check)
    speech.findings(done.diagnostics)
    speech.say(accounts.of_update(done, check=check))
    return 1 if done.failed or (check and done.changes) else 0
