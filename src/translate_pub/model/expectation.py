"""What an edition is expected to print: its text block by block, its notes, and where its sections begin."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from translate_pub.model.edition import Opening

PAGE_NUMBER = "\ue000"
"""Stands in a text for the number of a page, which nobody knows before the pages are made."""


class Kind(enum.Enum):
    """What a passage is, as far as its place on the page is concerned."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    OTHER = "text"
    """Cells, entries of lists of pages, captions, lines of title pages: broken as they like."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text: a paragraph, a heading, an item, a cell."""

    text: str
    """Plain, with `PAGE_NUMBER` for the number of a page; the numbers of notes are in it, their texts are not."""
    kind: Kind
    section: int
    """Position of its section."""
    source: str = ""
    """`path:line`; empty where the tool made it."""
    anchors: tuple[tuple[str, int], ...] = ()
    """The ids that stand in it, each with how much of the text stands before it."""
    references: tuple[str, ...] = ()
    """The id whose page each `PAGE_NUMBER` tells."""


@dataclass(frozen=True, slots=True)
class ExpectedNote:
    """A footnote."""

    label: str
    text: str
    passage: int
    """Position of the passage that calls it."""
    offset: int
    """How much of that passage's text stands before the call."""
    source: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedSection:
    """A section of the book."""

    name: str
    title: str
    running: str
    """Its running head; empty where it has none."""
    book: str
    """The book's own running head."""
    opens: Opening
    counted: bool = True
    """Whether its pages carry folios."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An edition, or one of its volumes, in reading order."""

    language: str
    right_to_left: bool
    sections: tuple[ExpectedSection, ...]
    passages: tuple[Passage, ...]
    notes: tuple[ExpectedNote, ...]
