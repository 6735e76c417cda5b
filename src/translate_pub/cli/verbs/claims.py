"""`translate-pub claims`: who works on which chapter."""

from __future__ import annotations

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import claims as command
from translate_pub.report import claims as report


@verb(
    "Show who works on which chapter, and until when.",
    "translate-pub claims",
    "translate-pub claims ferry --lang sv --format json",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@options.format_option("table", "json")
def claims(books: tuple[str, ...], languages: tuple[str, ...], form: str) -> int:
    """Show the chapters that somebody has claimed, with the last day of each claim; overdue ones say so."""
    found = command.run(surroundings.workspace(), books, languages)
    speech.findings(found.diagnostics)
    if form == "json":
        speech.hand_over(report.json(found.claims, found.today))
    else:
        speech.hand_over(report.table(found.claims, found.today, speech.paper()))
    return 1 if found.failed else 0
