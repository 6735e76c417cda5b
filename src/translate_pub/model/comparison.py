"""What differs between two printings of a file. Places are in pt from the foot and left of a page."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from translate_pub.model.preflight import Rect


class Kind(enum.Enum):
    """What became of a page."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A page that is not as it was."""

    kind: Kind
    old: int | None
    """Its number in the older file, counted from 1."""
    new: int | None
    """Its number in the newer one."""
    places: tuple[Rect, ...] = ()
    """Where it differs, from the head to the foot."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two files held against each other."""

    old: str
    new: str
    """How the files are called."""
    old_pages: int
    new_pages: int
    changes: tuple[Change, ...]
    old_labels: tuple[str, ...] = ()
    """The folio of each page, as the file says it."""
    new_labels: tuple[str, ...] = ()

    @property
    def to_send(self) -> tuple[int, ...]:
        """Give the pages of the newer file that a reprint needs, counted from 1."""
        return tuple(change.new for change in self.changes if change.new is not None)
