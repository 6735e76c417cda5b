"""`translate-pub glossary`: what a book suggests for one, and termbases in and out."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import group, verb
from translate_pub.commands import glossary as command
from translate_pub.report import glossary as report
from translate_pub.report.words import count
from translate_pub.workspace import files

_language = click.option(
    "-l", "--lang", "language", type=names.LANGUAGE, required=True, help="The glossary's language."
)


@verb(
    "List names and terms that a glossary may want.",
    "translate-pub glossary candidates handbook",
    "translate-pub glossary candidates handbook --lang sv --format csv > candidates.csv",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option(
    "--min",
    "minimum",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    metavar="NUMBER",
    help="How often it stands in the text at least.",
)
@options.format_option("table", "csv")
def candidates(books: tuple[str, ...], languages: tuple[str, ...], minimum: int, form: str) -> int:
    """List the frequent names and terms of books with how often they stand there and where first.

    What the glossaries have already is left out: that of any language, or with --lang those of all that are named.
    csv is a glossary without translations, ready to be filled in.
    """
    found = command.suggest(surroundings.workspace(), books, languages, minimum=minimum)
    speech.findings(found.diagnostics)
    rows = found.candidates
    speech.hand_over(report.csv(rows) if form == "csv" else report.table(rows, speech.paper()))
    speech.say(count(len(rows), "candidate"))
    return 1 if found.failed else 0


@verb(
    "Add a termbase to a glossary.",
    "translate-pub glossary import terms.tbx --lang sv",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_language
def import_(file: Path, language: str) -> int:
    """Add the terms of a TBX file, or of a CSV table like ours, to the glossary of a language.

    A term that the glossary has already stays as it is; what the file says otherwise is listed.
    """
    done = command.bring(surroundings.workspace(), file, language)
    speech.findings(done.diagnostics)
    if done.failed:
        return 1
    for ours, theirs in done.kept:
        mine, its = (" | ".join(term.allowed) or "nothing" for term in (ours, theirs))
        speech.say(f"{done.path}:{ours.line}: “{ours.name}” stays {mine}; the file says {its}")
    speech.say(f"{done.path}: {count(len(done.added), 'new term')}")
    return 0


@verb(
    "Write a glossary for other programs.",
    "translate-pub glossary export --lang sv -o sv.tbx",
    "translate-pub glossary export --lang sv --format csv",
)
@_language
@click.option(
    "--format",
    "form",
    type=click.Choice((command.TERMBASE, command.TABLE)),
    default=command.TERMBASE,
    show_default=True,
    help="What to write.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write this file."
)
def export(language: str, form: str, output: Path | None) -> int:
    """Write the glossary of a language as TBX-Basic (ISO 30042), which CAT tools read, or as CSV.

    The first translation of a term is the preferred one, the others are admitted, and forbidden ones deprecated.
    """
    made = command.export(surroundings.workspace(), language, form)
    speech.findings(made.diagnostics)
    if made.data is None:
        return 1
    if output is None:
        speech.hand_over(made.data.decode())
    else:
        files.write(output, made.data)
    return 0


glossary = group(
    "glossary",
    "Keep, find and exchange the terms of a language.",
    "The glossary of a language is glossary/LANG.csv in the workspace: translators see it in their catalogues after the"
    " next update, and check holds translations against it.",
    candidates,
    import_,
    export,
)
