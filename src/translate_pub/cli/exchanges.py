"""What an export or import did, in a few lines for the person who asked."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from translate_pub.cli.accounts import shown
from translate_pub.commands.export import Exported
from translate_pub.commands.import_ import Imported, ImportedPart
from translate_pub.report.words import count

_FATES = {
    "taken": "taken",
    "both": "translated by both sides",
    "emptied": "empty in the file and kept",
    "gone": "of messages that are gone, kept as obsolete",
    "refused": "not taken",
    "same": "unchanged",
}
"""Count of a tally -> how it is called."""


def of_export(done: Exported) -> str:
    """Tell which files were written."""
    lines = [
        f"wrote {shown(Path(file.path))}: {count(file.messages, 'message')}, {file.language}" for file in done.files
    ]
    lines += [f"{language} has no catalogues yet; `translate-pub update` makes them" for language in done.missing]
    return "\n".join(lines) or "nothing was written"


def of_import(done: Imported, *, check: bool) -> str:
    """Tell what became of every file's translations, a line for each book and language."""
    lines = [f"{part.path}: {part.book}, {part.language}: {_tally(part)}" for part in done.parts]
    written = sum(len(part.changes) for part in done.parts)
    if check:
        return "\n".join((*lines, f"{count(written, 'catalogue')} would be changed; nothing was written"))
    return "\n".join((*lines, f"{count(written, 'catalogue')} written"))


def _tally(part: ImportedPart) -> str:
    told = asdict(part.tally)
    return ", ".join(f"{told[fate]:,} {name}" for fate, name in _FATES.items() if told[fate]) or "no messages"
