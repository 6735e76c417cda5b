"""`translate-pub status`: how far every edition is."""

from __future__ import annotations

import click

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import status as command
from translate_pub.model.status import StatusReport
from translate_pub.report import status as report


@verb(
    "Show how far every edition is.",
    "translate-pub status",
    "translate-pub status handbook --lang ur --chapters",
    "translate-pub status --format json --min 100",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option("--chapters", is_flag=True, help="A line for each chapter.")
@options.format_option("table", "json")
@click.option("--min", "minimum", type=options.percent, metavar="PERCENT", help="Exit 1 when an edition is below.")
def status(
    books: tuple[str, ...], languages: tuple[str, ...], form: str, minimum: int | None, *, chapters: bool
) -> int:
    """Show how far every edition is: messages, words of the source, chapters, and the days left until its launch.

    Per cent are of words and rounded down; 100 only when nothing is missing, the words that the tool itself adds
    to the book included.
    """
    found = command.run(surroundings.workspace(), books, languages)
    speech.findings(found.diagnostics)
    shown = report.json(found.report) if form == "json" else _table(found.report, chapters=chapters)
    speech.hand_over(shown)
    return 1 if found.failed or (minimum is not None and found.report.lowest < minimum) else 0


def _table(found: StatusReport, *, chapters: bool) -> str:
    """Draw the table for where it goes."""
    return report.table(found, chapters=chapters, surface=speech.paper())
