"""How far every edition is, as Markdown for a pull request or an issue: a table for each book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translate_pub.model.progress import Progress
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus, StatusReport
from translate_pub.report import prospects
from translate_pub.report.names import own_name
from translate_pub.report.words import date

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_HEADINGS = ("language", "done", "reviewed", "translated", "fuzzy", "untranslated", "chapters", "launch")


def write(report: StatusReport, *, chapters: bool = False) -> str:
    """Write the report; words of the source are counted. With forecasts, they have a column."""
    return "\n".join(line for book in report.books for line in _book(book, chapters=chapters))


def _book(book: BookStatus, *, chapters: bool) -> Iterator[str]:
    told = any(edition.forecast for edition in book.languages)
    headings = (*_HEADINGS, "outlook") if told else _HEADINGS
    yield from (f"### {_plain(book.book)}", "", _row(headings))
    yield _row([":---", *["---:"] * 5, ":---", ":---", *[":---"] * told])
    for edition in book.languages:
        yield _row(_edition(edition, told=told))
        for chapter in edition.chapters if chapters else ():
            yield _row(_chapter(edition.language, chapter, told=told))
    yield ""


def _edition(edition: EditionStatus, *, told: bool) -> Iterator[str]:
    progress = edition.progress
    yield f"**{edition.language}** {_plain(own_name(edition.language))}"
    yield from (f"{progress.percent} %", f"{progress.percent_reviewed} %")
    yield from _counts(progress)
    yield f"{edition.chapters_done} of {len(edition.chapters)}"
    yield date(edition.launch.date) if edition.launch else ""
    if told:
        yield _outlook(edition)


def _chapter(language: str, chapter: ChapterStatus, *, told: bool) -> Iterator[str]:
    yield f"{language} · {_plain(chapter.chapter)}"
    yield from (f"{chapter.progress.percent} %", f"{chapter.progress.percent_reviewed} %")
    yield from _counts(chapter.progress)
    yield f"claimed by {_plain(chapter.claim.by)} until {date(chapter.claim.until)}" if chapter.claim else ""
    yield from [""] * (1 + told)


def _outlook(edition: EditionStatus) -> str:
    if edition.forecast is None:
        return ""
    word, verdict = edition.forecast.outlook.value, prospects.verdict(edition)
    return f"**{word}**" if word == verdict else f"**{word}**: {_plain(verdict)}"


def _counts(progress: Progress) -> Iterator[str]:
    """Give the words translated, fuzzy and untranslated."""
    return (f"{number:,}" for number in (progress.words.translated, progress.words.fuzzy, progress.words.untranslated))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Write a text so that none of it is taken for markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
