"""Python-Markdown's inline parser without the work that cannot give anything.

For each piece of text it tries every pattern in turn, and most pieces have none of the signs that patterns begin with:
that was half of the time of reading a book. What is found stays the same, for a pattern without its sign matches
nothing, and what patterns put in place of what they find has none of these signs.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_PRIORITIES = {"inline": 20, "smarty": 6}
"""Treeprocessor that parses inline text -> where Python-Markdown has it among them."""
_SIGNS = {
    name: frozenset(signs)
    for signs, names in (
        ("`", "backtick"),
        ("\\", "escape"),
        ("[", "footnote reference link image_link image_reference short_reference short_image_ref"),
        ("<", "autolink automail html"),
        ("\n", "linebreak"),
        ("&", "entity"),
        ("*_", "em_strong"),
        ("-", "smarty-em-dashes smarty-en-dashes"),
        (".", "smarty-ellipses"),
        ("\"'", " ".join(f"smarty-quotes-{number}" for number in range(15))),
    )
    for name in names.split()
}
"""Inline pattern, by its name in Python-Markdown's registry -> signs without one of which it matches nothing."""
_NO_SIGNS: frozenset[str] = frozenset()


def quicken(md: Markdown) -> None:
    """Put a quick parser in the place of each that a Markdown has, once all extensions have registered theirs."""
    for name, priority in _PRIORITIES.items():
        if name in md.treeprocessors:
            slow = md.treeprocessors[name]
            if isinstance(slow, InlineProcessor):
                md.treeprocessors.register(_Inlining(slow), name, priority)


class _Inlining(InlineProcessor):
    """Does what an inline parser of Python-Markdown does."""

    def __init__(self, slow: InlineProcessor) -> None:
        super().__init__(slow.md)
        self.inlinePatterns = slow.inlinePatterns
        known = {id(self.inlinePatterns[name]): signs for name, signs in _SIGNS.items() if name in self.inlinePatterns}
        self._tried = [(known.get(id(pattern), _NO_SIGNS), pattern) for pattern in self.inlinePatterns]

    def _InlineProcessor__handleInline(  # noqa: N802  # the method of the class above, whose name Python writes so
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803  # Python-Markdown's own
    ) -> str:
        """Put placeholders in place of what patterns find in a text, from one of them on."""
        if isinstance(data, AtomicString):
            return data
        index, start, present = patternIndex, 0, frozenset(data)
        while index < len(self._tried):
            signs, pattern = self._tried[index]
            matched = False
            if not signs or not signs.isdisjoint(present):
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]  # as above
            if not matched:
                index += 1
        return data
