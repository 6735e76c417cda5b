"""The status of editions as a table that fits a terminal, and as JSON for other programs."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from rich.cells import cell_len

from translate_pub.model.book import Launch
from translate_pub.model.progress import Count, Progress
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus, StatusReport
from translate_pub.report import status
from translate_pub.report.console import Surface

FIRST = ChapterStatus("01-iskra", Progress(Count(40, 0, 0), Count(3000, 0, 0)))
SECOND = ChapterStatus("02-split", Progress(Count(96, 3, 1), Count(2900, 90, 10)))
URDU = EditionStatus("ur", (FIRST, SECOND), Launch(dt.date(2027, 1, 15), "Lahore"))
SWEDISH = EditionStatus("sv", (FIRST,), Launch(dt.date(2026, 11, 20)))
SPANISH = EditionStatus("es", (SECOND,))
REPORT = StatusReport((BookStatus("handbook", (URDU, SWEDISH, SPANISH)),), dt.date(2026, 11, 21))

TABLE = """\
handbook
                   words                    messages
language   done  transl.  fuzzy  untransl.   transl.  fuzzy  untransl.  chapters
────────────────────────────────────────────────────────────────────────────────
ur اردو\u200e    98 %    5,900     90         10       136      3          1    1 of 2
sv svenska  100 %    3,000      0          0        40      0          0    1 of 1
es español   96 %    2,900     90         10        96      3          1    0 of 1
launch of ur: 2027-01-15, Lahore (55 days left)
launch of sv: 2026-11-20 (1 day ago)"""


def normal(text: str) -> list[list[str]]:
    """Return the cells of each line of a table."""
    return [line.split() for line in text.splitlines() if "─" not in line]


def test_table() -> None:
    """A line an edition: per cent, words, messages, chapters, and below them the launches with the days left."""
    assert normal(status.table(REPORT)) == normal(TABLE)


@pytest.mark.parametrize("colour", [False, True])
def test_table_fits_a_terminal(colour: bool) -> None:
    """The table of an edition fits into 80 columns, also for a book of a million words."""
    large = Progress(Count(99999, 9999, 9999), Count(999999, 99999, 99999))
    edition = EditionStatus("es", (ChapterStatus("01", large),))
    drawn = status.table(StatusReport((BookStatus("b", (edition,)),)), surface=Surface(80, colour))
    if not colour:
        assert max(cell_len(line) for line in drawn.splitlines()) <= 80
    assert "999,999" in drawn
    assert "\x1b" not in drawn or colour


def test_chapters() -> None:
    """With chapters there is a line for each of them below its edition."""
    lines = normal(status.table(REPORT, chapters=True))
    assert ["01-iskra", "100", "%", "3,000", "0", "0", "40", "0", "0"] in lines
    assert len([line for line in lines if line and line[0] == "02-split"]) == 2


def test_nothing() -> None:
    """Without books it is said how to make one."""
    assert "translate-pub new" in status.table(StatusReport(()))
    assert json.loads(status.json(StatusReport(()))) == {"books": []}


def test_no_day_no_days() -> None:
    """Where nobody counts the days, the date stands alone."""
    assert "launch of ur: 2027-01-15, Lahore\n" in status.table(StatusReport(REPORT.books)) + "\n"


def test_json() -> None:
    """The JSON has books, languages and chapters, with messages, words, per cent and launch."""
    value = json.loads(status.json(REPORT))
    assert [book["book"] for book in value["books"]] == ["handbook"]
    urdu, swedish, spanish = value["books"][0]["languages"]
    assert urdu == {
        "language": "ur",
        "messages": {"total": 140, "translated": 136, "fuzzy": 3, "untranslated": 1},
        "words": {"total": 6000, "translated": 5900, "fuzzy": 90, "untranslated": 10},
        "percent": 98,
        "chapters": [
            {
                "chapter": "01-iskra",
                "messages": {"total": 40, "translated": 40, "fuzzy": 0, "untranslated": 0},
                "words": {"total": 3000, "translated": 3000, "fuzzy": 0, "untranslated": 0},
                "percent": 100,
            },
            {
                "chapter": "02-split",
                "messages": {"total": 100, "translated": 96, "fuzzy": 3, "untranslated": 1},
                "words": {"total": 3000, "translated": 2900, "fuzzy": 90, "untranslated": 10},
                "percent": 96,
            },
        ],
        "launch": {"date": "2027-01-15", "place": "Lahore"},
    }
    assert swedish["launch"] == {"date": "2026-11-20", "place": ""}
    assert spanish["launch"] is None


def test_lowest() -> None:
    """The lowest per cent of the editions shown is what a minimum is held against."""
    assert REPORT.lowest == 96
    assert StatusReport(()).lowest == 100
