"""What goes out and comes back: messages with their translations, each under an address of its own."""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from translate_pub.catalog import alternatives, remarks, reviews
from translate_pub.model.catalog import Entry

_DIGEST_BYTES = 8
_COMMENTS_BYTES = 4
_ADDRESS = re.compile(r"\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)/([^/\n]+)/([^\n]+)/([0-9a-f]{16})\s*")


class State(enum.Enum):
    """How far a translation is; the values are the words that a translator sees."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message belongs; written `ur/handbook/03-split/3f2a9c01d4e5b6f7`."""

    language: str
    """BCP 47 tag."""
    book: str
    chapter: str
    digest: str
    """The `identify` of the message."""

    def __str__(self) -> str:
        return f"{self.language}/{self.book}/{self.chapter}/{self.digest}"

    @classmethod
    def parse(cls, text: str) -> Address | None:
        """Read an address as it is written; None for anything else."""
        found = _ADDRESS.fullmatch(text)
        return cls(*found.groups()) if found else None


@dataclass(frozen=True, slots=True)
class Unit:
    """A message with its translation, as it stands in a file of exchange."""

    address: Address | None
    """None where a file that came back does not say it."""
    source: str
    target: str = ""
    state: State | None = State.UNTRANSLATED
    """None where a file that came back does not say it."""
    context: str = ""
    notes: tuple[str, ...] = ()
    """Extracted comments, a line each."""
    comments: tuple[str, ...] = ()
    """Translator's comments, a line each."""
    previous: str = ""
    """The text that a fuzzy translation was made for."""
    exported: str = ""
    """The `stamp` of the entry that the unit was made of; empty where the file does not say it."""
    place: str = field(default="", compare=False)
    """Where the unit stands in its file, as its reader would say it: `row 12`."""
    line: int | None = field(default=None, compare=False)
    """Line of the file, counted from 1, where it has lines."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one file holds: messages of any chapters, translated into one language."""

    source_language: str
    language: str
    units: tuple[Unit, ...]

    @property
    def chapters(self) -> Iterator[tuple[str, Iterator[Unit]]]:
        """Give the units of each chapter in turn, under `book/chapter`."""
        return groupby(self.units, key=_chapter)


def _chapter(unit: Unit) -> str:
    return f"{unit.address.book}/{unit.address.chapter}" if unit.address else "/"


def identify(context: str, msgid: str) -> str:
    """Name a message within its chapter: 16 hexadecimal digits of BLAKE2b."""
    return _digest(f"{context}\0{msgid}", _DIGEST_BYTES)


def stamp(target: str, state: State, comments: tuple[str, ...]) -> str:
    """Name a translation, its comments and its state, so that a later change of any of them can be told."""
    text = stamp_text(target, fuzzy=state is State.FUZZY)
    return f"{text}-{stamp_comments(by_people(comments))}-{state.value[0]}"


def touched(unit: Unit) -> bool:
    """Say whether somebody has worked on a unit since it was exported, as far as its stamp tells."""
    state = State.TRANSLATED if unit.state is None else unit.state
    return unit.exported != stamp(unit.target, state, unit.comments)


def stamp_text(target: str, *, fuzzy: bool) -> str:
    """Return the part of a stamp that is about the translation; an empty one is never fuzzy."""
    return _digest(f"{'fuzzy' if fuzzy and target else ''}\0{target}", _DIGEST_BYTES)


def stamp_comments(comments: tuple[str, ...]) -> str:
    """Return the part of a stamp that is about the comments."""
    return _digest("\n".join(comments), _COMMENTS_BYTES)


def by_people(comments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the comments of a translator without the notes that this tool keeps among them."""
    return tuple(line for line in comments if not remarks.is_remark(line) and not alternatives.is_alternative(line))


def state_of(entry: Entry) -> State:
    """Tell how far the translation of an entry is."""
    if not entry.msgstr:
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    return State.REVIEWED if reviews.read(entry) else State.TRANSLATED


def _digest(text: str, size: int) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
