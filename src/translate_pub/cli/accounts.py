"""What a verb did, in a few lines for the person who asked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate_pub.commands.migrate import MigrateReport
from translate_pub.commands.update import BookUpdate, UpdateReport
from translate_pub.model.excerpt import excerpt
from translate_pub.report import console
from translate_pub.report import update as updating
from translate_pub.report.words import count

_WIDTH = 80
"""Characters of a text by which a person knows it again."""


def of_files(paths: Iterable[Path]) -> str:
    """Tell which files were written."""
    return "\n".join(f"wrote {shown(path)}" for path in paths)


def shown(path: Path) -> Path:
    """Write a path as short as it is from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def of_update(report: UpdateReport, *, check: bool = False, messages: bool = False) -> str:
    """Tell what became of the translations, then the files when they were only checked.

    Args:
        report: what was done, or found.
        check: whether nothing was to be written.
        messages: whether every message is told of that came by its translation in a new way.
    """
    if not report.changes and not report.refused:
        return _in_step(report)
    lines = [
        line for book in report.books if any(one.changed for one in book.updates) for line in _book(book, messages)
    ]
    files = count(len(report.changes), "file")
    if check:
        lines += [f"  out of step: {change.path}" for change in report.changes]
    lines.append(f"{files} out of step; translate-pub update brings them in step" if check else f"{files} written")
    lines += [f"nothing is written of {book} in {language}" for book, language in report.refused]
    return "\n".join(lines)


def _in_step(report: UpdateReport) -> str:
    """Tell that there was nothing to do, and how many words are translated."""
    named = [(book.book, update) for book in report.books if book.book for update in book.updates]
    words = [f"{book} {update.language} {update.words[1]:,}" for book, update in named]
    everything = "everything that could be read" if report.failed else "everything"
    told = f" (words translated: {', '.join(words)})" if words else ""
    return f"{everything} is in step with the sources{told}"


def _book(book: BookUpdate, messages: bool) -> Iterator[str]:  # noqa: FBT001  # of one use, above
    """Tell of one book."""
    yield updating.table(book.book, book.updates, console.surface(sys.stderr))
    yield from updating.proposals(book.updates) if messages else ()


def of_migration(report: MigrateReport, *, left: bool = False) -> str:
    """Tell what became of the translations that were carried over; with `left`, also which found no message."""
    lines: list[str] = []
    for one in report.carried:
        before = one.whole + one.cut + one.pending + len(one.left)
        lines.append(
            f"{one.book}, {one.language}: {count(before, 'translation')}: {one.whole:,} carried over as they were, "
            f"{one.cut:,} cut or run together, {one.pending:,} to be looked at (fuzzy), "
            f"{len(one.left):,} without a message"
        )
        lines += [f"  no message: {excerpt(entry.msgid, _WIDTH)}" for entry in one.left if left]
    if not report.carried and report.failed:
        return "nothing is carried over"
    if not report.carried:
        return "nothing to carry over: every catalogue is cut as the sources are now"
    return "\n".join([*lines, f"{count(len(report.changes), 'file')} written"])
