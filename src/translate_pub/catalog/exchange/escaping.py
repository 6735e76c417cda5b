"""Texts as other programs can hold them, and back, with nothing lost.

XML 1.0 knows no control characters but tab and newline (its production 2, Char), and reads a carriage return as a
newline (2.11). Both are written as spreadsheets write them, `_x000D_` (ECMA-376, part 1, 22.9.2.19, ST_Xstring); a text
that looks like such an escape has its first underscore written so.
"""

from __future__ import annotations

import re

_HELD_BACK = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What a spreadsheet may take for a formula when it reads CSV (OWASP, "CSV Injection"), or our own mark before it."""


def escape(text: str) -> str:
    """Write a text without the characters that XML cannot hold."""
    return _HELD_BACK.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescape(text: str) -> str:
    """Read what `escape` has written."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def starts_formula(text: str) -> bool:
    """Say whether a spreadsheet that is given a text could take it for a formula."""
    return _FORMULA.match(text) is not None


def disarm(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula."""
    return f"'{text}" if starts_formula(text) else text


def rearm(text: str) -> str:
    """Take away the apostrophe that `disarm` has put before a text."""
    return text[1:] if text.startswith("'") and starts_formula(text) else text


def join_lines(lines: tuple[str, ...]) -> str:
    """Write lines into one text; no line and one empty line differ."""
    return "\n".join(lines) + ("\n" if lines and not lines[-1] else "")


def split_lines(text: str) -> tuple[str, ...]:
    """Read what `join_lines` has written; one newline at the end more is nothing."""
    if not text:
        return ()
    *lines, last = text.split("\n")
    return (*lines, last) if last else tuple(lines)
