"""Draw the figures of the sample books: `python -m tools.draw_figures`.

Maps, charts and time lines are written as SVG beside the texts, the same bytes at every run. They hold no words, only
numerals and key letters that the captions explain, so that one drawing serves every language. Lengths are in units of
the drawing; 360 units are the width of a text block, which a book of 140 x 216 mm prints at about 0.8 pt a unit.
The outlines of the maps are read from `figures/outlines.toml` of the handbook.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "source_texts"
HANDBOOK = SOURCES / "bolshevism-handbook" / "figures"
PAMPHLET = SOURCES / "launch-pamphlet" / "figures"

WIDTH = 360.0
TEXT = 10.0
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

    def line(
        self, points: Iterable[Point], *, stroke: str = BLACK, width: float = LINE, dash: str = "", closed: bool = False
    ) -> None:
        """Draw a line through points."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(
            f'<path d="{path_data(points, closed=closed)}" fill="none" stroke="{stroke}" '
            f'stroke-width="{number(width)}" stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )

    def area(self, points: Iterable[Point], *, fill: str, stroke: str = BLACK, width: float = HAIRLINE) -> None:
        """Fill a polygon."""
        self.marks.append(
            f'<path d="{path_data(points, closed=True)}" fill="{fill}" stroke="{stroke}" '
            f'stroke-width="{number(width)}" stroke-linejoin="round"/>'
        )

    def box(self, x: float, y: float, width: float, height: float, *, fill: str, stroke: str = BLACK) -> None:
        """Draw a rectangle whose upper left corner is (x, y)."""
        self.area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill=fill, stroke=stroke)

    def disc(self, at: Point, radius: float, *, fill: str = BLACK, stroke: str = WHITE) -> None:
        """Draw a filled circle."""
        x, y = at
        self.marks.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}" '
            f'stroke="{stroke}" stroke-width="{number(HAIRLINE)}"/>'
        )

    def text(
        self,
        at: Point,
        text: str,
        *,
        size: float = TEXT,
        anchor: str = "middle",
        fill: str = BLACK,
        turned: bool = False,
    ) -> None:
        """Set a numeral or a key letter whose middle height is at `at`; `turned` reads from below upwards."""
        x, y = at
        rise = 0.33 * size
        place = (x + rise, y) if turned else (x, y + rise)
        turn = f' transform="rotate(-90 {number(place[0])} {number(place[1])})"' if turned else ""
        self.marks.append(
            f'<text x="{number(place[0])}" y="{number(place[1])}" font-size="{number(size)}" '
            f'text-anchor="{anchor}" fill="{fill}"{turn}>{text}</text>'
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


# Calendar, time lines ---------------------------------------------------------------------------------------------

FEBRUARY_DAYS = 28
CALENDAR_DAYS = 28
OLD_STYLE_START = 16
WOMENS_DAY = {"A": 8, "B": 23}


def calendar_row(key: str) -> list[int]:
    """Return the days of the month along one row of the calendar figure."""
    if key == "A":
        return list(range(1, CALENDAR_DAYS + 1))
    february = range(OLD_STYLE_START, FEBRUARY_DAYS + 1)
    return [*february, *range(1, CALENDAR_DAYS - len(february) + 1)]


def draw_calendar() -> Drawing:
    """Draw the same 28 days in the Gregorian and the Julian calendar."""
    drawing = Drawing(height=74)
    cell, left = 12.0, 23.0
    for key, top in (("A", 8.0), ("B", 48.0)):
        drawing.letter((9, top + 9), key)
        in_february = key == "B"
        for place, day in enumerate(calendar_row(key)):
            in_february = in_february and (place == 0 or day > 1)
            chosen = day == WOMENS_DAY[key]
            shade = BLACK if chosen else PALE if in_february else WHITE
            drawing.box(left + place * cell, top, cell, 18, fill=shade)
            drawing.text((left + (place + 0.5) * cell, top + 9), str(day), size=9, fill=WHITE if chosen else BLACK)
    middle = left + (WOMENS_DAY["A"] - 0.5) * cell
    drawing.line([(middle, 26), (middle, 48)], width=1.6)
    return drawing


@dataclass(frozen=True)
class Life:
    """The life of a group on the time line of parties: solid from `start` to `end`, broken in `weak` years."""

    key: str
    y: float
    start: float
    end: float
    weak: tuple[float, float] | None = None
    key_place: Point = (-10, 0)
    """How far the key stands from the beginning of the bar."""


LIVES = (
    Life("G", 18, 1913.8, 1917.5),
    Life("A", 36, 1883.7, 1902.9),
    Life("C", 64, 1898.2, 1903.5, (1898.2, 1902.9)),
    Life("B", 88, 1884.0, 1898.2, (1884.0, 1895.0)),
    Life("D", 50, 1904.6, 1917.9, key_place=(6, -11)),
    Life("E", 78, 1904.6, 1917.9, key_place=(6, -11)),
    Life("F", 112, 1897.7, 1917.9),
    Life("H", 138, 1902.0, 1917.9, (1908.5, 1911.5)),
)
JOINS: tuple[tuple[float, float, float, float], ...] = (
    (1902.9, 36, 1902.9, 64),
    (1903.5, 64, 1904.6, 50),
    (1903.5, 64, 1904.6, 78),
    (1898.2, 88, 1898.2, 64),
    (1917.5, 18, 1917.5, 50),
)
"""From (year, height) to (year, height): where one group goes over into another."""

LINKS: tuple[tuple[float, float, float], ...] = ((1898.2, 112, 88), (1903.5, 64, 112), (1906.6, 112, 86))
"""Year, from, to: where the Bund enters or leaves the party."""


def draw_life(drawing: Drawing, at: Scale, life: Life) -> None:
    """Draw the bar of one group, thin and broken in the years when it hardly existed."""
    spans = [(life.start, life.end)]
    if life.weak:
        first, last = life.weak
        spans = [span for span in ((life.start, first), (last, life.end)) if span[0] < span[1]]
        drawing.line([(at(first), life.y), (at(last), life.y)], width=2, dash="5 4")
    for first, last in spans:
        drawing.line([(at(first), life.y), (at(last), life.y)], width=5)
    right, down = life.key_place
    drawing.letter((at(life.start) + right, life.y + down), life.key)


def draw_factions() -> Drawing:
    """Draw the parties and factions from 1883 to 1917 as bars along a time axis."""
    drawing = Drawing(height=182)
    at = Scale(1883, 1918, 22, 354)
    drawing.box(at(1906.3), 42, at(1912.05) - at(1906.3), 44, fill=LIGHT, stroke=LIGHT)
    for year, upper, lower in LINKS:
        drawing.line([(at(year), upper), (at(year), lower)], width=1.4, dash=DOTTED)
    for first, upper, last, lower in JOINS:
        drawing.line([(at(first), upper), (at(last), lower)], width=2.4)
    for life in LIVES:
        draw_life(drawing, at, life)
    draw_axis(drawing, at, 158, range(1883, 1918), shown=(1883, 1890, 1895, 1900, 1905, 1910, 1917))
    return drawing


MONTH_STARTS = {2: 32, 3: 60, 4: 91, 5: 121, 6: 152, 7: 182, 8: 213, 9: 244, 10: 274}
"""Month of 1917 -> its first day, counted from 1 January as day 1, Old Style."""

EVENTS: tuple[tuple[str, float, int], ...] = (
    ("1", 58, 1),
    ("2", 93, 1),
    ("3", 110, -1),
    ("4", 164, 1),
    ("5", 185, -1),
    ("6", 240, 1),
    ("7", 244, -1),
    ("8", 283, 1),
    ("9", 298, -1),
)
"""Key, day of the year, and the side of the axis on which it stands: 1 above, -1 below."""

GOVERNMENTS: tuple[tuple[str, float, float, str], ...] = (
    ("A", 61, 125, WHITE),
    ("B", 125, 189, LIGHT),
    ("C", 189, 244, PALE),
    ("D", 244, 298, GREY),
)


def draw_year_1917() -> Drawing:
    """Draw the months, governments and events of 1917 between the two revolutions."""
    drawing = Drawing(height=128)
    at = Scale(48, 305, 6, 354)
    drawing.line([(at.start, 60), (at.end, 60)], width=HAIRLINE)
    for key, day, side in EVENTS:
        drawing.line([(at(day), 60), (at(day), 60 - side * 32)])
        drawing.badge((at(day), 60 - side * 36), key)
    for key, first, last, shade in GOVERNMENTS:
        drawing.box(at(first), 50, at(last) - at(first), 20, fill=shade)
        drawing.letter(((at(first) + at(last)) / 2, 60), key)
    drawing.line([(at.start, 112), (at.end, 112)])
    for month, day in MONTH_STARTS.items():
        following = MONTH_STARTS.get(month + 1, 305)
        shown = max(day, at.first)
        drawing.line([(at(shown), 109), (at(shown), 115)])
        drawing.text(((at(shown) + at(following)) / 2, 121), str(month))
    drawing.line([(at.end, 109), (at.end, 115)])
    return drawing


# Charts -----------------------------------------------------------------------------------------------------------

STRIKERS = {
    1895: 31, 1896: 30, 1897: 60, 1898: 43, 1899: 57, 1900: 29, 1901: 32, 1902: 37, 1903: 87, 1904: 25, 1905: 2863,
    1906: 1108, 1907: 740, 1908: 176, 1909: 64, 1910: 47, 1911: 105, 1912: 725, 1913: 887, 1914: 1337, 1915: 540,
    1916: 957, 1917: 676,
}  # fmt: skip
"""Year -> thousand workers on strike, rounded, after the factory inspectors' returns; 1917: January and February."""

CUT_ABOVE = 1500
"""Thousand: a higher bar is drawn cut."""

CUT_DEPTH = 12.0
"""How far below the top of the bar the cut is drawn."""


def draw_strikers() -> Drawing:
    """Draw the workers on strike in each year, the bar of 1905 cut."""
    drawing = Drawing(height=214)
    at = Scale(0, CUT_ABOVE, 186, 34)
    for mark in range(0, CUT_ABOVE, 500):
        drawing.line([(26, at(mark)), (WIDTH - 4, at(mark))], stroke=LIGHT if mark else BLACK, width=HAIRLINE)
        drawing.text((22, at(mark)), str(mark), anchor="end")
    for place, (year, thousand) in enumerate(STRIKERS.items()):
        left = 29 + place * 14.2
        top = at(min(thousand, CUT_ABOVE))
        drawing.box(left, top, 9.5, at(0) - top, fill=DARK)
        drawing.text((left + 4.75, top - 4), str(thousand), anchor="start", turned=True)
        drawing.text((left + 4.75, at(0) + 4), str(year), anchor="end", turned=True)
        if thousand > CUT_ABOVE:
            draw_cut(drawing, left - 0.7, top + CUT_DEPTH, 10.9)
    return drawing


def draw_cut(drawing: Drawing, left: float, y: float, width: float) -> None:
    """Draw the slanting gap that shows that a bar is cut."""
    gap = [(left, y + 3), (left + width, y - 2), (left + width, y + 3), (left, y + 8)]
    drawing.area(gap, fill=WHITE, stroke=WHITE)
    drawing.line(gap[:2], width=HAIRLINE)
    drawing.line(gap[2:], width=HAIRLINE)


VOTES = {"A": (41, 5, 5), "B": (28, 22, 1), "C": (25, 2, 17), "D": (24, 0, 20)}
"""Key -> votes in favour, against, abstentions (minutes of the Second Congress)."""

VOTE_SHADES = ((DARK, WHITE), (LIGHT, BLACK), (WHITE, BLACK))
ROOM_FOR_TWO_DIGITS = 11.0


def draw_votes() -> Drawing:
    """Draw four votes of the Second Congress as divided bars."""
    drawing = Drawing(height=132)
    unit = 6.4
    for row, (key, votes) in enumerate(VOTES.items()):
        top = 6.0 + row * 31
        left = 26.0
        drawing.letter((11, top + 10), key)
        for count, (shade, ink) in zip(votes, VOTE_SHADES, strict=True):
            if not count:
                continue
            width = count * unit
            drawing.box(left, top, width, 20, fill=shade)
            inside = width > ROOM_FOR_TWO_DIGITS
            drawing.text((left + width / 2 if inside else left + width + 5, top + 10), str(count), fill=ink)
            left += width
    return drawing


DUMAS = {
    "1906": (18, 97, 179, 63, 16, 0, 105),
    "1907": (65, 157, 99, 76, 44, 10, 67),
    "1907–12": (19, 14, 82, 26, 154, 147, 0),
    "1912–17": (14, 10, 107, 21, 130, 153, 7),
}
"""Years -> deputies of the seven groups that the caption names."""

DUMA_SHADES = (BLACK, "#4d4d4d", "#7a7a7a", "#a3a3a3", "#c6c6c6", "#e4e4e4", WHITE)
DARK_SHADES = 3
ROOM_FOR_KEY = 8.0


def draw_dumas() -> Drawing:
    """Draw the composition of the four Dumas as bars of equal length."""
    drawing = Drawing(height=150)
    for row, (years, seats) in enumerate(DUMAS.items()):
        top = 14.0 + row * 35
        left = 50.0
        drawing.text((44, top + 9), years, anchor="end")
        for group, count in enumerate(seats):
            width = 304 * count / sum(seats)
            if not count:
                continue
            drawing.box(left, top, width, 18, fill=DUMA_SHADES[group])
            inside = width > ROOM_FOR_KEY
            ink = WHITE if inside and group < DARK_SHADES else BLACK
            drawing.text((left + width / 2, top + 9 if inside else top - 7), str(group + 1), fill=ink)
            left += width
    return drawing


MEMBERS = {"1": 8, "2": 13, "3": 46, "4": 24, "5": 80, "6": 240, "7": 350}
"""Key -> thousand members of the Bolshevik faction and party, rounded."""

GAP_AFTER = "3"


def draw_members() -> Drawing:
    """Draw the estimates of the party's membership."""
    drawing = Drawing(height=190)
    at = Scale(0, 350, 164, 22)
    left = 34.0
    for mark in range(0, 301, 100):
        drawing.line([(26, at(mark)), (WIDTH - 4, at(mark))], stroke=LIGHT if mark else BLACK, width=HAIRLINE)
        drawing.text((22, at(mark)), str(mark), anchor="end")
    for key, thousand in MEMBERS.items():
        drawing.box(left, at(thousand), 28, at(0) - at(thousand), fill=DARK)
        drawing.text((left + 14, at(thousand) - 8), str(thousand))
        drawing.badge((left + 14, 176), key)
        left += 43
        if key == GAP_AFTER:
            drawing.line([(left + 5, at(350)), (left + 5, 182)], dash=DASHED)
            left += 24
    return drawing


# Maps -------------------------------------------------------------------------------------------------------------

Outlines = dict[str, dict[str, str]]
Projection = Callable[[float, float], Point]


def read_outlines() -> Outlines:
    """Read the coasts, rivers and frontiers of the maps."""
    return tomllib.loads((HANDBOOK / "outlines.toml").read_text(encoding="utf-8"))


def read_points(text: str, project: Projection) -> list[Point]:
    """Project a list of degrees east and north."""
    values = [float(word) for word in text.split()]
    return [project(east, north) for east, north in zip(values[::2], values[1::2], strict=True)]


CORNER = 0.16
"""The share of a side that is cut off at either end when corners are rounded."""


def round_corners(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """Cut the corners of a line twice (after Chaikin 1974), so that a simplified coast looks like one."""
    for _ in range(2):
        following = [*points[1:], points[0]] if closed else points[1:]
        cut = [
            point for pair in zip(points, following, strict=False) for point in (between(*pair), between(*pair[::-1]))
        ]
        if not closed:
            cut = [points[0], *(cut[2 * i + side] for i in range(len(cut) // 2) for side in (0, 1)), points[-1]]
        points = cut
    return list(points)


def between(first: Point, second: Point) -> Point:
    """Return the point on the way from the first to the second at which the first's corner is cut."""
    return first[0] + CORNER * (second[0] - first[0]), first[1] + CORNER * (second[1] - first[1])


def clip_polygon(points: Sequence[Point], width: float, height: float) -> list[Point]:
    """Cut a polygon at the frame of the drawing (Sutherland and Hodgman 1974)."""
    kept = list(points)
    for axis, edge, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        depths = [sign * (point[axis] - edge) for point in kept]
        cut: list[Point] = []
        for i, point in enumerate(kept):
            before, depth = depths[i - 1], depths[i]
            if (before < 0) != (depth < 0):
                share = before / (before - depth)
                last = kept[i - 1]
                cut.append((last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])))
            if depth >= 0:
                cut.append(point)
        kept = cut
    return kept


def conic(middle: float, parallels: Point, scale: float, origin: Point) -> Projection:
    """Return an equidistant conic projection (Snyder, Map Projections, USGS Professional Paper 1395, section 16).

    Args:
        middle: The meridian that stands upright, in degrees.
        parallels: The two parallels of true length, in degrees.
        scale: Units of the drawing for a degree of latitude.
        origin: Where the middle meridian meets the first parallel in the drawing.
    """
    lower, upper = (math.radians(parallel) for parallel in parallels)
    constant = (math.cos(lower) - math.cos(upper)) / (upper - lower)
    radius = math.cos(lower) / constant
    units = math.degrees(scale)

    def project(east: float, north: float) -> Point:
        distance = radius + lower - math.radians(north)
        angle = constant * math.radians(east - middle)
        return (
            origin[0] + units * distance * math.sin(angle),
            origin[1] + units * (distance * math.cos(angle) - radius),
        )

    return project


def plan(west: float, north: float, scale: float) -> Projection:
    """Return the projection of a town plan whose upper left corner is at (west, north); scale in units a km."""
    km_a_degree = 111.3
    shrink = math.cos(math.radians(north))

    def project(east: float, degrees_north: float) -> Point:
        return (east - west) * km_a_degree * shrink * scale, (north - degrees_north) * km_a_degree * scale

    return project


def draw_ground(drawing: Drawing, outlines: Outlines, project: Projection) -> None:
    """Draw land, lakes and seas inside the frame of the drawing."""
    for kind, fill in (("land", PALE), ("water", WHITE)):
        for text in outlines[kind].values():
            shape = round_corners(read_points(text, project), closed=True)
            inside = clip_polygon(shape, drawing.width, drawing.height)
            if inside:
                drawing.area(inside, fill=fill, stroke=DARK)


def draw_frame(drawing: Drawing) -> None:
    """Draw the frame of a map."""
    drawing.area([(0.5, 0.5), (drawing.width - 0.5, 0.5), (drawing.width - 0.5, drawing.height - 0.5),
                  (0.5, drawing.height - 0.5)], fill="none", width=LINE)  # fmt: skip


def draw_square(drawing: Drawing, at: Point) -> None:
    """Mark a capital."""
    drawing.box(at[0] - 3.2, at[1] - 3.2, 6.4, 6.4, fill=BLACK, stroke=WHITE)


CAPITALS: tuple[Point, ...] = ((30.3, 59.9), (37.6, 55.75))

EMIGRATION: tuple[tuple[str, float, float, float, float], ...] = (
    ("A", 6.1, 46.2, -7, 6),
    ("B", 8.5, 47.4, 2, 10),
    ("C", 2.3, 48.9, -8, 2),
    ("D", -0.1, 51.5, -8, -1),
    ("E", 4.4, 50.8, 2, -8),
    ("F", 11.6, 48.1, 2, -9),
    ("G", 16.4, 48.2, 5, 8),
    ("H", 19.9, 50.1, 6, -7),
    ("I", 18.1, 59.3, -8, 1),
    ("J", 25, 60.2, -3, -9),
)
EXILE: tuple[tuple[str, float, float, float, float], ...] = (
    ("1", 39.9, 59.2, 8, 4),
    ("2", 46.9, 61.3, 8, -4),
    ("3", 81.5, 58.9, -8, 3),
    ("4", 87.9, 65.8, -9, 0),
    ("5", 91.9, 53.3, 0, 9),
    ("6", 105.6, 54.1, -8, 3),
    ("7", 129.7, 62, 9, 3),
)
"""Key, degrees east and north, and how far the key stands from the dot."""


def draw_exile(outlines: Outlines) -> Drawing:
    """Draw the map of emigration in the west and exile in the east."""
    drawing = Drawing(height=204)
    project = conic(58, (45, 65), 4.52, (166, 194))
    draw_ground(drawing, outlines, project)
    for river in outlines["rivers"].values():
        drawing.line(round_corners(read_points(river, project), closed=False), stroke=GREY, width=0.8)
    for place in CAPITALS:
        draw_square(drawing, project(*place))
    for key, east, north, right, down in (*EMIGRATION, *EXILE):
        x, y = project(east, north)
        drawing.disc((x, y), 2.6)
        drawing.text((x + right, y + down), key, size=11)
    draw_frame(drawing)
    return drawing


PRESSES: tuple[tuple[str, float, float, float, float], ...] = (
    ("A", 12.4, 51.3, -9, 0),
    ("B", 11.6, 48.1, -9, 0),
    ("C", -0.1, 51.5, -9, -2),
    ("D", 6.1, 46.2, -9, 0),
)
ROUTES = (
    "-0.1 51.5 2.5 53 2.8 59 5 63 11 67.3 18 70.8 26 72 31.1 70.8 36 69.9 41.5 68.2 41.2 66.4 39.5 65 40.5 64.5",
    "12.4 51.3 11 53.9 13.5 55 16.8 55.6 18.8 58.2 18.1 59.3 20.3 59.9 22.3 60.4 25.5 60.7 29.4 60.2",
    "12.4 51.3 14.5 52.5 20.4 54.6 21.5 55.4 25.3 54.7 30 54.8 36.3 55.6",
    "11.6 48.1 16.4 48.4 19.9 50.1 24 49.8 27 49.9 30.5 50.4 34 52.6 36.9 55",
    "11.6 48.1 16.4 47.6 20.5 44.8 24 43.5 27.9 43.2 29.6 44 30.7 46.4 30.8 48 30.6 49.8",
    "6.1 46.2 5 44.5 5.4 43.2 6.6 41.2 7.2 39.2 9 38.1 12 37.2 18 36.2 22.5 35.9 24.5 37.3 25.8 39 26.3 40.2 28.9 41 30 41.9 "
    "35 42.7 41.5 41.7 44.8 41.7",
    "28.9 41 33 40.3 39.7 40.6 44 38.4 46.3 38.1 48.6 38.9 49.8 40.4",
)
CROSSINGS: tuple[tuple[str, float, float], ...] = (
    ("1", 31.1, 70.8),
    ("2", 20.3, 59.9),
    ("3", 21.5, 55.4),
    ("4", 24, 49.8),
    ("5", 29.6, 44),
    ("6", 35, 42.7),
    ("7", 46.3, 38.1),
)


def draw_routes(outlines: Outlines) -> Drawing:
    """Draw the map of the ways on which Iskra was carried into Russia."""
    drawing = Drawing(height=318)
    project = conic(22, (42, 62), 8.4, (168, 258))
    draw_ground(drawing, outlines, project)
    for frontier in outlines["frontier"].values():
        drawing.line(read_points(frontier, project), stroke=DARK, width=1.2, dash=DASHED)
    for route in ROUTES:
        points = round_corners(read_points(route, project), closed=False)
        drawing.line(points[:-1], stroke=WHITE, width=4)
        drawing.line(points[:-1], width=1.8)
        draw_arrow(drawing, points)
    for place in CAPITALS:
        draw_square(drawing, project(*place))
    for key, east, north, right, down in PRESSES:
        x, y = project(east, north)
        drawing.disc((x, y), 3)
        drawing.letter((x + right, y + down), key)
    for key, east, north in CROSSINGS:
        drawing.badge(project(east, north), key)
    draw_frame(drawing)
    return drawing


def draw_arrow(drawing: Drawing, points: Sequence[Point]) -> None:
    """Draw the end of a line as an arrow head."""
    (x, y), (back_x, back_y) = points[-1], points[-2]
    angle = math.atan2(y - back_y, x - back_x)
    barbs = [(x - 9 * math.cos(angle + turn), y - 9 * math.sin(angle + turn)) for turn in (-0.38, 0.38)]
    drawing.line([(back_x, back_y), (x - 6 * math.cos(angle), y - 6 * math.sin(angle))], width=1.8)
    drawing.area([(x, y), *barbs], fill=BLACK)


CITY_SCALE = 23.0
"""Units of the drawing for a kilometre."""

STREAMS = {"neva": 11.0, "little_neva": 6.0, "great_nevka": 6.0, "little_nevka": 5.0, "fontanka": 1.6, "obvodny": 1.6}
"""Name in the outlines -> width; canals are hardly wider than their banks."""

STREETS = ("nevsky", "peterhof_road", "sampsonievsky", "liteiny", "kamennoostrovsky", "ligovsky")
CITY_PLACES: tuple[tuple[str, float, float], ...] = (
    ("1", 30.357, 59.9575),
    ("2", 30.327, 59.9555),
    ("3", 30.314, 59.9497),
    ("4", 30.319, 59.9385),
    ("5", 30.388, 59.947),
    ("6", 30.37, 59.945),
    ("7", 30.304, 59.929),
    ("8", 30.283, 59.9318),
    ("9", 30.362, 59.929),
    ("10", 30.257, 59.8775),
)
CITY_REGIONS: tuple[tuple[str, float, float], ...] = (
    ("A", 30.365, 59.974),
    ("B", 30.297, 59.961),
    ("C", 30.255, 59.9425),
    ("D", 30.3215, 59.9302),
)


def draw_petrograd(outlines: Outlines) -> Drawing:
    """Draw the sketch plan of Petrograd."""
    drawing = Drawing(height=330)
    project = plan(30.185, 59.994, CITY_SCALE)
    city = outlines["petrograd"]
    gulf = clip_polygon(round_corners(read_points(city["gulf"], project), closed=True), drawing.width, drawing.height)
    courses = {name: round_corners(read_points(city[name], project), closed=False) for name in STREAMS}
    for street in STREETS:
        drawing.line(read_points(city[street], project), stroke=GREY, width=0.8)
    drawing.area(gulf, fill=LIGHT, stroke=DARK, width=1.2)
    for name, width in STREAMS.items():
        drawing.line(courses[name], stroke=DARK, width=width + 1.2)
    for name, width in STREAMS.items():
        drawing.line(courses[name], stroke=LIGHT, width=width)
    drawing.area(gulf, fill=LIGHT, stroke=LIGHT, width=0.1)
    for key, east, north in CITY_REGIONS:
        drawing.text(project(east, north), key, size=18)
    for key, east, north in CITY_PLACES:
        drawing.badge(project(east, north), key)
    drawing.line([(250, 308), (250 + 2 * CITY_SCALE, 308)], width=3)
    draw_frame(drawing)
    return drawing


# The pamphlet's figure --------------------------------------------------------------------------------------------

PARTS = {"A": (1883, 1903.6), "B": (1903.6, 1912.2), "C": (1912.2, 1917.9)}
CHAPTERS: tuple[tuple[str, float, float, float, float], ...] = (
    ("1", 1883, 1893, 953, 0),
    ("2", 1893, 1900.5, 1190, 0),
    ("3", 1900.5, 1903.6, 1671, 0),
    ("4", 1903.6, 1906.2, 817, 0),
    ("5", 1906.2, 1907.6, 881, 0),
    ("6", 1907.6, 1912.2, 636, 0),
    ("7", 1912.2, 1917.1, 686, 0),
    ("8", 1917.1, 1917.4, 811, -7),
    ("9", 1917.4, 1917.9, 1218, 3),
)
"""Chapter, the years that it tells, its words, and how far its badge is moved aside."""

WORD_HEIGHT = 0.045
"""The height of one word a year."""


def draw_parts() -> Drawing:
    """Draw how the handbook's parts and chapters divide the years."""
    drawing = Drawing(height=196)
    at = Scale(1883, 1918, 10, 350)
    for key, (first, last) in PARTS.items():
        drawing.box(at(first), 146, at(last) - at(first), 18, fill=PALE)
        drawing.letter(((at(first) + at(last)) / 2, 155), key)
    for place, (key, first, last, words, aside) in enumerate(CHAPTERS):
        height = WORD_HEIGHT * words / (last - first)
        drawing.box(at(first), 142 - height, at(last) - at(first), height, fill=DARK if place % 2 else GREY)
        drawing.badge(((at(first) + at(last)) / 2 + aside, 142 - height - 10), key)
    draw_axis(drawing, at, 170, range(1883, 1918), shown=(1883, 1890, 1895, 1900, 1905, 1910, 1917))
    return drawing


def draw_all() -> dict[Path, Drawing]:
    """Draw every figure, by the file it belongs in."""
    outlines = read_outlines()
    return {
        HANDBOOK / "calendar.svg": draw_calendar(),
        HANDBOOK / "factions.svg": draw_factions(),
        HANDBOOK / "exile.svg": draw_exile(outlines),
        HANDBOOK / "routes.svg": draw_routes(outlines),
        HANDBOOK / "votes.svg": draw_votes(),
        HANDBOOK / "strikers.svg": draw_strikers(),
        HANDBOOK / "dumas.svg": draw_dumas(),
        HANDBOOK / "year-1917.svg": draw_year_1917(),
        HANDBOOK / "members.svg": draw_members(),
        HANDBOOK / "petrograd.svg": draw_petrograd(outlines),
        PAMPHLET / "parts.svg": draw_parts(),
    }


def main() -> None:
    """Write every figure."""
    for path, drawing in draw_all().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawing.svg(), encoding="utf-8", newline="\n")
        print(path.relative_to(SOURCES.parent))


if __name__ == "__main__":
    main()
