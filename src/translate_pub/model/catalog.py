"""Messages, templates, entries and catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

METADATA = "metadata"
"""The name of the catalogue of a book's title and the like, among those of its chapters."""
FURNITURE = "furniture"
"""The name of the catalogue of the tool's own words."""
Key = tuple[str, str]
"""(msgctxt, msgid); an empty msgctxt and none are the same to us."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a message stands in the sources."""

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A unique text of one chapter, with everywhere it stands."""

    context: str
    msgid: str
    comments: tuple[str, ...] = ()
    """Extracted comments (`#.`), a line each: kind and heading path, then the author's notes."""
    references: tuple[Reference, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """(msgctxt, msgid)."""
        return self.context, self.msgid


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of its source a template was made of, or a catalogue follows."""

    blob: str
    """Git's name of the source file's bytes, 40 hexadecimal digits; empty where it is not told."""
    segmentation: int = 1
    """Version of the rules by which sources are cut into messages (`source.dialect.SEGMENTATION`)."""


@dataclass(frozen=True, slots=True)
class Template:
    """All messages of one chapter in document order: a POT file."""

    book: str
    chapter: str
    """The file's stem, which is also the stem of the .pot and .po; `metadata` for the book's own."""
    messages: tuple[Message, ...]
    revision: Revision | None = field(default=None, compare=False)
    """What it was made of; None for texts that no file of the user's holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A message with its translation, as it stands in a PO file."""

    context: str
    msgid: str
    msgstr: str = ""
    plural: tuple[str, tuple[str, ...]] | None = None
    """(msgid_plural, msgstr[n]...) of an entry with plural forms; sources have none, furniture may."""
    flags: tuple[str, ...] = ()
    previous: Key | None = None
    """Key that a fuzzy translation was made for (`#|`)."""
    comments: tuple[str, ...] = ()
    """Translator's comments (`# `), a line each."""
    extracted: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    obsolete: bool = False
    sticky: tuple[str, ...] = ()
    """Those of `flags` that stand on a line `#=` (gettext 0.25 and later)."""
    line: int | None = field(default=None, compare=False)
    """Line of the file where the entry begins, counted from 1."""
    raw: bytes | None = field(default=None, compare=False, repr=False)
    """What it was read from, with its comments and the blank lines before it, in UTF-8; None for one of our making."""
    origin: bytes | None = field(default=None, compare=False, repr=False)
    """What it was read from before it was revised: its file's way of setting lines can be seen from that."""

    @property
    def key(self) -> Key:
        """(msgctxt, msgid)."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Whether the translation needs a look."""
        return "fuzzy" in self.flags

    @property
    def translated(self) -> bool:
        """Whether it may be printed: has text and is not fuzzy."""
        return bool(self.msgstr) and not self.fuzzy

    def revise(self, **changes: Any) -> Entry:  # noqa: ANN401  # the types are those of the fields, as in `replace`
        """Return the entry with some fields changed and without the bytes that it was read from.

        `dataclasses.replace` would keep those bytes, and with them the old text in the file.
        """
        return replace(self, **{"raw": None, "origin": self.raw or self.origin, **changes})


@dataclass(frozen=True, slots=True)
class Damage:
    """A block of a PO file that could not be read as an entry, or that repeats one; its bytes are written back."""

    index: int
    """Index in the catalogue's `entries` before which it stands."""
    raw: bytes = field(repr=False)
    """What it is, with the blank lines before it, in UTF-8."""
    line: int | None = field(default=None, compare=False)
    """Line of the file where it begins, counted from 1."""
    key: Key | None = None
    """The message that it seems to translate, as far as that can be read."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """One PO file: the translations of one chapter into one language."""

    path: str
    """Relative to the workspace's root."""
    language: str
    book: str
    chapter: str
    header: Entry
    """The entry with the empty msgid; its msgstr is the header's text."""
    entries: tuple[Entry, ...]
    """In file order, obsolete ones included; damaged ones (`damaged`) are not among them."""
    damaged: tuple[Damage, ...] = ()
    """Every block that could not be read, in file order."""
    newline: str = "\n"
    """`\\n`, or `\\r\\n` where every line of the file ends so."""
    charset: str = "UTF-8"
    """The encoding that the file is in, as its header says."""
    bom: bool = False
    """Whether the file begins with a byte order mark."""
    tail: bytes = field(default=b"", repr=False)
    """What follows the last entry, in UTF-8: blank lines and comments that belong to none."""

    def live(self) -> dict[Key, Entry]:
        """Return the entries that are not obsolete, by their keys, in file order."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}
