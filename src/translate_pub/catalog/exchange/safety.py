"""What a file from elsewhere must be before a library may open it: XML without entities, archives of bounded size."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from translate_pub.model.diagnostic import Diagnostic, Severity, Span

MOST_BYTES = 256 * 1024 * 1024
"""A file; 100,000 messages come to 100 MB of XLIFF."""
_MOST_UNPACKED = 512 * 1024 * 1024
_MOST_PARTS = 4096
_MOST_RATIO = 200
"""Unpacked to packed. Deflate itself ends at 1032; what Word and spreadsheets write is below 50."""
_SMALL_PART = 1024 * 1024
"""Parts that are smaller than this may be packed as tightly as they like."""


_BEGINNING = 64 * 1024
"""Bytes within which the outermost element of a file begins."""


@dataclass(frozen=True, slots=True)
class Root:
    """The outermost element of an XML file."""

    name: str
    """With its namespace: `NAMESPACE name`, or `name`."""
    version: str
    """Its attribute of that name."""


class _FoundError(Exception):
    """Carries what was found out of the parser."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.found = code, message, hint


def check_size(data: bytes, path: str) -> Diagnostic | None:
    """Refuse a file that is too large to be read whole."""
    if len(data) <= MOST_BYTES:
        return None
    message = f"the file has {len(data) // 2**20} MB; the most that is read is {MOST_BYTES // 2**20} MB"
    return _error("C152", message, path, "export fewer chapters at a time: --chapter")


def read_root(data: bytes) -> Root | None:
    """Return the outermost element of an XML file; None where the file does not begin as XML does."""
    found: list[Root] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(Root(name, attributes.get("version", "")))

    parser.StartElementHandler = start
    with contextlib.suppress(expat.ExpatError):
        parser.Parse(data[:_BEGINNING])
    return found[0] if found else None


def check_xml(data: bytes, path: str, *, doctype: bool = False) -> Diagnostic | None:
    """Refuse XML that is broken or declares entities.

    Entities reach other files (XXE) and swell without bound ("billion laughs"). No format of exchange needs any.

    Args:
        data: the whole file.
        path: its path, for the finding.
        doctype: whether the name of a DTD may stand at its beginning, which TMX asks for; it is never fetched.
    """
    parser = expat.ParserCreate()

    def start_doctype(_name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal or not doctype:
            raise _FoundError("C151", "the file has a document type definition of its own", _DTD_HINT)

    def declare_entity(*_declared: object) -> None:
        raise _FoundError("C151", "the file declares entities", _DTD_HINT)

    parser.StartDoctypeDeclHandler = start_doctype
    parser.EntityDeclHandler = declare_entity
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat takes it by its place only
    except _FoundError as refused:
        code, message, hint = refused.found
        return _error(code, message, path, hint, parser.CurrentLineNumber)
    except expat.ExpatError as error:
        return _error("C153", f"the XML is broken: {expat.ErrorString(error.code)}", path, _BROKEN_HINT, error.lineno)
    return None


_DTD_HINT = "a file of translations needs none, and one could reach into other files; it is not read"
_BROKEN_HINT = "take the file from the translator once more, or save it again in the program that wrote it"


def check_archive(data: bytes, path: str, most: int = _MOST_UNPACKED) -> Diagnostic | None:
    """Refuse an archive (DOCX, XLSX) that is damaged, locked, or larger unpacked than any honest one.

    Args:
        data: the whole file.
        path: its path, for the finding.
        most: bytes that it may have when unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, most)
            for name in _xml_parts(archive):
                _check_part(archive, name)
    except _FoundError as refused:
        code, message, hint = refused.found
        return _error(code, message, path, hint)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        return _error("C153", f"the archive is damaged: {error}", path, _BROKEN_HINT)
    return None


def _check_sizes(archive: zipfile.ZipFile, most_bytes: int) -> None:
    """Hold the sizes that an archive gives for itself against the bounds; more than it gives is never unpacked."""
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise _FoundError("C152", f"the archive has {len(parts):,} parts; the most is {_MOST_PARTS:,}", _BOMB_HINT)
    if any(part.flag_bits & 1 for part in parts):
        raise _FoundError("C152", "the file is locked by a password", "ask for a copy without one")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > most_bytes:
        most = f"the most is {most_bytes // 2**20} MB"
        raise _FoundError("C152", f"the archive has {unpacked // 2**20} MB when unpacked; {most}", _BOMB_HINT)
    for part in parts:
        if part.file_size > _SMALL_PART and part.file_size > _MOST_RATIO * max(1, part.compress_size):
            raise _FoundError("C152", f"{part.filename} swells more than {_MOST_RATIO} times when unpacked", _BOMB_HINT)


_BOMB_HINT = "no translation swells like this; ask where the file comes from, or export fewer chapters at a time"


def _xml_parts(archive: zipfile.ZipFile) -> Iterator[str]:
    return (name for name in archive.namelist() if name.lower().endswith((".xml", ".rels", ".vml")))


def _check_part(archive: zipfile.ZipFile, name: str) -> None:
    """Read a part through, which also proves its checksum, and refuse a document type definition in it."""
    held = b""
    with archive.open(name) as part:
        while piece := part.read(_SMALL_PART):
            # In UTF-16 a letter has a NUL beside it.
            if b"<!DOCTYPE" in (held + piece).replace(b"\0", b""):
                raise _FoundError("C151", f"{name} has a document type definition of its own", _DTD_HINT)
            held = piece[-32:]


def _error(code: str, message: str, path: str, hint: str, line: int | None = None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, Span(path, line), (hint,))
