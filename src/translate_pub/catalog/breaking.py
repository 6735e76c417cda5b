"""Where GNU gettext breaks the lines of a text.

gettext breaks by the Unicode line breaking algorithm (UAX #14) of the Unicode version that it was made with. The pairs
below are those of gettext 0.21, as `msgcat` shows them; classes are found from general category and East Asian width,
which agree with the Unicode data file wherever catalogues were measured.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

_OF_SIGNS = {
    "GL": "\u00a0\u202f\u2007\u2011\u2060\ufeff\u0f0c", "ZW": "\u200b", "CP": ")]", "QU": "\"'❛❜❝❞",
    "EX": "!?؛؞؟۔！？", "IS": ",.:;;،؍⁄", "SY": "/", "HY": "-", "B2": "—⸺⸻", "BB": "´ˈˌ",
    "BA": "|\u00ad‐‒–‧।॥፡\t՛֊־᠎", "IN": "․‥…", "NS": "々〻ゝゞヽヾ・ー〜゠：；‼⁇⁈⁉‽ｰ･",
    "PR": "+\\±−№∓", "PO": "%‰‱°′″‴‵℃℉％٪؉؊", "CL": "}。、，．", "OP": "¡¿⸘",
}  # fmt: skip
_NAMES = (*_OF_SIGNS, "AL", "HL", "NU", "ID", "CM", "SP")
_SIGNS = {sign: name for name, signs in _OF_SIGNS.items() for sign in signs}
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
_AFTER_NUMBER = frozenset("¢֏؋")
_CLOSING = frozenset({"CL", "CP", "EX", "IS", "SY"})
"""Nothing may stand between these and what is before them, not even a break at a space."""
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


class _Widths(dict[str, int]):
    """Character -> how many columns it takes."""

    def __missing__(self, sign: str) -> int:
        if unicodedata.category(sign) in {"Mn", "Me", "Cf"} and sign != "\u00ad":
            columns = 0
        else:
            columns = 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
        self[sign] = columns
        return columns


_WIDTHS = _Widths()
_FIRST_OF_OTHER_WIDTH = "\u0300"
_NEIGHBOURHOOD = 24
"""Columns before the end of a line in which most lines break."""


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


# Below, a class is one letter, so that the places where a line may break are found by one expression.
_LETTER_OF = {name: chr(ord("A") + number) for number, name in enumerate(_NAMES)}
_ESCAPE = "*"
"""The backslash that begins an escape: stands before the class of the sign that follows."""
_ESCAPED_BACKSLASH = _ESCAPE + _LETTER_OF["PR"]
_MARK_ALONE = re.compile(f"(^|{_LETTER_OF['SP']}){_LETTER_OF['CM']}")


class _Letters(dict[int, str]):
    """Character code -> the letter of its class; a translation table that fills itself."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _LETTER_OF[_class(chr(code))]
        return letter


_TABLE = _Letters({ord("\\"): _ESCAPE})


def _after(before: str, *, spaced: bool) -> str:
    """Return the letters of the classes before which a line may break, as a set of an expression."""
    allowed = [name for name in _NAMES if name not in {"CM", "SP"} and _allowed(before, name, spaced=spaced)]
    letters = "".join(map(_LETTER_OF.__getitem__, allowed)) + _ESCAPE * ("PR" in allowed)
    return f"[{letters}]" if letters else "(?!)"


@cache
def _opportunities() -> re.Pattern[str]:
    """Make the expression that finds where lines may break, each match ending there."""
    alike: dict[tuple[str, str], str] = {}
    for name in _NAMES:
        if name not in {"CM", "SP"}:
            ways = _after(name, spaced=False), _after(name, spaced=True)
            alike[ways] = alike.get(ways, "") + _LETTER_OF[name]
    mark, space = _LETTER_OF["CM"], _LETTER_OF["SP"]
    plain = next(letters for letters in alike.values() if _LETTER_OF["AL"] in letters)
    beside_plain = _after("AL", spaced=False).strip("[]")
    # Most letters are followed by one beside which no line breaks: that is seen at a glance.
    inside = f"(?![{plain}][^{mark}{space}{beside_plain}])"
    ways_on = (f"[{letters}]{mark}*(?:(?={beside})|{space}+(?={apart}))" for (beside, apart), letters in alike.items())
    return re.compile(f"{inside}(?:{'|'.join(ways_on)})")


@lru_cache(maxsize=4096)
def _classes(text: str) -> tuple[str, int]:
    """Return the classes of a text, already escaped, and where its last unit ends but for a newline."""
    classes = text.translate(_TABLE)
    if _ESCAPE in classes:
        classes = classes.replace(_ESCAPE + _ESCAPE, _ESCAPED_BACKSLASH)
    if _LETTER_OF["CM"] in classes:
        classes = _MARK_ALONE.sub(rf"\1{_LETTER_OF['AL']}", classes)
    return classes, len(text) - 2 if text.endswith("\\n") else len(text)


def units(text: str) -> Iterator[str]:
    """Cut a text, already escaped, into the pieces between which a line may break; spaces end a piece.

    An escape is never divided, and the newline at the end never stands alone.
    """
    start = 0
    for match in _opportunities().finditer(*_whole(text)):
        yield text[start : match.end()]
        start = match.end()
    if text:
        yield text[start:]


def divisible(text: str) -> bool:
    """Whether a line may break anywhere in a text, already escaped."""
    return _opportunities().search(*_whole(text)) is not None


def _whole(text: str) -> tuple[str, int, int]:
    classes, end = _classes(text)
    return classes, 0, end


def break_up(text: str, most: int) -> list[str]:
    """Break a text, already escaped, into lines of at most so many columns; a longer piece has a line of its own.

    Only the neighbourhood of each line's end is looked at.
    """
    classes, end = _classes(text)
    widths = None if _is_narrow(text) else [0, *accumulate(map(_WIDTHS.__getitem__, text))]
    broken: list[str] = []
    start = 0
    while True:
        limit = start + most if widths is None else bisect_right(widths, widths[start] + most) - 1
        if limit >= len(text):
            return [*broken, text[start:]]
        cut = _last_place(classes, start, limit, end) or _first_place(classes, start, end)
        if not cut:
            return [*broken, text[start:]]
        broken.append(text[start:cut])
        start = cut


def _last_place(classes: str, start: int, limit: int, end: int) -> int:
    """Find the last place after `start` and not after `limit` where a line may break; 0 where there is none."""
    find = _opportunities().finditer
    for begin in (max(start, limit - _NEIGHBOURHOOD), start):
        found = [match.end() for match in find(classes, begin, min(limit + 1, end))]
        if found:
            return found[-1]
    return 0


def _first_place(classes: str, start: int, end: int) -> int:
    """Find the first place after `start` where a line may break; 0 where there is none."""
    match = _opportunities().search(classes, start, end)
    return match.end() if match else 0


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if _is_narrow(text) else sum(map(_WIDTHS.__getitem__, text))


def _is_narrow(text: str) -> bool:
    """Whether every character of a text takes one column, as far as is seen at a glance."""
    return text.isascii() or max(text) < _FIRST_OF_OTHER_WIDTH


def words(text: str) -> Iterator[str]:
    """Cut a text, already escaped, where programs in Python do: at spaces and after hyphens within words."""
    from textwrap import TextWrapper  # noqa: PLC0415  # its expressions take long to compile, and few files need them

    yield from filter(None, TextWrapper.wordsep_re.split(text))


def fill(pieces: Iterable[str], most: int) -> list[str]:
    """Run pieces together into lines of at most so many characters; a longer piece has a line of its own."""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and len(line) + len(piece) > most:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]
