"""Texts as pieces of which a translator leaves each as it is or translates it: code, links, numbers, words, marks."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

_PIECE = re.compile(
    r"(?P<literal>`+[^`]+`+"
    r"|\{[^{}\s]*\}"
    r"|%(?:\([^)\s]+\))?[a-z]\b"
    r"|\[\^[^\]\s]+\]"
    r"|(?<=\])\([^)\s]*\)"
    r"|https?://[^\s)>\]]*[^\s)>\].,;:!?]"
    r"|</?[A-Za-z][^<>]*>"
    r"|&\w+;"
    r"|\w+(?:(?:::|[._:/\\@=+])\w+)+(?:\(\))?"
    r"|[^\W_]*_\w+)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_CAMEL = re.compile(r"[a-z][A-Z]")
_ONE_CAPITAL = 1


class Kind(enum.Enum):
    """What a piece of a text is."""

    LITERAL = "literal"
    NUMBER = "number"
    MARK = "mark"
    WORD = "word"
    CAPITALISED = "capitalised"
    CAPITALS = "capitals"
    CAMEL = "camel"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that is carried over, or translated, as one."""

    text: str
    kind: Kind
    start: int
    """Its offset in the text."""

    @property
    def end(self) -> int:
        """The offset of what follows it."""
        return self.start + len(self.text)


def split(text: str) -> list[Piece]:
    """Return the pieces of a text, in order; white space is between them."""
    return [Piece(match[0], _kind(match), match.start()) for match in _PIECE.finditer(text)]


def texts(text: str) -> list[str]:
    """Return the texts of the pieces only."""
    return [match[0] for match in _PIECE.finditer(text)]


def _kind(match: re.Match[str]) -> Kind:
    group = match.lastgroup
    if group != "word":
        return Kind(group)
    text = match[0]
    if _CAMEL.search(text) or not text.isalpha():
        return Kind.CAMEL
    if text.isupper() and len(text) > _ONE_CAPITAL:
        return Kind.CAPITALS
    return Kind.WORD if text[0].islower() or not text[0].isupper() else Kind.CAPITALISED
