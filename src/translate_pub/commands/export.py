"""`export`: the messages of a book as a file for a CAT tool, a spreadsheet or Word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.catalog.exchange import extracting, formats
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import Exchange, State, touched
from translate_pub.commands import selection
from translate_pub.commands.suggestion import suggest
from translate_pub.model.book import Book
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Diagnostic, Outcome, WorkspaceError, has_error
from translate_pub.model.workspace import Workspace
from translate_pub.source import metadata
from translate_pub.workspace import catalogs, config, files


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, and where to."""

    book: str
    languages: tuple[str, ...]
    form: Format
    chapters: tuple[str, ...] = ()
    """All where none is named."""
    only: Collection[State] = tuple(State)
    """States of the messages that are wanted."""
    output: Path | None = None
    """A file, or a folder in which each language has one; the build folder's `exchange` where none is given."""
    replace: bool = False
    """Whether a file in the way may go although there is work in it that was not imported."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written."""

    path: Path
    language: str
    messages: int


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export has made."""

    files: tuple[ExportedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    missing: tuple[str, ...] = ()
    """Languages that nobody has named and that have no catalogues yet."""

    @property
    def failed(self) -> bool:
        """Whether anything had to stay behind."""
        return has_error(self.diagnostics)


def run(workspace: Workspace, wish: Wish) -> Exported:
    """Write a file for each language.

    Raises:
        MachineError: the extra `exchange` is not installed.
        WorkspaceError: a name is unknown, a catalogue is missing, or a file cannot be written or holds work.
    """
    selection.books(workspace, (wish.book,))
    languages = selection.languages(workspace, wish.languages)
    if not languages:
        raise WorkspaceError("the workspace translates into no language yet; `translate-pub add-language` adds one")
    configured = config.load_book(workspace, wish.book)
    if configured.value is None:
        return Exported((), configured.diagnostics)
    return _Exporting(workspace, wish, configured.value).run(languages)


@dataclass(frozen=True, slots=True)
class _Exporting:
    """An export of a book, under way."""

    workspace: Workspace
    wish: Wish
    book: Book

    def run(self, languages: tuple[str, ...]) -> Exported:
        """Export languages; those that nobody has begun are left out unless they were named."""
        read = {language: catalogs.read(self.workspace, self.book, language) for language in languages}
        missing = () if self.wish.languages else tuple(language for language in languages if read[language].value == ())
        wanted = [language for language in languages if language not in missing or missing == languages]
        paths = {language: self._path(language, alone=len(wanted) == 1) for language in wanted}
        made = [self._export(language, read[language], paths[language]) for language in wanted]
        written = tuple(file for one in made for file in one.files)
        return Exported(written, tuple(found for one in made for found in one.diagnostics), missing)

    def _export(self, language: str, read: Outcome[tuple[Catalog, ...]], path: Path) -> Exported:
        """Export one language."""
        if read.value is None:
            return Exported((), read.diagnostics)
        # A memory is of use only with what somebody vouches for.
        only = _VOUCHED.intersection(self.wish.only) if self.wish.form is Format.TMX else self.wish.only
        units, left = extracting.extract(self._choose(language, read.value), only)
        _keep_work(path, self.wish)
        made = formats.write(self.wish.form, Exchange(self.book.language, language, units))
        found = (*read.diagnostics, *left, *made.diagnostics)
        if made.value is None:
            return Exported((), found)
        files.write(path, made.value)
        return Exported((ExportedFile(path, language, len(units) - len(made.diagnostics)),), found)

    def _choose(self, language: str, read: Sequence[Catalog]) -> list[Catalog]:
        """Return the catalogues of the chapters that are wanted, in reading order."""
        held = {catalog.chapter: catalog for catalog in read}
        if not held:
            raise WorkspaceError(
                f"“{self.book.name}” has no catalogues in {language}; `translate-pub update` makes them"
            )
        chapters = self.wish.chapters
        for chapter in chapters:
            if chapter not in held:
                raise WorkspaceError(
                    f"“{self.book.name}” has no chapter “{chapter}” in {language}{suggest(chapter, held)}"
                )
        order = (metadata.CHAPTER, *(file.name for file in self.book.files))
        names = [name for name in order if name in held and (not chapters or name in chapters)]
        return [held[name] for name in dict.fromkeys((*names, *chapters))]

    def _path(self, language: str, *, alone: bool) -> Path:
        """Return where a language goes."""
        chapters, output = self.wish.chapters, self.wish.output
        named = f".{'+'.join(chapters)}" if 0 < len(chapters) <= _NAMED else ""
        name = f"{self.book.name}.{language}{named}{self.wish.form.suffix}"
        if output is None:
            return self.workspace.root / self.workspace.settings.build / "exchange" / name
        folder = output.is_dir() or output.suffix == ""
        if not folder and not alone:
            raise WorkspaceError(f"{output} is one file; several languages go into a folder: -o FOLDER")
        return output / name if folder else output


_VOUCHED = frozenset({State.TRANSLATED, State.REVIEWED})
_NAMED = 3
"""Chapters that are named in a file's name."""


def _keep_work(path: Path, wish: Wish) -> None:
    """Refuse to write over a file that somebody may have worked in.

    Raises:
        WorkspaceError: the file has translations that it was not exported with, or is of another kind.
    """
    before = files.read(path)
    if before is None or wish.replace:
        return
    held = formats.read(before, str(path)).value
    if held is None or any(map(touched, held.units)):
        what = (
            "is no export of translate-pub"
            if held is None
            else "has translations in it that were made since its export"
        )
        raise WorkspaceError(f"{path} {what}; import it, name another file with -o, or say --force")
