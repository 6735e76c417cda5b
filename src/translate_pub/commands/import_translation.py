"""`import-translation`: a finished translation is laid beside its source, and goes into the catalogues, fuzzy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from translate_pub.catalog import po
from translate_pub.catalog.alignment import blocks, entering, labels, pairing, scripts
from translate_pub.catalog.alignment.entering import Manner
from translate_pub.catalog.alignment.labels import Labels
from translate_pub.checks import structure
from translate_pub.checks.pair import Pair
from translate_pub.commands import manuscript, selection
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.suggestion import suggest
from translate_pub.edition import languages
from translate_pub.model.alignment import SURE, Bead, Block, Fate, Find, Import, Row
from translate_pub.model.catalog import Catalog, Entry, Key, Template
from translate_pub.model.diagnostic import (
    CatalogError,
    Diagnostic,
    Severity,
    Span,
    WorkspaceError,
    has_error,
)
from translate_pub.model.excerpt import excerpt
from translate_pub.model.source import Reading, Segment, Source
from translate_pub.model.workspace import References, Workspace
from translate_pub.source import inline, reading
from translate_pub.source.inline import Comparer
from translate_pub.workspace import catalogs, clock, files, pandoc
from translate_pub.workspace.catalogs import Change


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter of the source, and what it is compared with."""

    name: str
    reading: Reading
    template: Template
    catalog: Catalog
    created: bool
    """Whether there is no such catalogue yet."""


@dataclass(frozen=True, slots=True)
class _Document:
    """A file of the translation."""

    name: str
    blocks: tuple[Block, ...]
    has_lines: bool
    """Whether its blocks' lines are those of the file."""


def run(  # noqa: PLR0913  # what is asked for, as the command line has it
    workspace: Workspace,
    book: str,
    language: str,
    paths: Sequence[Path],
    *,
    chapters: Sequence[str] = (),
    manner: Manner | None = None,
    write: bool = True,
) -> Import:
    """Bring in a finished translation of a book, or of some of its chapters.

    A file that has a chapter's name is held against that chapter; otherwise all files, in their order, against all
    chapters.

    Args:
        workspace: where the book is.
        book: the book's name.
        language: a language of the workspace.
        paths: the files of the translation, in reading order.
        chapters: the chapters that it is a translation of; all when none is named.
        manner: what happens where a catalogue has a translation already.
        write: whether the catalogues are written.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read or written.
        ConfigurationError: the book's configuration has mistakes, or a source is missing.
        CatalogError: a catalogue was refused.
        MachineError: a document needs pandoc, and there is none.
    """
    selection.languages(workspace, (language,))
    text = manuscript.require(workspace, book)[0]
    documents, found = _documents(paths)
    names = tuple(str(path) for path in paths)
    done = Import(book, text.book.language, language, names, (), diagnostics=tuple(found))
    if has_error(found):
        return done
    parts = _chapters(workspace, text, language, chapters, clock.now())
    rows = [row for mine, theirs in _assign(parts, documents) for row in _align(mine, theirs, text, language)]
    rows, changed = _enter(parts, rows, manner or Manner())
    changes = _changes(parts, changed)
    written = catalogs.write(workspace, changes) if write else ()
    told = (*found, *_script(documents, language), *_tell(parts, documents, rows), *written)
    return replace(done, rows=tuple(rows), catalogs=tuple(change.path for change in changes), diagnostics=told)


def write_page(path: Path, page: str) -> None:
    """Write the page on which an alignment is looked through.

    Raises:
        WorkspaceError: the file cannot be written.
    """
    files.write(path, page.encode())


def _documents(paths: Sequence[Path]) -> tuple[list[_Document], list[Diagnostic]]:
    """Read the files of the translation."""
    documents: list[_Document] = []
    found: list[Diagnostic] = []
    for path in paths:
        data = files.read(path)
        if data is None:
            raise WorkspaceError(f"there is no file {path}")
        converted = pandoc.read(data, str(path))
        found += converted.diagnostics
        if converted.value is None:
            continue
        read = reading.read(Source(str(path), converted.value)).value
        made = blocks.of(read, str(path)) if read else ()
        if not made:
            found.append(Diagnostic("C141", Severity.ERROR, "there is no text in the document", Span(str(path))))
        documents.append(_Document(str(path), made, path.suffix.lower() in pandoc.MARKDOWN))
    return documents, found


