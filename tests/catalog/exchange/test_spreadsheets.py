"""Tables as spreadsheets, and the people before them, save them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from translate.storage.csvl10n import csvfile

from tests.catalog.exchange import samples
from translate_pub.catalog.exchange import formats, rows, xlsx
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import Exchange, State, Unit

UNITS = samples.exchange().units
HEADINGS = [rows.HEADINGS[column] for column in rows.COLUMNS]


def table() -> list[list[str]]:
    """Return the exported table as cells."""
    return list(csv.reader(io.StringIO(samples.write(Format.CSV).decode("utf-8-sig"), newline="")))


def saved(cells: list[list[str]], encoding: str = "utf-8", **dialect: Any) -> bytes:  # noqa: ANN401 - csv's own options
    """Save a table as another program does."""
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows(cells)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        saved(table(), "utf-8-sig", delimiter=";"),
        saved(table(), "utf-16", delimiter="\t"),
        saved(table(), lineterminator="\n"),
        saved(table(), quoting=csv.QUOTE_ALL, delimiter="|"),
        b"sep=;\r\n" + saved(table(), delimiter=";"),
        saved([[cell.replace("\n", "\r\n") for cell in row] for row in table()]),
        saved([[*row, "", ""] for row in table()]),
        saved([*table(), [""] * 9, []]),
        saved([[heading.upper() for heading in table()[0]], *table()[1:]]),
    ],
    ids=[
        "semicolon",
        "unicode-text",
        "lf",
        "pipe",
        "sep-line",
        "crlf-in-cells",
        "more-columns",
        "blank-rows",
        "capitals",
    ],
)
def test_a_table_survives_the_habits_of_spreadsheets(data: bytes) -> None:
    """Delimiters, encodings, line ends and blank rows make no difference."""
    assert samples.read(data) == UNITS


def test_rows_and_columns_may_be_moved() -> None:
    """Rows are known by their ids, columns by their headings."""
    moved = [list(reversed(row)) for row in [table()[0], *reversed(table()[1:])]]
    assert set(samples.read(saved(moved))) == set(UNITS)


def test_headings_that_were_translated_are_known_by_their_order() -> None:
    """The columns are taken in the order of the export, and it is said so."""
    cells = [["شناخت", "نوٹ", "سیاق", "پہلے", "اصل", "ترجمہ", "حالت", "تبصرہ", "برآمد"], *table()[1:]]
    outcome = formats.read(saved(cells), "file")
    assert outcome.value is not None
    assert outcome.value.units == UNITS
    assert [found.code for found in outcome.diagnostics] == ["C155"]


@pytest.mark.parametrize(("column", "lost"), [("id", False), ("exported", False), ("target", True), ("state", False)])
def test_a_column_may_be_missing(column: str, lost: bool) -> None:
    """Only the translations cannot be done without; what is missing is said where it matters."""
    index = HEADINGS.index(column)
    outcome = formats.read(saved([row[:index] + row[index + 1 :] for row in table()]), "file")
    assert (outcome.value is None) is lost
    assert [found.code for found in outcome.diagnostics] == ([] if column == "state" else ["C155"])


def test_a_table_without_source_and_id_is_refused() -> None:
    """Nothing says then what the translations are of."""
    assert samples.codes(saved([["target", "state"], ["a", "translated"]])) <= {"C150", "C155"}


def test_no_cell_of_a_csv_begins_a_formula() -> None:
    """What a spreadsheet could take for a formula begins with an apostrophe."""
    cells = [cell for row in table()[1:] for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=1+1 is two" in cells


def test_a_formula_in_a_csv_is_refused_at_its_cell() -> None:
    """Without the apostrophe of the export, what begins with = is a formula; its row is left out."""
    cells = table()
    cells[3][HEADINGS.index("target")] = "=cmd|'/C calc'!A0"
    outcome = formats.read(saved(cells), "file")
    assert outcome.value is not None
    assert outcome.value.units == (*UNITS[:2], *UNITS[3:])
    assert [(found.code, "cell F4" in found.message) for found in outcome.diagnostics] == [("C156", True)]


def test_letters_that_were_lost_are_noticed() -> None:
    """A table that was saved in an encoding without its letters is refused, at the row or as a whole."""
    cells = [[cell if cell.isascii() else "?????" for cell in row] for row in table()]
    outcome = formats.read(saved(cells), "file")
    assert {found.code for found in outcome.diagnostics} == {"C154"}
    assert outcome.diagnostics[0].span is not None
    assert outcome.diagnostics[0].span.line == 2
    swedish = saved([HEADINGS, ["", "", "", "", "The split", "Sprickan på mötet", "", "", ""]], "cp1252")
    assert samples.codes(swedish) == {"C154"}


def test_a_row_without_its_quotation_mark_is_named() -> None:
    """What a missing mark swallows is not taken for translations."""
    data = samples.write(Format.CSV)
    word = "پھوٹ".encode()
    assert samples.codes(data.replace(b'"' + word + b'"', b'"' + word)) == {"C153"}
    assert samples.codes(data.replace(b'"' + word + b'"', word + b'"')) <= {"C153", "C168"}
    assert samples.codes(b'id,source,target\r\n"ur/a/b/0123456789abcdef","x"\r\n') >= {"C168"}


def test_a_state_that_is_none_is_named() -> None:
    """A word in the column of states that is no state is reported, and the row taken all the same."""
    cells = table()
    cells[1][HEADINGS.index("state")] = "klar"
    outcome = formats.read(saved(cells), "file")
    assert outcome.value is not None
    assert outcome.value.units[0].state is None
    assert [(found.code, "row 2" in found.message) for found in outcome.diagnostics] == [("C157", True)]


def test_translate_toolkit_reads_the_csv() -> None:
    """Source, translation, context, fuzziness and comments are where it, and so Weblate, looks for them."""
    store = csvfile(io.BytesIO(samples.write(Format.CSV)))
    assert [unit.target for unit in store.units][:2] == [unit.target for unit in UNITS][:2]
    assert [unit.isfuzzy() for unit in store.units] == [unit.state is State.FUZZY for unit in UNITS]
    assert store.units[0].getnotes("developer") == "\n".join(UNITS[0].notes)


def edited(change: Callable[[Any], None], made: Exchange | None = None) -> bytes:
    """Open the exported sheet in another program, change it and save it."""
    book = openpyxl.load_workbook(io.BytesIO(samples.write(Format.XLSX, made)))
    change(book[xlsx.SHEET])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(unit: int, column: str) -> str:
    """Name the cell of a unit."""
    return f"{chr(ord('A') + rows.COLUMNS.index(column))}{unit + 2}"


def test_a_sheet_survives_another_program() -> None:
    """Opened and saved elsewhere, with cells of its own strings, a sheet is the same."""
    assert samples.read(edited(lambda _: None)) == UNITS


def test_a_sheet_holds_texts_only() -> None:
    """No cell is a formula, and one that looks like one stays a text when it is typed again."""
    book = openpyxl.load_workbook(io.BytesIO(samples.write(Format.XLSX)))
    cells = [one for row in book[xlsx.SHEET].iter_rows() for one in row]
    assert {one.data_type for one in cells} <= {"s", "n", "inlineStr"}
    assert all(one.value is None or isinstance(one.value, str) for one in cells)
    assert [one.quotePrefix for one in cells if one.value == "=1+1 is two"] == [True]
    assert {one.number_format for one in cells} == {"@"}


def test_a_sheet_reads_from_right_to_left_where_the_language_does() -> None:
    """The column of an Urdu translation is set from the right, that of its English source from the left."""
    sheet = openpyxl.load_workbook(io.BytesIO(samples.write(Format.XLSX)))[xlsx.SHEET]
    assert sheet[cell(0, "target")].alignment.readingOrder == 2
    assert sheet[cell(0, "source")].alignment.readingOrder == 1


@pytest.mark.parametrize(
    ("value", "code", "taken"),
    [
        ('=HYPERLINK("http://x")', "C156", False),
        (dt.datetime(2026, 11, 22, tzinfo=None), "C157", False),  # noqa: DTZ001 - a spreadsheet's dates have no zone
        (True, "C157", False),
        ("#NAME?", "C157", False),
        (1917, "C157", True),
    ],
)
def test_a_cell_that_holds_no_text_is_named(value: object, code: str, taken: bool) -> None:
    """Formulas, dates and errors are refused at their cell, a number is taken as its digits."""

    def change(sheet: Any) -> None:  # noqa: ANN401 - openpyxl's
        sheet[cell(0, "target")] = value

    outcome = formats.read(edited(change), "file")
    assert outcome.value is not None
    assert [(found.code, cell(0, "target") in found.message) for found in outcome.diagnostics] == [(code, True)]
    assert outcome.value.units[0].target == ("1917" if taken else UNITS[1].target)


def test_a_message_longer_than_a_cell_stays_behind() -> None:
    """A spreadsheet cuts what is too long without a word, so it is left out with one."""
    long = Unit(UNITS[0].address, "x" * 33_000, "y")
    outcome = formats.write(Format.XLSX, Exchange("en", "ur", (*UNITS, long)))
    assert outcome.value is not None
    assert [found.code for found in outcome.diagnostics] == ["C164"]
    assert samples.read(outcome.value) == UNITS


def test_a_sheet_that_claims_endless_rows_is_read_to_its_last() -> None:
    """A row number beyond any sheet costs no time."""
    data = io.BytesIO(samples.write(Format.XLSX))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(
                    b"</sheetData>", b'<row r="999999999999"><c r="A999999999999"/></row></sheetData>'
                )
            new.writestr(part, content)
    assert samples.read(out.getvalue()) == UNITS


def test_rows_of_a_sheet_may_be_sorted_and_removed() -> None:
    """What is left is read, whatever its order."""

    def change(sheet: Any) -> None:  # noqa: ANN401 - openpyxl's
        sheet.delete_rows(2, 2)
        sheet.move_range("A2:I2", rows=10)

    assert set(samples.read(edited(change))) == set(UNITS[2:])
