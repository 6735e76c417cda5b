"""Units as rows of a table, for CSV, XLSX and DOCX: one row a message, columns known by their headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.catalog.exchange.escaping import join_lines, split_lines
from translate_pub.catalog.exchange.findings import fail, warn
from translate_pub.catalog.exchange.unit import Address, Exchange, State, Unit
from translate_pub.model.diagnostic import Diagnostic, Outcome

COLUMNS = ("id", "notes", "context", "previous", "source", "target", "state", "comments", "exported")
"""In the order in which they are written."""

HEADINGS = {
    "id": "id",
    "notes": "developer_comments",
    "context": "context",
    "previous": "previous",
    "source": "source",
    "target": "target",
    "state": "state",
    "comments": "translator_comments",
    "exported": "exported",
}
"""Column -> its heading in a CSV, as Translate Toolkit and Weblate read it (`translate.storage.csvl10n`)."""

SHOWN = {
    "id": "id",
    "notes": "about the text",
    "context": "context",
    "previous": "earlier source",
    "source": "source",
    "target": "translation",
    "state": "state",
    "comments": "comment",
    "exported": "exported",
}
"""Column -> its heading in a sheet that people fill in."""

_ALIASES = {
    **{heading: column for headings in (HEADINGS, SHOWN) for column, heading in headings.items()},
    "original": "source",
    "translated": "target",
    "fuzzy": "state",
    "comments": "comments",
    "notes": "notes",
}
_WORDS = {
    **{state.value: state for state in State},
    "approved": State.REVIEWED,
    "final": State.REVIEWED,
    "done": State.TRANSLATED,
    "ok": State.TRANSLATED,
    "true": State.FUZZY,
    "needs work": State.FUZZY,
}
_LETTER = re.compile(r"\w")
_FEWEST_MARKS = 4
_EXAMINED = 50
"""Rows that are looked at to see whether the first column holds addresses."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read."""

    number: int
    """Counted from 1, as a spreadsheet counts."""
    cells: tuple[str, ...]
    line: int | None = None
    """Line of the file, where it has lines."""


def write(unit: Unit) -> dict[str, str]:
    """Return the cells of a unit, by column."""
    return {
        "id": str(unit.address or ""),
        "notes": join_lines(unit.notes),
        "context": unit.context,
        "previous": unit.previous,
        "source": unit.source,
        "target": unit.target,
        "state": unit.state.value if unit.state else "",
        "comments": join_lines(unit.comments),
        "exported": unit.exported,
    }


FORMULA_HINT = "a translation that begins with = is typed with an apostrophe before it: '="


def letter(index: int) -> str:
    """Name a column as a spreadsheet does; there are never more than a few."""
    return chr(ord("A") + index % 26)


def knows_heading(cells: Iterable[str]) -> bool:
    """Say whether a row has the heading of a column that a table cannot do without."""
    return not {"source", "target", "id"}.isdisjoint(_columns_of(cells).values())


def read(rows: Sequence[Row], path: str) -> Outcome[Exchange]:
    """Read a table; columns may stand in any order, and any but the translations may be missing.

    Args:
        rows: all of them, the headings first.
        path: the file's path, for findings.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not filled:
        return Outcome(None, (fail("C155", "the table is empty", path, None, "export the file once more"),))
    columns, found = _find_columns(filled, path)
    if columns is None:
        return Outcome(None, tuple(found))
    units = [unit for row in filled[1:] if (unit := _read_row(row, columns, found, path))]
    languages = Counter(unit.address.language for unit in units if unit.address)
    language = languages.most_common(1)[0][0] if languages else ""
    return Outcome(Exchange("", language, tuple(units)), tuple(found))


def _columns_of(cells: Iterable[str]) -> dict[int, str]:
    """Return index -> column of the headings that are known; the first of two alike counts."""
    known: dict[int, str] = {}
    for index, cell in enumerate(cells):
        column = _ALIASES.get(" ".join(cell.casefold().split()))
        if column and column not in known.values():
            known[index] = column
    return known


def _find_columns(rows: Sequence[Row], path: str) -> tuple[dict[str, int] | None, list[Diagnostic]]:
    """Find out which column is which, by the headings; else by the order in which they were exported."""
    head = rows[0]
    known = {column: index for index, column in _columns_of(head.cells).items()}
    if "target" in known and ("id" in known or "source" in known):
        missing = [column for column in ("id", "exported") if column not in known]
        said = f"row {head.number}: there is no column “{missing[0]}”" if missing else ""
        hint = "messages are found by their source text" if "id" in missing else "any difference counts as a change"
        return known, [warn("C155", said, path, head.line, hint)] if missing else []
    if len(head.cells) >= len(COLUMNS) and any(Address.parse(row.cells[0]) for row in rows[1:_EXAMINED] if row.cells):
        said = f"row {head.number}: the headings are not known; the columns are taken in the order of the export"
        order = {column: index for index, column in enumerate(COLUMNS)}
        return order, [warn("C155", said, path, head.line, f"headings: {', '.join(HEADINGS.values())}")]
    lacking = "target" if "target" not in known else "id"
    said = f"row {head.number}: there is no column “{lacking}”"
    return None, [
        fail("C155", said, path, head.line, f"the first row names the columns: {', '.join(HEADINGS.values())}")
    ]


def _read_row(row: Row, columns: Mapping[str, int], found: list[Diagnostic], path: str) -> Unit | None:
    """Read a row, or say why it cannot be."""
    width = max(columns.values()) + 1
    place = f"row {row.number}"
    if any(cell.strip() for cell in row.cells[width:]) and len(row.cells) > width + len(COLUMNS):
        found.append(fail("C168", f"{place} has more cells than there are columns", path, row.line, _QUOTES_HINT))
        return None
    if len(row.cells) <= columns["target"]:
        found.append(fail("C168", f"{place} ends before its translation", path, row.line, _QUOTES_HINT))
        return None
    cells = {column: row.cells[index] if index < len(row.cells) else "" for column, index in columns.items()}
    if lost_letters(cells["target"], cells.get("source", "")):
        found.append(fail("C154", f"{place}: question marks stand where letters were", path, row.line, ENCODING_HINT))
        return None
    return Unit(
        Address.parse(cells.get("id", "")),
        cells.get("source", ""),
        cells["target"],
        read_state(cells, place, row.line, found, path),
        cells.get("context", ""),
        split_lines(cells.get("notes", "")),
        split_lines(cells.get("comments", "")),
        cells.get("previous", ""),
        cells.get("exported", "").strip(),
        place,
        row.line,
    )


_QUOTES_HINT = "a quotation mark may be missing in this row or the one before; save the table again in a spreadsheet"
ENCODING_HINT = "save it as UTF-8; Excel calls that “CSV UTF-8 (comma delimited)”"


def read_state(
    cells: Mapping[str, str], place: str, line: int | None, found: list[Diagnostic], path: str
) -> State | None:
    """Read the state of a row; None where it says none, or one that is not known."""
    if not cells["target"]:
        return State.UNTRANSLATED
    said = cells.get("state", "").strip()
    state = _WORDS.get(said.casefold())
    if said and state is None:
        allowed = ", ".join(one.value for one in State)
        found.append(warn("C157", f"{place}: “{said[:40]}” is no state", path, line, f"allowed: {allowed}"))
    return state


def lost_letters(text: str, source: str) -> bool:
    """Say whether a program has written question marks for letters that its encoding does not have."""
    marks = text.count("?")
    return marks >= _FEWEST_MARKS and not _LETTER.search(text) and bool(_LETTER.search(source))
