"""The maps and the town plan, drawn from simplified outlines in degrees."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from tools.figures.drawing import BLACK, DARK, DASHED, GREY, LIGHT, LINE, PALE, WHITE, Drawing, Point

Outlines = dict[str, dict[str, str]]
Projection = Callable[[float, float], Point]


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
    drawing.box((at[0] - 3.2, at[1] - 3.2), (6.4, 6.4), fill=BLACK, stroke=WHITE)


CAPITALS: tuple[Point, ...] = ((30.3, 59.9), (37.6, 55.75))

EMIGRATION: tuple[tuple[str, float, float, float, float], ...] = (
    ("A", 6.1, 46.2, -7, 6),
    ("B", 8.5, 47.4, 2, 10),
    ("C", 2.3, 48.9, -8, 2),
    ("D", -0.1, 51.5, 3, -9),
    ("E", 4.4, 50.8, 8, 3),
    ("F", 11.6, 48.1, 2, -9),
    ("G", 16.4, 48.2, 5, 8),
    ("H", 19.9, 50.1, 6, -7),
    ("I", 18.1, 59.3, -8, 1),
    ("J", 25, 60.2, 8, -8),
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
    project = conic(58, (45, 65), 4.52, (168.5, 194))
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
    "-0.1 51.5 2.5 53 2.8 59 5 63 11 67.3 18 70.8 26 72 31.1 70.8 36 69.9 41.5 68.2 41.4 66.2 40 64.5",
    "12.4 51.3 11 53.9 13.5 55 16.8 55.6 18.8 58.2 18.1 59.3 20.3 59.9 22.3 60.4 25.5 60.7 29.4 60.2",
    "12.4 51.3 14.5 52.5 20.4 54.6 21.5 55.4 25.3 54.7 30 54.8 36.3 55.6",
    "11.6 48.1 16.4 48.4 19.9 50.1 24 49.8 27 49.9 30.5 50.4 34 52.6 36.9 55",
    "11.6 48.1 16.4 47.6 20.5 44.8 24 43.5 27.9 43.2 29.6 44 30.7 46.4 30.8 48 30.6 49.8",
    (
        "6.1 46.2 5 44.5 5.4 43.2 6.6 41.2 7.2 39.2 9 38.1 12 37.2 18 36.2"
        " 22.5 35.9 25.8 39 26.3 40.2 30 41.9 35 42.7 41.5 41.7 44.8 41.7"
    ),
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
    drawing.area(gulf, fill=LIGHT, stroke=LIGHT, width=0.4)
    for key, east, north in CITY_REGIONS:
        drawing.text(project(east, north), key, size=18)
    for key, east, north in CITY_PLACES:
        drawing.badge(project(east, north), key)
    drawing.line([(250, 308), (250 + 2 * CITY_SCALE, 308)], width=3)
    draw_frame(drawing)
    return drawing
