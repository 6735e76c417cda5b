"""What tests of the documentation share: pages, their fenced blocks, their headings and links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    text: str


def pages(repository: Path) -> tuple[Path, ...]:
    """Return every page of the documentation."""
    return (repository / "README.md", repository / "CONTRIBUTING.md", *sorted((repository / "docs").rglob("*.md")))


def blocks(text: str, language: str) -> tuple[str, ...]:
    """Return the fenced blocks of one language."""
    return tuple(found["text"] for found in _FENCE.finditer(text) if found["language"] == language)


def without_blocks(text: str) -> str:
    """Return a page without its fenced blocks and code."""
    return re.sub(r"`[^`\n]+`", "", _FENCE.sub("", text))


def headings(text: str) -> tuple[str, ...]:
    """Return the headings of a page."""
    return tuple(found[2] for found in _HEADING.finditer(_FENCE.sub("", text)))


def anchors(text: str) -> frozenset[str]:
    """Return the anchors of a page's headings, as GitHub and GitLab make them."""
    plain = (re.sub(r"[^\w\- ]", "", heading.casefold()) for heading in headings(text))
    return frozenset(heading.replace(" ", "-") for heading in plain)


def links(text: str) -> tuple[str, ...]:
    """Return the addresses that a page links to."""
    return tuple(_LINK.findall(without_blocks(text)))


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one of its level or above."""
    masked = _FENCE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    level = next(len(found[1]) for found in _HEADING.finditer(masked) if found[2] == heading)
    begin = re.search(rf"^#{{{level}}} {re.escape(heading)}\n", masked, re.MULTILINE)
    assert begin, heading
    end = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(masked, begin.end())
    return text[begin.end() : end.start() if end else len(text)]
