"""`translate-pub export`: a book for translators who work in a CAT tool, a spreadsheet or Word."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import State
from translate_pub.cli import exchanges, names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import export as command
from translate_pub.commands.export import Wish

_ALL = "all"


@verb(
    "Write messages as XLIFF, TMX, CSV, XLSX or DOCX.",
    "translate-pub export handbook --lang ur --format docx",
    "translate-pub export handbook --lang sv --chapter 03-split --only untranslated --only fuzzy -o for-ada.xlsx",
    "translate-pub export handbook --lang es --format xliff2 -o outbox",
)
@click.argument("book", type=names.BOOK, metavar="BOOK")
@options.languages_option(names.LANGUAGE)
@click.option("--chapter", "chapters", multiple=True, metavar="CHAPTER", help="Only this chapter; may be given again.")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    help="What to write; where left out, what the name of the file says, or else XLIFF 1.2.",
)
@click.option(
    "--only",
    type=click.Choice([State.UNTRANSLATED.value, State.FUZZY.value, _ALL]),
    multiple=True,
    help="Only messages that are so; may be given again.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Where to write.")
@click.option("--force", is_flag=True, help="Write over a file even though there is work in it that was not imported.")
def export(  # noqa: PLR0913, PLR0917 - as many arguments as the verb has options
    book: str,
    languages: tuple[str, ...],
    chapters: tuple[str, ...],
    form: str | None,
    only: tuple[str, ...],
    output: Path | None,
    *,
    force: bool,
) -> int:
    """Write the messages of a book as a file that other programs open, one a language.

    XLIFF 1.2 and 2.0 are for CAT tools, TMX is a translation memory of what is translated, CSV and XLSX are for
    spreadsheets, DOCX is a table for Word: source at the left, translation at the right. Everything comes back with
    `translate-pub import`, whatever its name is then. Without -o, files go to the build folder's `exchange`.

    All formats but CSV need the extra `exchange`: pip install 'translate-pub[exchange]'
    """
    states = tuple(State) if not only or _ALL in only else tuple(State(word) for word in only)
    chosen = Format(form) if form else _by_name(output)
    place = surroundings.directory() / output if output else None
    wish = Wish(book, languages, chosen, chapters, states, place, force)
    done = command.run(surroundings.workspace(), wish)
    speech.findings(done.diagnostics)
    speech.say(exchanges.of_export(done))
    return 1 if done.failed else 0


def _by_name(output: Path | None) -> Format:
    """Take the format that the name of a file says."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return next((form for form in Format if form.value == suffix), Format.XLIFF)
