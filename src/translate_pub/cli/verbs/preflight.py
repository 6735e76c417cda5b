"""`translate-pub preflight`: finished files held against what a printer asks for, and against their edition."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import preflight as command
from translate_pub.commands.preflight import Order
from translate_pub.model.book import NAMED_TRIMS, Trim
from translate_pub.report import preflight as report
from translate_pub.report import preflight_page, progress
from translate_pub.workspace import files, measures


@verb(
    "Hold finished PDFs against printer and edition.",
    "translate-pub preflight handbook --printer ingramspark --lang ur",
    "translate-pub preflight handbook.pdf --printer kdp --trim 6x9in --html preflight.html",
    "translate-pub preflight cover.pdf --cover --pages 312 --trim A5 --printer generic-offset-coated",
    "translate-pub preflight handbook --lang sv",
    "translate-pub preflight --strict --format json",
)
@click.argument("targets", nargs=-1, metavar="[BOOK|FILE...]")
@click.option(
    "--printer",
    type=names.PRINTER,
    metavar="NAME",
    help="The printer's profile; that of each edition if left out. Without one, the text alone is checked.",
)
@options.languages_option(names.EDITION_LANGUAGE)
@click.option("--cover", is_flag=True, help="The files are covers, from edge to edge on one page.")
@click.option("--pages", type=click.IntRange(1, 20_000), help="Pages of the interior that a cover goes round.")
@click.option("--trim", metavar="SIZE", help="The book's trim size, for files: A5, 6x9in, 140x216mm.")
@click.option("--paper", default="", metavar="NAME", help="The paper, one of the profile's; its first if left out.")
@options.format_option("text", "json")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Also write a web page with a picture of each finding.",
)
@click.option("--strict", is_flag=True, help="Fail where something could not be checked, too.")
def preflight(  # noqa: PLR0913, PLR0917 - as many arguments as the verb has options
    targets: tuple[str, ...],
    printer: str | None,
    languages: tuple[str, ...],
    pages: int | None,
    trim: str | None,
    paper: str,
    form: str,
    html: Path | None,
    *,
    cover: bool,
    strict: bool,
) -> int:
    """Look through finished PDFs for what the printer would refuse or print badly.

    Of a BOOK the files are judged that were built for the printer: interior and cover of every language; where no
    printer is named, the plain interior, by its text alone. A FILE is judged whoever made it. Everything is read from
    the PDF itself: boxes, bleed, pages, fonts, every colour and image, ink, lines, small text, transparency,
    annotations, margins, what the file says of itself, and a cover's spine.

    The text is held against the edition, composed anew: every paragraph and footnote is there, whole and in order, with
    its call; running heads, folios, page numbers and links are right; and the pages are well made up: widows, orphans,
    headings at the foot, hyphens in a row, lines too loose or too long. Of a FILE what its pages tell is checked.

    Ink is measured with Ghostscript, PDF/A and PDF/UA are proven by veraPDF, where they are installed; what could not
    be checked is said to be so. Exits 1 when there are errors, with --strict also when a check could not run.
    """
    size = _size(trim) if trim else None
    order = Order(targets, printer or "", languages, cover, pages, size, paper, pictures=html is not None)
    here = surroundings.directory()
    done = command.run(surroundings.workspace_if_any(), here, order, partial(progress.track, stream=sys.stderr))
    speech.findings(done.diagnostics)
    judgements = [one.judgement for one in done.judged]
    written = report.json(judgements) if form == "json" else report.text(judgements, speech.paper())
    if written:
        speech.hand_over(written)
    if html is not None:
        page = preflight_page.write([(one.judgement, one.pictures) for one in done.judged])
        files.write(here / html, page.encode())
        speech.say(f"wrote {html}")
    speech.say(report.summary(judgements) or "there is nothing to judge")
    return 1 if done.failed or not judgements or (strict and done.incomplete) else 0


def _size(written: str) -> Trim:
    """Read a trim size.

    Raises:
        click.BadParameter: it is none.
    """
    size = measures.size(written)
    if size is None:
        message = f"“{written}” is not a size; write {', '.join(NAMED_TRIMS)}, or a measure such as 135x210mm"
        raise click.BadParameter(message, param_hint="--trim")
    return size
