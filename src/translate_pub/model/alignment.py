"""A finished translation laid beside its source: blocks, beads, and how sure each pair is."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from translate_pub.model.catalog import Key
from translate_pub.model.diagnostic import Diagnostic, has_error


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or note of a text, in its place among the others."""

    kind: str
    """What it is to the reader, as `Segment.kind` has it."""
    text: str
    """Inline Markdown on one logical line; hard breaks are newlines."""
    note: str = ""
    """The label of the footnote that it stands in; empty outside of footnotes."""
    chapter: str = ""
    """The chapter, or the file of the translation, that it stands in; labels of footnotes hold within it."""
    known: str = ""
    """Of a source: its translation as far as a catalogue has one, by which its place is known."""
    line: int | None = field(default=None, compare=False)
    """First line in its file, counted from 1; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Blocks of the source and of the translation that belong together; one side is empty where nothing does."""

    sources: tuple[int, ...]
    """Indices of at most three blocks of the source that follow each other."""
    targets: tuple[int, ...]
    """Indices of at most three blocks of the translation that follow each other."""
    texts: tuple[str, ...] = ()
    """The translation of each of `sources`; a text may be empty where the translation could not be divided."""
    confidence: tuple[float, ...] = ()
    """How probable it is, from 0 to 1, that each of `texts` is the translation of its source, whole and alone."""
    reasons: tuple[str, ...] = ()
    """What speaks against it, in the words of translators; empty where nothing does."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """All blocks of a source and of its translation, each in exactly one bead."""

    beads: tuple[Bead, ...]
    """In the order of the source; what only the translation has stands where it stands there."""


SURE = 0.9
"""Confidence from which a pair is not called doubtful."""


class Fate(enum.Enum):
    """What became of a translation that was found for a message."""

    ENTERED = "entered"
    """It stands in the catalogue now, fuzzy."""
    SAME = "same"
    """The catalogue had it already."""
    KEPT = "kept"
    """The catalogue has another, which stays."""
    MISSING = "missing"
    """Nothing was found for the message."""
    HOMELESS = "homeless"
    """The catalogue has no such message; it is out of step with its source."""


@dataclass(frozen=True, slots=True)
class Find:
    """What was found for one place of the source."""

    chapter: str
    key: Key
    kind: str
    line: int | None = None
    """Line of the source, counted from 1."""
    text: str = ""
    """The translation; empty where none was found."""
    confidence: float = 0.0
    """How probable it is that this is the translation, whole and alone; where there is none, that there is none."""
    reasons: tuple[str, ...] = ()
    """Why somebody should look at it; empty where nothing speaks against it."""
    file: str = ""
    """The file of the translation."""
    file_line: int | None = None
    """Line of that file, counted from 1; None for what was no text file."""
    fate: Fate = Fate.MISSING

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at it before all others."""
        return bool(self.reasons)


@dataclass(frozen=True, slots=True)
class Row:
    """A bead, for those who look the alignment through."""

    finds: tuple[Find, ...] = ()
    """One for each place of the source; none where only the translation has something."""
    strays: tuple[Block, ...] = ()
    """What of the translation belongs to no place of the source."""


@dataclass(frozen=True, slots=True)
class Import:
    """What bringing in a translation did, or would do."""

    book: str
    source_language: str
    language: str
    files: tuple[str, ...]
    rows: tuple[Row, ...]
    """In reading order."""
    catalogs: tuple[str, ...] = ()
    """Paths of the catalogues that changed, or would."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def finds(self) -> tuple[Find, ...]:
        """Every place of the source, in reading order."""
        return tuple(find for row in self.rows for find in row.finds)

    @property
    def failed(self) -> bool:
        """Whether nothing could be brought in."""
        return has_error(self.diagnostics)
