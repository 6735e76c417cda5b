"""`render`: one chapter as an HTML fragment."""

from __future__ import annotations

from contextlib import ExitStack

from translate_pub.commands import frozen, manuscript, translations
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.suggestion import suggest
from translate_pub.edition import languages
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import CatalogError, ConfigurationError, Outcome, WorkspaceError
from translate_pub.model.source import Segment, Source
from translate_pub.model.workspace import Workspace
from translate_pub.source import writing
from translate_pub.source.dialect import BOOK
from translate_pub.source.rendition import Rendition, Translate, untranslated


def run(workspace: Workspace, book: str, chapter: str, language: str | None = None) -> Outcome[str]:
    """Write one chapter as Python-Markdown's HTML fragment.

    In a language, what is translated appears in it, and what is not as the source has it, marked with the source's
    language and direction.

    Args:
        workspace: where the book is.
        book: the book's name.
        chapter: the stem of the chapter's file.
        language: a language of the workspace; None for the source as it is.

    Raises:
        WorkspaceError: there is no such book or chapter, or a file cannot be read.
        ConfigurationError: the book's configuration has mistakes, or a source is missing.
        CatalogError: a catalogue was refused.
    """
    read = manuscript.read(workspace, book)
    if read.value is None:
        raise ConfigurationError(f"{book} cannot be read", read.diagnostics)
    text = read.value
    source = _source(text, chapter)
    if language is None:
        return Outcome(_write(source, untranslated, text.book.language))
    found = translations.read(workspace, text, language)
    if found.value is None:
        raise CatalogError(f"the catalogues of {book} in {language} cannot be read", found.diagnostics)
    translate = _translate(found.value.catalogs.get(chapter), text.book.language)
    return Outcome(_write(source, translate, language), found.diagnostics)


def run_as_translated(workspace: Workspace, book: str, chapter: str, language: str | None) -> Outcome[str]:
    """Write one chapter as `run` does, of the revision of the sources that the catalogues of a language follow.

    Raises:
        WorkspaceError: as `run`.
        ConfigurationError: as `run`.
        CatalogError: as `run`, or the revision cannot be had.
    """
    with ExitStack() as stack:
        then = frozen.freeze(workspace, book, language or workspace.settings.source_language, stack)
        if then.value is None:
            message = f"the revision that the catalogues of {book} in {language} follow cannot be had"
            raise CatalogError(message, then.diagnostics)
        return run(then.value, book, chapter, language)


def _source(text: Manuscript, chapter: str) -> Source:
    """Find the source of a chapter."""
    by_name = {file.name: source for file, source in zip(text.book.files, text.sources, strict=True)}
    if chapter not in by_name:
        raise WorkspaceError(f"{text.book.name} has no chapter “{chapter}”{suggest(chapter, by_name)}")
    return by_name[chapter]


def _write(source: Source, translate: Translate, language: str) -> str:
    """Write the fragment with the quotation marks and dashes of the language."""
    return writing.write(source, translate, BOOK.quoted(languages.style(language).smarty)).html


def _translate(catalog: Catalog | None, source_language: str) -> Translate:
    """Look translations up in a catalogue."""
    entries = catalog.live() if catalog else {}
    style = languages.style(source_language)
    marks = {"lang": style.language, "dir": style.direction}

    def translate(segment: Segment) -> Rendition:
        entry = entries.get(segment.key)
        return Rendition(entry.msgstr) if entry and entry.translated else Rendition(segment.text, marks)

    return translate
