"""The status of editions as a table that fits a terminal, and as JSON for other programs."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from rich.cells import cell_len

from translate_pub.model.book import Launch
from translate_pub.model.claims import Claim
from translate_pub.model.progress import Count, Progress
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus, StatusReport
from translate_pub.report import status
from translate_pub.report.console import Surface

ISKRA = Progress(Count(40, 0, 0, 30), Count(3000, 0, 0, 2500))
FIRST = ChapterStatus("01-iskra", ISKRA, ISKRA)
SPLIT = Progress(Count(96, 3, 1), Count(2900, 90, 10))
SECOND = ChapterStatus("02-split", SPLIT, SPLIT)
URDU = EditionStatus("ur", (FIRST, SECOND), Launch(dt.date(2027, 1, 15), "Lahore"))
SWEDISH = EditionStatus("sv", (FIRST,), Launch(dt.date(2026, 11, 20)))
SPANISH = EditionStatus("es", (SECOND,))
REPORT = StatusReport((BookStatus("handbook", (URDU, SWEDISH, SPANISH)),), dt.date(2026, 11, 21))

TABLE = """\
handbook
                   re-            words                    messages
language   done viewed  transl.  fuzzy  missing   transl.  fuzzy  missing  chapters
────────────────────────────────────────────────────────────────────────────────
ur اردو\u200e    98 % 41 %    5,900     90         10       136      3          1    1 of 2
sv svenska  100 %  83 % 3,000      0          0        40      0          0    1 of 1
es español   96 %  0 % 2,900     90         10        96      3          1    0 of 1
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
    edition = EditionStatus("es", (ChapterStatus("01", large, large),))
    drawn = status.table(StatusReport((BookStatus("b", (edition,)),)), surface=Surface(80, colour))
    if not colour:
        assert max(cell_len(line) for line in drawn.splitlines()) <= 80
    assert "999,999" in drawn
    assert "\x1b" not in drawn or colour


def test_chapters() -> None:
    """With chapters there is a line for each of them below its edition."""
    lines = normal(status.table(REPORT, chapters=True))
    assert ["01-iskra", "100", "%", "83", "%", "3,000", "0", "0", "40", "0", "0"] in lines
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
    iskra = {
        "messages": {"total": 40, "translated": 40, "fuzzy": 0, "untranslated": 0, "reviewed": 30},
        "words": {"total": 3000, "translated": 3000, "fuzzy": 0, "untranslated": 0, "reviewed": 2500},
        "percent": 100,
        "percent_reviewed": 83,
    }
    split = {
        "messages": {"total": 100, "translated": 96, "fuzzy": 3, "untranslated": 1, "reviewed": 0},
        "words": {"total": 3000, "translated": 2900, "fuzzy": 90, "untranslated": 10, "reviewed": 0},
        "percent": 96,
        "percent_reviewed": 0,
    }
    both = {
        "messages": {"total": 140, "translated": 136, "fuzzy": 3, "untranslated": 1, "reviewed": 30},
        "words": {"total": 6000, "translated": 5900, "fuzzy": 90, "untranslated": 10, "reviewed": 2500},
        "percent": 98,
        "percent_reviewed": 41,
    }
    assert urdu == {
        "language": "ur",
        **both,
        "as_it_stands": both,
        "chapters": [
            {"chapter": "01-iskra", **iskra, "as_it_stands": iskra, "claim": None},
            {"chapter": "02-split", **split, "as_it_stands": split, "claim": None},
        ],
        "launch": {"date": "2027-01-15", "place": "Lahore"},
    }
    assert swedish["launch"] == {"date": "2026-11-20", "place": ""}
    assert spanish["launch"] is None


def test_lowest() -> None:
    """The lowest per cent of the editions shown is what a minimum is held against."""
    assert REPORT.lowest == 96
    assert StatusReport(()).lowest == 100


def test_both_numbers_where_they_differ() -> None:
    """An edition whose catalogues follow an older revision is told in both numbers; one in step in none more."""
    behind = EditionStatus("sv", (ChapterStatus("02-split", SPLIT, ISKRA),))
    drawn = status.table(StatusReport((BookStatus("handbook", (behind, SPANISH)),)))
    assert "\nsv as it stands: 100 % of 3,000 words; after the next update: 96 % of 3,000 words" in drawn
    assert "es as it stands" not in drawn


def test_claims() -> None:
    """Overdue claims are always told; those that run, with the chapters."""
    day = dt.date(2026, 11, 21)
    late = Claim("sv", "handbook", "01-iskra", "Åsa Ek", dt.date(2026, 11, 1), dt.date(2026, 11, 18))
    runs = Claim("sv", "handbook", "02-split", "Bo Al", dt.date(2026, 11, 1), dt.date(2026, 12, 1))
    chapters = (ChapterStatus("01-iskra", ISKRA, ISKRA, late), ChapterStatus("02-split", SPLIT, SPLIT, runs))
    report = StatusReport((BookStatus("handbook", (EditionStatus("sv", chapters),)),), day)
    told = "overdue: sv 01-iskra, by Åsa Ek until 2026-11-18 (3 days ago)"
    assert told in status.table(report)
    assert "Bo Al" not in status.table(report)
    assert "claimed: sv 02-split, by Bo Al until 2026-12-01 (10 days left)" in status.table(report, chapters=True)
    value = json.loads(status.json(report))["books"][0]["languages"][0]["chapters"][0]
    assert value["claim"] == {"by": "Åsa Ek", "since": "2026-11-01", "until": "2026-11-18"}
