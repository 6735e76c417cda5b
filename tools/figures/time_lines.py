"""The figures along a line of days, months or years."""

from __future__ import annotations

from dataclasses import dataclass

from tools.figures.drawing import (
    BLACK,
    DARK,
    DOTTED,
    GREY,
    HAIRLINE,
    LIGHT,
    PALE,
    WHITE,
    Drawing,
    Point,
    Scale,
    draw_axis,
)

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
            drawing.box((left + place * cell, top), (cell, 18), fill=shade)
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
    drawing.box((at(1906.3), 42), (at(1912.05) - at(1906.3), 44), fill=LIGHT, stroke=LIGHT)
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
        drawing.box((at(first), 50), (at(last) - at(first), 20), fill=shade)
        drawing.letter(((at(first) + at(last)) / 2, 60), key)
    drawing.line([(at.start, 112), (at.end, 112)])
    for month, day in MONTH_STARTS.items():
        following = MONTH_STARTS.get(month + 1, 305)
        shown = max(day, at.first)
        drawing.line([(at(shown), 109), (at(shown), 115)])
        drawing.text(((at(shown) + at(following)) / 2, 121), str(month))
    drawing.line([(at.end, 109), (at.end, 115)])
    return drawing


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
    ("9", 1917.4, 1917.9, 1218, 7),
)
"""Chapter, the years that it tells, its words, and how far its badge is moved aside."""

WORD_HEIGHT = 0.045
"""The height of one word a year."""


def draw_parts() -> Drawing:
    """Draw how the handbook's parts and chapters divide the years."""
    drawing = Drawing(height=196)
    at = Scale(1883, 1918, 12, 346)
    for key, (first, last) in PARTS.items():
        drawing.box((at(first), 146), (at(last) - at(first), 18), fill=PALE)
        drawing.letter(((at(first) + at(last)) / 2, 155), key)
    for place, (key, first, last, words, aside) in enumerate(CHAPTERS):
        height = WORD_HEIGHT * words / (last - first)
        drawing.box((at(first), 142 - height), (at(last) - at(first), height), fill=DARK if place % 2 else GREY)
        drawing.badge(((at(first) + at(last)) / 2 + aside, 142 - height - 10), key)
    draw_axis(drawing, at, 170, range(1883, 1918), shown=(1883, 1890, 1895, 1900, 1905, 1910, 1917))
    return drawing
