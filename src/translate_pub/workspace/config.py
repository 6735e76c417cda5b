"""`translate-pub.toml` and the `book.toml` of every book, read and checked: all mistakes of a file in one run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import msgspec

from translate_pub.model.book import (
    Book,
    Contributor,
    Credits,
    Division,
    EditionSettings,
    Extent,
    FolioRun,
    Launch,
    Metadata,
    Part,
    Placement,
    Trim,
    Volume,
)
from translate_pub.model.diagnostic import (
    ConfigurationError,
    Diagnostic,
    Outcome,
    Severity,
    Span,
    WorkspaceError,
    has_error,
)
from translate_pub.model.printing import Binding
from translate_pub.model.workspace import References, Settings, Workspace
from translate_pub.workspace import (
    checking,
    colours,
    covers,
    discovery,
    files,
    fonts,
    inserts,
    isbns,
    languages,
    measures,
    picture_rights,
    printers,
    sections,
    toml,
    volumes,
)
from translate_pub.workspace.findings import Findings, allowed, did_you_mean, key_name, quoted
from translate_pub.workspace.schema import fit
from translate_pub.workspace.tables import BookTable, EditionTable, WorkspaceTable
from translate_pub.workspace.text import decode

WORKSPACE_FILE = discovery.WORKSPACE_FILE
BOOK_FILE = discovery.BOOK_FILE
books = discovery.books


def load_workspace(root: Path) -> Workspace:
    """Read the configuration of the workspace in a folder.

    Raises:
        WorkspaceError: there is none, or it cannot be read.
        ConfigurationError: it has mistakes; all of them are in `diagnostics`.
    """
    root = root.resolve()
    data = files.read(root / WORKSPACE_FILE)
    if data is None:
        message = f"{root / WORKSPACE_FILE} is missing"
        raise WorkspaceError(message)
    return parse_workspace(root, data)


def parse_workspace(root: Path, data: bytes) -> Workspace:
    """Make the workspace of a folder from the bytes of its configuration.

    Raises:
        ConfigurationError: it has mistakes; all of them are in `diagnostics`.
    """
    findings = _parse(data, WORKSPACE_FILE)
    table = fit(findings.document.values, WorkspaceTable, findings)
    trim = measures.trim(table.defaults.trim, ("defaults", "trim"), findings)
    _check_languages(table, findings)
    for key in ("sources", "catalogs", "build"):
        _check_folder(root, getattr(table, key), key, findings)
    allowances = checking.settings(table.checks.allow, table.checks.levels, ("checks",), findings)
    if trim is None or findings.found:
        raise _refusal(findings)
    return Workspace(root, replace(_settings(table, trim, root.name), checks=allowances))


def propose_workspace(root: Path, data: bytes) -> Workspace:
    """Make the workspace of a configuration that is yet to be written: what is wrong with it stands in no file.

    Raises:
        ConfigurationError: it has mistakes; all of them are in `diagnostics`, without a place.
    """
    try:
        return parse_workspace(root, data)
    except ConfigurationError as error:
        found = tuple(replace(mistake, span=None) for mistake in error.diagnostics)
        raise ConfigurationError(f"nothing is written to {WORKSPACE_FILE}", found) from error


def load_book(workspace: Workspace, name: str) -> Outcome[Book]:
    """Read the configuration of a book; with mistakes in it there is no book, only what was found.

    Raises:
        WorkspaceError: there is no book of that name, or its file cannot be read.
    """
    folder = str(PurePosixPath(workspace.settings.sources) / name)
    if name not in (names := books(workspace)):
        there = ", ".join(names) or "none"
        raise WorkspaceError(
            _sentence(f"there is no book {quoted(name)}", did_you_mean(name, names), f"books: {there}")
        )
    path = f"{folder}/{BOOK_FILE}"
    try:
        findings = _parse(files.read(workspace.root / path) or b"", path)
    except ConfigurationError as error:
        return Outcome(None, error.diagnostics)
    table = fit(findings.document.values, BookTable, findings)
    shelf = sections.Shelf(workspace.root, folder, findings)
    if not files.inside(workspace.root, folder):
        findings.error("B009", (), f"the book's folder {folder} is a link that leads out of the workspace")
    book = _book(table, shelf, workspace.settings)
    rights = picture_rights.read(workspace, folder)
    book = replace(book, metadata=replace(book.metadata, pictures=rights.value or ()))
    if has_error((*findings.found, *rights.diagnostics)):
        return Outcome(None, (*findings.gathered(), *rights.diagnostics))
    files_of_all = (*book.files, *(file for edition in book.editions.values() for file in edition.addenda))
    return Outcome(book, (*findings.gathered(), *rights.diagnostics, *sections.find_unlisted(files_of_all, shelf)))


def _parse(data: bytes, path: str) -> Findings:
    """Read a TOML file, with the mistakes of its syntax found.

    Raises:
        ConfigurationError: it is not text.
    """
    text = decode(data, path)
    if text.value is None:
        message = f"{path} is not text"
        raise ConfigurationError(message, text.diagnostics)
    findings = Findings(path, toml.read(text.value))
    for mistake in findings.document.mistakes:
        span = Span(path, mistake.line)
        findings.found.append(Diagnostic("B001", Severity.ERROR, mistake.message, span))
    return findings


def _refusal(findings: Findings) -> ConfigurationError:
    """Say that a configuration cannot be used."""
    return ConfigurationError(f"{findings.path} has mistakes", findings.gathered())


def _sentence(*parts: str) -> str:
    """Join what is to be said."""
    return "; ".join(part for part in parts if part)


def _check_languages(table: WorkspaceTable, findings: Findings) -> None:
    """Find tags that are none, and languages that stand twice."""
    if table.source_language:
        languages.check(table.source_language, ("source_language",), findings)
    for place, tag in enumerate(table.languages):
        key = ("languages", place)
        if not languages.check(tag, key, findings):
            continue
        if tag in table.languages[:place]:
            findings.error("B019", key, f"{key_name(key)} is {quoted(tag)}, which stands before it already")
        elif tag == table.source_language:
            hint = "the books are written in it, and need no catalogue"
            findings.error("B019", key, f"{key_name(key)} is {quoted(tag)}, which is the source language", hint)
    for place, tag in enumerate(table.checks.spelling):
        spelled = ("checks", "spelling", place)
        if tag not in table.languages and languages.check(tag, spelled, findings):
            message = f"{key_name(spelled)} is {quoted(tag)}, which is none of the workspace's languages"
            findings.error("B005", spelled, message, did_you_mean(tag, table.languages), allowed(table.languages))


def _check_folder(root: Path, written: str, key: str, findings: Findings) -> None:
    """Find a folder that is not below the workspace's root, links followed."""
    path = PurePosixPath(written)
    if ".." in path.parts or path == PurePosixPath() or not files.inside(root, written):
        message = f"{key} is {quoted(written)}, which is not a folder inside the workspace"
        findings.error("B009", (key,), message, "allowed: folders below this file's, with forward slashes")


