"""`build`: editions as PDF interiors."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translate_pub.commands import check, composition, layout, manuscript, selection, translations
from translate_pub.commands.composition import Composition
from translate_pub.commands.layout import Watch, unwatched
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.model.diagnostic import Diagnostic, Outcome, PagesError, Severity
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import NoteLanding, Pagination, Publication
from translate_pub.model.progress import Progress
from translate_pub.model.workspace import Workspace
from translate_pub.publish import interior
from translate_pub.source.inline import Comparer
from translate_pub.workspace import files


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and how."""

    books: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """Of the workspace, or that of a book's source; all of the workspace when empty."""
    purpose: Purpose = Purpose.PRINT
    minimum: int = 100
    """Per cent of words that a print edition needs."""
    jobs: int | None = None
    """How many processes; what the workspace sets, else as many as there are processors, when None."""
    output: Path | None = None
    """Where it is written instead of the workspace's build folder."""


@dataclass(frozen=True, slots=True)
class Built:
    """A file that was written."""

    book: str
    language: str
    path: Path
    pages: int
    size: int
    """Bytes."""
    progress: Progress
    notes: tuple[NoteLanding, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built and what was found on the way."""

    built: tuple[Built, ...]
    refused: tuple[tuple[str, str], ...]
    """(book, language) of the editions that were not written."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an edition was not written, or one was written with errors."""
        return bool(self.refused) or any(found.severity is Severity.ERROR for found in self.diagnostics)


@dataclass(slots=True)
class _Work:
    """The editions under way, and what was found so far."""

    workspace: Workspace
    order: Order
    found: list[Diagnostic] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def accept(self, outcome: Outcome[Any], *earlier: Diagnostic) -> bool:
        """Keep what was found, and say whether the edition goes on; a proof goes on in spite of errors."""
        found = (*earlier, *outcome.diagnostics)
        self.found += found
        errors = any(one.severity is Severity.ERROR for one in found)
        return outcome.value is not None and (not errors or self.order.purpose is Purpose.PROOF)


def run(workspace: Workspace, order: Order, watch: Watch = unwatched) -> BuildReport:
    """Build the editions that are ordered, or all of the workspace.

    An edition with errors is not written, and its old file stays; the others go on. A proof is written in spite of
    errors, as long as there is something to be laid out.

    Args:
        workspace: where the books are.
        order: what is built.
        watch: is shown what is done.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read or written.
        MachineError: this machine cannot lay out pages.
    """
    work = _Work(workspace, order)
    compositions = [one for name in selection.books(workspace, order.books) for one in _book(work, name)]
    outcomes = layout.lay_out(compositions, order.jobs or workspace.settings.jobs, watch)
    built = [_finish(work, one, pages) for one, pages in zip(compositions, outcomes, strict=True)]
    return BuildReport(
        tuple(one for one in built if one is not None), tuple(work.refused), tuple(dict.fromkeys(work.found))
    )


def _book(work: _Work, name: str) -> list[Composition]:
    """Compose the editions of a book."""
    read = manuscript.read(work.workspace, name)
    languages = work.order.languages or work.workspace.settings.languages
    if not work.accept(read) or read.value is None:
        work.refused += [(name, language) for language in languages]
        return []
    comparers = check.comparers_of(read.value)
    composed = [(language, _edition(work, read.value, language, comparers)) for language in languages]
    work.refused += [(name, language) for language, one in composed if one is None]
    return [one for _, one in composed if one is not None]


def _edition(work: _Work, text: Manuscript, language: str, comparers: dict[str, Comparer]) -> Composition | None:
    """Compose one edition, or say why not."""
    read = _translations(work.workspace, text, language)
    checked = check.check(work.workspace, text, read.value, comparers) if read.value else ()
    if not work.accept(read, *checked) or read.value is None:
        return None
    composed = composition.compose(work.workspace, text, read.value, work.order.purpose, work.order.minimum)
    return composed.value if work.accept(composed) else None


def _translations(workspace: Workspace, text: Manuscript, language: str) -> Outcome[Translations]:
    """Read the catalogues of a language; the source's own has none."""
    if language == text.book.language:
        return Outcome(Translations(language, {}, None))
    return translations.read(workspace, text, language)


def _finish(work: _Work, one: Composition, pages: Outcome[Pagination]) -> Built | None:
    """Assemble and write an edition that was laid out."""
    book, language = one.edition.book.name, one.edition.language
    if not work.accept(pages) or pages.value is None:
        work.refused.append((book, language))
        return None
    name = f"{book}-{language}-{one.edition.purpose.value}.pdf"
    try:
        made = interior.assemble(pages.value, one.imprint(), one.form.fonts, name)
    except PagesError as error:
        made = Outcome[Publication](None, (*error.diagnostics, Diagnostic("P013", Severity.ERROR, str(error))))
    if not work.accept(made) or made.value is None:
        work.refused.append((book, language))
        return None
    path = _write(work, book, language, made.value)
    publication = made.value
    return Built(
        book, language, path, publication.pages, len(publication.data), one.edition.progress, publication.notes
    )


def _write(work: _Work, book: str, language: str, publication: Publication) -> Path:
    """Write a file as a whole or not at all."""
    folder = work.order.output or work.workspace.root / work.workspace.settings.build
    path = folder / book / language / publication.name
    files.write(path, publication.data)
    return path
