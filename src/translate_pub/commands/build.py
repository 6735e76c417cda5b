"""`build`: editions as PDFs, interiors and covers."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from translate_pub.commands import (
    bilingual,
    check,
    commission,
    composition,
    delivery,
    frozen,
    gutters,
    layout,
    manuscript,
    selection,
    translations,
)
from translate_pub.commands.commission import Commission
from translate_pub.commands.composition import Composition
from translate_pub.commands.delivery import Parcel
from translate_pub.commands.layout import Watch, unwatched
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, EditionError, Outcome, Severity, Span, has_error
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import NoteLanding, Pagination
from translate_pub.model.printing import Standard
from translate_pub.model.progress import Progress
from translate_pub.model.workspace import Workspace
from translate_pub.source.inline import Comparer
from translate_pub.workspace import files

T = TypeVar("T")


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
    as_translated: bool = False
    """Whether each edition is made of the revision of the sources that its catalogues follow."""
    printer: str = ""
    """The printer's profile that print editions and covers are made to, instead of the editions' own."""
    standard: Standard = Standard.PLAIN
    """What editions for screens are to be: one of `screens.STANDARDS`."""


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
        return bool(self.refused) or has_error(self.diagnostics)


@dataclass(slots=True)
class _Job:
    """One edition under way, and what was found about it so far."""

    book: str
    language: str
    found: list[Diagnostic]
    workspace: Workspace
    """That of its sources: of now, or of then."""
    composition: Composition | None = None

    @property
    def sound(self) -> bool:
        """Whether there is no error among what was found."""
        return not has_error(self.found)

    def take(self, outcome: Outcome[T]) -> T | None:
        """Keep what was found, and give the value."""
        self.found += outcome.diagnostics
        return outcome.value


def run(workspace: Workspace, order: Order, watch: Watch = unwatched) -> BuildReport:
    """Build the editions that are ordered, or all of the workspace.

    Every edition goes on as far as it can, so that one run shows the findings of all floors. One with errors is not
    written, and its old file stays; a proof is written all the same.

    Args:
        workspace: where the books are.
        order: what is built.
        watch: is shown what is done.

    Raises:
        EditionError: there is nothing to build.
        WorkspaceError: a name is unknown, or a file cannot be read or written.
        MachineError: this machine cannot lay out pages.
    """
    with ExitStack() as stack:
        jobs = [
            job for name in selection.books(workspace, order.books) for job in _begin(workspace, order, name, stack)
        ]
        if not jobs:
            raise EditionError(_nothing(workspace))
        under_way = [(job, job.composition) for job in jobs if job.composition is not None]
        lay_out = partial(layout.lay_out, workers=order.jobs or workspace.settings.jobs, watch=watch)
        pages = gutters.settle([one for _, one in under_way], lay_out)
        built: dict[tuple[str, str], list[Built]] = {}
        for (job, _), (one, outcome) in zip(under_way, pages, strict=True):
            parcels = _deliver(job, one, outcome, order.standard)
            if parcels and (job.sound or order.purpose is Purpose.PROOF):
                built[job.book, job.language] = [_write(workspace, order, job, parcel) for parcel in parcels]
    refused = tuple((job.book, job.language) for job in jobs if (job.book, job.language) not in built)
    written = tuple(one for volumes in built.values() for one in volumes)
    return BuildReport(written, refused, tuple(dict.fromkeys(one for job in jobs for one in job.found)))


def _nothing(workspace: Workspace) -> str:
    """Say why there is nothing to build, and what to do."""
    if not selection.books(workspace):
        return "there is no book in this workspace; make one with: translate-pub new BOOK"
    source = workspace.settings.source_language
    return (
        "the workspace translates into no language yet; add some with: translate-pub add-language LANG... "
        f"(or build the source: --lang {source})"
    )


def _begin(workspace: Workspace, order: Order, name: str, stack: ExitStack) -> list[_Job]:
    """Compose the editions of a book, together where they are of the same sources."""
    if not order.as_translated:
        return _compose_all(workspace, workspace, order, name)
    jobs = []
    for language in order.languages or workspace.settings.languages:
        of_then = frozen.freeze(workspace, name, language, stack)
        alone = replace(order, languages=(language,))
        made = (
            _compose_all(workspace, of_then.value, alone, name)
            if of_then.value
            else [_Job(name, language, [], workspace)]
        )
        made[0].found[:0] = of_then.diagnostics
        jobs += made
    return jobs


def _compose_all(home: Workspace, workspace: Workspace, order: Order, name: str) -> list[_Job]:
    """Compose the editions of a book from the sources of a workspace; printers' profiles are those of its home."""
    read = manuscript.read(workspace, name)
    languages = order.languages or workspace.settings.languages
    jobs = [_Job(name, language, list(read.diagnostics), workspace) for language in languages]
    if read.value is not None:
        comparers = check.comparers_of(read.value)
        for job in jobs:
            job.composition = _compose(home, order, job, read.value, comparers)
    return jobs


def _compose(
    home: Workspace, order: Order, job: _Job, text: Manuscript, comparers: dict[str, Comparer]
) -> Composition | None:
    """Compose one edition, or find why not."""
    read = job.take(_translations(job.workspace, text, job.language))
    if read is None:
        return None
    job.found += check.check(job.workspace, text, read, comparers)
    commissioned = _commission(home, order, text.book, job.language)
    printer = job.take(commissioned)
    if has_error(commissioned.diagnostics):
        return None
    if order.purpose is Purpose.BILINGUAL:
        return job.take(bilingual.compose(job.workspace, text, read, order.minimum, printer))
    return job.take(composition.compose(job.workspace, text, read, order.purpose, order.minimum, printer))


def _commission(home: Workspace, order: Order, book: Book, language: str) -> Outcome[Commission | None]:
    """Read who prints an edition; a cover is made for somebody."""
    if not order.purpose.for_printers:
        return Outcome(None)
    chosen = commission.choose(home, book, language, order.printer)
    if chosen.value is None and not chosen.diagnostics and order.purpose not in {Purpose.PRINT, Purpose.BILINGUAL}:
        message = f"the cover of {book.name} {language} is made for a printer, and none is named"
        place = Span(book.configuration, book.lines.get(f"editions.{language}"))
        hints = ("name one: --printer NAME, or printer_profile in book.toml", "see: translate-pub printers")
        return Outcome(None, (Diagnostic("P086", Severity.ERROR, message, place, hints),))
    return chosen


def _translations(workspace: Workspace, text: Manuscript, language: str) -> Outcome[Translations]:
    """Read the catalogues of a language; the source's own has none."""
    if language == text.book.language:
        return Outcome(Translations(language, {}, None))
    return translations.read(workspace, text, language)


def _deliver(job: _Job, one: Composition, pages: Outcome[Pagination], standard: Standard) -> tuple[Parcel, ...]:
    """Make the files of an edition that was laid out; none where one of them cannot be made."""
    pagination = job.take(pages)
    return (job.take(delivery.deliver(job.workspace, one, pagination, standard)) if pagination else None) or ()


def _write(workspace: Workspace, order: Order, job: _Job, parcel: Parcel) -> Built:
    """Write a file as a whole or not at all."""
    publication, progress = parcel.publication, parcel.composition.edition.progress
    folder = order.output or workspace.root / workspace.settings.build
    path = folder / job.book / job.language / publication.name
    files.write(path, publication.data)
    size = len(publication.data)
    return Built(job.book, job.language, path, publication.pages, size, progress, publication.notes)
