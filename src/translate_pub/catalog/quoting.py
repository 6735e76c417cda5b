"""The strings of a PO file: between quotation marks, with the escapes of C.

Source: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re

from translate_pub.catalog.layout import AT_NEWLINES, Layout

_WRITTEN = {
    "\\": "\\\\", '"': '\\"', "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r",
}  # fmt: skip
_READ = {written[1]: char for char, written in _WRITTEN.items()}
_WRITE_TABLE = str.maketrans(_WRITTEN)
_ESCAPE = re.compile(r"\\(?:([abfnrtv\"\\])|([0-7]{1,3})|x([0-9A-Fa-f]+)|(.?))", re.DOTALL)
_LAST_ASCII = 0x7F
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class UnknownEscapeError(ValueError):
    """A backslash before something that PO files give no meaning; `args[0]` is the escape as written."""


def unescape(text: str) -> str:
    r"""Resolve the escapes of a string's inside.

    Raises:
        UnknownEscapeError: for anything but `\a \b \f \n \r \t \v \" \\` and the octal or hexadecimal number of an
            ASCII character.
    """
    return _ESCAPE.sub(_resolve, text) if "\\" in text else text


def _resolve(match: re.Match[str]) -> str:
    letter, octal, hexadecimal, _ = match.groups()
    if letter:
        return _READ[letter]
    code = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else -1
    if 0 < code <= _LAST_ASCII:
        return chr(code)
    raise UnknownEscapeError(match[0])


def escape(text: str) -> str:
    """Write the inside of a string."""
    return text.translate(_WRITE_TABLE)


def quote(text: str, keyword: str = "", mark: str = "", layout: Layout = AT_NEWLINES) -> list[str]:
    """Write a text as the quoted lines of a PO file.

    One line where all of it stands beside its keyword; otherwise an empty string first.

    Args:
        text: the text.
        keyword: what stands before the first line, with a space between.
        mark: what stands before every line: `#~ `, `#| `.
        layout: where lines are broken.
    """
    parts = [escape(part) for part in _LINES.findall(text)] or [""]
    if len(parts) == 1 and layout.stays(parts[0], len(mark) + len(keyword) + 1):
        return [f'"{parts[0]}"']
    return ['""', *(f'"{line}"' for part in parts for line in layout.lines(part, len(mark)))]
