"""Two sides and what they began from: the rule by which one of them holds."""

from __future__ import annotations

import enum
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class Side(enum.Enum):
    """Whose version."""

    OURS = "ours"
    THEIRS = "theirs"

    @property
    def other(self) -> Side:
        """The side across."""
        return Side.THEIRS if self is Side.OURS else Side.OURS


@dataclass(frozen=True, slots=True)
class Three(Generic[T]):
    """One thing in its three versions."""

    base: T | None
    """What both began from; None where it is not known, or was not there."""
    ours: T
    theirs: T

    def of(self, side: Side) -> T:
        """Return the version of a side."""
        return self.ours if side is Side.OURS else self.theirs

    def holder(self, part: Callable[[T], Hashable]) -> Side | None:
        """Say whose part holds: that of the side that changed it, ours where both have the same.

        None where both have changed it, each in its own way, or where they differ and nothing is known of the base.
        """
        mine, other = part(self.ours), part(self.theirs)
        if mine == other:
            return Side.OURS
        if self.base is None:
            return None
        was = part(self.base)
        if other == was:
            return Side.OURS
        return Side.THEIRS if mine == was else None


def united(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Unite lines: what both have or one has added stays, what one has removed goes."""
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    kept = tuple(line for line in ours if line in theirs or line not in base)
    both = kept + tuple(line for line in theirs if line and line not in base and line not in ours)
    return theirs if sorted(both) == sorted(theirs) and both != ours else both
