"""`rights`: whose every picture of a book is, on what terms it is printed, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pub.commands import addenda, manuscript, selection, translations
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.edition import pictures, translation
from translate_pub.edition.pictures import Shown
from translate_pub.model.book import Picture
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.edition import Edition, Purpose
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files
from translate_pub.workspace.discovery import FIGURES_FILE


@dataclass(frozen=True, slots=True)
class BookRights:
    """The pictures of one book in one language."""

    book: str
    language: str
    pictures: tuple[Shown, ...]
    """In reading order, each time that it is shown."""


@dataclass(frozen=True, slots=True)
class RightsReport:
    """The pictures of every edition that was asked for."""

    editions: tuple[BookRights, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether anything is missing."""
        return bool(self.diagnostics)


def run(workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = ()) -> RightsReport:
    """List the pictures of the books that are named, or of all, in their own language or those that are named.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read.
    """
    editions: list[BookRights] = []
    found: list[Diagnostic] = []
    for name in selection.books(workspace, books):
        text = manuscript.read(workspace, name)
        found += [one for one in text.diagnostics if one.severity is Severity.ERROR]
        if text.value is None:
            continue
        for language in languages or (text.value.book.language,):
            made = _edition(workspace, text.value, language)
            found += made.diagnostics
            if made.value is not None:
                shown = pictures.shown(made.value)
                editions.append(BookRights(name, language, shown))
                found += _missing(workspace, shown)
                found += _unused(made.value, shown)
    return RightsReport(tuple(editions), tuple(dict.fromkeys(found)))


def _edition(workspace: Workspace, text: Manuscript, language: str) -> Outcome[Edition]:
    """Translate a book; how far it is translated makes no difference to whose its pictures are."""
    read: Outcome[Translations] = Outcome(Translations(language, {}, None))
    if language != text.book.language:
        read = translations.read(workspace, text, language)
    own = addenda.read(workspace, text.book, language)
    if read.value is None or own.value is None:
        return Outcome(None, (*read.diagnostics, *own.diagnostics))
    sources = (*text.sources, *own.value)
    made = translation.translate(
        text.book, sources, read.value.catalogs, language, progress={}, purpose=Purpose.PRINT, minimum=0
    )
    return Outcome(made.value)


def _missing(workspace: Workspace, shown: Sequence[Shown]) -> Iterator[Diagnostic]:
    """Find pictures of which something is not said, or which are not there."""
    for one in shown:
        hint = 'write it behind the image, {credit="..." licence="..."}, or in figures.toml beside book.toml'
        if not one.credit:
            yield Diagnostic(
                "E041", Severity.WARNING, f"nobody is named for the picture {one.file}", one.place, (hint,)
            )
        if not one.licence:
            yield Diagnostic("E042", Severity.WARNING, f"the picture {one.file} has no licence", one.place, (hint,))
        if not files.stands(workspace.root / one.file):
            yield Diagnostic("P004", Severity.ERROR, f"the image {one.file} is missing", one.place)


def _unused(edition: Edition, shown: Sequence[Shown]) -> Iterator[Diagnostic]:
    """Find what `figures.toml` says of pictures that the book does not show."""
    used = {pictures.of(one.file, edition.metadata.pictures) for one in shown}
    span = Span(f"{edition.book.folder}/{FIGURES_FILE}")
    for one in edition.metadata.pictures:
        if one not in used:
            yield Diagnostic("E043", Severity.WARNING, _idle(one), span, ("take it out, or correct the name",))


def _idle(picture: Picture) -> str:
    return f"no picture of the book is {picture.file}, or another entry before it has it already"
