"""`translate-pub credits`: who translated and reviewed each edition."""

from __future__ import annotations

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import credits as command
from translate_pub.report import credits as report


@verb(
    "Name who translated and reviewed each edition.",
    "translate-pub credits",
    "translate-pub credits handbook --lang ur --format toml",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@options.format_option("text", "json", "toml")
def credits(books: tuple[str, ...], languages: tuple[str, ...], form: str) -> int:  # noqa: A001  # the verb's name
    """Name who translated and reviewed each edition, with the words of each, as git's history and the catalogues tell.

    A catalogue's Last-Translator counts before the one who committed it, and the repository's .mailmap is respected.
    What toml prints belongs into book.toml, where you correct it; with credits = "history" there, an imprint page
    that names nobody takes the names from here.
    """
    found = command.run(surroundings.workspace(), books, languages)
    speech.findings(found.diagnostics)
    if form == "json":
        speech.hand_over(report.json([(one.book, one.language, one.people) for one in found.editions]))
    elif form == "toml":
        speech.hand_over("\n\n".join(map(_toml, found.editions)))
    else:
        speech.hand_over("\n\n".join(report.text(one.book, one.language, one.people) for one in found.editions))
    return 1 if found.failed else 0


def _toml(one: command.EditionCredits) -> str:
    table = report.toml(one.language, command.translators(one.people), command.reviewers(one.people))
    return f"# {one.book}\n{table}"
