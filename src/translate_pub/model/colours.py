"""Colours that a book names once: what a screen shows, and what each kind of press prints instead."""

from __future__ import annotations

from dataclasses import dataclass

Rgb = tuple[int, int, int]
"""Red, green and blue of sRGB, 0 to 255."""
Cmyk = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour of a book. What is None is worked out from `screen`."""

    name: str
    """As stylesheets call it: `accent` is `var(--colour-accent)` there."""
    screen: Rgb
    cmyk: Cmyk | None = None
    spot: float | None = None
    """How much of the second ink, 0 to 1, where a job has one."""
    black: float | None = None
    """How much black, 0 to 1, where a job has no colours."""
