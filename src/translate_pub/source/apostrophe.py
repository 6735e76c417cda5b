"""The apostrophe inside a word, which Python-Markdown's `smarty` writes as a closing quotation mark."""

from __future__ import annotations

import re

from markdown import Markdown, treeprocessors
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_INSIDE_A_WORD = r"(?<=\w)'(?=\w)"
_BEFORE_QUOTES = 100


class Apostrophe(Extension):
    """Writes `geht's` with an apostrophe in languages that close a quotation with another mark (German, Urdu)."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the pattern before those of `smarty`, which is loaded first."""
        smarty = md.treeprocessors["smarty"]
        if isinstance(smarty, treeprocessors.InlineProcessor):
            patterns = smarty.inlinePatterns
            patterns.register(_Mark(self.mark), "apostrophe", _BEFORE_QUOTES)  # type: ignore[arg-type] # the stubs name another class


class _Mark(InlineProcessor):
    """Puts the mark in place of a straight one."""

    def __init__(self, mark: str) -> None:
        super().__init__(_INSIDE_A_WORD)
        self.mark = mark

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802 - Python-Markdown's own
        """Give the mark for a match."""
        del data
        return self.mark, m.start(), m.end()
