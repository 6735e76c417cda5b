"""The comment lines of a PO entry: what translators, authors and tools say about it.

Source: GNU gettext manual, "The Format of PO Files"; `#=` is the sticky flags' line of gettext 0.25 and later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translate_pub.catalog.layout import Places
from translate_pub.model.catalog import Reference

REFERENCE_WIDTH = 79
"""Columns (bytes of UTF-8) after which gettext breaks a line of references."""

# gettext sets file names with spaces between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_REFERENCE = re.compile("\u2068([^\u2069]*)\u2069(?::([0-9]+))?|(\\S+?)(?::([0-9]+))?(?=\\s|$)")


@dataclass(frozen=True, slots=True)
class Comments:
    """The comment lines of an entry, sorted by kind."""

    translator: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    flags: tuple[str, ...] = ()
    """Of both lines of flags."""
    sticky: tuple[str, ...] = ()
    """Those of the line `#=`."""
    previous: tuple[str, ...] = ()
    """What stands after `#|`, a line each, still quoted."""


@lru_cache(maxsize=4096)
def read_references(text: str) -> tuple[Reference, ...]:
    """Read references as they stand after `#:`, those of several lines run together."""
    found = []
    for match in _REFERENCE.finditer(text):
        spaced, spaced_line, name, line = match.groups()
        number = spaced_line or line
        found.append(Reference(name if spaced is None else spaced, int(number) if number else None))
    return tuple(found)


def read(lines: Iterable[str]) -> Comments:
    """Sort the comment lines of an entry; `#~|` counts as `#|`."""
    translator: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    sticky: list[str] = []
    previous: list[str] = []
    for line in lines:
        mark = line[1:2]
        if mark == ".":
            extracted.append(_after(line, 2))
        elif mark == ":":
            references.append(line[2:].strip())
        elif mark in {",", "="}:
            found = [flag for part in line[2:].split(",") if (flag := part.strip())]
            flags += found
            sticky += found if mark == "=" else ()
        elif mark == "|":
            previous.append(line[2:].strip())
        elif line.startswith("#~|"):
            previous.append(line[3:].strip())
        else:
            translator.append(_after(line, 1))
    return Comments(
        tuple(translator),
        tuple(extracted),
        tuple(dict.fromkeys(read_references(" ".join(references)))),
        tuple(dict.fromkeys(flags)),
        tuple(dict.fromkeys(sticky)),
        tuple(previous),
    )


def _after(line: str, size: int) -> str:
    return line[size:].removeprefix(" ").rstrip()


def write_lines(mark: str, texts: Sequence[str]) -> list[str]:
    """Write comment lines of one kind: `mark` is `#` or `#.`."""
    lines = (f"{mark} {line}".rstrip() for text in texts for line in text.split("\n"))
    # To gettext a backslash at the end of a line joins it with the next, a comment's too.
    return [f"{line} " if line.endswith("\\") else line for line in lines]


def write_flags(flags: Sequence[str], sticky: Sequence[str] = ()) -> list[str]:
    """Write the flags' lines as gettext orders them: fuzzy first, wrapping last; sticky ones on a line of their own."""
    loose = [flag for flag in flags if flag not in sticky]
    lines = ((mark, sorted(kind, key=_rank)) for mark, kind in (("#,", loose), ("#=", sticky)))
    return [f"{mark} {', '.join(kind)}" for mark, kind in lines if kind]


def _rank(flag: str) -> tuple[bool, bool]:
    return flag != "fuzzy", flag in {"wrap", "no-wrap"}


def write_references(
    references: Sequence[Reference], places: Places = Places.FILLED, fold: int = REFERENCE_WIDTH
) -> list[str]:
    """Write the references, as many a line as a file has."""
    words = list(map(_word, references))
    if places is Places.SINGLE:
        return [f"#:{word}" for word in words]
    if places is Places.JOINED:
        return ["#:" + "".join(words)] if words else []
    lines: list[str] = []
    column = fold + 1
    for word in words:
        size = len(word.encode("utf-8", "surrogatepass"))
        if column + size > fold:
            lines.append("#:")
            column = 2
        lines[-1] += word
        column += size
    return lines


def _word(reference: Reference) -> str:
    name = f"\u2068{reference.path}\u2069" if re.search(r"\s", reference.path) else reference.path
    return f" {name}" if reference.line is None else f" {name}:{reference.line}"
