"""`translate-pub receive`: catalogues that a translator sends back."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import names, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import receive as command
from translate_pub.commands.receive import Receipt
from translate_pub.report.words import count


@verb(
    "Merge catalogues that a translator sends back.",
    "translate-pub receive ~/Downloads/03-iskra_FINAL.po",
    "translate-pub receive from-saadia.zip --check",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "-l",
    "--lang",
    "language",
    type=names.LANGUAGE,
    metavar="LANG",
    help="Language of files that tell none.",
)
@click.option("--check", is_flag=True, help="Write nothing, and say what would be merged.")
def receive(files: tuple[Path, ...], language: str | None, *, check: bool) -> int:
    """Merge PO files that a translator sends back, or zip files of them, message by message.

    They may have another name, be older than the catalogues here, and be saved by any editor. What was translated here
    since they were sent stays. Where both have translated a message differently, one translation is taken, the other is
    kept in a comment beside it, and the message is fuzzy.

    Exits 1 when a file, or a part of it, could not be merged.
    """
    found = command.run(surroundings.workspace(), files, language=language or "", check=check)
    speech.findings(found.diagnostics)
    for receipt in found.receipts:
        speech.say(_line(receipt))
    for change in found.changes:
        speech.hand_over(change.path)
    return 1 if found.failed else 0


def _line(receipt: Receipt) -> str:
    """Say what became of one file."""
    said = [f"{count(receipt.taken, 'message')} taken", f"{receipt.gained:+,} words translated"]
    said += [f"{receipt.clashes} translated on both sides"] if receipt.clashes else []
    return f"{receipt.name} → {receipt.path}: {', '.join(said)}"
