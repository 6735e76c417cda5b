"""PO files: bytes -> catalogue -> bytes. An entry that nobody changed keeps its bytes, whoever wrote them."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from translate_pub.catalog import header, reading, style, writing
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.layout import AT_NEWLINES
from translate_pub.model.catalog import Catalog, Entry, Message, Reference, Template
from translate_pub.model.diagnostic import Outcome


def parse(data: bytes, path: str, language: str, book: str, chapter: str) -> Outcome[Catalog]:
    """Read a PO file.

    A file with merge conflict marks, NUL, undecodable bytes or a misplaced header is refused: the value is None and the
    finding says where. A damaged or repeated entry costs that entry only: it is reported, and its bytes stay among
    `Catalog.damaged`.

    Args:
        data: the file's bytes.
        path: its path relative to the workspace's root, for findings.
        language: BCP 47 tag of the language that it translates into.
        book: the book's name.
        chapter: the name of the chapter that it translates.
    """
    return reading.read(data, path, language, book, chapter)


def serialize(catalog: Catalog) -> bytes:
    """Write a catalogue: entries with their bytes verbatim, others as the file sets its lines (`style`).

    A new file breaks its lines as `msgcat --no-wrap` does.

    A file in an encoding that cannot hold a new text becomes UTF-8.
    """
    body = _join(list(_pieces(catalog)))
    if catalog.newline != "\n":
        body = body.replace(b"\n", catalog.newline.encode())
    if codecs.lookup(catalog.charset).name == "utf-8":
        return codecs.BOM_UTF8 + body if catalog.bom else body
    try:
        return body.decode().encode(catalog.charset)
    except UnicodeEncodeError:
        return serialize(replace(catalog, header=header.encode_in_utf8(catalog.header), charset="UTF-8"))


def create(template: Template, language: str, facts: HeaderFacts, *, path: str, now: dt.datetime) -> Catalog:
    """Make an untranslated catalogue of a chapter, with a complete header.

    Args:
        template: the chapter's messages.
        language: BCP 47 tag.
        facts: what the header says of the book.
        path: the file's path relative to the workspace's root.
        now: the moment that its header names, with a time zone.
    """
    entries = tuple(untranslated(message) for message in template.messages)
    top = header.root(header.compose(facts, language, now, template.revision), path)
    return Catalog(path, language, template.book, template.chapter, top, entries)


def untranslated(message: Message, *, lines: bool = False) -> Entry:
    """Make the entry of a message that nobody has translated yet."""
    return Entry(
        message.context,
        message.msgid,
        flags=message.flags,
        extracted=message.comments,
        references=references(message, lines=lines),
    )


def references(message: Message, *, lines: bool = False) -> tuple[Reference, ...]:
    """Return where a message stands: files only, unless `lines` asks for lines too.

    Without lines, a paragraph inserted at the top changes one entry of a catalogue, not all.
    """
    if lines:
        return message.references
    return tuple(map(_file, dict.fromkeys([reference.path for reference in message.references])))


@lru_cache(maxsize=1024)
def _file(path: str) -> Reference:
    return Reference(path)


def _pieces(catalog: Catalog) -> Iterator[bytes]:
    """Yield header, entries and damaged blocks in file order, in UTF-8."""
    made = catalog.header.raw is None or any(entry.raw is None for entry in catalog.entries)
    layout = style.detect(catalog) if made else AT_NEWLINES
    yield catalog.header.raw if catalog.header.raw is not None else writing.write(catalog.header, layout).encode()
    damaged = iter(catalog.damaged)
    damage = next(damaged, None)
    for index, entry in enumerate(catalog.entries):
        while damage is not None and damage.index <= index:
            yield damage.raw
            damage = next(damaged, None)
        yield entry.raw if entry.raw is not None else f"\n{writing.write(entry, layout)}".encode()
    if damage is not None:
        yield damage.raw
    yield from (rest.raw for rest in damaged)
    yield catalog.tail


def _join(pieces: list[bytes]) -> bytes:
    """Run pieces together; a piece that was the file's last may lack the newline that it now needs."""
    filled = [piece for piece in pieces if piece]
    return b"".join(piece if piece.endswith(b"\n") else piece + b"\n" for piece in filled[:-1]) + b"".join(filled[-1:])
