"""On which line of the source a segment stands.

Python-Markdown keeps no positions, so its text is searched for: the cursor moves forward only, and every footnote has
a cursor of its own. A line is information for people, never a key.
"""

from __future__ import annotations

import re

from markdown.util import HTML_PLACEHOLDER_RE

from translate_pub.source import fences

_MARKER = re.compile(
    r"[\s>]*(?:(?:[#*+-]+(?=\s|$)|\d+\.(?=\s)|:(?=\s)|!!! ?[\w -]+|\[\^[^\]]+\]:)\s*)*(?:\|\s*)?",
)
_FOOTNOTE = re.compile(r"[\s>]{0,8}\[\^([^\]]*)\]:")


class Lines:
    """The lines of one source, and how far the walk has come."""

    def __init__(self, text: str, tab_length: int) -> None:
        plain = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(tab_length)
        self._lines = plain.split("\n")
        self._contents = [_MARKER.sub("", line, count=1).strip() for line in self._lines]
        self._definitions: dict[str, int] = {}
        self._redefined: list[tuple[str, int, int]] = []
        code = fences.find(self._lines).inside
        for index, line in enumerate(self._lines):
            if index not in code and (found := _FOOTNOTE.match(line)):
                self._define(found[1], index)
        self._notes = dict(self._definitions)
        self._cursor = self._after_front_matter()

    def _define(self, label: str, index: int) -> None:
        if label in self._definitions:
            self._redefined.append((label, self._definitions[label] + 1, index + 1))
        self._definitions.setdefault(label, index)

    def _after_front_matter(self) -> int:
        if not self._lines[0].startswith("---"):
            return 0
        ends = (index for index, line in enumerate(self._lines) if index and re.match(r"---|\.\.\.", line))
        return next(ends, -1) + 1

    def find(self, text: str, *, note: str | None = None, cell: bool = False) -> int | None:
        """Find the line where the text of a block begins, and move on.

        Args:
            text: as the inline parser sees it, with its line breaks.
            note: the label of the footnote that it stands in.
            cell: whether it is one of several texts on its line.
        """
        parts = [part.strip() for part in HTML_PLACEHOLDER_RE.split(text)[0].split("\n") if part.strip()]
        if not parts:
            return None
        start = self._cursor if note is None else self._notes.get(note, 0)
        index = self._search(parts, start, cell=cell)
        if index is None:
            index = self._search(parts[:1], 0, cell=cell)
        elif note is not None:
            self._notes[note] = index + 1
        else:
            self._cursor = index if cell else index + 1
        return None if index is None else index + 1

    def _search(self, parts: list[str], start: int, *, cell: bool) -> int | None:
        first = parts[0]
        loose: int | None = None
        for index in range(start, len(self._lines)):
            if first not in self._lines[index] or not self._goes_on(parts, index):
                continue
            if self._begins(first, index, whole=len(parts) == 1) or (cell and "|" in self._lines[index]):
                return index
            loose = index if loose is None else loose
        return loose

    def _goes_on(self, parts: list[str], index: int) -> bool:
        return len(parts) == 1 or (index + 1 < len(self._lines) and parts[1] in self._lines[index + 1])

    def _begins(self, text: str, index: int, *, whole: bool) -> bool:
        content = self._contents[index]
        if not (content.startswith(text) or self._lines[index].lstrip(" >").startswith(text)):
            return False
        rest = content[len(text) :].strip(" #")
        return not whole or not rest or rest.startswith("{")

    def containing(self, text: str, near: int | None = None) -> int | None:
        """Find the first line that has a text, from a line on, or else anywhere."""
        first = text.strip().split("\n")[0].strip()
        start = (near or 1) - 1
        order = (*range(start, len(self._lines)), *range(start))
        return next((index + 1 for index in order if first and first in self._lines[index]), None)

    def of_key(self, key: str) -> int | None:
        """Find the line of a key of the front matter."""
        pattern = re.compile(rf"\s{{0,3}}{re.escape(key)}\s*:", re.IGNORECASE)
        return next((index + 1 for index, line in enumerate(self._lines) if pattern.match(line)), None)

    def of_note(self, label: str) -> int | None:
        """Find the line where a footnote is defined."""
        index = self._definitions.get(label)
        return None if index is None else index + 1

    def redefined(self) -> tuple[tuple[str, int, int], ...]:
        """List the footnotes that are defined again: (label, first line, line)."""
        return tuple(self._redefined)
