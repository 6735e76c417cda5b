"""`hyphenation/<language>.txt` in the root: words with the places where they may be broken at a line's end."""

from __future__ import annotations

import unicodedata

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.makeup import Breaks
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files
from translate_pub.workspace.findings import quoted
from translate_pub.workspace.text import decode

FOLDER = "hyphenation"
_HOW = "wanted: one word a line with a hyphen at each place where it may be broken: Bol-sje-vi-ker-na"
_INSIDE = frozenset("'’·")
"""What may stand inside a word beside letters and marks."""


def path_of(language: str) -> str:
    """Return the path of a language's list, relative to the root."""
    return f"{FOLDER}/{language}.txt"


def read(workspace: Workspace, language: str) -> Outcome[Breaks]:
    """Read the words of a language; none where there is no list. A line that is no word is found and left out.

    Raises:
        WorkspaceError: the list is there and cannot be read.
    """
    path = path_of(language)
    data = files.read(workspace.root / path)
    if data is None:
        return Outcome(Breaks(language))
    text = decode(data, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    words: dict[str, tuple[int, ...]] = {}
    found: list[Diagnostic] = []
    for number, line in enumerate(text.value.splitlines(), 1):
        written = unicodedata.normalize("NFC", line.partition("#")[0].strip())
        if not written:
            continue
        word, places = _take_apart(written)
        if fault := _fault(written, word, places, words):
            code, message = fault
            found.append(Diagnostic(code, Severity.ERROR, message, Span(path, number), (_HOW,)))
        else:
            words[word] = places
    return Outcome(Breaks(language, tuple(sorted(words.items()))), tuple(found))


def _take_apart(written: str) -> tuple[str, tuple[int, ...]]:
    """Return a word in small letters, and where it may be broken."""
    pieces = written.split("-")
    ends = [sum(map(len, pieces[:count])) for count in range(1, len(pieces))]
    return "".join(pieces).lower(), tuple(ends)


def _fault(
    written: str, word: str, places: tuple[int, ...], known: dict[str, tuple[int, ...]]
) -> tuple[str, str] | None:
    """Say what is wrong with a line: (code, message)."""
    if not word or not all(letter in _INSIDE or unicodedata.category(letter)[0] in "LM" for letter in word):
        return "E085", f"{quoted(written)} is no word with places where it is broken"
    if "" in written.split("-"):
        return "E085", f"{quoted(written)} begins or ends with a hyphen, or has two together"
    if known.get(word, places) != places:
        return "E086", f"{quoted(written)} stands here with other breaks than above"
    return None
