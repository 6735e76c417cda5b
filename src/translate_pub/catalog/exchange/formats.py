"""The formats of exchange: their names, how a file of each is known, and how it is written and read."""

from __future__ import annotations

import enum
import io
import zipfile

from translate_pub.catalog.exchange import csv_table, docx_reading, docx_writing, memories, safety, xliff1, xliff2, xlsx
from translate_pub.catalog.exchange.unit import Exchange
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span


class Format(enum.Enum):
    """A format, by the name that it has on the command line."""

    XLIFF = "xliff"
    XLIFF2 = "xliff2"
    TMX = "tmx"
    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"

    @property
    def suffix(self) -> str:
        """What a file of it is called, with the dot."""
        return ".xlf" if self in {Format.XLIFF, Format.XLIFF2} else f".{self.value}"


def write(form: Format, exchange: Exchange) -> Outcome[bytes]:
    """Write a file; what the format cannot hold stays behind and is reported.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    writers = {
        Format.XLIFF: xliff1.write,
        Format.XLIFF2: xliff2.write,
        Format.TMX: memories.write,
        Format.CSV: csv_table.write,
        Format.XLSX: xlsx.write,
        Format.DOCX: docx_writing.write,
    }
    return writers[form](exchange)


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a file of any of the formats; which one, its content says.

    Args:
        data: the whole file.
        path: its path, for findings.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    refused = safety.check_size(data, path)
    if refused:
        return Outcome(None, (refused,))
    form = recognise(data)
    if form is None:
        return Outcome(None, (_unknown(data, path),))
    refused = _check(form, data, path)
    if refused:
        return Outcome(None, (refused,))
    readers = {
        Format.XLIFF: xliff1.read,
        Format.XLIFF2: xliff2.read,
        Format.TMX: memories.read,
        Format.CSV: csv_table.read,
        Format.XLSX: xlsx.read,
        Format.DOCX: docx_reading.read,
    }
    return readers[form](data, path)


def recognise(data: bytes) -> Format | None:
    """Tell the format of a file from its content; None for one of another kind."""
    if data.startswith(b"PK"):
        return _recognise_archive(data)
    root = safety.read_root(data)
    if root is not None:
        name = root.name.rpartition(" ")[2]
        if name == "tmx":
            return Format.TMX
        if name == "xliff":
            second = root.version.startswith("2") or "xliff:document:2" in root.name
            return Format.XLIFF2 if second else Format.XLIFF
        return None
    return Format.CSV if csv_table.looks_like_a_table(data) else None


def _recognise_archive(data: bytes) -> Format | None:
    names = _names(data)
    if "word/document.xml" in names:
        return Format.DOCX
    return Format.XLSX if "xl/workbook.xml" in names else None


def _names(data: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return set()


def _check(form: Format, data: bytes, path: str) -> Diagnostic | None:
    if form is Format.DOCX:
        return safety.check_archive(data, path, _MOST_OF_WORD)
    if form is Format.XLSX:
        return safety.check_archive(data, path)
    if form is Format.CSV:
        return None
    return safety.check_xml(data, path, doctype=form is Format.TMX)


_MOST_OF_WORD = 128 * 1024 * 1024
"""Bytes of a document when unpacked; it is held in memory as a tree, which takes ten times as much."""


_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "a file of an old Word or Excel, or one with a password",
        "save it as DOCX or XLSX, unlocked",
    ),
    (b"%PDF", "a PDF", "ask for the file that was exported, filled in"),
    (b"{\\rtf", "a text in RTF", "save it as DOCX"),
)


def _unknown(data: bytes, path: str) -> Diagnostic:
    """Say what a file seems to be instead, and what to do about it."""
    found, hint = "of no kind that is known here", _KNOWN
    if data.startswith(b"PK"):
        opened = "mimetype" in _names(data)
        found = "of LibreOffice" if opened else "an archive without a document or sheet in it, or a damaged one"
        hint = "save it as DOCX or XLSX" if opened else _KNOWN
    elif not data.strip():
        found = "empty"
    elif b"msgid" in data and b"msgstr" in data:
        found, hint = "a catalogue (PO)", "a catalogue goes to its place in the locales folder, or through `receive`"
    for mark, kind, advice in _OTHERS:
        if data.startswith(mark):
            found, hint = kind, advice
    return Diagnostic("C150", Severity.ERROR, f"the file is {found}", Span(path), (hint,))


_KNOWN = "files of these kinds are read: XLIFF 1.2 and 2.0, TMX, CSV, XLSX, DOCX"
