"""What preflight is asked and what it answers: the job a file is for, findings with their places, what was not checked.

Lengths are in pt (1/72 in) and places in a page's own space (ISO 32000-1, 8.3.2.3) unless a name says mm.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from translate_pub.model.book import Trim
from translate_pub.model.diagnostic import Severity
from translate_pub.model.printing import Binding, ColourMode, Edges, PrinterProfile, Standard


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle whose sides are level and upright."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right; negative where there is no rectangle."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top; negative where there is no rectangle."""
        return self.top - self.bottom

    @property
    def empty(self) -> bool:
        """Whether it has no extent at all, not even that of a line."""
        return self.right < self.left or self.top < self.bottom

    def intersection(self, other: Rect) -> Rect:
        """Return what both cover; empty where they are apart."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Rect(left, bottom, min(self.right, other.right), min(self.top, other.top))

    def union(self, other: Rect) -> Rect:
        """Return the smallest rectangle around both."""
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Rect(left, bottom, max(self.right, other.right), max(self.top, other.top))

    def meets(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether the two have a point in common, or are no further apart than the slack."""
        across = self.left <= other.right + slack and other.left <= self.right + slack
        return across and self.bottom <= other.top + slack and other.bottom <= self.top + slack

    def contains(self, other: Rect, slack: float = 0.0) -> bool:
        """Whether another lies in it, but for the slack."""
        across = self.left - slack <= other.left and other.right <= self.right + slack
        return across and self.bottom - slack <= other.bottom and other.top <= self.top + slack

    def grown(self, by: float) -> Rect:
        """Return it with every side moved outwards."""
        return Rect(self.left - by, self.bottom - by, self.right + by, self.top + by)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found."""

    page: int
    """Counted from 1."""
    rect: Rect | None = None
    """None where it is the page as a whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A demand that a file does not meet: one finding for all places where it fails in the same way."""

    code: str
    severity: Severity
    message: str
    """One line in the words of printers, without a final full stop."""
    places: tuple[Place, ...] = ()
    """In reading order; empty where it is about the file as a whole."""
    hints: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that it was found on, each once."""
        return tuple(dict.fromkeys(place.page for place in self.places))


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A check that could not run."""

    check: str
    """In words: `ink coverage`."""
    reason: str


class Part(enum.Enum):
    """Which part of a book a file is."""

    INTERIOR = "interior"
    COVER = "cover"


NO_PRINTER = PrinterProfile("", "no printer", Standard.PLAIN, ColourMode.RGB)
"""Stands for the printer where the pages are looked at for their own sake."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a file is held against: the printer's demands, and what is known of the book that it belongs to."""

    profile: PrinterProfile
    part: Part = Part.INTERIOR
    trim: Trim | None = None
    """Of the book; None where it is not known, and the file's own is taken."""
    pages: int | None = None
    """Of the interior, for its cover; None where it is not known."""
    paper: str = ""
    """One of the profile's papers; the first where it is empty."""
    binding: Binding | None = None
    """The profile's first where it is None."""
    right_to_left: bool | None = None
    """Whether it is bound on the right; None where the file says it."""

    @property
    def for_printer(self) -> bool:
        """Whether there is a printer whose demands it has to meet."""
        return self.profile is not NO_PRINTER

    @property
    def cover(self) -> bool:
        """Whether the file is a cover."""
        return self.part is Part.COVER

    @property
    def standard(self) -> Standard:
        """The standard that the file is to meet."""
        own = self.profile.cover_standard if self.cover else None
        return own or self.profile.standard

    @property
    def colour(self) -> ColourMode:
        """The inks that it may ask for."""
        return self.profile.cover_colour if self.cover else self.profile.colour

    @property
    def bleed(self) -> Edges:
        """What is to be printed beyond the trim, in mm."""
        width = self.profile.cover_bleed_mm
        return Edges(width, width, width, width) if self.cover else self.profile.bleed


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in a file."""

    path: str
    job: Job
    pages: int
    """How many it has; 0 where it cannot be read."""
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    checked: tuple[str, ...]
    """The names of the checks that ran."""

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
