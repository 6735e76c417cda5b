"""What a verb did, in a few lines for the person who asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from translate_pub.commands.merge_driver import MergeReport
from translate_pub.commands.update import BookUpdate, UpdateReport
from translate_pub.model.update import Update
from translate_pub.report.words import count

_FATES = {
    "new": "new",
    "moved": "moved",
    "revived": "back again",
    "dressed": "kept under another dress",
    "fuzzy": "fuzzy",
    "split": "split",
    "joined": "joined",
    "obsolete": "obsolete",
}
"""Count of an update -> how it is called; what stayed as it was is not told."""


def of_files(paths: Iterable[Path]) -> str:
    """Tell which files were written."""
    return "\n".join(f"wrote {shown(path)}" for path in paths)


def shown(path: Path) -> Path:
    """Write a path as short as it is from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def of_update(report: UpdateReport, *, check: bool = False) -> str:
    """Tell what changed, a line for each language of each book, then the files when they were only checked."""
    if not report.changes:
        everything = "everything that could be read" if report.failed else "everything"
        return f"{everything} is in step with the sources"
    lines = [line for book in report.books for line in _book(book)]
    files = count(len(report.changes), "file")
    if check:
        lines += [f"  out of step: {change.path}" for change in report.changes]
    lines.append(f"{files} out of step; translate-pub update brings them in step" if check else f"{files} written")
    return "\n".join(lines)


def _book(book: BookUpdate) -> Iterator[str]:
    """Tell of one book."""
    for update in book.updates:
        if update.changed:
            yield f"{book.book or 'words of the tool'}, {update.language}: {_language(update)}"


def _language(update: Update) -> str:
    """Tell of one language: what its messages came to, and the words translated before and after."""
    totals = {fate: sum(getattr(report, fate) for report in update.reports) for fate in _FATES}
    told = [f"{number:,} {_FATES[fate]}" for fate, number in totals.items() if number]
    before, after = (
        sum(getattr(report, name) for report in update.reports) for name in ("words_before", "words_after")
    )
    words = f"{count(before, 'word')} translated" if before == after else f"words translated: {before:,} → {after:,}"
    return f"{', '.join(told) or 'comments and places only'} ({words})"


def of_merge(report: MergeReport) -> str:
    """Tell how a file was merged."""
    if report.merged is None:
        return f"{report.name}: not merged, ours stays: repair the version that cannot be read, then merge again"
    told = [f"{count(len(report.merged.taken), 'message')} taken from theirs"]
    told += [f"{len(report.merged.clashes):,} translated by both"] if report.merged.clashes else []
    return f"{report.name}: merged, {', '.join(told)}"