def _settings(table: WorkspaceTable, trim: Trim, folder: str) -> Settings:
    """Make the settings of a table without mistakes."""
    return Settings(
        source_language=table.source_language,
        languages=table.languages,
        project=table.project or folder,
        bugs=table.bugs,
        sources=str(PurePosixPath(table.sources)),
        catalogs=str(PurePosixPath(table.catalogs)),
        build=str(PurePosixPath(table.build)),
        references=References(table.references),
        jobs=table.jobs,
        theme=table.defaults.theme,
        trim=trim,
        spelling=table.checks.spelling,
    )


def _book(table: BookTable, shelf: sections.Shelf, settings: Settings) -> Book:
    """Make a book of its table, finding what is wrong with values that are more than a text or a number."""
    findings = shelf.findings
    if table.language:
        languages.check(table.language, ("language",), findings)
    trim = measures.trim(table.trim, ("trim",), findings) if table.trim else None
    css = [sections.locate(name, ("css", place), shelf) for place, name in enumerate(table.css)]
    book = Book(
        name=PurePosixPath(shelf.folder).name,
        folder=shelf.folder,
        language=table.language or settings.source_language,
        metadata=_metadata(table),
        year=table.year,
        isbn=isbns.products(table.isbn, ("isbn",), findings),
        trim=trim or settings.trim,
        theme=table.theme or settings.theme,
        files=inserts.put_in(table, volumes.divide(table, sections.gather(table, shelf), shelf), shelf),
        editions={
            tag: _edition(tag, edition, len(table.volumes) or 1, shelf) for tag, edition in table.editions.items()
        },
        css=tuple(path for path in css if path),
        checks=checking.settings(table.checks.allow, table.checks.levels, ("checks",), findings),
        cover=covers.settings(table.cover, ("cover",), shelf),
        colours=colours.named(table.colours, ("colours",), findings),
        division=Division(Extent(table.contents), Extent(table.index), FolioRun(table.folios)),
        lines={".".join(map(str, path)): line for path, line in findings.document.lines.items()},
    )
    _check_editions(book, shelf.root, settings, findings)
    return book


