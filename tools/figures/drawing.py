"""What every figure is made of: lines, areas and keys on a sheet of SVG.

Lengths are in units of the drawing; 360 units are the width of a text block, which a book of 140 x 216 mm prints at
about 0.8 pt a unit. Figures hold no words, only numerals and key letters that the captions explain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

WIDTH = 360.0
TEXT = 10.0
MIDDLE_HEIGHT = 0.33
"""How far half the height of a figure is above its base line, as a share of the size."""

HAIRLINE = 0.6
LINE = 1.0
BLACK, DARK, GREY, LIGHT, PALE, WHITE = "#000", "#555", "#8c8c8c", "#c8c8c8", "#e6e6e6", "#fff"
DASHED = "4 3"
DOTTED = "1 2.5"

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a length with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "-0" if round(value, 1) else "0")


def path_data(points: Iterable[Point], *, closed: bool = False) -> str:
    """Write points as the `d` of a path."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


@dataclass
class Drawing:
    """An SVG drawing in the making; y grows downwards."""

    height: float
    width: float = WIDTH
    marks: list[str] = field(default_factory=list)

    def line(self, points: Iterable[Point], *, stroke: str = BLACK, width: float = LINE, dash: str = "") -> None:
        """Draw a line through points."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(
            f'<path d="{path_data(points)}" fill="none" stroke="{stroke}" '
            f'stroke-width="{number(width)}" stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )

    def area(self, points: Iterable[Point], *, fill: str, stroke: str = BLACK, width: float = HAIRLINE) -> None:
        """Fill a polygon."""
        self.marks.append(
            f'<path d="{path_data(points, closed=True)}" fill="{fill}" stroke="{stroke}" '
            f'stroke-width="{number(width)}" stroke-linejoin="round"/>'
        )

    def box(self, corner: Point, size: Point, *, fill: str, stroke: str = BLACK) -> None:
        """Draw a rectangle by its upper left corner, width and height."""
        (x, y), (width, height) = corner, size
        self.area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill=fill, stroke=stroke)

    def disc(self, at: Point, radius: float, *, fill: str = BLACK, stroke: str = WHITE) -> None:
        """Draw a filled circle."""
        x, y = at
        self.marks.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}" '
            f'stroke="{stroke}" stroke-width="{number(HAIRLINE)}"/>'
        )

    def text(self, at: Point, text: str, *, size: float = TEXT, anchor: str = "middle", fill: str = BLACK) -> None:
        """Set a numeral or a key letter whose middle height is at `at`."""
        x, y = number(at[0]), number(at[1] + MIDDLE_HEIGHT * size)
        self.marks.append(
            f'<text x="{x}" y="{y}" font-size="{number(size)}" text-anchor="{anchor}" fill="{fill}">{text}</text>'
        )

    def upright_text(self, at: Point, text: str, *, anchor: str) -> None:
        """Set a numeral that is read from below upwards, its middle height at `at`."""
        x, y = number(at[0] + MIDDLE_HEIGHT * TEXT), number(at[1])
        self.marks.append(
            f'<text x="{x}" y="{y}" font-size="{number(TEXT)}" text-anchor="{anchor}" '
            f'transform="rotate(-90 {x} {y})">{text}</text>'
        )

    def badge(self, at: Point, key: str) -> None:
        """Set a key in white on a black disc."""
        self.disc(at, 6.6)
        self.text(at, key, fill=WHITE)

    def letter(self, at: Point, key: str) -> None:
        """Set the key letter of a row or a region."""
        self.text(at, key, size=13)

    def svg(self) -> str:
        """Return the drawing as an SVG document."""
        size = f'width="{number(self.width)}" height="{number(self.height)}"'
        box = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="EB Garamond, serif">'
        return "\n".join([head, *self.marks, "</svg>", ""])


@dataclass(frozen=True)
class Scale:
    """A straight scale from values to lengths."""

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        return self.start + (value - self.first) / (self.last - self.first) * (self.end - self.start)


def draw_axis(drawing: Drawing, at: Scale, y: float, ticks: Iterable[int], *, shown: Iterable[int]) -> None:
    """Draw a time axis with ticks; those in `shown` carry their number below."""
    drawing.line([(at.start, y), (at.end, y)])
    for tick in ticks:
        drawing.line([(at(tick), y), (at(tick), y + 2.5)], width=HAIRLINE)
    for tick in shown:
        drawing.line([(at(tick), y), (at(tick), y + 5)])
        drawing.text((at(tick), y + 11), str(tick))