def _chapters(
    workspace: Workspace, text: Manuscript, language: str, named: Sequence[str], now: dt.datetime
) -> list[_Chapter]:
    """Gather the chapters that are meant, with their catalogues as they are, or new ones."""
    known = [file.name for file in text.book.files]
    for name in named:
        if name not in known:
            raise WorkspaceError(f"{text.book.name} has no chapter “{name}”{suggest(name, known)}")
    read = catalogs.read(workspace, text.book, language)
    if read.value is None:
        raise CatalogError(f"the catalogues of {text.book.name} in {language} cannot be read", read.diagnostics)
    there = {catalog.chapter: catalog for catalog in read.value}
    templates = {template.chapter: template for template in text.templates}
    parts = []
    for name, found in zip(known, text.readings, strict=True):
        if not named or name in named:
            catalog = there.get(name) or _new(workspace, text, templates[name], language, now)
            parts.append(_Chapter(name, found, templates[name], catalog, created=name not in there))
    return parts


def _new(workspace: Workspace, text: Manuscript, template: Template, language: str, now: dt.datetime) -> Catalog:
    """Make the catalogue of a chapter that has none."""
    path = catalogs.catalog_path(workspace, text.book.name, language, template.chapter)
    catalog = po.create(template, language, text.facts(workspace), path=path, now=now)
    if workspace.settings.references is References.LINE:
        entries = tuple(po.untranslated(message, lines=True) for message in template.messages)
        return replace(catalog, entries=entries)
    return catalog


def _assign(
    parts: Sequence[_Chapter], documents: Sequence[_Document]
) -> list[tuple[Sequence[_Chapter], Sequence[_Document]]]:
    """Say which files are held against which chapters: by their names if each has a chapter's, else all against all."""
    by_name = {part.name: part for part in parts}
    stems = [PurePosixPath(document.name).name.partition(".")[0] for document in documents]
    if len(set(stems)) == len(stems) and all(stem in by_name for stem in stems):
        return [((by_name[stem],), (document,)) for stem, document in zip(stems, documents, strict=True)]
    return [(parts, documents)]


# Alignment


def _align(parts: Sequence[_Chapter], documents: Sequence[_Document], text: Manuscript, language: str) -> list[Row]:
    """Lay files beside chapters."""
    sources = [block for part in parts for block in blocks.of(part.reading, part.name, part.catalog.live())]
    targets = [block for document in documents for block in document.blocks]
    beads = pairing.pair(sources, targets, language).beads
    texts = {source.path: source for source in text.sources}
    finder = _Finder(
        language,
        places=[(part.name, segment) for part in parts for segment in part.reading.segments],
        targets=targets,
        labels=labels.learn(beads, sources, targets),
        lined=frozenset(document.name for document in documents if document.has_lines),
        comparers={part.name: inline.comparer(texts[part.reading.source.path]) for part in parts},
    )
    return [finder.row(bead) for bead in beads]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Makes of beads what was found for each place."""

    language: str
    places: Sequence[tuple[str, Segment]]
    """Chapter and segment of every block of the source."""
    targets: Sequence[Block]
    labels: Labels
    lined: frozenset[str]
    """The files whose lines are known."""
    comparers: Mapping[str, Comparer]
    """By chapter."""

    def row(self, bead: Bead) -> Row:
        """Make the row of a bead."""
        finds = tuple(self._find(bead, number) for number in range(len(bead.sources)))
        return Row(finds, () if finds else tuple(self.targets[j] for j in bead.targets))

    def _find(self, bead: Bead, number: int) -> Find:
        chapter, segment = self.places[bead.sources[number]]
        sure = bead.confidence[number]
        find = Find(chapter, segment.key, segment.kind, segment.line, confidence=sure)
        if not bead.targets:
            return replace(find, reasons=() if sure >= SURE else ("it may have one",))
        first = self.targets[bead.targets[0]]
        return replace(
            find,
            text=labels.write(bead.texts[number], first.chapter, self.labels),
            file=first.chapter,
            file_line=first.line if first.chapter in self.lined else None,
            reasons=(*(bead.reasons if sure < SURE else ()), *self._faults(bead, number)),
        )

    def _faults(self, bead: Bead, number: int) -> Iterator[str]:
        """Say what of the source's structure a translation lacks."""
        chapter, segment = self.places[bead.sources[number]]
        written = labels.write(bead.texts[number], self.targets[bead.targets[0]].chapter, self.labels)
        pair = Pair(Entry(segment.context, segment.text, written), segment, self.language, self.comparers[chapter])
        return (one.message for one in structure.check(pair) if one.severity is Severity.ERROR)


