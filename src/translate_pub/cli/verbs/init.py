"""`translate-pub init`: a folder becomes a workspace."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import accounts, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import init as command


@verb(
    "Make a folder a workspace.",
    "translate-pub init",
    "translate-pub init press --source-language en --lang ur --lang sv",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="[DIR]")
@click.option(
    "--source-language", metavar="LANG", default="en", show_default=True, help="What the books are written in."
)
@click.option(
    "-l", "--lang", "languages", multiple=True, metavar="LANG", help="A language to translate into; repeatable."
)
def init(folder: Path, source_language: str, languages: tuple[str, ...]) -> int:
    """Make DIR, or this folder, a workspace for books and their translations."""
    made = command.run(surroundings.directory() / folder, source_language, languages)
    speech.say(accounts.of_files(made.written))
    speech.say("next: translate-pub new BOOK" if languages else "next: translate-pub add-language LANG...")
    return 0
