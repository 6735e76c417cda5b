"""How far every edition is, as CSV (RFC 4180): a line for each chapter of each language of each book."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from translate_pub.catalog.exchange.escaping import disarm
from translate_pub.model.progress import State
from translate_pub.model.status import EditionStatus, StatusReport
from translate_pub.report.words import date

_STATES = tuple(reversed(State))
HEADINGS = (
    "book",
    "language",
    "chapter",
    *(f"words {state.value}" for state in _STATES),
    *(f"messages {state.value}" for state in _STATES),
    "claimed by",
    "claimed until",
    "launch",
    "outlook",
    "earliest",
    "likely",
    "latest",
)
"""What is in each column. States leave nothing out and count nothing twice."""


def write(report: StatusReport) -> str:
    """Write the report; what a whole edition has (launch, outlook) stands in the lines of all its chapters."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for book in report.books:
        for edition in book.languages:
            writer.writerows(_lines(book.book, edition))
    return out.getvalue()


def _lines(book: str, edition: EditionStatus) -> Iterator[tuple[str | int, ...]]:
    forecast = edition.forecast
    days = (forecast.earliest, forecast.likely, forecast.latest) if forecast else (None, None, None)
    for chapter in edition.chapters:
        words, messages = chapter.progress.words.states, chapter.progress.messages.states
        claim = chapter.claim
        yield (
            disarm(book),
            edition.language,
            disarm(chapter.chapter),
            *(words[state] for state in _STATES),
            *(messages[state] for state in _STATES),
            disarm(claim.by) if claim else "",
            date(claim.until) if claim else "",
            date(edition.launch.date) if edition.launch else "",
            forecast.outlook.value if forecast else "",
            *(date(day) if day else "" for day in days),
        )
