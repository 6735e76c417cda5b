"""How far every edition is, as a table and as JSON."""

from __future__ import annotations

import datetime as dt
import json as json_format
from collections.abc import Iterator
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from translate_pub.model.progress import Count, Progress
from translate_pub.model.status import BookStatus, EditionStatus, StatusReport
from translate_pub.report.console import PLAIN, Surface, lay_out
from translate_pub.report.names import own_name
from translate_pub.report.words import date, days_until

_NOTHING = "There are no books in this workspace; make one with: translate-pub new BOOK"
_FULL = 100
_COLUMNS = ("translated", "fuzzy", "untranslated")
_HEADINGS = ("transl.", "fuzzy", "untransl.")


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
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, collapse_padding=True)
    drawn.add_column("\nlanguage", overflow="fold")
    drawn.add_column("\ndone", justify="right", no_wrap=True)
    for measure in ("words", "messages"):
        for group, heading in zip((measure, "", ""), _HEADINGS, strict=True):
            drawn.add_column(f"{group}\n{heading}", justify="right", no_wrap=True)
    drawn.add_column("\nchapters", justify="right", no_wrap=True)
    for edition in book.languages:
        for row in _rows(edition, chapters=chapters):
            drawn.add_row(*row)
    launches = (_launch(edition, today) for edition in book.languages if edition.launch)
    return "\n".join((book.book, lay_out(drawn, surface), *launches))


def _rows(edition: EditionStatus, *, chapters: bool) -> Iterator[tuple[Text | str, ...]]:
    """Give the line of an edition, and those of its chapters."""
    done = f"{edition.chapters_done} of {len(edition.chapters)}"
    yield Text.assemble((edition.language, "bold"), f" {own_name(edition.language)}"), *_figures(edition.progress), done
    for chapter in edition.chapters if chapters else ():
        yield f"  {chapter.chapter}", *_figures(chapter.progress), ""


def _figures(progress: Progress) -> tuple[Text | str, ...]:
    """Write per cent, words and messages."""
    percent = Text(f"{progress.percent} %", "green" if progress.percent == _FULL else "yellow")
    counts = (progress.words, progress.messages)
    return percent, *(f"{getattr(count, column):,}" for count in counts for column in _COLUMNS)


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
        "chapters": [{"chapter": chapter.chapter, **_progress_value(chapter.progress)} for chapter in edition.chapters],
        "launch": {"date": date(launch.date), "place": launch.place} if launch else None,
    }


def _progress_value(progress: Progress) -> dict[str, Any]:
    """Return counts and per cent as JSON has them."""
    return {
        "messages": _count_value(progress.messages),
        "words": _count_value(progress.words),
        "percent": progress.percent,
    }


def _count_value(count: Count) -> dict[str, int]:
    """Return the counts of one measure as JSON has them."""
    return {"total": count.total, **{column: getattr(count, column) for column in _COLUMNS}}
