"""`preflight`: finished files held against a printer's profile and against their edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from translate_pub.catalog.directions import direction
from translate_pub.commands import commission, editions, manuscript, selection
from translate_pub.commands.commission import Commission
from translate_pub.commands.layout import Step, Watch, unwatched
from translate_pub.model.book import Book, Trim
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, WorkspaceError, has_error
from translate_pub.model.expectation import Expected
from translate_pub.model.preflight import NO_PRINTER, Finding, Job, Judgement, Part, Unchecked
from translate_pub.model.workspace import Workspace
from translate_pub.preflight import judging, pictures, register
from translate_pub.preflight.judging import Evidence
from translate_pub.preflight.pictures import Picture
from translate_pub.preflight.raster import Raster
from translate_pub.workspace import built, config, discovery, files, ghostscript, printers, verapdf

_PLAIN = "{book}-{language}-print.pdf"
"""The name of an interior that is for no printer."""
STRIDE = 20
"""Pages between two steps of the progress that is shown."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be judged, and by what."""

    targets: tuple[str, ...] = ()
    """Names of books, or paths of files; all books where there are none."""
    printer: str = ""
    """A printer's profile; that of each edition where it is empty."""
    languages: tuple[str, ...] = ()
    cover: bool = False
    """Whether the files are covers."""
    pages: int | None = None
    """Of the interior that a cover goes round."""
    trim: Trim | None = None
    paper: str = ""
    pictures: bool = False
    """Whether a picture is made of each finding."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A file that was judged, with pictures of what was found."""

    judgement: Judgement
    pictures: dict[int, tuple[Picture, ...]]
    """Position of a finding -> pictures of its first places."""


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """What was judged and what was found on the way."""

    judged: tuple[Judged, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a file has an error."""
        return has_error(self.diagnostics) or any(one.judgement.failed for one in self.judged)

    @property
    def incomplete(self) -> bool:
        """Whether something could not be checked."""
        return any(one.judgement.unchecked for one in self.judged)


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to judge."""

    path: Path
    shown: str
    job: Job
    volume: int = 0
    command: str = ""
    """Which makes it, where it is not there."""
    expected: Expected | Unchecked | None = None
    """Its edition."""


def run(workspace: Workspace | None, here: Path, order: Order, watch: Watch = unwatched) -> PreflightReport:
    """Judge files: those that are named, and those that were built of the books that are named.

    Args:
        workspace: where books are; None outside of one.
        here: the folder that paths of files count from.
        order: what is judged.
        watch: is shown what is done.

    Raises:
        WorkspaceError: a printer, book or language is unknown, or a file cannot be read.
        ConfigurationError: a book's configuration cannot be used.
    """
    tasks: list[_Task] = []
    found: list[Diagnostic] = []
    books = discovery.books(workspace) if workspace else ()
    for target in order.targets or books:
        if workspace is not None and target in books:
            gathered = _book(workspace, target, order)
        else:
            gathered = _file(workspace, here, target, order)
        found += gathered.diagnostics
        tasks += gathered.value or ()
    counted: dict[tuple[Path, int], int] = {}
    judged = [_judge(task, counted, order, watch) for task in tasks]
    return PreflightReport(tuple(judged), tuple(dict.fromkeys(found)))


def _file(workspace: Workspace | None, here: Path, target: str, order: Order) -> Outcome[tuple[_Task, ...]]:
    """Take a file that is named."""
    if not order.printer:
        job = Job(NO_PRINTER, Part.INTERIOR, order.trim)
        if order.cover:
            message = f"it is not known which printer the cover {target} is for; name one: --printer NAME"
            raise WorkspaceError(message)
        return Outcome((_Task(here / target, target, job),))
    read = printers.load(workspace, order.printer)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    part = Part.COVER if order.cover else Part.INTERIOR
    job = Job(read.value, part, order.trim, order.pages, order.paper)
    return Outcome((_Task(here / target, target, job),), read.diagnostics)


def _book(workspace: Workspace, name: str, order: Order) -> Outcome[tuple[_Task, ...]]:
    """Take the files that were built of a book: interior and cover of every language, or of every volume."""
    loaded = config.load_book(workspace, name)
    if loaded.value is None:
        return Outcome(None, loaded.diagnostics)
    book, found, tasks = loaded.value, list(loaded.diagnostics), list[_Task]()
    read = manuscript.read(workspace, name)
    for language in order.languages or selection.languages(workspace):
        chosen = commission.choose(workspace, book, language, order.printer)
        found += chosen.diagnostics
        if chosen.value is None and chosen.diagnostics:
            continue
        expected = editions.expect(workspace, read.value, language, chosen.value)
        tasks += _edition(workspace, book, language, chosen.value, order, expected)
    return Outcome(tuple(tasks), tuple(found))


def _edition(  # noqa: PLR0913, PLR0917  # what is known of an edition
    workspace: Workspace,
    book: Book,
    language: str,
    printed: Commission | None,
    order: Order,
    expected: Mapping[int, Expected] | Unchecked,
) -> Iterator[_Task]:
    """Take the interior of an edition and its cover; one that is not there is a task that fails."""
    profile, place = printed.profile if printed else NO_PRINTER, built.folder(workspace, book.name, language)
    names = {"book": book.name, "language": language, "printer": profile.name}
    paper = order.paper or (printed.paper.name if printed and printed.paper else "")
    turned = direction(language) == "rtl"
    job = Job(profile, Part.INTERIOR, book.trim, None, paper, printed.binding if printed else None, turned)
    interiors = built.find(place, profile.interior_name if printed else _PLAIN, names)
    covers = built.find(place, profile.cover_name, names) if printed else {}
    command = f"translate-pub build {book.name} --lang {language}"
    command += f" --printer {profile.name}" if printed else ""
    for volume, path in interiors.items():
        own = expected if isinstance(expected, Unchecked) else expected.get(volume)
        yield _Task(path, _shown(workspace, path), job, volume, command, own)
    if not interiors:
        path = place / (f"{book.name}-{language}-{profile.name}" if printed else _PLAIN.format(**names))
        yield _Task(path, _shown(workspace, path), job, 0, command)
    for volume, path in covers.items():
        yield _Task(path, _shown(workspace, path), replace(job, part=Part.COVER), volume, command)


def _shown(workspace: Workspace, path: Path) -> str:
    """Write a path as a finding tells it: from the workspace's root."""
    return path.relative_to(workspace.root).as_posix() if path.is_relative_to(workspace.root) else str(path)


def _judge(task: _Task, counted: dict[tuple[Path, int], int], order: Order, watch: Watch) -> Judged:
    """Judge one file; a cover against the number of pages that its interior had."""
    data = files.read(task.path)
    job = task.job
    if data is None:
        hint = f"make it with: {task.command}" if task.command else ""
        absent = Finding("P100", Severity.ERROR, "there is no such file", (), (hint,) if hint else ())
        return Judged(Judgement(task.shown, job, 0, (absent,), (), ()), {})
    if job.cover and job.pages is None:
        job = replace(job, pages=order.pages or counted.get((task.path.parent, task.volume)))
    evidence = Evidence(_rasters(data, job), _objections(data, job), task.expected)
    with watch(task.shown, -(-judging.count(data) // STRIDE)) as step:
        judgement = judging.judge(data, task.shown, job, evidence, partial(_tell, step))
    counted.setdefault((task.path.parent, task.volume), judgement.pages)
    return Judged(judgement, pictures.draw(data, judgement.findings) if order.pictures else {})


def _tell(step: Step, page: int) -> None:
    """Tell now and then how far it is: a log has no use for every page."""
    if page % STRIDE == 1:
        step(f"page {page}")


def _rasters(data: bytes, job: Job) -> Iterable[Raster] | Unchecked | None:
    """Have pictures of the pages made where ink has to be measured."""
    if not judging.needs_ink(job):
        return None
    if ghostscript.version() is None:
        return Unchecked(register.INK, "Ghostscript is not installed: install it, for example: apt install ghostscript")
    return ghostscript.rasters(data)


def _objections(data: bytes, job: Job) -> Sequence[str] | Unchecked | None:
    """Ask veraPDF where the standard is one of its own."""
    flavour = judging.needs_validation(job)
    if not flavour:
        return None
    said = verapdf.validate(data, flavour)
    return Unchecked(register.VALIDATION, said) if isinstance(said, str) else said
