"""`import`: files that translators send back are merged into the catalogues, message by message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate_pub.catalog.exchange import formats, merging
from translate_pub.catalog.exchange.merging import Arrival, Tally
from translate_pub.catalog.exchange.unit import Exchange, Unit
from translate_pub.commands.suggestion import suggest
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span, WorkspaceError, has_error
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, clock, config, files
from translate_pub.workspace.catalogs import Change


@dataclass(frozen=True, slots=True)
class Wish:
    """How files are to be taken."""

    language: str | None = None
    """For what says no language of its own."""
    book: str | None = None
    """For what says no book of its own."""
    translator: str = ""
    reviewer: str = ""
    check: bool = False
    """Whether nothing is to be written."""


@dataclass(frozen=True, slots=True)
class ImportedPart:
    """What a file has brought to one book in one language."""

    path: str
    book: str
    language: str
    tally: Tally
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What files have brought."""

    parts: tuple[ImportedPart, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether anything was not taken."""
        return has_error(self.diagnostics)


def run(workspace: Workspace, paths: Sequence[Path], wish: Wish | None = None) -> Imported:
    """Merge files into the catalogues, one after the other; a file that cannot be read costs only itself.

    Raises:
        MachineError: the extra `exchange` is not installed.
        WorkspaceError: a file is missing, cannot be written, or was changed meanwhile.
    """
    bringing = _Bringing(workspace, wish or Wish())
    for path in paths:
        data = files.read(path)
        if data is None:
            raise WorkspaceError(f"there is no file {path}")
        bringing.take(str(path), formats.read(data, str(path)))
    return Imported(tuple(bringing.parts), tuple(bringing.found))


class _UnknownError(Exception):
    """A book or language that the workspace does not know, or that nobody has named."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(slots=True)
class _Bringing:
    """An import under way."""

    workspace: Workspace
    wish: Wish
    parts: list[ImportedPart] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def take(self, path: str, outcome: Outcome[Exchange]) -> None:
        """Take one file, which may have messages of several books."""
        self.found += outcome.diagnostics
        if outcome.value is None:
            return
        try:
            groups = self._group(outcome.value)
        except _UnknownError as unknown:
            self.found.append(Diagnostic("C167", Severity.ERROR, str(unknown), Span(path), (unknown.hint,)))
            return
        for (language, book), units in groups.items():
            self._merge(path, language, book, units)

    def _group(self, exchange: Exchange) -> dict[tuple[str, str], list[Unit]]:
        """Sort units by language and book; what does not say it goes where the rest goes, or where the wish says."""
        groups: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        addresses = [unit.address for unit in exchange.units if unit.address]
        known = tuple(dict.fromkeys((address.language, address.book) for address in addresses))
        home = self._home(exchange, known) if len(addresses) < len(exchange.units) else ("", "")
        for unit in exchange.units:
            groups[(unit.address.language, unit.address.book) if unit.address else home].append(unit)
        for language, book in groups:
            self._know("language", language, self.workspace.settings.languages, self.wish.language)
            self._know("book", book, config.books(self.workspace), self.wish.book)
        return groups

    @staticmethod
    def _know(noun: str, said: str, known: Sequence[str], named: str | None) -> None:
        """See that a language or book is one of the workspace, and the one that was asked for, if any was."""
        if said not in known:
            raise _UnknownError(f"the workspace has no {noun} “{said}”{suggest(said, known)}", _NAMES_HINT)
        if named and named != said:
            hint = f"without the option, it goes to the {noun} that it says"
            raise _UnknownError(f"the file is of the {noun} “{said}”, not “{named}”", hint)

    def _home(self, exchange: Exchange, known: tuple[tuple[str, str], ...]) -> tuple[str, str]:
        """Say where units without an address belong."""
        if len(known) == 1:
            return known[0]
        books, languages = config.books(self.workspace), self.workspace.settings.languages
        language = self.wish.language or (exchange.language if exchange.language in languages else "")
        language = language or (languages[0] if len(languages) == 1 else "")
        book = self.wish.book or (books[0] if len(books) == 1 else "")
        if not language:
            raise _UnknownError("the file does not say its language", "name it: --lang LANG")
        if not book:
            raise _UnknownError("the file does not say its book", "name it: --book BOOK")
        return language, book

    def _merge(self, path: str, language: str, book: str, units: Sequence[Unit]) -> None:
        """Merge the units of one book into its catalogues."""
        configured = config.load_book(self.workspace, book)
        if configured.value is None:
            self.found += configured.diagnostics
            return
        read = catalogs.read(self.workspace, configured.value, language)
        self.found += read.diagnostics
        if read.value is None:
            return
        arrival = Arrival(path, clock.today(), self.wish.translator, self.wish.reviewer)
        arrived = merging.merge(read.value, units, arrival)
        self.found += arrived.diagnostics
        changes = catalogs.between(read.value, arrived.catalogs)
        if not self.wish.check:
            self.found += catalogs.write(self.workspace, changes)
        self.parts.append(ImportedPart(path, book, language, arrived.tally, changes))


_NAMES_HINT = "books and languages are those of the workspace that the file was exported from"
