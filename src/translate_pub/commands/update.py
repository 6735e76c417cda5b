"""`update`: templates and catalogues are brought in step with the sources; no translation is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translate_pub.catalog import pot, update
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.update import Setting
from translate_pub.commands import manuscript, selection
from translate_pub.commands.manuscript import Manuscript
from translate_pub.edition import furniture
from translate_pub.model.catalog import Catalog, Template
from translate_pub.model.diagnostic import Diagnostic, Outcome, has_error
from translate_pub.model.update import Update
from translate_pub.model.workspace import References, Workspace
from translate_pub.workspace import catalogs, clock, files
from translate_pub.workspace.catalogs import Change


@dataclass(frozen=True, slots=True)
class BookUpdate:
    """What is to be written for one book."""

    book: str
    updates: tuple[Update, ...]
    """One for each language."""
    changes: tuple[Change, ...]
    """Every file that differs, templates and catalogues."""


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """What an update did, or would do."""

    books: tuple[BookUpdate, ...]
    """The tool's own words are a book without a name."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every file that was written or removed, or that is out of step where nothing was."""
        return tuple(change for book in self.books for change in book.changes)

    @property
    def failed(self) -> bool:
        """Whether something could not be brought in step."""
        return has_error(self.diagnostics)


def run(
    workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = (), *, check: bool = False
) -> UpdateReport:
    """Bring the books and languages that are named, or all, in step with their sources.

    A book or language that cannot be read is left alone and reported; the others are updated.

    Args:
        workspace: where they are.
        books: names of books.
        languages: tags of languages.
        check: write nothing.

    Raises:
        WorkspaceError: a name is unknown, a file cannot be read or written, or was changed in the meantime.
    """
    tongues = selection.languages(workspace, languages)
    now = clock.now()
    outcomes = [_book(workspace, name, tongues, now) for name in selection.books(workspace, books)]
    outcomes.append(_furniture(workspace, tongues, now))
    done = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    report = UpdateReport(done, tuple(found for outcome in outcomes for found in outcome.diagnostics))
    if not check:
        catalogs.write(workspace, report.changes)
    return report


def _book(workspace: Workspace, name: str, languages: Sequence[str], now: dt.datetime) -> Outcome[BookUpdate]:
    """Find what one book needs."""
    read = manuscript.read(workspace, name)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    text, found = read.value, list(read.diagnostics)
    updates: list[Update] = []
    changes = list(_templates(workspace, text, now))
    for language in languages:
        old = catalogs.read(workspace, text.book, language)
        found += old.diagnostics
        if old.value is not None:
            updates.append(_language(workspace, text, language, old.value, now))
            changes += catalogs.between(old.value, updates[-1].catalogs)
    return Outcome(BookUpdate(name, tuple(updates), tuple(changes)), tuple(found))


def _templates(workspace: Workspace, text: Manuscript, now: dt.datetime) -> tuple[Change, ...]:
    """Find the templates that differ, and those of chapters that are gone."""
    name, facts = text.book.name, text.facts(workspace)
    wanted: dict[str, bytes | None] = dict.fromkeys(catalogs.templates(workspace, name))
    for one in text.templates:
        path = catalogs.template_path(workspace, name, one.chapter)
        wanted[path] = pot.serialize(one, facts, now=now, old=files.read(workspace.root / path))
    return catalogs.changes(workspace, wanted)


def _language(
    workspace: Workspace, text: Manuscript, language: str, old: Sequence[Catalog], now: dt.datetime
) -> Update:
    """Update the catalogues of a book in one language."""
    setting = Setting(
        language,
        text.facts(workspace),
        path_of=lambda chapter: catalogs.catalog_path(workspace, text.book.name, language, chapter),
        now=now,
        lines=workspace.settings.references is References.LINE,
    )
    return update.update(old, text.templates, setting)


def _furniture(workspace: Workspace, languages: Sequence[str], now: dt.datetime) -> Outcome[BookUpdate]:
    """Find what the tool's own words need: their template, and the catalogues of languages that have or need one."""
    facts = HeaderFacts(f"{workspace.settings.project} {furniture.DOMAIN}", bugs=workspace.settings.bugs)
    template = _without_places(furniture.template())
    path = catalogs.furniture_template_path(workspace)
    data = pot.serialize(template, facts, now=now, old=files.read(workspace.root / path))
    changes = list(catalogs.changes(workspace, {path: data}))
    updates: list[Update] = []
    found: list[Diagnostic] = []
    for language in languages:
        read = catalogs.read_furniture(workspace, language)
        found += read.diagnostics if read else ()
        if read is None and _ships(language):
            continue
        if read is None or read.value is not None:
            old = (read.value,) if read and read.value else ()
            setting = Setting(language, facts, path_of=_always(catalogs.furniture_path(workspace, language)), now=now)
            done = update.update(old, (template,), setting)
            updates.append(done)
            changes += catalogs.between(old, done.catalogs)
    return Outcome(BookUpdate("", tuple(updates), tuple(changes)), tuple(found))


def _always(path: str) -> Callable[[str], str]:
    """Give the one path, whatever the chapter."""
    return lambda _chapter: path


def _ships(language: str) -> bool:
    """Whether the tool has all of its words in a language."""
    return all(entry.translated for entry in furniture.catalog(language).entries)


def _without_places(template: Template) -> Template:
    """Leave out where the words stand in the tool: that is no translator's matter, and moves with every version."""
    return replace(template, messages=tuple(replace(message, references=()) for message in template.messages))
