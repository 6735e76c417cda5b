"""`build`: editions as PDF interiors."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from translate_pub.commands import check, composition, frozen, layout, manuscript, selection, translations
from translate_pub.commands.composition import Composition
from translate_pub.commands.layout import Watch, unwatched
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.model.diagnostic import Diagnostic, EditionError, Outcome, PagesError, Severity, has_error
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import NoteLanding, Pagination, Publication
from translate_pub.model.progress import Progress
from translate_pub.model.workspace import Workspace
from translate_pub.publish import interior, volumes
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
        pages = layout.lay_out([one for _, one in under_way], order.jobs or workspace.settings.jobs, watch)
    built: dict[tuple[str, str], list[Built]] = {}
    for (job, one), outcome in zip(under_way, pages, strict=True):
        publications = _assemble(job, one, outcome)
        if publications and (job.sound or order.purpose is Purpose.PROOF):
            built[job.book, job.language] = [_write(workspace, order, job, *made) for made in publications]
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
        return _compose_all(workspace, order, name)
    jobs = []
    for language in order.languages or workspace.settings.languages:
        of_then = frozen.freeze(workspace, name, language, stack)
        alone = replace(order, languages=(language,))
        made = _compose_all(of_then.value, alone, name) if of_then.value else [_Job(name, language, [])]
        made[0].found[:0] = of_then.diagnostics
        jobs += made
    return jobs


def _compose_all(workspace: Workspace, order: Order, name: str) -> list[_Job]:
    """Compose the editions of a book from the sources of a workspace."""
    read = manuscript.read(workspace, name)
    languages = order.languages or workspace.settings.languages
    jobs = [_Job(name, language, list(read.diagnostics)) for language in languages]
    if read.value is not None:
        comparers = check.comparers_of(read.value)
        for job in jobs:
            job.composition = _compose(workspace, order, job, read.value, comparers)
    return jobs


def _compose(
    workspace: Workspace, order: Order, job: _Job, text: Manuscript, comparers: dict[str, Comparer]
) -> Composition | None:
    """Compose one edition, or find why not."""
    read = job.take(_translations(workspace, text, job.language))
    if read is None:
        return None
    job.found += check.check(workspace, text, read, comparers)
    return job.take(composition.compose(workspace, text, read, order.purpose, order.minimum))


def _translations(workspace: Workspace, text: Manuscript, language: str) -> Outcome[Translations]:
    """Read the catalogues of a language; the source's own has none."""
    if language == text.book.language:
        return Outcome(Translations(language, {}, None))
    return translations.read(workspace, text, language)


def _assemble(job: _Job, one: Composition, pages: Outcome[Pagination]) -> list[tuple[Composition, Publication]]:
    """Make the PDF of an edition that was laid out, or one a volume; none where one of them cannot be made."""
    pagination = job.take(pages)
    if pagination is None:
        return []
    parted = list(zip(one.volumes(), (own for _, own in volumes.split(pagination)), strict=True))
    files = {part.volume.number: _name(part) for part, _ in parted if part.volume}
    made = [(part, _assemble_volume(job, part, own, files)) for part, own in parted]
    publications = [(part, publication) for part, publication in made if publication is not None]
    return publications if len(publications) == len(made) else []


def _assemble_volume(job: _Job, one: Composition, pagination: Pagination, files: dict[int, str]) -> Publication | None:
    """Make one PDF; where it is read on a screen, its links open the files of the other volumes."""
    opened = {} if one.edition.purpose is Purpose.PRINT else files
    try:
        return job.take(interior.assemble(pagination, one.imprint(), one.form.fonts, _name(one), opened))
    except PagesError as error:
        job.found += (*error.diagnostics, Diagnostic("P013", Severity.ERROR, str(error)))
        return None


def _name(one: Composition) -> str:
    return f"{one.stem}-{one.edition.purpose.value}.pdf"


def _write(workspace: Workspace, order: Order, job: _Job, one: Composition, publication: Publication) -> Built:
    """Write a file as a whole or not at all."""
    folder = order.output or workspace.root / workspace.settings.build
    path = folder / job.book / job.language / publication.name
    files.write(path, publication.data)
    size = len(publication.data)
    return Built(job.book, job.language, path, publication.pages, size, one.edition.progress, publication.notes)
