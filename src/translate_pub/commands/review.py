"""`review`: what is translated in a language is noted as read by somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate_pub.catalog import reviews
from translate_pub.commands import person
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Diagnostic, Outcome, Span, WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, clock, config


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was noted."""

    name: str
    """The person's."""
    noted: int
    """Translations that were marked, or whose marks were taken back."""
    unchanged: int = 0
    """Translations that the same person had read as they stand."""
    untranslated: int = 0
    fuzzy: tuple[Span, ...] = ()
    """Fuzzy entries, which are not marked: somebody has to settle them first."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody has read."""

    book: str
    language: str
    chapters: Sequence[str] = ()
    """All chapters that have a catalogue where it is empty."""
    by: str | None = None
    """The person's name; git's `user.name` where it is left out."""
    undo: bool = False
    """Take the person's reviews back."""


def run(workspace: Workspace, wish: Wish) -> Reviewed:
    """Mark every translation of some chapters as reviewed, or take that back.

    Raises:
        WorkspaceError: it is not known who asks, a chapter has no catalogue, or a file is refused or cannot be written.
    """
    who = person.name(workspace, wish.by)
    read = _catalogs(workspace, wish)
    if read.value is None:
        raise WorkspaceError("nothing is marked, for a catalogue cannot be read", read.diagnostics)
    chosen = [catalog for catalog in read.value if not wish.chapters or catalog.chapter in wish.chapters]
    if missing := [name for name in wish.chapters if name not in {catalog.chapter for catalog in chosen}]:
        raise WorkspaceError(f"{wish.book} has no catalogue of {', '.join(missing)} in {wish.language}")
    marked = [_mark(catalog, who, undo=wish.undo) for catalog in chosen]
    written = catalogs.write(workspace, catalogs.between(chosen, marked))
    live = [(catalog, entry) for catalog in chosen for entry in catalog.live().values()]
    noted = sum(a is not b for old, new in zip(chosen, marked, strict=True) for a, b in _pairs(old, new))
    translated = sum(entry.translated for _, entry in live)
    fuzzy = tuple(Span(one.path, entry.line) for one, entry in live if entry.msgstr and entry.fuzzy and not wish.undo)
    untranslated = sum(not entry.msgstr for _, entry in live)
    return Reviewed(who, noted, translated - noted, untranslated, fuzzy, (*read.diagnostics, *written))


def _catalogs(workspace: Workspace, wish: Wish) -> Outcome[tuple[Catalog, ...]]:
    """Read the catalogues of the book."""
    book = config.load_book(workspace, wish.book)
    return catalogs.read(workspace, book.value, wish.language) if book.value else Outcome(None, book.diagnostics)


def _mark(catalog: Catalog, who: str, *, undo: bool) -> Catalog:
    """Return a catalogue with reviews; entries that nothing is noted at keep their bytes."""
    today = clock.today()

    def mark(entry: Entry) -> Entry:
        if undo:
            return reviews.withdraw(entry, who)
        return reviews.review(entry, who, today) if entry.translated and not entry.obsolete else entry

    return replace(catalog, entries=tuple(mark(entry) for entry in catalog.entries))


def _pairs(old: Catalog, new: Catalog) -> Iterator[tuple[Entry, Entry]]:
    return zip(old.entries, new.entries, strict=True)
