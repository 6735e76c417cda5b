"""What a machine must not translate is taken out of a text before, and put back after: code, addresses, calls of notes.

An element without content stands for each, since translating services carry elements over and move them with the words
around them.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from html import escape, unescape

_MARKUP = re.compile(
    r"(?P<all>`+[^`]*`+|\[\^[^\]]+\]|\[\]\([^)]*\)|!\[|<[^<>\s][^<>]*>|\{[:#.][^{}]*\}|(?:https?|ftp)://[^\s)>\]]+"
    r"|\]\([^)]*\)|\]\[[^\]]*\]|(?<!\\)\[|\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|\\[^\w\s]|\n)"
)
_OPEN = "([{“‘«„*_"
_ELEMENT = re.compile(
    r'(?P<before>\s*)<\s*x\s+id\s*=\s*["“”]?\s*(?P<id>\d+)\s*["“”]?\s*/?\s*>(?:\s*<\s*/\s*x\s*>)?(?P<after>\s*)',
    re.IGNORECASE,
)


class Hold(enum.Enum):
    """To which side markup holds on without white space."""

    BEFORE = "before"
    """The word before it: the end of emphasis, the call of a note."""
    AFTER = "after"
    """The word after it: the beginning of emphasis or of a link."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with elements in the place of its markup."""

    html: str
    pieces: tuple[str, ...]
    """What stood there, by the elements' ids."""
    holds: tuple[Hold, ...]
    """What each holds on to."""


def mask(text: str) -> Masked:
    """Take the markup out of a text."""
    parts: list[str] = []
    pieces: list[str] = []
    holds: list[Hold] = []
    end = 0
    for found in _MARKUP.finditer(text):
        parts.append(escape(text[end : found.start()], quote=False))
        parts.append(f'<x id="{len(pieces)}"></x>')
        pieces.append(found[0])
        holds.append(_hold(text[: found.start()], text[found.end() :]))
        end = found.end()
    parts.append(escape(text[end:], quote=False))
    return Masked("".join(parts), tuple(pieces), tuple(holds))


def unmask(masked: Masked, translated: str) -> str | None:
    """Put the markup back; None where an element is missing or stands twice: then the text is of no use.

    White space is as the machine left it, but for that between markup and the word that it holds on to.
    """
    found = [int(match["id"]) for match in _ELEMENT.finditer(translated)]
    if sorted(found) != list(range(len(masked.pieces))):
        return None
    text = _ELEMENT.sub(lambda match: _restored(match, masked), translated)
    return unescape(text).strip()


def _hold(before: str, after: str) -> Hold:
    if before and not before[-1].isspace() and before[-1] not in _OPEN:
        return Hold.BEFORE
    return Hold.AFTER if after and not after[0].isspace() else Hold.NONE


def _restored(match: re.Match[str], masked: Masked) -> str:
    number = int(match["id"])
    before = "" if masked.holds[number] is Hold.BEFORE else match["before"]
    after = "" if masked.holds[number] is Hold.AFTER else match["after"]
    return f"{before}{escape(masked.pieces[number], quote=False)}{after}"
