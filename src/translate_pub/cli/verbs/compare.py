"""`translate-pub compare`: which pages differ between two printings."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from translate_pub.cli import options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import compare as command
from translate_pub.report import comparison as report
from translate_pub.report import progress
from translate_pub.workspace import files

_FILE = click.Path(dir_okay=False, path_type=Path)


@verb(
    "Show which pages changed between two printings.",
    "translate-pub compare handbook-2026.pdf handbook-2027.pdf",
    "translate-pub compare old.pdf new.pdf --html changes.html --extract reprint.pdf",
)
@click.argument("old", type=_FILE, metavar="OLD")
@click.argument("new", type=_FILE, metavar="NEW")
@options.format_option("text", "json")
@click.option("--html", type=_FILE, metavar="FILE", help="Also write a web page with pictures before and after.")
@click.option("--extract", type=_FILE, metavar="FILE", help="Write the pages that a reprint needs, as they are in NEW.")
def compare(old: Path, new: Path, form: str, html: Path | None, extract: Path | None) -> int:
    """Hold two PDFs against each other, page by page, as they look.

    A page that was only written anew does not differ. Pages that were put in or taken out are found as such, so that
    those behind them do not all count as changed. Exits 1 where anything differs, as diff does.
    """
    here = surroundings.directory()
    target, page = here / extract if extract else None, here / html if html else None
    watch = partial(progress.track, stream=sys.stderr)
    done = command.run(here / old, here / new, page=page, extract=target, watch=watch)
    speech.findings(done.diagnostics)
    if done.comparison is None:
        return 1
    found = done.comparison
    told = report.json(found) if form == "json" else report.text(found)
    if told:
        speech.hand_over(told)
    if page is not None:
        files.write(page, report.page(found, done.pictures).encode())
        speech.say(f"wrote {html}")
    if extract is not None and found.to_send:
        speech.say(f"wrote {extract}")
    speech.say(report.summary(found))
    return 1 if found.changes else 0
