"""`translate-pub migrate`: catalogues cut by other rules are carried over."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import accounts, names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import migrate as command


@verb(
    "Carry over catalogues that were cut by other rules.",
    "translate-pub migrate",
    "translate-pub migrate handbook --lang es --from es.po",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option(
    "--from",
    "brought",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE.po",
    help="A catalogue that another tool made for the same sources; may be given again.",
)
@click.option("--left", is_flag=True, help="List the translations that no message took.")
def migrate(books: tuple[str, ...], languages: tuple[str, ...], brought: tuple[Path, ...], *, left: bool) -> int:
    """Carry the translations of catalogues over to the messages into which the sources are cut now.

    Without --from, catalogues of an older version of this tool are carried over, which `update` refuses. With it, the
    catalogue of another tool (po4a, mdBook, mdpo and others) for the same Markdown: what it translates as a whole
    table, a list or a heading with its hash is taken apart. What fits for certain is carried over as it is, what is
    only alike as fuzzy; no translation is lost, and what no message takes stays in the file that it is from.
    """
    done = command.run(surroundings.workspace(), books, languages, brought)
    speech.findings(done.diagnostics)
    speech.say(accounts.of_migration(done, left=left))
    return 1 if done.failed else 0
