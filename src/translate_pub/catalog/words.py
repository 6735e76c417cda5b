"""Words of a source text, as a translator is paid for them: markup and addresses do not count."""

from __future__ import annotations

import re
from functools import lru_cache

_NOT_TEXT = re.compile(
    r"`+[^`]*`+"  # code
    r"|<[^<>\s][^<>]*>"  # tags and automatic links
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*"  # the address of a link or image; its title counts
    r"|\]\[[^\]]*\]"  # the label of a reference
    r"|\[\^[^\]]+\]"  # footnote references
    r"|\{[:#.][^{}]*\}"  # attribute lists
    r"|(?:https?|ftp|mailto):\S+"
    r"|&(?:#\d+|#x[0-9a-fA-F]+|\w+);"
)
# A letter or digit, then whatever holds a word together: apostrophes, hyphens, points in numbers and abbreviations.
_WORD = re.compile(r"[^\W_]+(?:['’.,\-\u2010\u2011/]?[^\W_]+)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@lru_cache(maxsize=65536)
def count(text: str) -> int:
    """Count the words of a msgid; a Chinese or Japanese character counts as one."""
    plain = _NOT_TEXT.sub(" ", text) if any(mark in text for mark in "`<[{:&") else text
    ideographs = len(_IDEOGRAPH.findall(plain))
    return len(_WORD.findall(_IDEOGRAPH.sub(" ", plain) if ideographs else plain)) + ideographs
