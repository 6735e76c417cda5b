"""`send`: chapters for a translator without git, in one zip file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate_pub.catalog import po, postmark
from translate_pub.catalog.postmark import Postmark
from translate_pub.checks import progress, staleness
from translate_pub.commands import build, manuscript, selection, translations
from translate_pub.commands.build import Order
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.suggestion import suggest
from translate_pub.model.catalog import Catalog, Template
from translate_pub.model.diagnostic import Diagnostic, Severity, WorkspaceError
from translate_pub.model.edition import Purpose
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import clock, files, packets


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that goes out."""

    name: str
    file: str
    """Its catalogue's name in the zip file."""
    words: int
    """Words of the source."""
    left: int
    """Words that are not translated, or fuzzy."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes out, as its page of instructions tells it."""

    project: str
    book: str
    """The book's title."""
    language: str
    chapters: tuple[Chapter, ...]
    glossary: str
    """The glossary's name in the zip file; empty where the language has none."""
    proof: str
    """The proof's name in the zip file; empty where none was made."""
    contact: str
    """Whom to ask, as the workspace sets it; may be empty."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was gathered for a translator; `pack` makes the file of it."""

    name: str
    """Of the zip file, without its suffix."""
    contents: Contents
    files: Mapping[str, bytes]
    """The name of each file in the zip file, without a folder, and what it holds."""
    diagnostics: tuple[Diagnostic, ...] = ()


def run(workspace: Workspace, language: str, chapters: Sequence[str], *, book: str = "", proof: bool = True) -> Sent:
    """Gather chapters for a translator: catalogues, a proof of the book, the glossary.

    What each catalogue holds now is kept, so that `receive` can tell what the translator changed.

    Args:
        workspace: where the book is.
        language: the translator's.
        chapters: names of chapters; all of the book when none is named.
        book: the book, where the workspace has several.
        proof: whether a proof is made.

    Raises:
        WorkspaceError: a name is unknown, a catalogue is not there or cannot be read, or git refused.
    """
    selection.languages(workspace, [language])
    text, found = manuscript.require(workspace, _one_book(workspace, book))
    read = translations.read(workspace, text, language)
    if read.value is None:
        raise WorkspaceError("a catalogue cannot be read, so nothing is sent", read.diagnostics)
    chosen = list(_chosen(text, read.value.catalogs, chapters, language))
    held = {f"{template.chapter}.po": _catalog(workspace, catalog) for template, catalog in chosen}
    extra, more = _extras(workspace, text.book.name, language, proof=proof)
    stale = (one for template, catalog in chosen for one in staleness.check(catalog, template, catalog.path))
    contents = Contents(
        workspace.settings.project or workspace.root.name,
        text.book.metadata.title,
        language,
        tuple(_chapter(template, catalog) for template, catalog in chosen),
        glossary=next((name for name in extra if name.endswith(".csv")), ""),
        proof=next((name for name in extra if name.endswith(".pdf")), ""),
        contact=workspace.settings.bugs,
    )
    name = f"{text.book.name}-{language}-{clock.today().isoformat()}"
    return Sent(name, contents, {**held, **extra}, (*found, *read.diagnostics, *stale, *more))


def pack(workspace: Workspace, sent: Sent, instructions: bytes, output: Path | None = None) -> Path:
    """Write the zip file, with the page of instructions, and return where it is.

    Raises:
        WorkspaceError: it cannot be written.
    """
    path = output or workspace.root / workspace.settings.build / "sent" / f"{sent.name}.zip"
    inside = {"READ ME FIRST.html": instructions, **sent.files}
    files.write(path, packets.pack({f"{sent.name}/{name}": data for name, data in inside.items()}))
    return path


def _one_book(workspace: Workspace, book: str) -> str:
    """Return the book that is meant."""
    names = selection.books(workspace, [book] if book else [])
    if len(names) != 1:
        raise WorkspaceError(f"say which book is meant, with --book: {', '.join(names) or 'there is none'}")
    return names[0]


def _chosen(
    text: Manuscript, held: Mapping[str, Catalog], chapters: Sequence[str], language: str
) -> Iterator[tuple[Template, Catalog]]:
    """Give the chapters that are named, each with its catalogue."""
    templates = {template.chapter: template for template in text.templates if template.messages}
    for name in dict.fromkeys(chapters or templates):
        if name not in templates:
            raise WorkspaceError(f"{text.book.name} has no chapter “{name}”{suggest(name, list(templates))}")
        if name not in held:
            raise WorkspaceError(f"{name} has no catalogue in {language} yet; make it with: translate-pub update")
        yield templates[name], held[name]


def _catalog(workspace: Workspace, catalog: Catalog) -> bytes:
    """Keep what a catalogue holds, and return what goes out: the same with a postmark."""
    base = packets.keep(workspace, po.serialize(catalog))
    return po.serialize(postmark.stamp(catalog, Postmark(catalog.language, catalog.book, catalog.chapter, base)))


def _chapter(template: Template, catalog: Catalog) -> Chapter:
    words = progress.measure(catalog, template).words
    return Chapter(template.chapter, f"{template.chapter}.po", words.total, words.total - words.translated)


def _extras(
    workspace: Workspace, book: str, language: str, *, proof: bool
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Make the proof and find the glossary; a proof that cannot be made keeps nothing from being sent."""
    glossary = files.read(workspace.root / "glossary" / f"{language}.csv")
    extra = {} if glossary is None else {f"glossary-{language}.csv": glossary}
    if not proof:
        return extra, ()
    with packets.scratch() as folder:
        report = build.run(workspace, Order((book,), (language,), Purpose.PROOF, output=folder))
        made = {one.path.name: one.path.read_bytes() for one in report.built}
    if made:
        return {**extra, **made}, ()
    missing = Diagnostic("C180", Severity.WARNING, f"no proof of {book} could be made in {language}: none is sent")
    return extra, (*(replace(one, severity=Severity.WARNING) for one in report.diagnostics), missing)
