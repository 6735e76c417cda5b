"""Transformations of the page's space (ISO 32000-1, 8.3.4): a b c d e f, points as rows."""

from __future__ import annotations

import math
from collections.abc import Iterable

from translate_pub.model.preflight import Rect

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT = Rect(0, 0, 1, 1)
"""Where an image lies in its own space."""


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the transformation that does one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: Iterable[tuple[float, float]]) -> Rect:
    """Return the smallest rectangle around points; an empty one where there are none."""
    every = tuple(points)
    if not every:
        return Rect(0, 0, -1, -1)
    across, up = zip(*every, strict=True)
    return Rect(min(across), min(up), max(across), max(up))


def rectangle(matrix: Matrix, rect: Rect) -> Rect:
    """Return the smallest rectangle around one that was transformed."""
    corners = ((rect.left, rect.bottom), (rect.right, rect.bottom), (rect.right, rect.top), (rect.left, rect.top))
    return around(point(matrix, x, y) for x, y in corners)


def lengths(matrix: Matrix) -> tuple[float, float]:
    """Return how long a unit across and a unit up become."""
    a, b, c, d, _, _ = matrix
    return math.hypot(a, b), math.hypot(c, d)


def least_scale(matrix: Matrix) -> float:
    """Return how long the unit becomes that shrinks most: the smaller singular value."""
    a, b, c, d, _, _ = matrix
    squares, area = a * a + b * b + c * c + d * d, abs(a * d - b * c)
    spread = math.sqrt(max(squares * squares - 4 * area * area, 0.0))
    return math.sqrt(max((squares - spread) / 2, 0.0))