# Catalogues


def _enter(parts: Sequence[_Chapter], rows: Sequence[Row], manner: Manner) -> tuple[list[Row], dict[str, Catalog]]:
    """Enter what was found; say what became of it."""
    fates: dict[tuple[str, Key], Fate] = {}
    changed: dict[str, Catalog] = {}
    for part in parts:
        finds = entering.choose(find for row in rows for find in row.finds if find.chapter == part.name and find.text)
        changed[part.name], fate = entering.enter(part.catalog, finds, manner)
        fates.update({(part.name, key): one for key, one in fate.items()})
    return [_with_fates(row, fates) for row in rows], changed


def _with_fates(row: Row, fates: Mapping[tuple[str, Key], Fate]) -> Row:
    finds = tuple(
        replace(find, fate=fates.get((find.chapter, find.key), Fate.MISSING)) if find.text else find
        for find in row.finds
    )
    return replace(row, finds=finds)


def _changes(parts: Sequence[_Chapter], changed: Mapping[str, Catalog]) -> tuple[Change, ...]:
    """Give the files to write: catalogues that got something."""
    given = [(part, changed[part.name]) for part in parts if changed[part.name] is not part.catalog]
    old = [part.catalog for part, _ in given if not part.created]
    return catalogs.between(old, [catalog for _, catalog in given])


# What is told


def _script(documents: Iterable[_Document], language: str) -> list[Diagnostic]:
    """Find files that are not in the script of their language."""
    expected = languages.style(language).script
    found = []
    for document in documents:
        script = scripts.prevailing(" ".join(block.text for block in document.blocks))
        if script and scripts.family(expected) not in ("", script):
            message = f"most letters are {script}, and {language} is written in another script"
            hint = "is this the right file, and the right --lang?"
            found.append(Diagnostic("C143", Severity.WARNING, message, Span(document.name), (hint,)))
    return found


def _tell(parts: Sequence[_Chapter], documents: Sequence[_Document], rows: Sequence[Row]) -> list[Diagnostic]:
    """List what is to be looked at: doubtful pairs, what found no place, chapters without a translation."""
    lined = {document.name for document in documents if document.has_lines}
    paths = {part.name: part.reading.source.path for part in parts}
    found = []
    for row in rows:
        found += [told for find in row.finds for told in _tell_find(find, paths[find.chapter])]
        for block in row.strays:
            span = Span(block.chapter, block.line if block.chapter in lined else None)
            message = f"“{excerpt(block.text)}” has no place in the source"
            found.append(Diagnostic("C145", Severity.WARNING, message, span))
    for part in parts:
        finds = [find for row in rows for find in row.finds if find.chapter == part.name]
        if finds and not any(find.text for find in finds):
            message = f"the translation has nothing of the chapter {part.name}"
            found.append(Diagnostic("C147", Severity.WARNING, message, Span(paths[part.name])))
    return found


def _tell_find(find: Find, path: str) -> Iterable[Diagnostic]:
    span = Span(path, find.line)
    quoted = excerpt(find.key[1])
    if find.fate is Fate.HOMELESS:
        hint = "bring the catalogues in step first: translate-pub update"
        yield Diagnostic("C146", Severity.WARNING, f"“{quoted}” is not in its catalogue", span, (hint,))
    elif find.fate is Fate.KEPT:
        yield Diagnostic("C148", Severity.NOTE, f"“{quoted}” has a translation, which differs and stays", span)
    elif find.text and find.doubtful:
        message = f"“{quoted}” ({find.confidence:.2f}): {'; '.join(find.reasons)}"
        yield Diagnostic("C144", Severity.WARNING, message, span)
