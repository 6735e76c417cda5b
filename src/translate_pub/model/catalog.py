"""Messages, templates, entries and catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field

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
class Template:
    """All messages of one chapter in document order: a POT file."""

    book: str
    chapter: str
    """The file's stem, which is also the stem of the .pot and .po; `metadata` for the book's own."""
    messages: tuple[Message, ...]


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
    line: int | None = field(default=None, compare=False)
    """Line of the file where the entry begins, counted from 1."""
    raw: bytes | None = field(default=None, compare=False, repr=False)
    """The bytes it was read from, comments included; None for an entry that was made or changed by us."""

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
    damaged: tuple[tuple[int, bytes], ...] = ()
    """(index in `entries` before which it stands, bytes) of every block that could not be read; written back as is."""
    newline: str = "\n"
    """`\\n` or `\\r\\n`, as the file has it."""

    def find(self, key: Key) -> Entry | None:
        """Return the live entry of a message, or None."""
        return next((entry for entry in self.entries if entry.key == key and not entry.obsolete), None)
