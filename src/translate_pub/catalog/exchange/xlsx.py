"""A sheet for Excel and LibreOffice (XLSX), by openpyxl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from translate_pub.catalog.directions import direction
from translate_pub.catalog.exchange import libraries, rows
from translate_pub.catalog.exchange.escaping import escape, unescape
from translate_pub.catalog.exchange.findings import fail, warn
from translate_pub.catalog.exchange.rows import Row
from translate_pub.catalog.exchange.unit import Exchange, State, Unit
from translate_pub.model.diagnostic import Diagnostic, Outcome

SHEET = "translation"
_MOST_ROWS = 1_048_576
"""Rows of a sheet (Microsoft, as below); a file may claim any number, and openpyxl goes through all of them."""
_MOST_COLUMNS = 64
_LONGEST = 32_767
"""Characters of a cell (Microsoft, "Excel specifications and limits"), in UTF-16."""
_WIDTHS = {
    "id": 12,
    "notes": 24,
    "context": 14,
    "previous": 24,
    "source": 60,
    "target": 60,
    "state": 14,
    "comments": 28,
}
_HELP = (
    "Write your translation into the column “translation”, beside its source.",
    "Markup stays markup: *so*, **so**, [^note], [so](address), {#id}. Do not translate what stands in braces.",
    "Column “state”: translated when you are content, fuzzy when somebody should look at it again.",
    "Column “comment” is for remarks to your coordinator; it is kept with the message.",
    "Rows and columns may be sorted, hidden and moved. Please leave the columns “id” and “exported” as they are.",
    "Save as XLSX and send the file back; it is merged message by message, and nothing is overwritten.",
)


def write(exchange: Exchange) -> Outcome[bytes]:
    """Write a sheet. Every cell is typed as text, so that none is ever a formula.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    openpyxl = libraries.load("openpyxl", "a spreadsheet")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    writer = _Writer(sheet, exchange)
    kept = tuple(unit for unit in exchange.units if not _too_long(unit))
    writer.write_head(len(kept))
    for unit in kept:
        writer.write_unit(unit)
    sheet.auto_filter.ref = f"A1:{rows.letter(len(rows.COLUMNS) - 1)}{len(kept) + 1}"
    guide = book.create_sheet("how to")
    guide.column_dimensions["A"].width = 110
    for line in _HELP:
        guide.append([line])
    out = io.BytesIO()
    book.save(out)
    return Outcome(out.getvalue(), tuple(_stays(unit) for unit in exchange.units if _too_long(unit)))


