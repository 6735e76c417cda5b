"""What a coordinator reads of the days to come, in every form that `status` has."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from dataclasses import replace
from io import StringIO

import markdown
import pytest
from lxml import etree, html

from translate_pub.checks import forecast
from translate_pub.model.book import Launch
from translate_pub.model.claims import Claim
from translate_pub.model.forecast import Forecast, Outlook
from translate_pub.model.history import History, Standing, Work
from translate_pub.model.progress import Count, Progress
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus, StatusReport
from translate_pub.report import badge, prospects, status, status_csv, status_markdown, status_page
from translate_pub.report.console import Surface

TODAY = dt.date(2027, 3, 1)
WEEKS = {"ur": [900, 1100] * 4, "sv": [500] * 8, "es": [100, 0] * 4, "fr": []}
LEFT = {"ur": 2000, "sv": 0, "es": 3000, "fr": 5000}


def _edition(language: str, launch: dt.date = dt.date(2027, 5, 1)) -> EditionStatus:
    """Make an edition of ten thousand words with a history."""
    words = Count(10000 - LEFT[language], 0, LEFT[language], 1000)
    progress = Progress(Count(100, 0, 1), words)
    days = [TODAY - dt.timedelta(weeks=7 - week) for week in range(8)]
    standings = tuple(
        Standing(day, sum(WEEKS[language][: week + 1]))
        for week, (day, _) in enumerate(zip(days, WEEKS[language], strict=False))
    )
    history = History(standings, (Work(days[0], "نسیم <b>", translated=700), Work(days[1], "Åsa", reviewed=300)))
    chapter = ChapterStatus("01-=meeting", progress, progress, Claim(language, "book", "01", "=Åsa", TODAY, TODAY))
    made = forecast.forecast(history, LEFT[language], TODAY, launch)
    return EditionStatus(language, (chapter,), Launch(launch, "Lahore"), history, made)


REPORT = StatusReport((BookStatus("hand*book", tuple(map(_edition, WEEKS))),), TODAY)
PLAIN = StatusReport(
    tuple(
        replace(book, languages=tuple(replace(edition, history=None, forecast=None) for edition in book.languages))
        for book in REPORT.books
    ),
    TODAY,
)


def test_what_is_at_risk_comes_first() -> None:
    """Late before on time before complete."""
    outlooks = [edition.forecast.outlook for _, edition in REPORT.by_risk if edition.forecast]
    assert outlooks == [Outlook.LATE, Outlook.UNKNOWN, Outlook.ON_TIME, Outlook.COMPLETE]
    lines = prospects.table(REPORT).splitlines()
    assert [line.split()[0] for line in lines[2:6]] == ["es", "fr", "ur", "sv"]


def test_the_table_fits_a_terminal() -> None:
    """The forecasts fit into 80 columns."""
    assert max(map(len, prospects.table(REPORT, Surface(80)).splitlines()[:-1])) <= 80


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (Forecast(Outlook.COMPLETE, 0), "complete"),
        (Forecast(Outlook.UNKNOWN, 1), "1 word to go; too few weeks of work to tell when"),
        (Forecast(Outlook.STALLED, 1200, (0,) * 8), "1,200 words to go, and none translated in the last 8 weeks"),
        (Forecast(Outlook.LATE, 9, (1,)), "9 words to go; at this pace no end is in sight"),
        (
            Forecast(Outlook.LATE, 9, (1,), TODAY, TODAY, TODAY, -1),
            "9 words to go; likely complete on 2027-03-01, 1 day after the launch",
        ),
        (Forecast(Outlook.OPEN, 9, (1,), TODAY, TODAY, None), "9 words to go; likely complete on 2027-03-01"),
    ],
)
def test_every_outlook_has_a_sentence(made: Forecast, said: str) -> None:
    """How an edition stands to its launch is said in a sentence."""
    assert prospects.verdict(EditionStatus("ur", (), forecast=made)) == said


def test_without_a_history_the_table_says_so() -> None:
    """Where nothing is known, no table is drawn."""
    assert "git" in prospects.table(PLAIN)


def test_json_has_forecast_history_and_people() -> None:
    """Other programs read the same days, the course and the names."""
    urdu = json.loads(status.json(REPORT))["books"][0]["languages"][0]
    assert urdu["forecast"]["outlook"] == "on time"
    assert urdu["forecast"]["words_a_week"] == WEEKS["ur"]
    assert urdu["people"][0] == {
        "name": "نسیم <b>",
        "translated_words": 700,
        "reviewed_words": 0,
        "last": "2027-01-11",
    }
    assert urdu["history"][-1] == {"date": "2027-03-01", "translated_words": 8000}
    assert "forecast" not in json.loads(status.json(PLAIN))["books"][0]["languages"][0]


def test_csv_is_read_back_by_any_program() -> None:
    """A line a chapter, under headings; states count nothing twice; no cell is a formula."""
    lines = list(csv.DictReader(StringIO(status_csv.write(REPORT), newline="")))
    assert [line["language"] for line in lines] == list(WEEKS)
    assert lines[0]["words reviewed"] == "1000"
    assert lines[0]["words translated"] == "7000"
    assert lines[0]["claimed by"] == "'=Åsa"
    assert lines[0]["outlook"] == "on time"
    assert all(line["outlook"] == "" for line in csv.DictReader(StringIO(status_csv.write(PLAIN), newline="")))


@pytest.mark.parametrize("report", [REPORT, PLAIN])
def test_markdown_is_a_table_with_a_row_for_each_edition(report: StatusReport) -> None:
    """What is written renders as one table, names as they are."""
    text = status_markdown.write(report, chapters=True)
    made = html.fromstring(f"<div>{markdown.markdown(text, extensions=['tables'])}</div>")
    assert made.findtext(".//h3") == "hand*book"
    assert len(made.findall(".//tbody/tr")) == 2 * len(WEEKS)
    widths = {len(row) for row in made.iter("tr")}
    assert widths == {9 if report is REPORT else 8}


@pytest.mark.parametrize("report", [REPORT, PLAIN, StatusReport(()), StatusReport((*REPORT.books, *PLAIN.books))])
def test_badges_are_svg(report: StatusReport) -> None:
    """The picture is well-formed, says its figures to those who cannot see it, and holds a bar for each edition."""
    made = etree.fromstring(badge.svg(report))
    texts = [str(node.xpath("string()")) for node in made.iter("{*}text")]
    assert texts.count("80 %") == sum(len(book.languages) for book in report.books) // len(WEEKS)
    assert made.findtext("{*}title")


@pytest.mark.parametrize("report", [REPORT, PLAIN, StatusReport(())])
def test_the_page_needs_nothing_else(report: StatusReport) -> None:
    """Nothing is fetched when the page is opened, and no name becomes markup."""
    text = status_page.write(report, "Press & <Sons>")
    assert not re.search(r"""(src|href)=|url\(|@import|<script""", text)
    made = html.document_fromstring(text)
    assert made.findtext(".//h1/bdi") == "Press & <Sons>"
    assert not made.findall(".//td//b")


def test_the_page_shows_each_edition_in_its_own_direction() -> None:
    """An Urdu name stands from right to left in a page that stands from left to right."""
    made = html.document_fromstring(status_page.write(REPORT, "Press"))
    urdu = made.find(".//td/bdi[@lang='ur']")
    assert urdu is not None
    assert (urdu.get("dir"), urdu.text) == ("rtl", "اردو")
    assert made.find(".//html[@lang='en']") is not None or made.get("lang") == "en"


def test_the_page_has_a_chart_for_each_history() -> None:
    """The course and the weeks are drawn for each edition that has any."""
    made = html.document_fromstring(status_page.write(REPORT, "Press"))
    drawn = [len(edition.findall(".//svg")) for edition in made.iter("details")]
    assert drawn == [2, 2, 2, 0]
