"""The hand that follows a page's content: its state, what it has painted, and where it looks names up."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

from pikepdf import Object

from translate_pub.model.preflight import Rect
from translate_pub.preflight import colours, reading, typefaces
from translate_pub.preflight.colours import Colour, Space
from translate_pub.preflight.matrices import IDENTITY, Matrix
from translate_pub.preflight.painting import Manner, Painting
from translate_pub.preflight.typefaces import Typeface

MOST_SAVED = 512
"""How many states may wait; the specification's own limit is 28 (annex C), and files go far beyond."""


@dataclass(slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4)."""

    matrix: Matrix = IDENTITY
    clip: Rect = field(default_factory=lambda: Rect(-1e9, -1e9, 1e9, 1e9))
    fill: Colour = field(default_factory=Colour)
    stroke: Colour = field(default_factory=Colour)
    line: float = 1.0
    manner: Manner = field(default_factory=Manner)
    face: Typeface | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    """How text is painted: filled, stroked, both, not at all (table 106)."""


@dataclass(slots=True)
class Typecase:
    """What was read of the file's fonts, kept from page to page."""

    faces: dict[tuple[int, int], Typeface] = field(default_factory=dict)

    def face(self, font: Object) -> Typeface:
        """Return a font, read once."""
        number = reading.identity(font)
        if number == (0, 0):
            return typefaces.read(font)
        if number not in self.faces:
            self.faces[number] = typefaces.read(font)
        return self.faces[number]


@dataclass(slots=True)
class Hand:
    """Where the reading of a content stands."""

    painting: Painting
    typecase: Typecase
    resources: object
    state: State
    follow: Callable[..., None]
    """Goes through other content: a function of this hand, a stream, the state that it begins with, and resources."""
    base: Matrix = IDENTITY
    """The transformation that the content began with, which patterns count from."""
    depth: int = 0
    """How many forms, patterns and glyphs this content lies in."""
    ancestors: tuple[tuple[int, int], ...] = ()
    """The numbers of those."""
    saved: list[State] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    """Of the piece of a path that is being drawn, in the page's space."""
    pieces: list[Rect] = field(default_factory=list)
    pending_clip: bool = False
    text_matrix: Matrix = IDENTITY
    line_matrix: Matrix = IDENTITY
    spaces: dict[str, Space] = field(default_factory=dict)
    followed: set[str] = field(default_factory=set)
    """The patterns and drawn glyphs of this content that were gone through."""

    def save(self) -> None:
        """Remember the state."""
        if len(self.saved) < MOST_SAVED:
            self.saved.append(copy.copy(self.state))

    def restore(self) -> None:
        """Go back to the state that was remembered last."""
        if self.saved:
            self.state = self.saved.pop()

    def space(self, value: Object) -> Space:
        """Return a colour space, looked up once a content."""
        called = reading.name(value)
        if not called:
            return colours.read(value, self.resources)
        if called not in self.spaces:
            self.spaces[called] = colours.read(value, self.resources)
        return self.spaces[called]

    def resource(self, kind: str, called: object) -> Object | None:
        """Return a resource by its name."""
        return reading.entry(self.resources, f"/{kind}", f"/{reading.name(called)}")
