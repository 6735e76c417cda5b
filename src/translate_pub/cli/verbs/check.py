"""`translate-pub check`: faults in sources and translations."""

from __future__ import annotations

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import check as command
from translate_pub.report import findings as report


@verb(
    "Find faults in sources and translations.",
    "translate-pub check",
    "translate-pub check handbook --lang ur",
    "translate-pub check --format json",
    "translate-pub check --format sarif > check.sarif",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@options.format_option(*report.FORMATS)
def check(books: tuple[str, ...], languages: tuple[str, ...], form: str) -> int:
    """Find faults in sources and translations: lost footnotes, links, images, tags and marks, damaged entries.

    Exits 1 when there are errors; warnings alone do not fail.
    """
    found = command.run(surroundings.workspace(), books, languages)
    if written := report.render(found.diagnostics, form, speech.paper(), surroundings.folder_in_repository()):
        speech.hand_over(written)
    speech.say(report.summary(found.diagnostics))
    return 1 if found.failed else 0
