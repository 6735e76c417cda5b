"""`translate-pub import-translation`: a finished translation goes into the catalogues."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.catalog.alignment.entering import Manner
from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import import_translation as command
from translate_pub.model.alignment import Import
from translate_pub.report import alignment as report
from translate_pub.report import findings


@verb(
    "Bring in a translation that was finished elsewhere.",
    "translate-pub import-translation handbook --lang ur handbook-ur.docx --review review.html",
    "translate-pub import-translation handbook --lang sv sv/01-invitation.md sv/02-the-book.md",
    "translate-pub import-translation handbook --lang es --chapter 03-iskra iskra.odt --dry-run",
)
@click.argument("book", type=names.BOOK, metavar="BOOK")
@click.argument(
    "paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("-l", "--lang", "language", required=True, type=names.LANGUAGE, help="The language of the translation.")
@click.option(
    "--chapter", "chapters", multiple=True, type=names.CHAPTER, help="It is of this chapter; may be given again."
)
@click.option(
    "--review", type=click.Path(dir_okay=False, path_type=Path), help="Write a page on which to look it through."
)
@click.option("--overwrite", is_flag=True, help="Let fuzzy translations give way; they are kept as comments.")
@click.option("--alternatives", is_flag=True, help="Keep what differs from a translation as a comment beside it.")
@click.option("--dry-run", is_flag=True, help="Write no catalogue; show what would be done.")
@options.format_option("text", "json")
def import_translation(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    book: str,
    paths: tuple[Path, ...],
    language: str,
    chapters: tuple[str, ...],
    review: Path | None,
    form: str,
    *,
    overwrite: bool,
    alternatives: bool,
    dry_run: bool,
) -> int:
    """Lay a finished translation beside its source, and enter it into the catalogues, every message fuzzy.

    FILE is Markdown, or a document that pandoc reads: DOCX, ODT, EPUB, HTML, RTF and others. A file with a chapter's
    name is held against that chapter; otherwise all files, in their order, are held against the whole book. Paragraphs
    may have been merged, split, dropped or added. What is in the catalogues already stays.

    Each message says where its translation comes from and how probably it is right (`# translate-pub: suggested FILE
    0.97`). What is doubtful, and what found no place, is listed, and marked on the page that --review writes.
    """
    done = command.run(
        surroundings.workspace(),
        book,
        language,
        paths,
        chapters=chapters,
        manner=Manner(overwrite=overwrite, alternatives=alternatives),
        write=not dry_run,
    )
    if review and not done.failed:
        command.write_page(review, report.page(done))
    _hand_over(done, form)
    speech.say(report.summary(done, written=not dry_run))
    return 1 if done.failed else 0


def _hand_over(done: Import, form: str) -> None:
    """Write what was found."""
    if form == "json":
        speech.hand_over(report.json(done))
    elif done.diagnostics:
        speech.hand_over(findings.text(done.diagnostics, speech.paper()))
