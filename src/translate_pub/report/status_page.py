"""How far every edition is, as one web page that needs nothing else: what is at risk, tables, charts, people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape
from importlib import resources

from translate_pub.catalog.directions import direction
from translate_pub.model.forecast import Outlook
from translate_pub.model.progress import Progress, State
from translate_pub.model.status import BookStatus, EditionStatus, StatusReport
from translate_pub.report import charts, prospects
from translate_pub.report.names import bare_name
from translate_pub.report.words import date, days_until

_DANGER = (Outlook.LATE, Outlook.STALLED, Outlook.AT_RISK)
_HEADINGS = ("language", "", "done", "reviewed", "words left", "a week", "likely complete", "launch", "outlook")


def write(report: StatusReport, title: str) -> str:
    """Write the page.

    Args:
        report: with histories and forecasts, or without.
        title: what the workspace is called.
    """
    style = resources.files(__package__).joinpath("status_page.css").read_text(encoding="utf-8")
    day = date(report.today) if report.today else ""
    heading = f"<header><h1>{_name(title)}</h1><p>How far the editions are, {day}</p></header>"
    body = "".join((heading, _risks(report), *(_book(book, report.today) for book in report.books)))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}: how far the editions are</title><style>{style}</style></head>"
        f"<body>{body}{_legend()}</body></html>\n"
    )


def _risks(report: StatusReport) -> str:
    """Say what is in danger, the worst first."""
    known = report.by_risk
    danger = [(book, edition) for book, edition in known if edition.forecast and edition.forecast.outlook in _DANGER]
    if not known:
        return ""
    if not danger:
        return '<section class="risks calm"><h2>Nothing is at risk</h2></section>'
    items = "".join(
        f"<li>{_outlook(edition)} <b>{_own(edition)}</b> {_name(book)}: {escape(prospects.verdict(edition))}</li>"
        for book, edition in danger
    )
    return f'<section class="risks"><h2>At risk, the most urgent first</h2><ul>{items}</ul></section>'


def _book(book: BookStatus, today: dt.date | None) -> str:
    rows = "".join(_row(edition, today) for edition in book.languages)
    table = f"<table><thead>{_cells('th', map(escape, _HEADINGS))}</thead><tbody>{rows}</tbody></table>"
    editions = "".join(_edition(edition, today) for edition in book.languages)
    return f"<section><h2>{_name(book.book)}</h2>{table}{editions}</section>"


def _row(edition: EditionStatus, today: dt.date | None) -> str:
    progress, forecast = edition.progress, edition.forecast
    likely = forecast.likely if forecast else None
    days = edition.days_left(today) if today else None
    cells = (
        _own(edition),
        _bar(progress),
        f"{progress.percent} %",
        f"{progress.percent_reviewed} %",
        f"{progress.words.total - progress.words.translated:,}",
        f"{forecast.pace:,.0f}" if forecast else "",
        _day(likely, prospects.interval(forecast) if forecast else ""),
        _day(edition.launch.date if edition.launch else None, "" if days is None else days_until(days)),
        _outlook(edition),
    )
    return _cells("td", cells)


def _day(day: dt.date | None, note: str) -> str:
    """Write a day, with a smaller line below it."""
    return f"{date(day) if day else ''}<br><small>{escape(note)}</small>" if day or note else ""


def _edition(edition: EditionStatus, today: dt.date | None) -> str:
    """Show everything of one edition, folded away until it is asked for."""
    parts = (
        f"<p>{escape(prospects.verdict(edition)).capitalize()}</p>",
        charts.course(edition, today) if today else "",
        _weeks(edition),
        _chapters(edition),
        _people(edition),
    )
    return f"<details><summary>{_own(edition)}</summary>{''.join(parts)}</details>"


def _weeks(edition: EditionStatus) -> str:
    drawn = charts.weeks(edition.forecast.weekly) if edition.forecast else ""
    return f"<h3>Words translated a week</h3>{drawn}" if drawn else ""


def _chapters(edition: EditionStatus) -> str:
    rows = "".join(
        _cells(
            "td",
            (
                _name(chapter.chapter),
                _bar(chapter.progress),
                f"{chapter.progress.percent} %",
                f"{chapter.progress.percent_reviewed} %",
                f"{chapter.progress.words.total - chapter.progress.words.translated:,}",
                f"{_name(chapter.claim.by)} until {date(chapter.claim.until)}" if chapter.claim else "",
            ),
        )
        for chapter in edition.chapters
    )
    headings = _cells("th", ("chapter", "", "done", "reviewed", "words left", "claimed by"))
    return f"<h3>Chapters</h3><table><thead>{headings}</thead><tbody>{rows}</tbody></table>"


def _people(edition: EditionStatus) -> str:
    people = edition.history.people if edition.history else ()
    if not people:
        return ""
    rows = "".join(
        _cells("td", (_name(one.name), f"{one.translated:,}", f"{one.reviewed:,}", date(one.last))) for one in people
    )
    headings = _cells("th", ("who", "words translated", "words reviewed", "last"))
    return f"<h3>People</h3><table><thead>{headings}</thead><tbody>{rows}</tbody></table>"


def _bar(progress: Progress) -> str:
    """Draw the words by state; a screen reader is told them."""
    words = progress.words
    spans = "".join(
        f'<i class="{state.value}" style="width:{100 * words.states[state] / max(1, words.total):.2f}%"></i>'
        for state in reversed(State)
    )
    said = ", ".join(f"{words.states[state]:,} {state.value}" for state in reversed(State))
    return f'<span class="bar" role="img" aria-label="{said}" title="{said}">{spans}</span>'


def _legend() -> str:
    states = " ".join(f'<span><i class="{state.value}"></i> {state.value}</span>' for state in reversed(State))
    told = (
        "Counted in words of the source. The pace is that of the last eight weeks; of five editions, four are complete "
        "between the two days that are told."
    )
    return f'<footer><p class="legend">{states}</p><p>{told}</p></footer>'


def _outlook(edition: EditionStatus) -> str:
    if edition.forecast is None:
        return ""
    word = edition.forecast.outlook.value
    return f'<span class="outlook {word.replace(" ", "-")}">{word}</span>'


def _own(edition: EditionStatus) -> str:
    """Write a language in itself and as its tag, each in its own direction."""
    language = escape(edition.language)
    name = escape(bare_name(edition.language))
    return f'<bdi lang="{language}" dir="{direction(edition.language)}">{name}</bdi> <small>{language}</small>'


def _name(text: str) -> str:
    """Write a name in whatever direction it has."""
    return f"<bdi>{escape(text)}</bdi>"


def _cells(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"
