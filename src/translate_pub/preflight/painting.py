"""What a page paints, object by object, each with the colours and the manner in which it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate_pub.model.preflight import Rect
from translate_pub.preflight.colours import Colour, Space
from translate_pub.preflight.typefaces import Typeface


@dataclass(frozen=True, slots=True)
class Manner:
    """How paint goes on the page (ISO 32000-1, 8.4.5 and 11)."""

    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    soft_mask: bool = False
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    in_pattern: bool = False
    """Whether it is part of a pattern's cell or of a glyph's drawing, and so not where its rectangle says."""

    @property
    def see_through(self) -> str:
        """How what lies below shows through, in words; empty where it does not."""
        if self.soft_mask:
            return "a soft mask"
        if self.blend not in {"Normal", "Compatible"}:
            return f"the blend mode {self.blend}"
        alpha = min(self.fill_alpha, self.stroke_alpha)
        return f"an opacity of {alpha:.0%}" if alpha < 1 else ""


@dataclass(frozen=True, slots=True)
class Paint:
    """An object on the page."""

    rect: Rect
    """What of it is seen, in the page's space; empty where nothing is."""
    manner: Manner
    fill: Colour | None = None
    stroke: Colour | None = None

    @property
    def seen(self) -> bool:
        """Whether any of it is on the page."""
        return not self.rect.empty

    @property
    def colours(self) -> tuple[Colour, ...]:
        """The colours that it is painted with."""
        return tuple(colour for colour in (self.fill, self.stroke) if colour is not None)

    @property
    def is_white(self) -> bool:
        """Whether all of it leaves the paper as it is."""
        if self.fill is not None and self.stroke is None:
            return self.fill.is_white
        return bool(self.colours) and all(colour.is_white for colour in self.colours)


@dataclass(frozen=True, slots=True)
class Text(Paint):
    """A run of text."""

    face: Typeface | None = None
    size: float = 0.0
    """Of the type, as it stands on the page."""
    missing: tuple[int, ...] = ()
    """Codes without a glyph."""
    turned: bool = False
    """Whether its lines run up or down the page."""


@dataclass(frozen=True, slots=True)
class Shape(Paint):
    """A path that is filled or stroked."""

    parts: tuple[Rect, ...] = ()
    """A rectangle around each of its pieces, before clipping."""
    line: float | None = None
    """How thick its line is where it is thinnest; None where it is not stroked."""


@dataclass(frozen=True, slots=True)
class Picture(Paint):
    """An image."""

    space: Space | None = None
    """None of a mask, which is painted in a colour, and where the image's own code says it (JPEG 2000)."""
    pixels: tuple[int, int] = (0, 0)
    ppi: tuple[float, float] = (0.0, 0.0)
    """Pixels an inch across and up, as placed."""
    bits: int = 8
    filters: tuple[str, ...] = ()
    masked: bool = False
    """Whether another image makes it see-through."""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Shade(Paint):
    """A gradient."""

    space: Space | None = None


@dataclass(frozen=True, slots=True)
class Group(Paint):
    """A transparency group (ISO 32000-1, 11.6.6)."""


@dataclass(slots=True)
class Painting:
    """All that a page paints, in order, and what else its content says."""

    paints: list[Paint] = field(default_factory=list)
    faces: dict[tuple[int, int], Typeface] = field(default_factory=dict)
    """The fonts that it chooses, by the number of their object."""
    spaces: set[Space] = field(default_factory=set)
    """The colour spaces that it chooses, whether or not anything is painted in them."""
    troubles: list[str] = field(default_factory=list)
    """What in the content could not be read."""
    followed: int = 0
    """How many forms, patterns and glyphs were gone through."""
    postscript: bool = False
    """Whether it has a program for PostScript printers alone."""
