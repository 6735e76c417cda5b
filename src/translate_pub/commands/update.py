"""`update`: templates and catalogues are brought in step with the sources; no translation is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translate_pub.catalog import pot, update
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.update import Setting
from translate_pub.commands import alarm, corrections, manuscript, selection, vocabulary, waiting
from translate_pub.commands.manuscript import Manuscript
from translate_pub.edition import furniture
from translate_pub.model.catalog import Template
from translate_pub.model.diagnostic import Diagnostic, Outcome, has_error
from translate_pub.model.update import Update
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, clock, files
from translate_pub.workspace.catalogs import Change, Readable


@dataclass(frozen=True, slots=True)
class BookUpdate:
    """What is to be written for one book."""

    book: str
    updates: tuple[Update, ...]
    """One for each language, those that are refused included."""
    changes: tuple[Change, ...]
    """Every file that differs, templates and catalogues."""
    refused: tuple[str, ...] = ()
    """Languages of which nothing is written, because work would be lost."""


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
    def refused(self) -> tuple[tuple[str, str], ...]:
        """(book, language) of which nothing is written, because work would be lost."""
        return tuple((book.book, language) for book in self.books for language in book.refused)

    @property
    def failed(self) -> bool:
        """Whether something could not be brought in step."""
        return has_error(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an update is made."""

    check: bool = False
    """Whether nothing is written."""
    accept_loss: bool = False
    """Whether translations may be lost, and sources be older than the catalogues."""
    typo: bool = False
    """Whether sources were only corrected, so that small changes leave translations as they are."""
    chapters: tuple[str, ...] = ()
    """The chapters that were; all when empty."""
    since: str = ""
    """A revision of git: what the catalogues lost since then is found too."""


def run(
    workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = (), manner: Manner = Manner()
) -> UpdateReport:
    """Bring the books and languages that are named, or all, in step with their sources.

    A book or language that cannot be read, or would lose work, is left alone and reported; the others are updated.

    Args:
        workspace: where they are.
        books: names of books.
        languages: tags of languages.
        manner: how it is done.

    Raises:
        WorkspaceError: a name is unknown, a file cannot be read or written, or was changed in the meantime and cannot
            be merged.
    """
    tongues = selection.languages(workspace, languages)
    now = clock.now()
    outcomes = [_book(workspace, name, tongues, now, manner) for name in selection.books(workspace, books)]
    outcomes.append(_furniture(workspace, tongues, now))
    done = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    report = UpdateReport(done, tuple(dict.fromkeys(found for outcome in outcomes for found in outcome.diagnostics)))
    if manner.check:
        return report
    return replace(report, diagnostics=(*report.diagnostics, *catalogs.write(workspace, report.changes)))


def _book(
    workspace: Workspace, name: str, languages: Sequence[str], now: dt.datetime, manner: Manner
) -> Outcome[BookUpdate]:
    """Find what one book needs."""
    read = manuscript.read(workspace, name)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    text, found = read.value, list(read.diagnostics)
    held = {language: catalogs.readable(workspace, text.book, language) for language in languages}
    known = alarm.look(workspace, text, [one for old in held.values() for one in old.catalogs])
    updates: list[Update] = []
    changes: list[Change] = []
    refused: list[str] = []
    for language, old in held.items():
        found += old.diagnostics
        templates = vocabulary.annotate(workspace, language, text.templates)
        found += templates.diagnostics
        if templates.value is None:
            continue
        done, before, waits = waiting.run(old, templates.value, _setting(workspace, text, (language, old), now, manner))
        why = alarm.find(known, before, done, accepted=manner.accept_loss)
        found += (*why, *waits)
        found += alarm.since(workspace, known, manner.since, language, old.catalogs) if manner.since else ()
        updates.append(done)
        if has_error(why):
            refused.append(language)
        else:
            changes += catalogs.between(before, done.catalogs)
    # What a refused update was made of is doubtful, and so are the templates.
    changes += () if refused else _templates(workspace, text, now)
    return Outcome(BookUpdate(name, tuple(updates), tuple(changes), tuple(refused)), tuple(found))


def _templates(workspace: Workspace, text: Manuscript, now: dt.datetime) -> tuple[Change, ...]:
    """Find the templates that differ, and those of chapters that are gone."""
    name, facts = text.book.name, text.facts(workspace)
    wanted: dict[str, bytes | None] = dict.fromkeys(catalogs.templates(workspace, name))
    for one in text.templates:
        path = catalogs.template_path(workspace, name, one.chapter)
        wanted[path] = pot.serialize(one, facts, now=now, old=files.read(workspace.root / path))
    return catalogs.changes(workspace, wanted)


def _setting(
    workspace: Workspace, text: Manuscript, held: tuple[str, Readable], now: dt.datetime, manner: Manner
) -> Setting:
    """Set the update of a book in one language, whose catalogues are given with it."""
    language, old = held
    every = [template.chapter for template in text.templates]
    corrected = frozenset(manner.chapters or every if manner.typo else ())
    return Setting(
        language,
        text.facts(workspace),
        path_of=lambda chapter: catalogs.catalog_path(workspace, text.book.name, language, chapter),
        now=now,
        lines=workspace.settings.references.lines,
        corrected=corrected,
        before=corrections.before(workspace, [one for one in old.catalogs if one.chapter in corrected]),
    )


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
