"""A finished translation laid beside its source: blocks, beads, and how sure each pair is."""

from __future__ import annotations

from dataclasses import dataclass, field


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
