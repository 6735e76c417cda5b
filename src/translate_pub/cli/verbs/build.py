"""`translate-pub build`: editions as print-ready PDF interiors."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from translate_pub.cli import accounts, names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import build as command
from translate_pub.commands.build import Built, Order
from translate_pub.commands.screens import STANDARDS
from translate_pub.model.edition import Purpose
from translate_pub.model.printing import Standard
from translate_pub.report import progress
from translate_pub.report.words import count, size


@verb(
    "Make print-ready PDFs: interiors and covers.",
    "translate-pub build handbook --lang ur --lang sv",
    "translate-pub build handbook --lang sv --printer kdp",
    "translate-pub build handbook --lang de --edition proof",
    "translate-pub build handbook --lang sv --edition cover --printer generic-offset-coated",
    "translate-pub build handbook --lang sv --edition screen --standard UA-1",
    "translate-pub build handbook --lang ur --as-translated",
    "translate-pub build --min 90 --jobs 2 --output /tmp/pages",
)
@options.books_argument
@options.languages_option(names.EDITION_LANGUAGE)
@click.option(
    "--edition",
    "purpose",
    type=click.Choice([purpose.value for purpose in Purpose]),
    default=Purpose.PRINT.value,
    show_default=True,
    help="A proof shows what is untranslated and fuzzy, with the place of each message in its catalogue; screen has "
    "links and no bleed; bilingual has the source on the page that faces the translation; cover is the cover alone, "
    "and cover-template its edges and folds for a designer.",
)
@click.option(
    "--printer",
    type=names.PRINTER,
    help="Make interior and cover to this printer's profile instead of the edition's own; see: translate-pub printers",
)
@click.option(
    "--standard",
    type=click.Choice([standard.value for standard in STANDARDS]),
    default=Standard.PLAIN.value,
    show_default=True,
    help="What an edition for screens is to be: A-2u for archives, UA-1 for readers who cannot see the page.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="How many processes lay out pages; one a processor if left out."
)
@click.option(
    "--min",
    "minimum",
    type=options.percent,
    default=100,
    show_default=True,
    metavar="PERCENT",
    help="Print an edition that is only so far translated; the rest appears in the source's language.",
)
@click.option(
    "--as-translated",
    is_flag=True,
    help="Make each edition of the revision of the sources that its catalogues follow, from git.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write below this folder instead of the workspace's build folder.",
)
def build(  # noqa: PLR0913, PLR0917 - as many arguments as the verb has options
    books: tuple[str, ...],
    languages: tuple[str, ...],
    purpose: str,
    printer: str | None,
    standard: str,
    jobs: int | None,
    minimum: int,
    output: Path | None,
    *,
    as_translated: bool,
) -> int:
    """Make the PDFs of books, as BOOK/LANG/BOOK-LANG-EDITION.pdf in the build folder.

    A print edition with untranslated or fuzzy messages is refused unless --min allows it; a proof is always made.
    An edition with errors is not written; the others are. For a printer, named here or as printer_profile in book.toml,
    interior and cover are made to the profile: bleed, margins, number of pages, colours and standard, and the files
    are named as the printer asks. With --as-translated an edition is not disturbed by what has
    changed in the sources since its catalogues were last updated: text, pictures and stylesheets are those of then.
    """
    if standard != Standard.PLAIN.value and purpose != Purpose.SCREEN.value:
        raise click.UsageError("--standard is for --edition screen; a printer's is in its profile")
    if printer and not Purpose(purpose).for_printers:
        raise click.UsageError(f"--edition {purpose} is made for no printer; leave --printer out")
    order = Order(
        books, languages, Purpose(purpose), minimum, jobs, output, as_translated, printer or "", Standard(standard)
    )
    done = command.run(surroundings.workspace(), order, partial(progress.track, stream=sys.stderr))
    speech.findings(done.diagnostics)
    for built in done.built:
        speech.hand_over(_built(built))
    if done.refused:
        speech.say(_refused(done.refused))
    return 1 if done.failed else 0


def _built(built: Built) -> str:
    """Tell where a PDF is, its pages, its size, its completion; nothing is translated in the source's language."""
    percent = f"{built.progress.percent} % translated" if built.progress.messages.total else "the source's language"
    return f"{accounts.shown(built.path)}: {count(built.pages, 'page')}, {size(built.size)}, {percent}"


def _refused(refused: Iterable[tuple[str, str]]) -> str:
    """Tell which editions were not written."""
    editions = [f"{book} {language}" for book, language in refused]
    return f"not written, for the reasons above: {', '.join(editions)}"
