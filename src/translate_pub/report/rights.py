"""The pictures of a book with whose they are: as a table, as CSV (RFC 4180) and as JSON."""

from __future__ import annotations

import csv as csv_format
import json as json_format
from collections.abc import Iterable, Sequence
from io import StringIO

from translate_pub.catalog.exchange.escaping import disarm
from translate_pub.edition.pictures import Shown
from translate_pub.report.words import count

Editions = Sequence[tuple[str, str, Sequence[Shown]]]
"""(book, language, pictures) of every edition."""
HEADINGS = (
    "book",
    "language",
    "file",
    "credit",
    "licence",
    "source",
    "chapter",
    "place",
    "caption",
    "alternative text",
)


def text(editions: Editions) -> str:
    """Write a line a file for each edition: how often it is shown, whose it is, on what terms."""
    return "\n\n".join(_edition(*edition) for edition in editions)


def csv(editions: Editions) -> str:
    """Write a line each time that a picture is shown."""
    out = StringIO()
    writer = csv_format.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for book, language, pictures in editions:
        writer.writerows([disarm(cell) for cell in _row(book, language, one)] for one in pictures)
    return out.getvalue()


def json(editions: Editions) -> str:
    """Write every picture each time that it is shown."""
    keys = [heading.replace(" ", "_") for heading in HEADINGS]
    values = [
        dict(zip(keys, _row(book, language, one), strict=True)) for book, language, shown in editions for one in shown
    ]
    return json_format.dumps({"pictures": values}, ensure_ascii=False, indent=2)


def _row(book: str, language: str, one: Shown) -> tuple[str, ...]:
    return (
        book,
        language,
        one.file,
        one.credit,
        one.licence,
        one.source,
        one.chapter,
        str(one.place),
        one.caption,
        one.alternative,
    )


def _edition(book: str, language: str, shown: Iterable[Shown]) -> str:
    pictures = list(shown)
    files = {one.file: one for one in pictures}
    head = f"{book} {language}: {count(len(files), 'picture')}, shown {count(len(pictures), 'time')}"
    return "\n".join([head, *(f"  {_line(one)}" for one in files.values())])


def _line(one: Shown) -> str:
    return f"{one.file}: {one.credit or 'nobody is named'}; {one.licence or 'no licence'}"
