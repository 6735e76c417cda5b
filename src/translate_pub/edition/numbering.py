"""Numbers as a book writes them: digits of a script, roman numerals, letters and abjad.

Sources: Unicode CLDR 47 (numbering systems), W3C CSS Counter Styles Level 3 (additive and alphabetic systems).
"""

from __future__ import annotations

from typing import Final

DIGIT_ZERO: Final[dict[str, str]] = {
    "latn": "0",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "deva": "\u0966",
    "beng": "\u09e6",
    "guru": "\u0a66",
    "gujr": "\u0ae6",
    "orya": "\u0b66",
    "tamldec": "\u0be6",
    "telu": "\u0c66",
    "knda": "\u0ce6",
    "mlym": "\u0d66",
    "sinh": "\u0de6",
    "thai": "\u0e50",
    "laoo": "\u0ed0",
    "tibt": "\u0f20",
    "mymr": "\u1040",
    "khmr": "\u17e0",
}
"""CLDR numbering system -> its digit zero; the others follow it."""

_ABJAD_VALUES = (*range(1, 10), *range(10, 100, 10), *range(100, 1100, 100))
_ABJAD = dict(zip(_ABJAD_VALUES, "ابجدہوزحطیکلمنسعفصقرشتثخذضظغ", strict=True))
_ABJAD_ARABIC = dict(zip(_ABJAD_VALUES, "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ", strict=True))
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc",
    50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip

ADDITIVE: Final[dict[str, dict[int, str]]] = {
    "abjad": _ABJAD,
    "abjad-arab": _ABJAD_ARABIC,
    "lower-roman": _ROMAN,
    "upper-roman": {value: letters.upper() for value, letters in _ROMAN.items()},
}
"""System -> value of each of its signs; a number is the sum of its signs, the greatest first."""

ALPHABETIC: Final[dict[str, str]] = {
    "lower-alpha": "abcdefghijklmnopqrstuvwxyz",
    "upper-alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}

SYSTEMS: Final[tuple[str, ...]] = (*DIGIT_ZERO, *ADDITIVE, *ALPHABETIC)
"""Every numbering system that an edition may be set in."""

_LIMIT = {"abjad": 1999, "abjad-arab": 1999, "lower-roman": 3999, "upper-roman": 3999}
_CSS_NAMES = {"latn": "decimal"} | {name: name for name in ("lower-roman", "upper-roman", "lower-alpha", "upper-alpha")}


def format(number: int, system: str) -> str:  # noqa: A001 - it is read as `numbering.format`
    """Write a whole number in a numbering system.

    A number that the system cannot write (zero and below in letters, 4000 in roman) is written in Latin digits, as CSS
    counters do.

    Raises:
        KeyError: the system is none of `SYSTEMS`.
    """
    if system in DIGIT_ZERO:
        return translate_digits(str(number), system)
    if number < 1 or number > _LIMIT.get(system, number):
        return str(number)
    if system in ALPHABETIC:
        return _alphabetic(number, ALPHABETIC[system])
    return _additive(number, ADDITIVE[system])


def translate_digits(text: str, system: str) -> str:
    """Write the Latin digits of a text in the digits of a system; systems without digits leave it as it is."""
    if system not in DIGIT_ZERO:
        return text
    zero = ord(DIGIT_ZERO[system])
    return text.translate({ord("0") + digit: chr(zero + digit) for digit in range(10)})


def counter_name(system: str) -> str:
    """Name the CSS counter style of a system."""
    return _CSS_NAMES.get(system, f"edition-{system}")


def counter_style(system: str) -> str:
    """Write the `@counter-style` rule of a system; empty for one that CSS has by itself."""
    if system in _CSS_NAMES:
        return ""
    if system in DIGIT_ZERO:
        symbols = " ".join(f'"{chr(ord(DIGIT_ZERO[system]) + digit)}"' for digit in range(10))
        body = f"system: numeric; symbols: {symbols};"
    else:
        tuples = ", ".join(f'{value} "{sign}"' for value, sign in sorted(ADDITIVE[system].items(), reverse=True))
        body = f"system: additive; range: 1 {_LIMIT[system]}; additive-symbols: {tuples};"
    return f'@counter-style {counter_name(system)} {{ {body} suffix: ". "; }}\n'


def _additive(number: int, signs: dict[int, str]) -> str:
    written = ""
    for value, sign in sorted(signs.items(), reverse=True):
        count, number = divmod(number, value)
        written += sign * count
    return written


def _alphabetic(number: int, letters: str) -> str:
    written = ""
    while number:
        number, letter = divmod(number - 1, len(letters))
        written = letters[letter] + written
    return written
