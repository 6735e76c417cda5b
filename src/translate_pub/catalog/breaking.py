"""Where GNU gettext breaks the lines of a text.

gettext breaks by the Unicode line breaking algorithm (UAX #14) of the Unicode version that it was made with. The pairs
below are those of gettext 0.21, as `msgcat` shows them; classes are found from general category and East Asian width,
which agree with the Unicode data file wherever catalogues were measured.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from textwrap import TextWrapper

_OF_SIGNS = {
    "GL": "\u00a0\u202f\u2007\u2011\u2060\ufeff\u0f0c", "ZW": "\u200b", "CP": ")]", "QU": "\"'❛❜❝❞",
    "EX": "!?؛؞؟۔！？", "IS": ",.:;;،؍⁄", "SY": "/", "HY": "-", "B2": "—⸺⸻", "BB": "´ˈˌ",
    "BA": "|\u00ad‐‒–‧।॥፡\t՛֊־᠎", "IN": "․‥…", "NS": "々〻ゝゞヽヾ・ー〜゠：；‼⁇⁈⁉‽ｰ･",
    "PR": "+\\±−№∓", "PO": "%‰‱°′″‴‵℃℉％٪؉؊", "CL": "}。、，．", "OP": "¡¿⸘",
}  # fmt: skip
_SIGNS = {sign: name for name, signs in _OF_SIGNS.items() for sign in signs}
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
_AFTER_NUMBER = frozenset("¢֏؋")
_CLOSING = frozenset({"CL", "CP", "EX", "IS", "SY"})
"""Nothing may stand between these and what is before them, not even a break at a space."""
_LETTERS = frozenset({"AL", "HL", "NU", "CP"})
_NO_BREAK = frozenset(
    {("PR", other) for other in ("AL", "HL", "NU", "OP", "ID")}
    | {("PO", other) for other in ("AL", "HL", "NU", "OP")}
    | {(first, other) for first in ("AL", "HL", "NU") for other in ("AL", "HL", "NU", "OP", "PR", "PO")}
    | {("CP", other) for other in ("AL", "HL", "NU", "PR", "PO")}
    | {("CL", other) for other in ("PR", "PO")}
    | {("ID", "PO"), ("HY", "NU"), ("IS", "NU"), ("SY", "NU"), ("SY", "HL"), ("CL", "NS"), ("CP", "NS")}
)
_BEFORE = frozenset({"BA", "HY", "NS", "IN", "QU", "GL"})
"""Before these a line is broken at a space only."""
_AFTER = frozenset({"QU", "GL", "BB"})
"""After these a line is broken at a space only."""


@lru_cache(maxsize=65536)
def width(sign: str) -> int:
    """Return how many columns a character takes."""
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"} and sign != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


@lru_cache(maxsize=65536)
def _class(sign: str) -> str:
    """Return the line breaking class of a character; `CM` for one that belongs to the character before it."""
    known = _SIGNS.get(sign)
    if known:
        return known
    category = unicodedata.category(sign)
    wide = unicodedata.east_asian_width(sign) in {"W", "F"}
    if sign == " ":
        return "SP"
    by_category = {
        "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Nd": "NU", "Mn": "CM", "Me": "CM", "Mc": "CM", "Cf": "CM",
        "Zs": "BA", "Sc": "PO" if sign in _AFTER_NUMBER else "PR",
    }  # fmt: skip
    if category in by_category and not (category == "Nd" and wide):
        return by_category[category]
    if sign in _SMALL_KANA:
        return "NS"
    if wide:
        return "ID"
    return "HL" if "\u05d0" <= sign <= "\u05f2" else "AL"


@cache
def _allowed(before: str, after: str, *, spaced: bool) -> bool:
    """Whether a line may break between two classes of characters, with spaces between them or not."""
    if after in _CLOSING or before == "OP" or (before == "QU" and after == "OP"):
        return False
    if (before in {"CL", "CP"} and after == "NS") or (before == after == "B2"):
        return False
    if spaced or before == "ZW":
        return True
    if after == "GL":
        return before in {"BA", "HY"}
    if before in _AFTER or after in _BEFORE or after == "ZW":
        return False
    return (before, after) not in _NO_BREAK


def units(text: str) -> Iterator[str]:
    """Cut a text, already escaped, into the pieces between which a line may break; spaces end a piece.

    An escape is never divided, and the newline at the end never stands alone.
    """
    end = len(text) - 2 if text.endswith("\\n") else len(text)
    start = position = 0
    before, spaced = "", False
    while position < end:
        kind = _class(text[position])
        if kind == "SP":
            spaced = True
        elif kind != "CM" or spaced or not before:
            kind = "AL" if kind == "CM" else kind
            if before and _allowed(before, kind, spaced=spaced):
                yield text[start:position]
                start = position
            before, spaced = kind, False
            if text[position] == "\\":
                position += 1
                before = _class(text[position])
        position += 1
    if start < len(text):
        yield text[start:]


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(width, text))


def words(text: str) -> Iterator[str]:
    """Cut a text, already escaped, where programs in Python do: at spaces and after hyphens within words."""
    yield from filter(None, TextWrapper.wordsep_re.split(text))


def fill(pieces: Iterable[str], most: int, measure: Callable[[str], int]) -> list[str]:
    """Run pieces together into lines of at most so many columns; a longer piece has a line of its own."""
    lines: list[str] = []
    line, used = "", 0
    for piece in pieces:
        size = measure(piece)
        if line and used + size > most:
            lines.append(line)
            line, used = "", 0
        line, used = line + piece, used + size
    return [*lines, line]
