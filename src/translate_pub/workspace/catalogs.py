"""Catalogues and templates, read and written where `places` says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from translate_pub.catalog import po
from translate_pub.catalog.merging import findings, three_way
from translate_pub.model.book import Book
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span, WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, places
from translate_pub.workspace.files import ChangedMeanwhileError

_ATTEMPTS = 5
"""How often a file is merged again when another program is faster."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to be made, to differ or to go."""

    path: str
    """Relative to the workspace's root."""
    before: bytes | None
    """What was read from it; None where there was no such file."""
    after: bytes | None
    """What it is to hold; None where it is to go."""


@dataclass(frozen=True, slots=True)
class Readable:
    """Catalogues of a book in a language, as far as they can be read."""

    catalogs: tuple[Catalog, ...]
    refused: frozenset[str]
    """Chapters whose catalogue is there and is refused as a whole (conflict marks, undecodable bytes)."""
    diagnostics: tuple[Diagnostic, ...] = ()


catalog_path = places.catalog_path
furniture_path = places.furniture_path
template_path = places.template_path
furniture_template_path = places.furniture_template_path


def read(workspace: Workspace, book: Book, language: str) -> Outcome[tuple[Catalog, ...]]:
    """Return every catalogue that a book has in a language, also of chapters that it has no longer.

    A catalogue that is refused (conflict marks, undecodable bytes) leaves no value: what another would be made of
    without it may have lost translations.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    found = readable(workspace, book, language)
    return Outcome(None if found.refused else found.catalogs, found.diagnostics)


def readable(workspace: Workspace, book: Book, language: str) -> Readable:
    """Return the catalogues that a book has in a language, and of which chapters they are refused.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    folder = workspace.root / places.catalog_folder(workspace, language) / book.name
    paths = sorted(path.relative_to(workspace.root).as_posix() for path in folder.glob("*.po"))
    outcomes = {path: _parse(workspace, path, language, book.name) for path in paths}
    return Readable(
        tuple(outcome.value for outcome in outcomes.values() if outcome.value is not None),
        frozenset(PurePosixPath(path).stem for path, outcome in outcomes.items() if outcome.value is None),
        tuple(diagnostic for outcome in outcomes.values() for diagnostic in outcome.diagnostics),
    )


def read_furniture(workspace: Workspace, language: str) -> Outcome[Catalog] | None:
    """Return the catalogue in which a language's furniture is overridden, or None where there is none."""
    path = furniture_path(workspace, language)
    return _parse(workspace, path, language, "") if (workspace.root / path).is_file() else None


def chapters(workspace: Workspace, book: str) -> tuple[str, ...]:
    """Return the chapters of which a book has a catalogue in any language, also those that it has no longer."""
    root, languages = workspace.root, workspace.settings.languages
    folders = [root / places.catalog_folder(workspace, language) / book for language in languages]
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.po")}))


def templates(workspace: Workspace, book: str) -> tuple[str, ...]:
    """Return the paths of the templates that a book has, also of chapters that it has no longer."""
    folder = workspace.root / workspace.settings.catalogs / "templates" / book
    return tuple(sorted(path.relative_to(workspace.root).as_posix() for path in folder.glob("*.pot")))


def changes(workspace: Workspace, wanted: Mapping[str, bytes | None]) -> tuple[Change, ...]:
    """Hold files against what they should hold (None: they should not be there) and return those that differ.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    held = ((path, files.read(workspace.root / path), after) for path, after in sorted(wanted.items()))
    return tuple(Change(path, before, after) for path, before, after in held if before != after)


def between(old: Iterable[Catalog], new: Iterable[Catalog]) -> tuple[Change, ...]:
    """Return what is to be written where catalogues as they were read become others; those of `old` alone are to go.

    What a file held is known from its catalogue, for serializing it again gives its bytes.
    """
    before = {catalog.path: po.serialize(catalog) for catalog in old}
    after = {catalog.path: po.serialize(catalog) for catalog in new}
    paths = sorted({**before, **after})
    every = (Change(path, before.get(path), after.get(path)) for path in paths)
    return tuple(change for change in every if change.before != change.after)


def write(workspace: Workspace, pending: Iterable[Change]) -> tuple[Diagnostic, ...]:
    """Make changes.

    A catalogue that somebody has saved in the meantime is merged with what was to be written, message by message, and
    the findings say so. Any other file that was changed in the meantime stops the work and stays as it is.

    Raises:
        WorkspaceError: that, or a file is write-protected, or lies outside of the workspace, or a catalogue was changed
            into what cannot be read.
    """
    return tuple(found for change in pending for found in _write(workspace, change))


def _write(workspace: Workspace, change: Change) -> tuple[Diagnostic, ...]:
    """Make one change, and make it again of what is there now as long as others are faster."""
    found: tuple[Diagnostic, ...] = ()
    for _ in range(_ATTEMPTS):
        try:
            _put(workspace, change)
        except ChangedMeanwhileError:
            now = files.read(workspace.root / change.path)
            if not change.path.endswith(".po") or change.after is None or now is None:
                raise
            change, found = _join(change, change.after, now)
        else:
            return found
    raise WorkspaceError(f"{change.path} is changed by another program again and again; it is left as it is")


def _put(workspace: Workspace, change: Change) -> None:
    """Make a change, if the file is still what was read.

    Raises:
        ChangedMeanwhileError: it is not.
    """
    path, held = workspace.root / change.path, files.digest(change.before)
    if change.after is None:
        files.remove(path, within=workspace.root, replaces=held)
    else:
        files.write(path, change.after, within=workspace.root, replaces=held)


def _join(change: Change, after: bytes, now: bytes) -> tuple[Change, tuple[Diagnostic, ...]]:
    """Merge what was to be written with what is there now.

    Raises:
        WorkspaceError: what is there now cannot be read.
    """
    base, ours, theirs = (po.parse(data or b"", change.path, "", "", "") for data in (change.before, after, now))
    if ours.value is None or theirs.value is None:
        message = f"{change.path} was changed while translate-pub worked on it, and cannot be read now; it is left"
        raise WorkspaceError(message, theirs.diagnostics)
    # What a person has saved comes first, where both have changed one translation.
    merged = three_way.merge(base.value if change.before else None, theirs.value, ours.value)
    said = "the file was changed by another program in the meantime; both changes are in it now"
    note = Diagnostic("C032", Severity.NOTE, said, Span(change.path))
    data = po.serialize(merged.catalog)
    return Change(change.path, now, data), (note, *findings.rivals(merged, data, change.path))


def _parse(workspace: Workspace, path: str, language: str, book: str) -> Outcome[Catalog]:
    """Read one catalogue."""
    data = files.read(workspace.root / path) or b""
    return po.parse(data, path, language=language, book=book, chapter=PurePosixPath(path).stem)
