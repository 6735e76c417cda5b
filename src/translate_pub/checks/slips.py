"""Slips of the keyboard that break markup: what was typed, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS_OF_LINKS = frozenset(("link", "cross-reference", "index mark", "image", "leftover", "footnote"))
_KINDS_OF_STARS = frozenset(("emphasis", "leftover"))
_SLIPS: tuple[tuple[frozenset[str], re.Pattern[str], str], ...] = (
    (_KINDS_OF_LINKS, re.compile(r"\]\s+\("), "there is a space between ] and (; write ]("),
    (_KINDS_OF_LINKS, re.compile(r"\[\s+\^"), "there is a space between [ and ^; write [^"),
    (_KINDS_OF_LINKS, re.compile(r"!\s+\["), "there is a space between ! and [; write !["),
    (_KINDS_OF_LINKS, re.compile(r"\][^\[\]()]*\^[^\[\]()]*\["), "the brackets are the wrong way round: write [^…]"),
    (_KINDS_OF_LINKS, re.compile("[\uff3b\uff3d\u3010\u3011]"), "a full-width bracket stands for [ or ]"),
    (_KINDS_OF_LINKS, re.compile("\\][\uff08\ufd3f\ufd3e]"), "another kind of parenthesis stands for ("),
    (_KINDS_OF_LINKS, re.compile("\\[[\u02c6\uff3e]"), "another kind of circumflex stands for ^"),
    (_KINDS_OF_STARS, re.compile("[\uff0a\u066d\u2217\u204e]"), "a full-width or Arabic asterisk stands for *"),
    (_KINDS_OF_STARS, re.compile(r"(?:^|\s)\*+\s+\S"), "there is a space after *; write it close to the word"),
    (frozenset(("code", "leftover")), re.compile("[\u00b4\uff40]"), "an accent stands for the backtick `"),
    (frozenset(("tag", "leftover")), re.compile("[\uff1c\uff1e\u2039\u203a]"), "another kind of < or > stands here"),
)


def find(kind: str, detail: str, msgstr: str) -> Iterator[str]:
    """Say which slips a translation shows that explain a difference.

    Args:
        kind: the difference's.
        detail: which footnote, link or sort of leftover.
        msgstr: the translation.
    """
    for kinds, pattern, sentence in _SLIPS:
        if kind in kinds and pattern.search(msgstr):
            yield sentence
    if kind == "footnote":
        yield from _footnotes(detail, msgstr)


def _footnotes(label: str, msgstr: str) -> Iterator[str]:
    """Find a call whose mark was lost, or whose label was translated into other digits."""
    if f"[{label}]" in msgstr:
        yield f"[{label}] lacks its circumflex: write [^{label}]"
    for found in re.findall(r"\[\^([^\]]*)\]", msgstr):
        if found != label and _plain(found) == _plain(label):
            yield f"[^{found}] is [^{label}] in other digits or letters; labels are the same in every language"


def _plain(label: str) -> str:
    """Write a label without spaces, in one case and in Latin digits."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign.casefold() for sign in label if not sign.isspace())
