"""When editions will be complete, as a table: what is at risk first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from translate_pub.model.forecast import Forecast, Outlook
from translate_pub.model.status import EditionStatus, StatusReport
from translate_pub.report.console import PLAIN, Surface, lay_out
from translate_pub.report.words import count, date

_COLOURS = {
    Outlook.LATE: "red",
    Outlook.STALLED: "red",
    Outlook.AT_RISK: "yellow",
    Outlook.ON_TIME: "green",
    Outlook.COMPLETE: "green",
}
_NO_HISTORY = "There is no forecast: it is made from the history of the catalogues in git."
_SHALLOW = "The history is cut off, because this is a shallow clone; get all of it with: git fetch --unshallow"
_COLUMNS = ("left", "a week", "earliest", "likely", "latest", "launch")


def table(report: StatusReport, surface: Surface = PLAIN) -> str:
    """Write a line for each edition that has a forecast, those in danger first. Words are those of the source."""
    editions = report.by_risk
    if not editions:
        return _NO_HISTORY
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, collapse_padding=True)
    drawn.add_column("edition", overflow="fold")
    drawn.add_column("outlook", no_wrap=True)
    for heading in _COLUMNS:
        drawn.add_column(heading, justify="right", no_wrap=True)
    for book, edition in editions:
        drawn.add_row(*_row(book, edition))
    shallow = any(edition.history and not edition.history.complete for _, edition in editions)
    return "\n".join((lay_out(drawn, surface), *_notes(report), *((_SHALLOW,) if shallow else ())))


def interval(forecast: Forecast) -> str:
    """Write the days that four cases of five fall between."""
    if forecast.earliest is None:
        return ""
    return f"{date(forecast.earliest)} – {date(forecast.latest) if forecast.latest else 'open'}"


def verdict(edition: EditionStatus) -> str:
    """Say in a sentence how an edition stands to its launch; empty where it has no forecast."""
    forecast = edition.forecast
    if forecast is None:
        return ""
    left = count(forecast.remaining, "word")
    said = {
        Outlook.COMPLETE: "complete",
        Outlook.UNKNOWN: f"{left} to go; too few weeks of work to tell when",
        Outlook.STALLED: f"{left} to go, and none translated in the last {count(len(forecast.weekly), 'week')}",
    }
    return said.get(forecast.outlook) or f"{left} to go; {_arrival(forecast)}"


def _arrival(forecast: Forecast) -> str:
    """Say when it is likely to be complete, and how far from the launch."""
    if forecast.likely is None:
        return "at this pace no end is in sight"
    said = f"likely complete on {date(forecast.likely)}"
    if forecast.margin is None:
        return said
    days = count(abs(forecast.margin), "day")
    return f"{said}, {days} {'before' if forecast.margin >= 0 else 'after'} the launch"


def _row(book: str, edition: EditionStatus) -> Iterator[Text | str]:
    forecast = edition.forecast
    if forecast is None:
        return
    yield Text.assemble((edition.language, "bold"), f" {book}")
    yield Text(forecast.outlook.value, _COLOURS.get(forecast.outlook, ""))
    yield f"{forecast.remaining:,}"
    yield f"{forecast.pace:,.0f}"
    yield from (date(day) if day else "" for day in (forecast.earliest, forecast.likely, forecast.latest))
    yield date(edition.launch.date) if edition.launch else ""


def _notes(report: StatusReport) -> Iterator[str]:
    """Say in words what is in danger."""
    for book, edition in report.by_risk:
        if edition.forecast and edition.forecast.outlook in {Outlook.LATE, Outlook.STALLED, Outlook.AT_RISK}:
            yield f"{edition.forecast.outlook.value}: {book} {edition.language}: {verdict(edition)}"
