"""A page as a picture in the four inks."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as a picture."""

    width: int
    """Pixels across."""
    height: int
    data: bytes = field(repr=False)
    """Cyan, magenta, yellow and black of every pixel, a byte each, row by row from the top; 255 is all ink."""
