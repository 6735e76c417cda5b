"""The charts: strikers, votes, deputies and members, with the numbers that they show."""

from __future__ import annotations

from tools.figures.drawing import BLACK, DARK, DASHED, HAIRLINE, LIGHT, WHITE, WIDTH, Drawing, Scale

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
        drawing.line([(30, at(mark)), (WIDTH - 4, at(mark))], stroke=LIGHT if mark else BLACK, width=HAIRLINE)
        drawing.text((27, at(mark)), str(mark), anchor="end")
    for place, (year, thousand) in enumerate(STRIKERS.items()):
        left = 33 + place * 14
        top = at(min(thousand, CUT_ABOVE))
        drawing.box((left, top), (9.5, at(0) - top), fill=DARK)
        drawing.upright_text((left + 4.75, top - 4), str(thousand), anchor="start")
        drawing.upright_text((left + 4.75, at(0) + 4), str(year), anchor="end")
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
            drawing.box((left, top), (width, 20), fill=shade)
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
            drawing.box((left, top), (width, 18), fill=DUMA_SHADES[group])
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
        drawing.box((left, at(thousand)), (28, at(0) - at(thousand)), fill=DARK)
        drawing.text((left + 14, at(thousand) - 8), str(thousand))
        drawing.badge((left + 14, 176), key)
        left += 43
        if key == GAP_AFTER:
            drawing.line([(left + 5, at(350)), (left + 5, 182)], dash=DASHED)
            left += 24
    return drawing
