"""`translate-pub add-language`: the workspace translates into more languages."""

from __future__ import annotations

import click

from translate_pub.cli import accounts, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import add_language as command


@verb(
    "Translate into more languages.",
    "translate-pub add-language ur sv",
    "translate-pub add-language pt-BR",
)
@click.argument("languages", nargs=-1, required=True, metavar="LANG...")
def add_language(languages: tuple[str, ...]) -> int:
    """Add languages to the workspace, named by their tags (ur, pt-BR, sr-Latn), and make their catalogues."""
    done = command.run(surroundings.workspace(), languages)
    for tag in done.present:
        speech.say(f"{tag} is a language of this workspace already")
    speech.findings(done.update.diagnostics)
    speech.say(accounts.of_update(done.update))
    return 1 if done.update.failed else 0
