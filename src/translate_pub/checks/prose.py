"""The text of a message without its markup, character for character in place.

Rules about wording and typography read `Prose.plain`, where markup that shows nothing is `VOID` and what stands for
itself (code, addresses, images, placeholders) is `OBJECT`, each as long as what it covers: a place in `plain` is the
same place in the text, so that a repair can be made there and never touches markup.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

VOID = "\ue000"
"""Stands for markup that shows nothing: emphasis, brackets and address of a link, tags, footnote calls, attributes."""
OBJECT = "\ufffc"
"""Stands for what is shown and is no prose."""

_SPACES = "\\s\u00a0"
_MARKUP = re.compile(
    r"""(?=[`<\[\]!*_{&\\~%:|])(?:
      (?P<code>(`+)(?!`).+?(?<!`)\2(?!`))
    | (?P<comment><!--.*?-->)
    | (?P<foreign><(\w+)\b[^<>]*\blang=[^<>]*>.*?</\5\s*>)
    | (?P<address><(?:https?|ftp|mailto):[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>)
    | (?P<tag></?[A-Za-z][^<>]*>)
    | (?P<index>\]\((?:<index:(?P<heading>[^<>]*)>|index:(?P<word>[^()\s]*))\))
    | (?P<target>\]\(\s*(?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)
        (?:\s+(?:"(?P<title>(?:\\.|"(?!\s*\))|[^"\\])*)"|'(?P<aside>[^']*)'))?\s*\))
    | (?P<reference>\]\[[^\[\]]*\])
    | (?P<note>\[\^[^\[\]]*\])
    | (?P<image>!\[)
    | (?P<bracket>[\[\]])
    | (?P<attributes>\{\s*[:#.][^{}\n]*\}|\{[^{}\n]*=[^{}\n]*\})
    | (?P<placeholder>\{[{%].*?[%}]\}|\{\w*\}|%\(\w+\)[sd]|%\d*[sd]\b|%\d\$[sd])
    | (?P<role>:[A-Za-z][A-Za-z:+-]*:(?=`))
    | (?P<space>&(?:nbsp|\#160|\#8239|\#x202f|\#xa0|thinsp|ensp|emsp);)
    | (?P<entity>&\#?\w+;)
    | (?P<quote>\\["'])
    | (?P<escape>\\(?=[\\`*_{}\[\]()\#+.!<>~|:&-]))
    | (?P<emphasis>\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])|~~)
    | (?P<substitution>\|[\w.-]+\|)
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)'’\u0600-\u06ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
    r"|\bwww\.[\w./-]*[\w/]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])[A-Za-z0-9_-]*[A-Za-z_][A-Za-z0-9_-]*(?:[.:/][A-Za-z_][A-Za-z0-9_-]*)+(?!\w)",
    re.ASCII,
)
_MAY_BE_ADDRESS = re.compile(r"://|\bwww\.|\w@\w|[A-Za-z0-9_-][.:/][A-Za-z_]")
_OBJECTS = frozenset(
    ("code", "foreign", "address", "placeholder", "entity", "quote", "image", "substitution", "index", "role")
)
_TEXTS = ("heading", "word", "title", "aside")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and what is left of it without its markup."""

    text: str
    plain: str
    """As long as `text`."""

    def before(self, place: int) -> str:
        """Return the character before a place, markup that shows nothing passed over; empty at the beginning."""
        while place and self.plain[place - 1] == VOID:
            place -= 1
        return self.plain[place - 1] if place else ""

    def after(self, place: int) -> str:
        """Return the character at a place, markup that shows nothing passed over; empty at the end."""
        while place < len(self.plain) and self.plain[place] == VOID:
            place += 1
        return self.plain[place : place + 1]

    @property
    def words(self) -> str:
        """The text to read: without markup, with a space for what is no prose."""
        return self.plain.replace(VOID, "").replace(OBJECT, " ")


@functools.lru_cache(maxsize=16384)
def read(text: str) -> Prose:
    """Take the markup of a message out of sight."""
    plain = _MARKUP.sub(_covered, text)
    if _MAY_BE_ADDRESS.search(plain):
        plain = _ADDRESS.sub(lambda found: OBJECT * len(found[0]), plain)
    return Prose(text, plain)


def _covered(found: re.Match[str]) -> str:
    """Cover one piece of markup, all but the text that it holds."""
    kind, whole = found.lastgroup or "", found[0]
    kind = next((name for name in ("target", "index") if found[name] is not None), kind)
    if kind == "space":
        return VOID * (len(whole) - 1) + "\u00a0"
    cover = OBJECT if kind in _OBJECTS else VOID
    for name in _TEXTS:
        if found[name]:
            start, end = (place - found.start() for place in found.span(name))
            inner = read(found[name]).plain
            inner = inner.replace("!", OBJECT) if kind == "index" else inner  # it parts a heading from what is below it
            return OBJECT * start + inner + OBJECT * (len(whole) - end)
    return cover * len(whole)
