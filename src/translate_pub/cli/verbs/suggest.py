"""`translate-pub suggest`: empty messages filled from the translation memory."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import suggest as command
from translate_pub.commands.suggest import Suggested, Wish
from translate_pub.model.memory import Manner, Provider
from translate_pub.report.words import count

_MANNERS = {
    Manner.EXACT: "the same",
    Manner.ALIKE: "alike",
    Manner.SENTENCES: "made of sentences",
    Manner.MACHINE: "by machine",
}


@verb(
    "Fill empty messages from earlier translations.",
    "translate-pub suggest",
    "translate-pub suggest handbook --lang sv --chapter 03-iskra --min 85",
    "translate-pub suggest --lang es --tmx ~/old-books.tmx",
    "translate-pub suggest --lang ur --machine http://localhost:5000",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option("--chapter", "chapters", multiple=True, metavar="CHAPTER", help="Only this chapter; may be given again.")
@click.option(
    "--min", "least", type=click.IntRange(50, 100), default=75, show_default=True, metavar="PERCENT",
    help="How much alike a text must be.",
)  # fmt: skip
@click.option(
    "--tmx", "imported", multiple=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="A translation memory to search too; may be given again.",
)  # fmt: skip
@click.option("--machine", metavar="URL", help="A LibreTranslate server, for what the memory has nothing for.")
@click.option("--check", is_flag=True, help="Write nothing, and say what would be suggested.")
def suggest(  # noqa: PLR0913  # one parameter an option
    books: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    chapters: tuple[str, ...],
    least: int,
    imported: tuple[Path, ...],
    machine: str | None,
    check: bool,
) -> int:
    """Fill messages that nobody has begun with what was translated before: the same text, one alike, or its sentences.

    The memory is every book of the workspace, the TMX files in its folder memory/, and those named with --tmx. All that
    is filled in is fuzzy, and a comment says where it comes from and how much alike it is.

    With --machine, a server that speaks LibreTranslate's API translates the rest; its key, if it wants one, is in the
    environment variable TRANSLATE_PUB_MT_KEY. What you send to a server that is not yours is read there.
    """
    wish = Wish(books, languages, chapters, least / 100, imported, _provider(machine))
    found = command.run(surroundings.workspace(), wish, check=check)
    speech.findings(found.diagnostics)
    for edition in found.editions:
        if edition.empty:
            speech.say(_line(edition))
    for change in found.changes:
        speech.hand_over(change.path)
    return 1 if found.failed else 0


def _provider(url: str | None) -> Provider | None:
    if url is None:
        return None
    from translate_pub.workspace import machine_translation  # noqa: PLC0415  # its libraries are for this option only

    return machine_translation.connect(url)


def _line(edition: Suggested) -> str:
    """Say what was suggested in one edition."""
    manners = Counter(one.suggestion.manner for one in edition.filled)
    how = ", ".join(f"{manners[manner]:,} {words}" for manner, words in _MANNERS.items() if manners[manner])
    line = (
        f"{edition.book} {edition.language}: {len(edition.filled):,} of {count(edition.empty, 'empty message')} filled"
    )
    spoilt = f"; {count(edition.spoilt, 'translation')} of the machine's had lost markup" if edition.spoilt else ""
    return f"{line}{f' ({how})' if how else ''}{spoilt}"
