"""The files of a book in reading order, each with what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path as Folder
from pathlib import PurePosixPath

from translate_pub.model.book import Matter, Role, SourceFile, Station
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.source import metadata
from translate_pub.workspace import files
from translate_pub.workspace.findings import Findings, did_you_mean, key_name, quoted
from translate_pub.workspace.tables import AddendumTable, BookTable, EditionTable, SectionTable
from translate_pub.workspace.toml import Path

_SUFFIX = ".md"
_PART_ID = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
_UNLISTED = {"readme"}
"""Stems of files that are about the folder and not of the book."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A book's folder, and what its files are checked against."""

    root: Folder
    folder: str
    """Relative to the root."""
    findings: Findings
    names: dict[str, Path] = field(default_factory=dict)
    """Stem of every chapter so far, in one case -> its key."""


def gather(table: BookTable, shelf: Shelf) -> tuple[SourceFile, ...]:
    """Return the files that a book names, in reading order, after finding what is wrong with them."""
    files = (
        *_matter(table.front, Matter.FRONT, shelf),
        *_chapters(table.chapters, ("chapters",), None, shelf),
        *(
            file
            for place, part in enumerate(table.parts)
            for file in _chapters(part.chapters, ("parts", place, "chapters"), part.id, shelf)
        ),
        *_matter(table.back, Matter.BACK, shelf),
    )
    _check_parts(table, shelf)
    if not table.chapters and not table.parts and not shelf.findings.document.mistakes:
        hint = 'name its files in order: chapters = ["01-first.md", "02-second.md"], or in [[parts]]'
        shelf.findings.error("B018", ("chapters",), "the book has no chapters", hint)
    return files


def addenda(table: EditionTable, language: str, volumes: int, shelf: Shelf) -> tuple[SourceFile, ...]:
    """Return the files that one edition alone has, after finding what is wrong with them."""
    key: Path = ("editions", language)
    both = ((Matter.FRONT, table.front, 1), (Matter.BACK, table.back, volumes))
    return tuple(
        replace(file, language=language, volume=_volume(one, usual, volumes, place, shelf), station=_station(one))
        for matter, tables, usual in both
        for number, one in enumerate(tables)
        for place in [(*key, matter.value, number)]
        for file in _section(one, matter, place, shelf)
    )


def _volume(table: AddendumTable, usual: int, volumes: int, key: Path, shelf: Shelf) -> int:
    """Return the volume of an addendum."""
    if table.volume is not None and table.volume > volumes:
        message = f"{key_name((*key, 'volume'))} is {table.volume}, and the book has {volumes}"
        shelf.findings.error("B020", (*key, "volume"), message)
    return table.volume or usual


def _station(table: AddendumTable) -> Station | None:
    """Return where an addendum stands; `after` counts where both are given."""
    role = table.after or table.before
    return Station(Role(role), after=bool(table.after)) if role else None


def find_unlisted(files: tuple[SourceFile, ...], shelf: Shelf) -> tuple[Diagnostic, ...]:
    """Find Markdown files that stand among those of the book and are named nowhere: they would be missing in print."""
    listed = {file.path for file in files}
    folders = {str(PurePosixPath(path).parent) for path in listed} | {shelf.folder}
    standing = {
        path.relative_to(shelf.root).as_posix()
        for folder in folders
        for path in (shelf.root / folder).glob(f"*{_SUFFIX}")
        if path.stem.casefold() not in _UNLISTED
    }
    return tuple(
        Diagnostic(
            "B016",
            Severity.WARNING,
            f"{PurePosixPath(path).name} belongs to no section of the book, and is neither translated nor printed",
            Span(path),
            (f"name it in {shelf.findings.path}, or move it to another folder",),
        )
        for path in sorted(standing - listed)
    )


def locate(written: str, key: Path, shelf: Shelf) -> str | None:
    """Return the path, relative to the root, of a file of the book's folder, or None after finding what is wrong."""
    base = shelf.root / shelf.folder
    path = base / written
    if not files.inside(base, written):
        message = f"{key_name(key)} is {quoted(written)}, which is not inside the book's folder"
        shelf.findings.error("B009", key, message, f"allowed: files of {shelf.folder}, with forward slashes")
        return None
    if not files.stands(path):
        message = f"{key_name(key)} is {quoted(written)}, and there is no such file in {shelf.folder}"
        near = [found.relative_to(base).as_posix() for found in sorted(base.rglob(f"*{path.suffix}"))]
        shelf.findings.error("B008", key, message, did_you_mean(written, near))
        return None
    return path.relative_to(shelf.root).as_posix()


def _matter(tables: tuple[SectionTable, ...], matter: Matter, shelf: Shelf) -> Iterator[SourceFile]:
    """Give the files of the front or back matter."""
    for place, table in enumerate(tables):
        yield from _section(table, matter, (matter.value, place), shelf)


def _section(table: SectionTable, matter: Matter, key: Path, shelf: Shelf) -> Iterator[SourceFile]:
    """Give the file of a section, if it is one."""
    if table.role and Role(table.role).generated:
        message = f"{key_name((*key, 'role'))} is {quoted(table.role)}, which translate-pub makes itself"
        shelf.findings.error("B013", (*key, "role"), message, f"leave this [[{matter.value}]] out")
    elif table.role and table.file:
        path = chapter(table.file, (*key, "file"), shelf)
        if path:
            yield SourceFile(path, Role(table.role), matter)


def _chapters(names: tuple[str, ...], key: Path, part: str | None, shelf: Shelf) -> Iterator[SourceFile]:
    """Give the files of a list of chapters."""
    for place, name in enumerate(names):
        path = chapter(name, (*key, place), shelf) if name else None
        if path:
            yield SourceFile(path, Role.CHAPTER, Matter.BODY, part)


def chapter(written: str, key: Path, shelf: Shelf) -> str | None:
    """Return the path of a Markdown file whose name is its own in the book."""
    if not written.endswith(_SUFFIX):
        message = f"{key_name(key)} is {quoted(written)}, which is no Markdown file"
        shelf.findings.error("B005", key, message, f"allowed: names that end in {_SUFFIX}")
        return None
    stem = PurePosixPath(written).stem.casefold()
    earlier = shelf.names.setdefault(stem, key)
    if stem == metadata.CHAPTER:
        message = f"{key_name(key)} is {quoted(written)}, and {metadata.CHAPTER} is the name of the catalogue of titles"
        shelf.findings.error("B010", key, message, "give the file another name")
        return None
    if earlier != key:
        message = f"{key_name(key)} is {quoted(written)}; {key_name(earlier)} has that name already"
        hint = "a chapter is known by its file's name, also between folders and in capital letters"
        shelf.findings.error("B010", key, message, hint)
        return None
    return locate(written, key, shelf)


def _check_parts(table: BookTable, shelf: Shelf) -> None:
    """Find ids of parts that are none, or are there twice."""
    seen: dict[str, Path] = {}
    for place, part in enumerate(table.parts):
        key: Path = ("parts", place, "id")
        earlier = seen.setdefault(part.id, key)
        if part.id and not _PART_ID.fullmatch(part.id):
            message = f"{key_name(key)} is {quoted(part.id)}"
            shelf.findings.error("B014", key, message, "allowed: a letter, then letters, digits, hyphens: part-one")
        elif part.id and earlier != key:
            message = f"{key_name(key)} is {quoted(part.id)}, which is the id of {key_name(earlier[:-1])} too"
            shelf.findings.error("B014", key, message)
