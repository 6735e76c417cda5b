"""`credits`: who translated and reviewed each edition, as its imprint page names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_pub.commands import selection
from translate_pub.model.book import Book, Credits, EditionSettings
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.history import History, Person
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import config, history


@dataclass(frozen=True, slots=True)
class EditionCredits:
    """Who made one edition."""

    book: str
    language: str
    people: tuple[Person, ...]
    """Everybody whom git's history names, those with the most words first."""
    named: EditionSettings
    """Whom `book.toml` names."""


@dataclass(frozen=True, slots=True)
class CreditsReport:
    """Who made every edition."""

    editions: tuple[EditionCredits, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False
    """Whether the configuration of a book could not be used."""


def run(workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = ()) -> CreditsReport:
    """Gather who made the editions of the books and languages that are named, or of all.

    Raises:
        WorkspaceError: a name is unknown, or git refused.
    """
    tongues = selection.languages(workspace, languages)
    outcomes = [config.load_book(workspace, name) for name in selection.books(workspace, books)]
    loaded = [outcome.value for outcome in outcomes if outcome.value is not None]
    editions = tuple(edition for book in loaded for edition in _book(workspace, book, tongues))
    found = tuple(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    return CreditsReport(editions, found, failed=len(loaded) < len(outcomes))


def complete(workspace: Workspace, book: Book, language: str) -> Book:
    """Return the book with the names of an edition's translators and reviewers from git's history, if it asks for them.

    Raises:
        WorkspaceError: git refused.
    """
    chosen = book.edition(language)
    if chosen.credits is not Credits.HISTORY or (chosen.translators and chosen.reviewers):
        return book
    people = history.read(workspace, book.name, [language]).get(language, History()).people
    filled = replace(
        chosen,
        translators=chosen.translators or translators(people),
        reviewers=chosen.reviewers or reviewers(people),
    )
    return replace(book, editions={**book.editions, language: filled})


def translators(people: Sequence[Person]) -> tuple[str, ...]:
    """Name those who translated, as an imprint page does."""
    return tuple(person.name for person in people if person.translated)


def reviewers(people: Sequence[Person]) -> tuple[str, ...]:
    """Name those who reviewed, those with the most words first."""
    found = sorted((person for person in people if person.reviewed), key=lambda person: -person.reviewed)
    return tuple(person.name for person in found)


def _book(workspace: Workspace, book: Book, languages: Sequence[str]) -> list[EditionCredits]:
    found = history.read(workspace, book.name, languages)
    return [
        EditionCredits(book.name, language, found.get(language, History()).people, book.edition(language))
        for language in languages
    ]
