"""Texts as sequences of tokens, for comparison by word instead of by letter."""

from __future__ import annotations

import re
from functools import cache

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
FIRST_CJK = "\u3005"
"""The first character of the scripts without spaces."""
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_FIRST_CODE = 0xE000


class Encoder:
    """Gives every token a character of its own, so that a text becomes a string of tokens.

    A token is a word, a character of a script without spaces, or a mark. Case does not count.
    """

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self.words: set[str] = set()
        """The characters that stand for words."""

    def encode(self, text: str) -> str:
        """Return a text as one character a token."""
        codes = self._codes
        lowered = text.lower()
        return "".join([codes.get(token) or self._add(token) for token in _token(lowered).findall(lowered)])

    def _add(self, token: str) -> str:
        code = self._codes[token] = chr(_FIRST_CODE + len(self._codes))
        if token[0].isalnum():
            self.words.add(code)
        return code


def offsets(text: str) -> list[int]:
    """Return where each token of a text begins, and the text's length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    return [match.start() for match in _token(lowered).finditer(lowered)] + [len(text)]


def has_cjk(text: str) -> bool:
    """Say whether a text may have characters of a script without spaces, at a glance."""
    return not text.isascii() and max(text) >= FIRST_CJK


def _token(text: str) -> re.Pattern[str]:
    """Return the expression for the tokens of a text; the one for all scripts is slow to make, and to use."""
    return _cjk_token() if has_cjk(text) else _TOKEN


@cache
def _cjk_token() -> re.Pattern[str]:
    return re.compile(rf"[{_CJK}]|(?:(?![{_CJK}_])\w)+|[^\w\s]|_")
