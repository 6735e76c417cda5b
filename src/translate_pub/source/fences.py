"""Where fenced code stands in a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Fences:
    """Fenced code of one source."""

    inside: frozenset[int] = frozenset()
    """Indexes of the lines that are code, fences included, counted from 0."""
    unclosed: tuple[str, int] | None = None
    """The fence that is never closed, and the index of its line."""


def find(lines: Sequence[str]) -> Fences:
    """Find fenced code; a fence ends at one of the same character that is at least as long."""
    inside: set[int] = set()
    opened: tuple[str, int] | None = None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if not fence:
            continue
        if opened is None:
            opened = (fence[1], index)
        elif fence[1].startswith(opened[0]) and not line[fence.end() :].strip():
            inside.update(range(opened[1], index + 1))
            opened = None
    return Fences(frozenset(inside), opened)