def _metadata(table: BookTable) -> Metadata:
    """Take what a reader sees."""
    return Metadata(
        title=table.title,
        subtitle=table.subtitle,
        short_title=table.short_title,
        rights=table.rights.strip(),
        description=table.description.strip(),
        edition=table.edition,
        publisher=table.publisher,
        place=table.place,
        parts=tuple(Part(part.id, part.title, part.caption) for part in table.parts),
        contributors=tuple(Contributor(person.name, person.role) for person in table.contributors),
        volumes=tuple(Volume(number, one.title, one.subtitle) for number, one in enumerate(table.volumes, start=1)),
        blurb=table.cover.blurb.strip(),
        author_note=table.cover.author_note.strip(),
    )


def _edition(tag: str, table: EditionTable, volume_count: int, shelf: sections.Shelf) -> EditionSettings:
    """Take what one language has of its own."""
    key = ("editions", tag)
    launch = table.launch
    return EditionSettings(
        language=tag,
        translators=table.translators,
        reviewers=table.reviewers,
        imprint=table.imprint,
        isbn=isbns.products(table.isbn, (*key, "isbn"), shelf.findings),
        launch=Launch(launch.date, launch.place) if launch and launch.date else None,
        printer=table.printer,
        printer_profile=table.printer_profile,
        paper=table.paper,
        binding=Binding(table.binding) if table.binding else None,
        fonts=fonts.sources(table.fonts, (*key, "fonts"), shelf.root, shelf.findings),
        numbering={name: system for name, system in msgspec.structs.asdict(table.numbering).items() if system},
        contents=Placement(table.contents),
        imprint_page=Placement(table.imprint_page),
        index=table.index,
        checks=checking.settings(table.allow, {}, key, shelf.findings),
        credits=Credits(table.credits),
        addenda=sections.addenda(table, tag, volume_count, shelf),
        cover=covers.settings(table.cover, (*key, "cover"), shelf),
    )


def _check_editions(book: Book, root: Path, settings: Settings, findings: Findings) -> None:
    """Find editions in no language of the workspace, printers that are unknown, ISBNs that two products have."""
    for tag in book.editions:
        known = languages.check(tag, ("editions", tag), findings)
        if known and tag not in {*settings.languages, book.language}:
            message = f"editions.{tag} is of a language that the workspace does not have"
            findings.warning("B015", ("editions", tag), message, f"add it with: translate-pub add-language {tag}")
    _check_printers(book, Workspace(root, settings), findings)
    numbers: dict[toml.Path, str] = {("isbn", product): number for product, number in book.isbn.items()}
    for tag, edition in book.editions.items():
        numbers |= {("editions", tag, "isbn", product): number for product, number in edition.isbn.items()}
    isbns.find_repeated(numbers, findings)


def _check_printers(book: Book, workspace: Workspace, findings: Findings) -> None:
    """Find profiles of printers that there are not."""
    wanted = {tag: edition.printer_profile for tag, edition in book.editions.items() if edition.printer_profile}
    known = printers.names(workspace) if wanted else ()
    for tag, name in wanted.items():
        if name not in known:
            key = ("editions", tag, "printer_profile")
            message = f"{key_name(key)} is {quoted(name)}"
            findings.error("B005", key, message, did_you_mean(name, known), allowed(known))
