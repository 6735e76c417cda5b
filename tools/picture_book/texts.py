"""The words of the book of pictures, in English and in Urdu (`texts.toml`)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from translate_pub.edition.numbering import translate_digits

_MESSAGES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["messages"]
PARAGRAPHS = tuple(one["en"] for one in _MESSAGES if one.get("use") == "paragraph")
WORDS = {one["use"]: one["en"] for one in _MESSAGES if "use" in one}
"""What the book is made of: `title`, `chapter`, captions by their kind of picture, `see`."""
_PLACE = re.compile(r"\\\{(n|id)\\\}")
_VALUE = re.compile(r"\{(n|id)\}")


def _rule(english: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(lambda found: r"(\d+)" if found[1] == "n" else r"([\w./-]+)", re.escape(english)))


_RULES = tuple((_rule(one["en"]), one["ur"]) for one in _MESSAGES)


def urdu(text: str) -> str:
    """Translate a message of the book.

    Raises:
        KeyError: it has no such message.
    """
    for pattern, translation in _RULES:
        if found := pattern.fullmatch(text):
            return _fill(translation, found.groups())
    raise KeyError(text)


def _fill(translation: str, values: tuple[str, ...]) -> str:
    """Put values into their places, numbers in the digits of Urdu."""
    left = iter(values)
    return _VALUE.sub(
        lambda place: translate_digits(next(left), "arabext") if place[1] == "n" else next(left), translation
    )
