"""Logistic regression by Newton's method, for a handful of terms."""

from __future__ import annotations

import math
from collections.abc import Sequence

Example = tuple[Sequence[float], bool]
_STEPS = 25
_RIDGE = 1.0
"""Weight of the penalty on large coefficients."""


def fit(examples: Sequence[Example]) -> tuple[list[float], float]:
    """Return the coefficients and the intercept that make the examples most probable."""
    rows = [([*terms, 1.0], 1.0 if right else 0.0) for terms, right in examples]
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [-_RIDGE * weight for weight in weights]
        bend = [[_RIDGE if row == column else 0.0 for column in range(size)] for row in range(size)]
        for terms, right in rows:
            total = sum(weight * term for weight, term in zip(weights, terms, strict=True))
            chance = 1 / (1 + math.exp(-min(max(total, -30), 30)))
            spread = max(chance * (1 - chance), 1e-6)
            for row, term in enumerate(terms):
                slope[row] += (right - chance) * term
                for column in range(size):
                    bend[row][column] += spread * term * terms[column]
        weights = [weight + change for weight, change in zip(weights, _solve(bend, slope), strict=True)]
    return weights[:-1], weights[-1]


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            share = rows[below][at] / rows[at][at]
            rows[below] = [value - share * above for value, above in zip(rows[below], rows[at], strict=True)]
    found = [0.0] * size
    for at in range(size - 1, -1, -1):
        known = sum(rows[at][column] * found[column] for column in range(at + 1, size))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found
