"""How far every edition is, as a table and as JSON."""

from __future__ import annotations

import datetime as dt
import json as json_format
from collections.abc import Iterator
from typing import Any

from translate_pub.model.claims import Claim
from translate_pub.model.forecast import Forecast
from translate_pub.model.history import History, Person
from translate_pub.model.progress import Count, Progress
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus, StatusReport
from translate_pub.report import columns
from translate_pub.report.columns import Cell
from translate_pub.report.console import PLAIN, Surface
from translate_pub.report.names import own_name
from translate_pub.report.words import count, date, days_until

_NOTHING = "There are no books in this workspace; make one with: translate-pub new BOOK"
_FULL = 100
_COLUMNS = ("translated", "fuzzy", "untranslated")
_STATES = (*_COLUMNS, "reviewed")
_MEASURES = ("words", "messages")
_HEADINGS = ("transl.", "fuzzy", "missing")


def table(report: StatusReport, *, chapters: bool = False, surface: Surface = PLAIN) -> str:
    """Write a table for each book: a line for each language and, if asked for, for each of its chapters."""
    if not report.books:
        return _NOTHING
    return "\n\n".join(_book_table(book, report.today, chapters=chapters, surface=surface) for book in report.books)


def json(report: StatusReport) -> str:
    """Write the report as JSON: books, their languages, their chapters."""
    books = [
        {"book": book.book, "languages": [_edition_value(edition) for edition in book.languages]}
        for book in report.books
    ]
    return json_format.dumps({"books": books}, ensure_ascii=False, indent=2)


def _book_table(book: BookStatus, today: dt.date | None, *, chapters: bool, surface: Surface) -> str:
    """Write the table of one book, and below it when its editions appear; it fits into 80 columns."""
    groups = [(measure if place == 0 else "", name) for measure in _MEASURES for place, name in enumerate(_HEADINGS)]
    headings = (("", "language"), ("", "done"), ("re-", "viewed"), *groups, ("", "chapters"))
    rows = [row for edition in book.languages for row in _rows(edition, chapters=chapters)]
    notes = (note for edition in book.languages for note in _notes(edition, today, chapters=chapters))
    return "\n".join((book.book, columns.draw(headings, rows, surface), *notes))


def _rows(edition: EditionStatus, *, chapters: bool) -> Iterator[tuple[Cell, ...]]:
    """Give the line of an edition, and those of its chapters."""
    name = f"{edition.language} {edition.name or own_name(edition.language)}"
    done = Cell(f"{edition.chapters_done} of {len(edition.chapters)}")
    yield Cell(name, "bold", len(edition.language)), *_figures(edition.progress), done
    for chapter in edition.chapters if chapters else ():
        yield Cell(f"  {chapter.chapter}"), *_figures(chapter.progress), Cell("")


def _figures(progress: Progress) -> Iterator[Cell]:
    """Write per cent, words and messages."""
    for percent in (progress.percent, progress.percent_reviewed):
        yield Cell(f"{percent} %", "green" if percent == _FULL else "yellow")
    for measure in (progress.words, progress.messages):
        for column in _COLUMNS:
            yield Cell(f"{getattr(measure, column):,}")


def _notes(edition: EditionStatus, today: dt.date | None, *, chapters: bool) -> Iterator[str]:
    """Give what there is to say of an edition below the table."""
    if edition.launch:
        yield _launch(edition, today)
    if edition.standing != edition.progress:
        yield _standing(edition)
    for claim in edition.claims:
        late = today is not None and claim.overdue(today)
        if late or chapters:
            yield _claim(claim, today, late=late)


def _standing(edition: EditionStatus) -> str:
    """Write both numbers of an edition whose catalogues follow an older revision of the sources than the present."""
    stands, then = edition.standing, edition.progress
    return (
        f"{edition.language} as it stands: {stands.percent} % of {count(stands.words.total, 'word')}; "
        f"after the next update: {then.percent} % of {count(then.words.total, 'word')}"
    )


def _claim(claim: Claim, today: dt.date | None, *, late: bool) -> str:
    """Write who has taken on a chapter, and until when."""
    left = f" ({days_until(claim.days_left(today))})" if today else ""
    said = "overdue" if late else "claimed"
    return f"{said}: {claim.language} {claim.chapter}, by {claim.by} until {date(claim.until)}{left}"


def _launch(edition: EditionStatus, today: dt.date | None) -> str:
    """Write when and where an edition appears, and how far off that is."""
    if not edition.launch:
        return ""
    words = ", ".join(part for part in (date(edition.launch.date), edition.launch.place) if part)
    days = edition.days_left(today) if today else None
    return f"launch of {edition.language}: {words}{f' ({days_until(days)})' if days is not None else ''}"


def _edition_value(edition: EditionStatus) -> dict[str, Any]:
    """Return an edition as JSON has it."""
    launch = edition.launch
    return {
        "language": edition.language,
        **_progress_value(edition.progress),
        "as_it_stands": _progress_value(edition.standing),
        "chapters": [_chapter_value(chapter) for chapter in edition.chapters],
        "launch": {"date": date(launch.date), "place": launch.place} if launch else None,
        **({"forecast": _forecast_value(edition.forecast)} if edition.forecast else {}),
        **(_history_value(edition.history) if edition.history else {}),
    }


def _history_value(history: History) -> dict[str, Any]:
    """Return how far an edition was, day by day, and who brought it there, as JSON has them."""
    return {
        "history": [{"date": date(one.day), "translated_words": one.translated} for one in history.standings],
        "people": [_person_value(person) for person in history.people],
    }


def _forecast_value(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as JSON has it."""
    days = {"earliest": forecast.earliest, "likely": forecast.likely, "latest": forecast.latest}
    return {
        "outlook": forecast.outlook.value,
        "remaining_words": forecast.remaining,
        "words_a_week": list(forecast.weekly),
        **{name: date(day) if day else None for name, day in days.items()},
        "days_before_launch": forecast.margin,
    }


def _person_value(person: Person) -> dict[str, Any]:
    """Return what somebody did as JSON has it."""
    return {
        "name": person.name,
        "translated_words": person.translated,
        "reviewed_words": person.reviewed,
        "last": date(person.last),
    }


def _chapter_value(chapter: ChapterStatus) -> dict[str, Any]:
    """Return a chapter as JSON has it."""
    claim = chapter.claim
    return {
        "chapter": chapter.chapter,
        **_progress_value(chapter.progress),
        "as_it_stands": _progress_value(chapter.standing),
        "claim": {"by": claim.by, "since": date(claim.since), "until": date(claim.until)} if claim else None,
    }


def _progress_value(progress: Progress) -> dict[str, Any]:
    """Return counts and per cent as JSON has them."""
    return {
        "messages": _count_value(progress.messages),
        "words": _count_value(progress.words),
        "percent": progress.percent,
        "percent_reviewed": progress.percent_reviewed,
    }


def _count_value(counted: Count) -> dict[str, int]:
    """Return the counts of one measure as JSON has them."""
    return {"total": counted.total, **{state: getattr(counted, state) for state in _STATES}}
