"""`translate-pub rights`: whose every picture is, and on what terms it is printed."""

from __future__ import annotations

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import rights as command
from translate_pub.report import rights as report


@verb(
    "List whose every picture is.",
    "translate-pub rights handbook",
    "translate-pub rights handbook --format csv > rights.csv",
    "translate-pub rights handbook --lang ur --format json",
)
@options.books_argument
@options.languages_option(names.EDITION_LANGUAGE)
@options.format_option("text", "csv", "json")
def rights(books: tuple[str, ...], languages: tuple[str, ...], form: str) -> int:
    """List every picture of a book with its file, its credit, its licence, and the place where it is shown.

    Credit and licence stand right behind an image, {credit="A. Name" licence="CC BY 4.0"}, or in figures.toml beside
    book.toml. A picture without one of them, one whose file is missing, and an entry of figures.toml for a
    picture that the book does not show are reported, and the exit code is 1. Without --lang the book is listed in its
    own language.
    """
    found = command.run(surroundings.workspace(), books, languages)
    speech.findings(found.diagnostics)
    editions = [(one.book, one.language, one.pictures) for one in found.editions]
    write = {"csv": report.csv, "json": report.json, "text": report.text}[form]
    speech.hand_over(write(editions))
    return 1 if found.failed else 0