def _too_long(unit: Unit) -> bool:
    cells = rows.write(unit).values()
    return any(len(cell) * 2 > _LONGEST and len(escape(cell).encode("utf-16-le")) // 2 > _LONGEST for cell in cells)


def _stays(unit: Unit) -> Diagnostic:
    said = f"a message is longer than a cell of a spreadsheet may be ({_LONGEST:,} characters): {unit.source[:60]!r}"
    return fail("C164", said, str(unit.address or ""), None, "export it as XLIFF, CSV or DOCX")


class _Writer:
    """Writes cells with the styles of their columns."""

    def __init__(self, sheet: Any, exchange: Exchange) -> None:  # noqa: ANN401  # openpyxl's
        self._sheet = sheet
        self._cell = libraries.load("openpyxl.cell", "a spreadsheet").WriteOnlyCell
        self._modules = libraries.load("openpyxl.styles", "a spreadsheet")
        source, target = (direction(one) == "rtl" for one in (exchange.source_language, exchange.language))
        from_right = {"target": target, "source": source, "previous": source}
        self._head = self._style(bold=True)
        self._styles = {
            column: tuple(
                self._style(grey=column in _GREY, from_right=from_right.get(column, False), quoted=quoted)
                for quoted in (False, True)
            )
            for column in rows.COLUMNS
        }

    def _style(self, *, bold: bool = False, grey: bool = False, from_right: bool = False, quoted: bool = False) -> Any:  # noqa: ANN401  # openpyxl's
        """Make a style, once: openpyxl would look up every property of every cell, which takes four times as long."""
        cell = self._cell(self._sheet)
        cell.font = self._modules.Font(bold=bold, **({"color": "00808080", "size": 8} if grey else {}))
        cell.alignment = self._modules.Alignment(wrap_text=True, vertical="top", readingOrder=2 if from_right else 1)
        cell.number_format = "@"
        cell.quotePrefix = quoted
        return cell._style  # noqa: SLF001  # openpyxl has no other way to give many cells one style

    def write_head(self, count: int) -> None:
        """Write the row of headings, and what the sheet says of its columns."""
        for index, column in enumerate(rows.COLUMNS):
            dimension = self._sheet.column_dimensions[rows.letter(index)]
            dimension.width = _WIDTHS.get(column, 12)
            dimension.hidden = column == "exported"
        self._sheet.freeze_panes = "A2"
        choice = ",".join(state.value for state in State)
        data_validation = libraries.load("openpyxl.worksheet.datavalidation", "a spreadsheet").DataValidation
        validation = data_validation(type="list", formula1=f'"{choice}"', allow_blank=True)
        validation.errorTitle, validation.error = "state", f"allowed: {choice}"
        letter = rows.letter(rows.COLUMNS.index("state"))
        validation.add(f"{letter}2:{letter}{max(count + 1, 2)}")
        self._sheet.data_validations.append(validation)
        self._sheet.append([self._make(rows.SHOWN[column], self._head) for column in rows.COLUMNS])

    def write_unit(self, unit: Unit) -> None:
        """Write a row; a text that Excel could take for a formula when it is typed again is marked as quoted."""
        texts = {column: escape(text) for column, text in rows.write(unit).items()}
        self._sheet.append(
            [self._make(text, self._styles[column][text[:1] in _QUOTED]) for column, text in texts.items()]
        )

    def _make(self, text: str, style: Any) -> Any:  # noqa: ANN401  # openpyxl's
        cell = self._cell(self._sheet, value=text or None)
        cell._style = style  # noqa: SLF001  # as above
        if text:
            cell.data_type = "s"  # openpyxl takes a text that begins with `=` for a formula
        return cell


_GREY = {"id", "exported", "notes"}
_QUOTED = frozenset("=+-@'")


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a sheet, whoever saved it; formulas, dates and errors in its cells are refused, each at its place.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    openpyxl = libraries.load("openpyxl", "a spreadsheet")
    found: list[Diagnostic] = []
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = _sheet(book)
            table = list(_rows(sheet, found, path))
        finally:
            book.close()
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        SyntaxError,
        OSError,
        zipfile.BadZipFile,
    ) as error:
        said = f"the sheet cannot be read: {str(error) or 'its parts are not those of a sheet'}"
        return Outcome(None, (fail("C153", said, path, None, "open it in a spreadsheet and save it as XLSX again"),))
    outcome = rows.read(table, path)
    return Outcome(outcome.value, (*found, *outcome.diagnostics))


def _sheet(book: Any) -> Any:  # noqa: ANN401  # openpyxl's
    """Return the sheet of the translations: by its name, or else the first one."""
    return book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]


def _rows(sheet: Any, found: list[Diagnostic], path: str) -> Iterator[Row]:  # noqa: ANN401  # openpyxl's
    # What other programs write as the size of a sheet is often wrong.
    sheet.reset_dimensions()
    before: object = None
    for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS), 1):
        if cells is before:
            continue  # openpyxl gives one and the same row for all that the file leaves out
        before = cells
        texts = [_read_cell(cell, found, path) for cell in cells]
        if None not in texts and any(texts):
            yield Row(number, tuple(text for text in texts if text is not None))


def _read_cell(cell: Any, found: list[Diagnostic], path: str) -> str | None:  # noqa: ANN401  # openpyxl's
    """Read a cell; None where it holds what no translation is."""
    value = cell.value
    if value is None:
        return ""
    place = f"cell {cell.coordinate}"
    if cell.data_type == "f":
        found.append(fail("C156", f"{place} holds a formula; its row is not taken", path, None, rows.FORMULA_HINT))
        return None
    if cell.data_type == "e":
        found.append(fail("C157", f"{place} holds an error of the spreadsheet: {value}", path, None, _TEXT_HINT))
        return None
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        said = f"{place} holds a date or a truth value where a text belongs; its row is not taken"
        found.append(fail("C157", said, path, None, _TEXT_HINT))
        return None
    found.append(
        warn("C157", f"{place} holds a number; it is taken as the text “{_number(value)}”", path, None, _TEXT_HINT)
    )
    return _number(value)


_TEXT_HINT = "format the cell as text, then type it again"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(value)
