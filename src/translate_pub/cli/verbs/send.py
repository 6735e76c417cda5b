"""`translate-pub send`: chapters for a translator without git."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import names, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import send as command
from translate_pub.report import instructions
from translate_pub.report.instructions import Packet
from translate_pub.report.words import count, size


@verb(
    "Pack chapters for a translator without git.",
    "translate-pub send sv 03-iskra 04-first-revolution",
    "translate-pub send ur 01-meeting --book leaflet --no-proof -o for-saadia.zip",
)
@click.argument("language", type=names.LANGUAGE, metavar="LANG")
@click.argument("chapters", nargs=-1, metavar="[CHAPTER...]")
@click.option("-b", "--book", type=names.BOOK, metavar="BOOK", help="The book, where there are several.")
@click.option("--proof/--no-proof", default=True, show_default=True, help="Put a proof of the book into the file.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The zip file to write.")
def send(language: str, chapters: tuple[str, ...], book: str | None, output: Path | None, *, proof: bool) -> int:
    """Pack chapters into a zip file for a translator who has no git: catalogues, a proof of the book, the glossary.

    A page in it says what to do. All chapters of the book go out where none is named. What is sent is remembered, so
    that receive can tell later what was translated there and what was translated here in the meantime.
    """
    workspace = surroundings.workspace()
    sent = command.run(workspace, language, chapters, book=book or "", proof=proof)
    speech.findings(sent.diagnostics)
    path = command.pack(workspace, sent, instructions.write(_packet(sent.contents)).encode(), output)
    chapters_sent, left = sent.contents.chapters, sum(chapter.left for chapter in sent.contents.chapters)
    packed = f"{count(len(chapters_sent), 'chapter')}, {count(left, 'word')} to translate, {size(path.stat().st_size)}"
    speech.say(f"{packed}; merge what comes back with: translate-pub receive FILE...")
    speech.hand_over(str(path))
    return 0


def _packet(contents: command.Contents) -> Packet:
    chapters = [(chapter.file, chapter.words, chapter.left) for chapter in contents.chapters]
    return Packet(
        contents.project,
        contents.book,
        contents.language,
        chapters,
        contents.glossary,
        contents.proof,
        contents.contact,
    )
