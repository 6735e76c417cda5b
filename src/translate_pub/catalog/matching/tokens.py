"""Texts as sequences of tokens, for comparison by word instead of by letter."""

from __future__ import annotations

import re

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}_])\w)+|[^\w\s]|_")
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
        return "".join([codes.get(token) or self._add(token) for token in _TOKEN.findall(text.lower())])

    def _add(self, token: str) -> str:
        code = self._codes[token] = chr(_FIRST_CODE + len(self._codes))
        if token[0].isalnum():
            self.words.add(code)
        return code


def offsets(text: str) -> list[int]:
    """Return where each token of a text begins, and the text's length."""
    lowered = text.lower()
    return [match.start() for match in _TOKEN.finditer(lowered if len(lowered) == len(text) else text)] + [len(text)]
