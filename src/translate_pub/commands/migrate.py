"""`migrate`: catalogues whose messages were cut by other rules are carried over, and lose no translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate_pub.catalog import header, po, recutting, update
from translate_pub.catalog.recutting import Recut
from translate_pub.catalog.update import Setting
from translate_pub.commands import manuscript, selection
from translate_pub.commands.manuscript import Manuscript
from translate_pub.model.catalog import Catalog, Entry, Key, Template
from translate_pub.model.diagnostic import Diagnostic, Outcome, WorkspaceError, has_error
from translate_pub.model.update import Fate, Update
from translate_pub.model.workspace import Workspace
from translate_pub.source.dialect import SEGMENTATION
from translate_pub.workspace import catalogs, clock, files
from translate_pub.workspace.catalogs import Change

_PENDING = {Fate.FUZZY, Fate.SPLIT, Fate.JOINED, Fate.COPIED}


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the translations of one book in one language. Counts are of translations of before."""

    book: str
    language: str
    update: Update
    whole: int
    """Carried over as they were: for the same text, or one that differs by its markup."""
    cut: int
    """Cut, or run together, for certain."""
    pending: int
    """Proposed as fuzzy: to be looked at."""
    left: tuple[Entry, ...]
    """For which there is no message; obsolete entries, or still in the file that they are from."""


@dataclass(frozen=True, slots=True)
class MigrateReport:
    """What was carried over."""

    carried: tuple[Carried, ...]
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something could not be carried over."""
        return has_error(self.diagnostics)


def run(
    workspace: Workspace, books: Sequence[str], languages: Sequence[str], brought: Sequence[Path] = ()
) -> MigrateReport:
    """Carry over the catalogues of an older segmentation, or those that another tool made for the same sources.

    Args:
        workspace: where the books are.
        books: names; all when empty.
        languages: tags; all when empty.
        brought: PO files of another tool, for one book and one language. What the workspace has translated already
            is kept; the files stay as they are.

    Raises:
        WorkspaceError: a name is unknown, a file cannot be read or written, or several books or languages are asked
            for with files.
    """
    names, tongues = selection.books(workspace, books), selection.languages(workspace, languages)
    if brought and (len(names) != 1 or len(tongues) != 1):
        raise WorkspaceError("--from brings the translations of one book into one language: name them")
    carried: list[Carried] = []
    changes: list[Change] = []
    found: list[Diagnostic] = []
    for name in names:
        read = manuscript.read(workspace, name)
        found += read.diagnostics if read.value is None else ()
        for language in tongues if read.value is not None else ():
            outcome = _language(workspace, read.value, language, brought) if read.value else Outcome(None)
            found += outcome.diagnostics
            if outcome.value is not None:
                carried.append(outcome.value[0])
                changes += outcome.value[1]
    catalogs.write(workspace, changes)
    return MigrateReport(tuple(carried), tuple(changes), tuple(found))


def _language(
    workspace: Workspace, text: Manuscript, language: str, brought: Sequence[Path]
) -> Outcome[tuple[Carried, tuple[Change, ...]]]:
    """Carry over one language of a book; no value where there is nothing to carry over."""
    held = catalogs.read(workspace, text.book, language)
    if held.value is None:
        return Outcome(None, held.diagnostics)
    foreign = [_bring(path, text, language) for path in brought]
    found = (*held.diagnostics, *(one for outcome in foreign for one in outcome.diagnostics))
    files_read = [outcome.value for outcome in foreign if outcome.value is not None]
    if len(files_read) < len(foreign) or not (files_read or any(map(_older, held.value))):
        return Outcome(None, found)
    own = [_emptied(catalog) for catalog in held.value] if brought else list(held.value)
    recut = [recutting.recut(one, text.templates) for one in (files_read or [one for one in own if _older(one)])]
    kept = own if brought else [one for one in own if not _older(one)]
    # A chapter without a message keeps what no message takes in its own file.
    aside = tuple(Template(text.book.name, one.chapter, ()) for one in files_read)
    setting = _setting(workspace, text, language)
    done = update.update([*kept, *(one.catalog for one in recut)], (*text.templates, *aside), setting)
    done = _without(done, {one.path for one in files_read})
    report = _count(text.book.name, done, recut)
    return Outcome((report, catalogs.between(held.value, done.catalogs)), found)


def _older(catalog: Catalog) -> bool:
    revision = header.revision(catalog.header)
    return revision is not None and revision.segmentation < SEGMENTATION


def _emptied(catalog: Catalog) -> Catalog:
    """Take out what nobody has translated or said anything of, so that what is brought may take its place."""
    kept = tuple(entry for entry in catalog.entries if entry.msgstr or entry.comments or entry.plural)
    # What is damaged is put at the end: the entry that it stood before may be gone.
    damaged = tuple(replace(damage, index=len(kept)) for damage in catalog.damaged)
    return replace(catalog, entries=kept, damaged=damaged)


def _bring(path: Path, text: Manuscript, language: str) -> Outcome[Catalog]:
    """Read a file of another tool; it counts as a chapter of its own.

    Raises:
        WorkspaceError: it is not there, or cannot be read.
    """
    data = files.read(path)
    if data is None:
        message = f"there is no file {path}"
        raise WorkspaceError(message)
    return po.parse(data, str(path), language, text.book.name, f"from {path}")


def _setting(workspace: Workspace, text: Manuscript, language: str) -> Setting:
    return Setting(
        language,
        text.facts(workspace),
        path_of=lambda chapter: catalogs.catalog_path(workspace, text.book.name, language, chapter),
        now=clock.now(),
        lines=workspace.settings.references.lines,
    )


def _without(done: Update, paths: set[str]) -> Update:
    """Take the files that were brought out of an update: they are nobody's to write."""
    both = [
        (catalog, report)
        for catalog, report in zip(done.catalogs, done.reports, strict=True)
        if catalog.path not in paths
    ]
    return replace(
        done,
        catalogs=tuple(catalog for catalog, _ in both),
        reports=tuple(report for _, report in both),
        removed=tuple(path for path in done.removed if path not in paths),
        removals=tuple(report for report in done.removals if report.path not in paths),
    )


def _count(book: str, done: Update, recut: Iterable[Recut]) -> Carried:
    """Count what became of each translation."""
    live = [entry for catalog in done.catalogs for entry in catalog.entries if not entry.obsolete and entry.msgstr]
    kept = {(entry.key, entry.msgstr) for entry in live}
    proposals = [proposal for report in done.reports for proposal in report.proposals]
    settled = {key for one in proposals if one.fate not in _PENDING for key in one.origins}
    pending = {key for one in proposals if one.fate in _PENDING for key in one.origins}
    counts = {"whole": 0, "cut": 0, "pending": 0}
    left: list[Entry] = []
    for entry, parts in (pair for one in recut for pair in one.became):
        there = [part for part in parts if (part.key, part.msgstr) in kept or part.key in settled]
        if there:
            counts[
                "whole" if parts == (entry,) or (len(parts) == 1 and parts[0].msgstr == entry.msgstr) else "cut"
            ] += 1
        elif _any(parts, pending):
            counts["pending"] += 1
        elif not entry.obsolete:
            left.append(entry)
    return Carried(book, done.language, done, **counts, left=tuple(left))


def _any(parts: Iterable[Entry], keys: set[Key]) -> bool:
    return any(part.key in keys for part in parts)
