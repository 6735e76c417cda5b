"""Who made every edition: as text, as JSON, and as the lines that `book.toml` takes."""

from __future__ import annotations

import json as json_format
from collections.abc import Sequence

from translate_pub.model.history import Person
from translate_pub.report.names import own_name
from translate_pub.report.words import count, date

_NOBODY = "  nobody whom git's history names"


def text(book: str, language: str, people: Sequence[Person]) -> str:
    """Write the people of one edition, a line each."""
    lines = [f"{book} {language} {own_name(language)}", *(f"  {_line(person)}" for person in people)]
    return "\n".join(lines if people else [*lines, _NOBODY])


def toml(language: str, translators: Sequence[str], reviewers: Sequence[str]) -> str:
    """Write the table of `book.toml` that names them."""
    return "\n".join(
        (f"[editions.{language}]", f"translators = {_array(translators)}", f"reviewers = {_array(reviewers)}")
    )


def json(editions: Sequence[tuple[str, str, Sequence[Person]]]) -> str:
    """Write the people of every edition (book, language, people) as JSON."""
    values = [
        {"book": book, "language": language, "people": [_value(person) for person in people]}
        for book, language, people in editions
    ]
    return json_format.dumps({"editions": values}, ensure_ascii=False, indent=2)


def _line(person: Person) -> str:
    done = [f"{count(person.translated, 'word')} translated"] if person.translated else []
    done += [f"{count(person.reviewed, 'word')} reviewed"] if person.reviewed else []
    return f"{person.name}: {', '.join(done)}, last on {date(person.last)}"


def _array(names: Sequence[str]) -> str:
    """Write a list of strings as TOML has it; JSON's escapes are among TOML's (TOML 1.0, "String")."""
    return json_format.dumps(list(names), ensure_ascii=False)


def _value(person: Person) -> dict[str, str | int]:
    return {
        "name": person.name,
        "translated_words": person.translated,
        "reviewed_words": person.reviewed,
        "last": date(person.last),
    }
