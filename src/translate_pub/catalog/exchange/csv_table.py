"""CSV (RFC 4180) as spreadsheets write it, with the headings of Translate Toolkit.

The standard library reads and writes it: Translate Toolkit's own dialect takes a backslash for an escape, so that the
backslashes of Markdown are lost when a spreadsheet has saved the file, and its reader counts no rows.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from translate_pub.catalog.exchange import rows
from translate_pub.catalog.exchange.escaping import disarm, escape, rearm, unescape
from translate_pub.catalog.exchange.findings import fail
from translate_pub.catalog.exchange.rows import Row
from translate_pub.catalog.exchange.unit import Address, Exchange
from translate_pub.model.diagnostic import Diagnostic, Outcome

_DELIMITERS = ",;\t|"
_LOOKED_AT = 64 * 1024
_EARLY_LINES = 20
_LONGEST_CELL = 2**31 - 1


def write(exchange: Exchange) -> Outcome[bytes]:
    """Write a table in UTF-8 with a byte order mark, by which Excel knows the encoding.

    Every cell is quoted, and one that a spreadsheet could take for a formula begins with an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(rows.HEADINGS[column] for column in rows.COLUMNS)
    for unit in exchange.units:
        cells = rows.write(unit)
        writer.writerow(disarm(escape(cells[column])) for column in rows.COLUMNS)
    return Outcome(codecs.BOM_UTF8 + out.getvalue().encode())


def looks_like_a_table(data: bytes) -> bool:
    """Say whether a file that is neither XML nor an archive may be a table of ours."""
    text = _decode_somehow(data[:_LOOKED_AT])
    lines = text.splitlines()[:_EARLY_LINES]
    if "\0" in text or not any(mark in text for mark in _DELIMITERS):
        return False
    heads = (_cells(line, mark) for line in lines[:2] for mark in _DELIMITERS)
    return any(map(rows.knows_heading, heads)) or any(
        Address.parse(cell) for line in lines for mark in _DELIMITERS for cell in _cells(line, mark)
    )


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a table, whoever saved it: with commas, semicolons or tabs, with or without a byte order mark."""
    try:
        text = _decode(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Outcome(None, (fail("C154", "the table is not in UTF-8", path, line, rows.ENCODING_HINT),))
    found: list[Row] = []
    try:
        found.extend(_rows(text))
    except csv.Error as error:
        said = f"the table cannot be read after row {len(found)}: {error}"
        last = found[-1].line if found else None
        return Outcome(None, (fail("C153", said, path, last, "a quotation mark is missing or too many"),))
    formulas = [_formula(row, path) for row in found if any(map(_is_formula, row.cells))]
    outcome = rows.read([_unarmed(row) for row in found if not any(map(_is_formula, row.cells))], path)
    return Outcome(outcome.value, (*formulas, *outcome.diagnostics))


def _is_formula(cell: str) -> bool:
    """Say whether a cell is a formula; a text of ours that looks like one has an apostrophe before it."""
    return cell.startswith("=")


def _formula(row: Row, path: str) -> Diagnostic:
    index = next(index for index, cell in enumerate(row.cells) if _is_formula(cell))
    said = f"cell {rows.letter(index)}{row.number} holds a formula; its row is not taken"
    return fail("C156", said, path, row.line, rows.FORMULA_HINT)


def _unarmed(row: Row) -> Row:
    return replace(row, cells=tuple(unescape(rearm(cell)) for cell in row.cells))


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    return data.decode("utf-8-sig")


def _decode_somehow(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "ignore")
    return data.decode("utf-8-sig", "replace")


def _rows(text: str) -> Iterator[Row]:
    """Read the rows; Excel's own first line, `sep=;`, is none."""
    head, _, rest = text.partition("\n")
    if head.casefold().startswith("sep="):
        mark, body, skipped = head[4:5] or ",", rest, 1
    else:
        mark, body, skipped = _delimiter(text), text, 0
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=mark, strict=True)
        line = 1 + skipped
        for number, cells in enumerate(reader, 1 + skipped):
            # A carriage return of ours is escaped, so any that stands here comes from another program.
            yield Row(number, tuple(cell.replace("\r\n", "\n") for cell in cells), line)
            line = reader.line_num + 1 + skipped
    finally:
        csv.field_size_limit(limit)


def _delimiter(text: str) -> str:
    """Choose the mark that makes most columns of the first line that has any."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: (rows.knows_heading(_cells(first, mark)), len(_cells(first, mark))))


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []
