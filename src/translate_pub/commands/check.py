"""`check`: faults in sources, catalogues and translations, all in one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_pub.checks import reviewing, rules, staleness
from translate_pub.checks.fixes import Repair
from translate_pub.checks.rules import Rule
from translate_pub.commands import manuscript, mending, selection, translations, vocabulary
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.commands.vocabulary import Vocabulary
from translate_pub.edition import furniture, html, themes, translation
from translate_pub.model.diagnostic import Diagnostic, has_error
from translate_pub.model.workspace import Workspace
from translate_pub.source import inline
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer
from translate_pub.workspace import catalogs
from translate_pub.workspace.catalogs import Change


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found."""

    diagnostics: tuple[Diagnostic, ...]
    repairs: tuple[Repair, ...] = ()
    """What was repaired, or would be, catalogue by catalogue."""

    @property
    def failed(self) -> bool:
        """Whether there is an error among it."""
        return has_error(self.diagnostics)


def run(
    workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = (), *, spelling: bool = False
) -> Findings:
    """Check the books and languages that are named, or all: configuration, sources, catalogues, translations.

    Args:
        workspace: where they are.
        books: those to check.
        languages: those to check.
        spelling: whether to check the spelling of every language, not only of those that the workspace names for it.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read.
    """
    tongues = selection.languages(workspace, languages)
    spelled = [language for language in tongues if spelling or language in workspace.settings.spelling]
    with vocabulary.opened(workspace, tongues, spelled) as words:
        found = list(words.diagnostics)
        for name in selection.books(workspace, books):
            read = manuscript.read(workspace, name)
            found += read.diagnostics
            if read.value is not None:
                found += _composed(read.value)
                found += _translations(workspace, read.value, tongues, words)
    return Findings(tuple(dict.fromkeys(found)))


def fix(
    workspace: Workspace,
    books: Sequence[str] = (),
    languages: Sequence[str] = (),
    *,
    spelling: bool = False,
    dry: bool = False,
) -> Findings:
    """Repair what is certain in the translations, then check.

    Args:
        workspace: where they are.
        books: those to repair.
        languages: those to repair.
        spelling: as for `run`.
        dry: write nothing, and find what is wrong as it stands.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read or written, or was changed in the meantime.
    """
    tongues = selection.languages(workspace, languages)
    repairs: list[Repair] = []
    changes: list[Change] = []
    for name in selection.books(workspace, books):
        text = manuscript.read(workspace, name).value
        if text is None:
            continue
        comparers = comparers_of(text)
        for language in tongues:
            read = translations.read(workspace, text, language).value
            made, pending = mending.repair(workspace, text, read, comparers) if read else ((), ())
            repairs += made
            changes += pending
    written = () if dry else catalogs.write(workspace, changes)
    done = run(workspace, books, languages, spelling=spelling)
    return replace(done, repairs=tuple(repairs), diagnostics=(*done.diagnostics, *written))


def _composed(text: Manuscript) -> tuple[Diagnostic, ...]:
    """Find what only the whole book shows, in the language it was written in: references to nowhere, for example."""
    language = text.book.language
    translated = translation.translate(text.book, text.sources, {}, language, progress={})
    if translated.value is None:
        return translated.diagnostics
    words = furniture.load(language, None)
    return translated.diagnostics + html.render(translated.value, words, themes.load(text.book, language)).diagnostics


def _translations(
    workspace: Workspace, text: Manuscript, languages: Sequence[str], words: Vocabulary
) -> list[Diagnostic]:
    """Check the catalogues of a book."""
    found: list[Diagnostic] = []
    comparers = comparers_of(text)
    for language in languages:
        read = translations.read(workspace, text, language)
        found += read.diagnostics
        found += check(workspace, text, read.value, comparers, words.rules(language)) if read.value else ()
    return found


def comparers_of(text: Manuscript) -> dict[str, Comparer]:
    """Make the comparer of every chapter, for all languages."""
    return {file.name: inline.comparer(source) for file, source in zip(text.book.files, text.sources, strict=True)}


def check(
    workspace: Workspace,
    text: Manuscript,
    read: Translations,
    comparers: dict[str, Comparer],
    word_rules: Sequence[Rule] = (),
) -> tuple[Diagnostic, ...]:
    """Check the translations of a book into one language; a language that nobody has begun has no findings."""
    if not read.catalogs:
        return ()
    found = list(furniture.check(read.override)) if read.override else []
    for template in text.templates:
        path = catalogs.catalog_path(workspace, text.book.name, read.language, template.chapter)
        found += staleness.check(read.catalogs.get(template.chapter), template, path)
    allowed = mending.settings(workspace, text, read.language)
    for chapter, segments in text.segments().items():
        catalog = read.catalogs.get(chapter)
        if catalog is not None:
            comparer = comparers.get(chapter) or Comparer(BOOK, {})
            found += reviewing.check(catalog)
            found += rules.check(
                catalog,
                segments,
                comparer,
                (*mending.every_rule(text.book, read.language), *word_rules),
                settings=allowed,
                source_language=text.book.language,
            )
    return tuple(found)
