"""A glossary as a table: comma-separated values, as spreadsheets write them.

One row of headings, then a row a term. Commas, semicolons or tabs part the columns, as the heading shows. A cell that a
spreadsheet would take for a formula is written with an apostrophe before it (OWASP, "CSV Injection"), and read without.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate_pub.catalog.glossary import forms
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.glossary import Glossary, Term

COLUMNS = ("term", "translation", "forbidden", "part of speech", "note")
_REQUIRED = COLUMNS[:2]
_NAMES = {name.replace(" ", ""): name for name in COLUMNS} | {"pos": "part of speech", "notes": "note"}
_DELIMITERS = ",;\t"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a table is written."""

    delimiter: str
    columns: tuple[str, ...]
    """The known name of each column, empty for one that is not known."""
    first: int
    """Lines above the first row."""


def parse(text: str, path: str, language: str) -> Outcome[Glossary]:
    """Read a table; a row that cannot be used is found and left out.

    Args:
        text: without a byte order mark.
        path: of the file, for findings.
        language: BCP 47 tag of the translations.

    Returns:
        the glossary; none where the heading does not name the columns.
    """
    if not text.strip():
        return Outcome(Glossary(language, path))
    layout = _layout(text)
    lacking = [name for name in _REQUIRED if name not in layout.columns]
    if lacking:
        return Outcome(None, (_headless(path, layout, lacking),))
    terms: list[Term] = []
    found: list[Diagnostic] = []
    seen: dict[tuple[str, str], int] = {}
    for line, cells in _rows(text, layout):
        if cells is None:
            found.append(_unusable(path, line, "a quotation mark in this row is not closed, or stands inside a cell"))
            continue
        row = {name: _bare(cell) for name, cell in zip(layout.columns, cells, strict=False) if name}
        if not any(row.values()):
            continue
        term = _term(row, line)
        faults = _faults(term, cells, layout)
        found += (_unusable(path, line, each) for each in faults)
        if not faults:
            found += _repeated(term, seen, path)
            terms.append(term)
    return Outcome(Glossary(language, path, tuple(terms)), tuple(found))


def serialize(terms: Iterable[Term], *, delimiter: str = ",") -> str:
    """Write a table of terms with its heading."""
    return rows([COLUMNS, *map(cells, terms)], delimiter)


def extended(text: str, terms: Sequence[Term]) -> str:
    """Return the text of a table with terms added at its end, in its own columns; a new table where there is none."""
    if not text.strip():
        return serialize(terms)
    layout = _layout(text)
    added = [[dict(zip(COLUMNS, cells(term), strict=True)).get(name, "") for name in layout.columns] for term in terms]
    end = "\r\n" if "\r\n" in text else "\n"
    above = text if text.endswith("\n") else text + end
    return above + rows(added, layout.delimiter, end)


def cells(term: Term) -> tuple[str, ...]:
    """Return the cells of a term, in the order of `COLUMNS`."""
    alternatives = (f" {forms.ALTERNATIVE} ".join(each) for each in (term.source, term.allowed, term.forbidden))
    return (*alternatives, term.part_of_speech, term.note)


def rows(table: Iterable[Sequence[str]], delimiter: str = ",", end: str = "\n") -> str:
    """Write rows, with the cells neutralised that a spreadsheet would take for formulas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    for row in table:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return out.getvalue()


def _bare(cell: str) -> str:
    """Return a cell without what neutralises it."""
    return " ".join((cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell).split())


def _layout(text: str) -> _Layout:
    """Find out how a table is written: the delimiter with which the heading has the most columns that are known."""
    head, *below = _lines(text)
    first = 0
    if head.strip().lower().startswith("sep=") and below:  # a line of Excel's
        first, head = 1, below[0]
    layouts = [_Layout(delimiter, _columns(head, delimiter), first) for delimiter in _DELIMITERS]
    return max(layouts, key=lambda layout: sum(map(bool, layout.columns)))


def _columns(head: str, delimiter: str) -> tuple[str, ...]:
    named = next(csv.reader([head.rstrip("\r\n")], delimiter=delimiter), [])
    return tuple(_NAMES.get(name.strip().casefold().replace(" ", "").replace("_", ""), "") for name in named)


def _rows(text: str, layout: _Layout) -> Iterator[tuple[int, list[str] | None]]:
    """Give the rows below the heading with the lines that they begin on; None for one that cannot be taken apart.

    A quotation mark that nobody closed costs its own line: what follows is read anew.
    """
    lines = _lines(text)
    begin = layout.first + 1
    while begin < len(lines):
        following = (lines[number] for number in range(begin, len(lines)))
        reader = csv.reader(following, delimiter=layout.delimiter, strict=True)
        row = begin
        try:
            for cells in reader:
                yield row + 1, cells
                row = begin + reader.line_num
        except csv.Error:
            yield row + 1, None
            row += 1
        begin = row


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, whichever system they are from."""
    return io.StringIO(text.replace("\0", "\ufffd"), newline="").readlines()


def _term(row: dict[str, str], line: int) -> Term:
    return Term(
        forms.split(row.get("term", "")),
        forms.split(row.get("translation", "")),
        forms.split(row.get("forbidden", "")),
        row.get("part of speech", ""),
        row.get("note", ""),
        line,
    )


def _faults(term: Term, cells: Sequence[str], layout: _Layout) -> list[str]:
    """Say what is wrong with a row."""
    if not term.source:
        return ["there is no term in this row"]
    faults = [
        f"“{form}” {why}" for form in (*term.source, *term.allowed, *term.forbidden) if (why := forms.fault(form))
    ]
    if any(cell.strip() for cell in cells[len(layout.columns) :]):
        faults.append(f"this row has {len(cells)} cells, and the heading {len(layout.columns)}")
    return faults


def _repeated(term: Term, seen: dict[tuple[str, str], int], path: str) -> Iterator[Diagnostic]:
    """Find forms that another row has already, as the same part of speech."""
    for form in term.source:
        key = form, term.part_of_speech.casefold()
        if key in seen:
            message = f"the term “{form}” stands in line {seen[key]} already"
            hint = "put both into one row, with | between them"
            yield Diagnostic("C132", Severity.WARNING, message, Span(path, term.line), (hint,))
        seen.setdefault(key, term.line or 0)


def _headless(path: str, layout: _Layout, lacking: Sequence[str]) -> Diagnostic:
    message = f"the first line does not name the columns of a glossary: {' and '.join(lacking)} missing"
    hints = (f"wanted: {', '.join(COLUMNS)}; the first two must be there", "save the table as CSV, UTF-8")
    return Diagnostic("C130", Severity.ERROR, message, Span(path, layout.first + 1), hints)


def _unusable(path: str, line: int, why: str) -> Diagnostic:
    star = "a star stands at the beginning or end of a word: revolution*"
    cell = "a cell that holds the sign between the columns stands in quotation marks"
    return Diagnostic("C131", Severity.ERROR, why, Span(path, line), (star if "star" in why else cell,))
