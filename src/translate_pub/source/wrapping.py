"""Between the lines of a source and the one logical line of a message."""

from __future__ import annotations

import re

_BLANK_LINES = re.compile(r"\n\s*\n+")
_HARD_BREAK = re.compile(r"(?<!\\)\n")


def unwrap(text: str) -> str:
    r"""Join the lines of a block: a soft break becomes a space, a hard break (two spaces) a newline.

    A backslash at a line's end keeps its newline, which extensions may give a meaning.
    """
    *lines, last = text.split("\n")
    joined = "".join(_joined(line, first=not index) for index, line in enumerate(lines))
    return joined + (last.lstrip(" ") if lines else last)


def _joined(line: str, *, first: bool) -> str:
    body = line if first else line.lstrip(" ")
    if body.endswith("\\"):
        return body + "\n"
    text = body.rstrip(" ")
    if line.endswith("  "):
        return text + ("  \n" if text.endswith("\\") else "\n")  # a hard break after a backslash keeps its spaces
    return text + " "


def rewrap(message: str) -> str:
    """Write a message's hard breaks as Markdown has them; blank lines collapse into one break."""
    return _HARD_BREAK.sub("  \n", _BLANK_LINES.sub("\n", message))
