"""TOML with the line of every key, read on after a mistake.

The standard library's parser keeps no positions and stops at the first mistake. A statement of TOML (a header, or a key
with its value) is whole lines and means something alone, so each is given to that parser by itself: what parses is a
statement, and its first line is where its keys stand. No grammar is written a second time here.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
"""Keys and, below arrays, places counted from 0: `("parts", 0, "title")`."""

_UNFINISHED = "(at end of document)"
_POSITION = re.compile(r" \((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)$")
_IN_WORDS = (
    (
        r"(Illegal|Found invalid) character '\\n'|Unterminated string|Expected \"'+\"",
        "the quotation mark at the end of the text is missing",
    ),
    (r"Unclosed array", "the list lacks a comma, or the bracket ] at its end"),
    (r"Unclosed inline table", "the table lacks a comma, or the brace } at its end"),
    (r"Invalid value", "what stands here is no value: a text stands in quotation marks"),
    (r"Expected '=' after a key in a key/value pair", "there is no = after the key"),
    (r"Expected '\]{1,2}' at the end of .*", "the brackets at the end of the header are missing"),
    (r"Expected newline or end of document after a statement", "something follows the value on its line"),
    (r"Cannot overwrite a value|Cannot redefine .*|Duplicate inline table key .*", "the key stands there already"),
    (r"Cannot declare .* twice|Cannot mutate .*", "the table stands there already"),
    (r"Too deep", "lists stand inside lists more deeply than can be read"),
    (r"Invalid date or datetime", "the date is not in the calendar"),
    (r"Unescaped '\\' in a string", r"the text has a \ that begins nothing; write \\ for the sign itself"),
    (r"Invalid statement|Invalid initial character for a key part", "this is neither a key nor a header"),
)
"""What the parser says -> what it means to the writer of the file; the parser's own words where none is here."""
_BEGINS_TABLE = re.compile(r"\s*\[")
_BEGINS_STATEMENT = re.compile(r"\s*(\[|[^=#]+=)")


@dataclass(frozen=True, slots=True)
class Mistake:
    """Where a text is not TOML, and why."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a text says, as far as it is TOML."""

    values: dict[str, Any]
    lines: dict[Path, int]
    """Path of every key and every item of an array -> line, counted from 1."""
    mistakes: tuple[Mistake, ...] = ()

    def line(self, path: Path) -> int | None:
        """Return where a key stands; for one that is missing, where the table stands that should have it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A header or a key with its value."""

    line: int
    """Counted from 1."""
    rows: list[str]
    values: dict[str, Any]

    @property
    def header(self) -> bool:
        """Whether it opens a table."""
        return self.rows[0].lstrip().startswith("[")

    @property
    def array(self) -> bool:
        """Whether it opens a table in an array of tables."""
        return self.rows[0].lstrip().startswith("[[")


def read(text: str) -> Document:
    """Read a text, leaving out the statements that are mistaken. Any end of line of any system is one."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mistakes: list[Mistake] = []
    statements = list(_statements(rows, mistakes))
    while True:
        try:
            values = _loads(_joined(rows, statements))
        except tomllib.TOMLDecodeError as error:
            line, message = _explain(error, otherwise=len(rows))
            culprit = next(place for place in reversed(range(len(statements))) if statements[place].line <= line)
            mistakes.append(Mistake(statements[culprit].line, message))
            del statements[culprit : _end(statements, culprit)]
        else:
            return Document(values, _lines(statements), tuple(sorted(mistakes, key=lambda mistake: mistake.line)))


def _loads(text: str) -> dict[str, Any]:
    """Give a text to the parser.

    Raises:
        tomllib.TOMLDecodeError: it is not TOML, or nested more deeply than anybody means.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        message = "Too deep (at line 1, column 1)"
        raise tomllib.TOMLDecodeError(message) from error


def _statements(rows: list[str], mistakes: list[Mistake]) -> Iterator[_Statement]:
    """Cut a text into statements, noting what is none and reading on at the next line that looks like one.

    After a header that is none, the keys below it belong nowhere: reading goes on at the next header.
    """
    start = 0
    while start < len(rows):
        try:
            length, values = _statement(rows, start)
        except tomllib.TOMLDecodeError as error:
            line, message = _explain(error, otherwise=1)
            mistakes.append(Mistake(start + line, message))
            begins = _BEGINS_TABLE if _BEGINS_TABLE.match(rows[start]) else _BEGINS_STATEMENT
            start = next((row for row in range(start + 1, len(rows)) if begins.match(rows[row])), len(rows))
            continue
        if rows[start].strip() and not rows[start].lstrip().startswith("#"):
            yield _Statement(start + 1, rows[start : start + length], values)
        start += length


