"""`suggest`: empty messages are filled from what was translated before, and by a machine if one is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from translate_pub.catalog.memory import filling, masking, search
from translate_pub.catalog.memory.search import Languages
from translate_pub.commands import selection
from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, Outcome, has_error
from translate_pub.model.memory import Filled, Manner, Provider, Suggestion, Unit
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, config, memories
from translate_pub.workspace.catalogs import Change

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be suggested."""

    books: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    """All of a book when empty."""
    least: float = search.LEAST
    """The likeness that a suggestion must have, 0 to 1."""
    imported: tuple[Path, ...] = ()
    """TMX files."""
    provider: Provider | None = None
    """Translates what the memory has nothing for."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was suggested in one language of a book."""

    book: str
    language: str
    empty: int
    """Messages that nobody had begun."""
    filled: tuple[Filled, ...]
    spoilt: int = 0
    """Translations of the machine's that had lost markup: of no use, and not entered."""


@dataclass(frozen=True, slots=True)
class SuggestReport:
    """What was suggested."""

    editions: tuple[Suggested, ...]
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something could not be read."""
        return has_error(self.diagnostics)


@dataclass(slots=True)
class _Round:
    """One run: what is wished for, and what came of it so far."""

    workspace: Workspace
    wish: Wish
    editions: list[Suggested] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def take(self, outcome: Outcome[T]) -> T | None:
        """Keep what was found, and give the value."""
        self.found += outcome.diagnostics
        return outcome.value


def run(workspace: Workspace, wish: Wish, *, check: bool = False) -> SuggestReport:
    """Fill the empty messages of the books and languages that are wished for.

    The memory is every book of the workspace, the TMX files of its folder `memory`, and those that are imported. All
    that is entered is fuzzy and says where it comes from.

    Args:
        workspace: where they are.
        wish: what is to be suggested.
        check: write nothing.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read or written.
        MachineError: the provider cannot translate.
    """
    now = _Round(workspace, wish)
    books = [now.take(config.load_book(workspace, name)) for name in selection.books(workspace, wish.books)]
    for language in selection.languages(workspace, wish.languages):
        memory = now.take(memories.read(workspace, selection.books(workspace), language, wish.imported)) or ()
        for book in books:
            if book is not None:
                _edition(now, book, language, memory)
    if not check:
        now.found += catalogs.write(workspace, now.changes)
    return SuggestReport(tuple(now.editions), tuple(now.changes), tuple(dict.fromkeys(now.found)))


def _edition(now: _Round, book: Book, language: str, memory: Sequence[Unit]) -> None:
    """Fill the catalogues of a book in one language."""
    read = now.take(catalogs.read(now.workspace, book, language))
    if read is None:
        return
    chosen = [one for one in read if not now.wish.chapters or one.chapter in now.wish.chapters]
    texts = list(dict.fromkeys(text for catalog in chosen for text in filling.empty(catalog)))
    languages = Languages(book.language, language)
    suggestions = search.suggest(memory, texts, languages, least=now.wish.least) if texts else {}
    machine, spoilt = _translate([text for text in texts if text not in suggestions], languages, now.wish.provider)
    done = [filling.fill(catalog, {**suggestions, **machine}) for catalog in chosen]
    now.changes += catalogs.between(chosen, [catalog for catalog, _ in done])
    filled = tuple(one for _, entered in done for one in entered)
    now.editions.append(Suggested(book.name, language, sum(len(filling.empty(one)) for one in chosen), filled, spoilt))


def _translate(
    texts: Sequence[str], languages: Languages, provider: Provider | None
) -> tuple[dict[str, Suggestion], int]:
    """Have a machine translate texts; return what it made of them, and how many it spoilt."""
    if provider is None or not texts:
        return {}, 0
    masked = [masking.mask(text) for text in texts]
    answers = provider.translate(tuple(one.html for one in masked), languages.source, languages.target)
    made = {text: masking.unmask(one, answer) for text, one, answer in zip(texts, masked, answers, strict=True)}
    whole = {text: Suggestion(answer, provider.name, 0.0, Manner.MACHINE) for text, answer in made.items() if answer}
    return whole, len(made) - len(whole)
