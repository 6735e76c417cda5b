"""Sections of plates, put among the files of a book where `[[inserts]]` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from translate_pub.model.book import Insert, Matter, Role, SourceFile
from translate_pub.workspace import sections
from translate_pub.workspace.findings import did_you_mean, key_name, quoted
from translate_pub.workspace.sections import Shelf
from translate_pub.workspace.tables import BookTable, InsertTable
from translate_pub.workspace.toml import Path

_SHEET = 4
"""Pages of a folded sheet: a signature has whole ones."""


def put_in(table: BookTable, files: Sequence[SourceFile], shelf: Shelf) -> tuple[SourceFile, ...]:
    """Return the files with those of the inserts behind the sections that they follow.

    An insert behind a signature stands behind the last chapter of its volume here; where it is bound, the pages tell.
    """
    ordered = list(files)
    for number, one in enumerate(table.inserts):
        key: Path = ("inserts", number)
        path = sections.chapter(one.file, (*key, "file"), shelf) if one.file else None
        place = _place(one, ordered, len(table.volumes) or 1, key, shelf)
        if path is not None and place is not None:
            before = ordered[place]
            behind = one.after_signature * one.signature if one.after_signature else None
            insert = Insert(folios=one.folios and behind is None, behind_page=behind)
            plates = replace(before, path=path, role=Role.PLATES, insert=insert)
            ordered.insert(_behind(ordered, place), plates)
    return tuple(ordered)


def _place(table: InsertTable, files: Sequence[SourceFile], volumes: int, key: Path, shelf: Shelf) -> int | None:
    """Return which file an insert follows, or None after finding what is wrong."""
    if bool(table.after) == (table.after_signature is not None):
        what = "both `after` and `after_signature`" if table.after else "neither `after` nor `after_signature`"
        hint = 'say which section the plates follow, after = "03-war.md", or which signature: after_signature = 4'
        shelf.findings.error("B033", key, f"{key_name(key)} has {what}", hint)
        return None
    if table.after:
        return _section(table.after, files, (*key, "after"), shelf)
    if table.signature % _SHEET:
        message = f"{key_name((*key, 'signature'))} is {table.signature}; a signature has 4, 8, 12, 16... pages"
        shelf.findings.error("B020", (*key, "signature"), message)
    volume = table.volume or 1
    if volume > volumes:
        message = f"{key_name((*key, 'volume'))} is {volume}, and the book has {volumes}"
        shelf.findings.error("B020", (*key, "volume"), message)
    body = [place for place, file in enumerate(files) if file.matter is Matter.BODY and file.volume == volume]
    return body[-1] if body else None


def _section(written: str, files: Sequence[SourceFile], key: Path, shelf: Shelf) -> int | None:
    names = [PurePosixPath(file.path).relative_to(shelf.folder).as_posix() for file in files]
    if written in names:
        return names.index(written)
    message = f"{key_name(key)} is {quoted(written)}, which is no section of the book"
    shelf.findings.error("B005", key, message, did_you_mean(written, names))
    return None


def _behind(files: Sequence[SourceFile], place: int) -> int:
    """Return the place behind a file and the inserts that follow it already."""
    return next((n for n in range(place + 1, len(files)) if files[n].insert is None), len(files))