def _statement(rows: list[str], start: int) -> tuple[int, dict[str, Any]]:
    """Take the fewest lines that are TOML by themselves.

    Raises:
        tomllib.TOMLDecodeError: there are none; with the reason that the longest attempt gave.
    """
    for end in range(start + 1, len(rows) + 1):
        try:
            return end - start, _loads("\n".join(rows[start:end]) + "\n")
        except tomllib.TOMLDecodeError as error:
            if end == len(rows) or _UNFINISHED not in str(error):
                raise
    return 1, {}


def _joined(rows: list[str], statements: list[_Statement]) -> str:
    """Join the statements, each on the lines where it stands."""
    kept = {number for found in statements for number in range(found.line - 1, found.line - 1 + len(found.rows))}
    return "".join(f"{row}\n" if number in kept else "\n" for number, row in enumerate(rows))


def _explain(error: tomllib.TOMLDecodeError, *, otherwise: int) -> tuple[int, str]:
    """Split the parser's sentence into its line, counted from 1, and its reason."""
    message = str(error)
    position = _POSITION.search(message)
    line = position.group("line") if position else None
    reason = _POSITION.sub("", message)
    words = (words for pattern, words in _IN_WORDS if re.fullmatch(pattern, reason))
    return int(line) if line else otherwise, next(words, reason)


def _end(statements: list[_Statement], start: int) -> int:
    """Return the place after a statement and, if it is a header, after the keys of its table."""
    if not statements[start].header:
        return start + 1
    return next((place for place in range(start + 1, len(statements)) if statements[place].header), len(statements))


def _lines(statements: list[_Statement]) -> dict[Path, int]:
    """Give every path the line where it is first said."""
    lines: dict[Path, int] = {}
    tables: Counter[Path] = Counter()
    here: Path = ()
    for found in statements:
        if found.header:
            here = _place(found, tables)
            for depth in range(1, len(here) + 1):
                lines.setdefault(here[:depth], found.line)
        else:
            for path, line in _said(found):
                lines.setdefault((*here, *path), line)
    return lines


def _place(header: _Statement, tables: Counter[Path]) -> Path:
    """Resolve the keys of a header; a key that names an array of tables means its last table."""
    path: Path = ()
    values: Any = header.values
    while values:
        key, inner = next(iter(values.items()))
        path = (*path, key)
        values = inner[0] if isinstance(inner, list) else inner
        tables[path] += isinstance(inner, list)
        if tables[path]:
            path = (*path, tables[path] - 1)
    return path


def _said(found: _Statement) -> Iterator[tuple[Path, int]]:
    """Give the paths that a key with its value says, with their lines."""
    array = _array(found.values) if len(found.rows) > 1 else ()
    offsets = list(_item_rows(found, array)) if array else []
    for path in _walk(found.values, ()):
        item = path[len(array)] if offsets and path[: len(array)] == array and len(path) > len(array) else None
        yield path, found.line + (offsets[item] if isinstance(item, int) else 0)


def _array(values: dict[str, Any]) -> Path:
    """Return the path of the array that is a statement's value; empty where the value is none."""
    path: Path = ()
    value: Any = values
    while isinstance(value, dict) and len(value) == 1:
        key, value = next(iter(value.items()))
        path = (*path, key)
    return path if isinstance(value, list) else ()


def _item_rows(found: _Statement, array: Path) -> Iterator[int]:
    """Give the row, counted from 0, on which each item of an array of several lines is complete.

    An array that is closed after a row has the items that are complete on it.
    """
    known = 0
    for row in range(len(found.rows)):
        text = "\n".join(found.rows[: row + 1])
        try:
            value: Any = _loads(text if row == len(found.rows) - 1 else f"{text}\n]")
        except tomllib.TOMLDecodeError:
            continue
        for key in array:
            value = value[key]
        yield from [row] * (len(value) - known)
        known = len(value)


def _walk(value: object, path: Path) -> Iterator[Path]:
    """Give the path of everything inside a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from _walk(inner, (*path, key))
