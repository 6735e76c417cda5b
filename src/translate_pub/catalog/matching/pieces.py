"""Texts as pieces of which a translator leaves each as it is or translates it: code, links, numbers, words, marks."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["literal", "camel", "number", "capitals", "capitalised", "word", "mark"]
"""What a piece is; words are told apart by their letters' case, because names are left more often than other words."""

_PIECE = re.compile(
    r"(?P<literal>`+[^`]+`+"
    r"|\{[^{}\s]*\}"
    r"|%(?:\([^)\s]+\))?[a-z]\b"
    r"|\[\^[^\]\s]+\]"
    r"|(?<=\])\([^)\s]*\)"
    r"|https?://[^\s)>\]]*[^\s)>\].,;:!?]"
    r"|</?[A-Za-z][^<>]*>"
    r"|&\w+;"
    r"|\\[nrt0\"']"
    # What is ahead of these two is asked first: most words have nothing of the kind, and would be gone through in vain.
    r"|(?=[^\W_]*+[._:/\\@=+])(?:\w+(?:(?:::|[._:/\\@=+])\w+)+(?:\(\))?|[^\W_]*_\w+))"
    r"|(?P<number>\d+)"
    r"|(?P<camel>(?:[A-Z]*+[^\W\d_A-Z]++[A-Z]|[^\W\d_]++\d)\w*)"
    r"|(?P<capitals>[A-Z][A-Z]++\b)"
    r"|(?P<capitalised>[A-Z]\w*)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<mark>[^\w\s]|_)"
)


_WORDS = frozenset({"word", "capitalised", "capitals"})


class Piece(NamedTuple):
    """A run of characters that is carried over, or translated, as one."""

    text: str
    kind: Kind
    start: int
    """Its offset in the text."""
    end: int
    """The offset of what follows it."""


def split(text: str) -> list[Piece]:
    """Return the pieces of a text, in order; white space is between them."""
    return [Piece(match[0], match.lastgroup, *match.span()) for match in _PIECE.finditer(text)]  # type: ignore[arg-type]  # the groups' names are the kinds


def is_word(piece: Piece) -> bool:
    """Say whether a piece is a word of the language, in whatever case."""
    return piece.kind in _WORDS


def kinds(text: str) -> dict[str, Kind]:
    """Return the different pieces of a text, and what they are."""
    return {match[0]: match.lastgroup for match in _PIECE.finditer(text)}  # type: ignore[misc]  # the groups' names are the kinds


def texts(text: str) -> set[str]:
    """Return the texts of the pieces."""
    return {match[0] for match in _PIECE.finditer(text)}
