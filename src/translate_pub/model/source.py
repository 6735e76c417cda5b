"""Sources and the segments that they are read into."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """The Markdown of one chapter file, as it stands in the workspace."""

    path: str
    """Relative to the workspace's root, with forward slashes."""
    text: str
    blob: str = field(default="", compare=False)
    """Git's name of the file's bytes, 40 hexadecimal digits; empty for a text of no file."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A place in a source that has text to translate: a paragraph, heading, cell, term, caption, title.

    Two segments with the same `key` are one message.
    """

    kind: str
    """What it is to the reader: `heading 1`, `paragraph`, `list item`, `table cell`, `footnote`, `image title`..."""
    text: str
    """The msgid: inline Markdown on one logical line; hard breaks are newlines."""
    context: str = ""
    """The msgctxt; empty unless the source asks for one or the kind needs one (abbreviations, front matter)."""
    line: int | None = field(default=None, compare=False)
    """First line in the source, counted from 1; None for text that an extension generated."""
    path: tuple[str, ...] = ()
    """The headings above it, outermost first."""
    notes: tuple[str, ...] = ()
    """What the author says to the translator."""
    flags: tuple[str, ...] = ()
    """PO flags, for example `no-wrap` where line breaks are kept."""
    ordinal: int = field(default=0, compare=False)
    """Its place in the walk, counted from 0."""
    note: str = field(default="", compare=False)
    """The label of the footnote that it stands in; empty outside of footnotes."""

    @property
    def key(self) -> tuple[str, str]:
        """(msgctxt, msgid), by which a message is known."""
        return self.context, self.text


@dataclass(frozen=True, slots=True)
class Reading:
    """What the walk through one source found."""

    source: Source
    segments: tuple[Segment, ...]
    references: tuple[tuple[str, str, int | None], ...]
    """(scheme, target, line) of every cross-reference; scheme is page, chapter, figure, table, title or link."""
