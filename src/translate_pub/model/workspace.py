"""A workspace: the folder of `translate-pub.toml`, with all that is set there."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from translate_pub.model.book import NAMED_TRIMS, Trim
from translate_pub.model.checking import NOTHING_ALLOWED, CheckSettings


class References(enum.Enum):
    """How much of a place the reference of a message (`#:`) tells in a catalogue."""

    KEEP = "keep"
    """What the other references of its file tell; the file in a new catalogue."""
    FILE = "file"
    LINE = "line"

    @property
    def lines(self) -> bool | None:
        """Whether line numbers are written; None where each file decides."""
        return None if self is References.KEEP else self is References.LINE


@dataclass(frozen=True, slots=True)
class Settings:
    """What `translate-pub.toml` sets for every book; folders are relative to the root, with forward slashes."""

    source_language: str
    languages: tuple[str, ...] = ()
    """The languages that books are translated into, in the order in which they are shown."""
    project: str = ""
    """The name that catalogues carry (Project-Id-Version); the folder's name where none is set."""
    bugs: str = ""
    """Where translators report mistakes in the source (Report-Msgid-Bugs-To)."""
    sources: str = "source_texts"
    catalogs: str = "locales"
    build: str = "build"
    references: References = References.KEEP
    jobs: int | None = None
    """How many processes lay out pages at the same time; None for as many as there are processors."""
    theme: str = "classic"
    """The theme of a book that names none."""
    trim: Trim = NAMED_TRIMS["140x216mm"]
    """The trim size of a book that names none."""
    spelling: tuple[str, ...] = ()
    """The languages whose spelling every check looks at."""
    checks: CheckSettings = NOTHING_ALLOWED
    """What is allowed in the translations of every book."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with books, their catalogues and what is made of them."""

    root: Path
    """Absolute."""
    settings: Settings
