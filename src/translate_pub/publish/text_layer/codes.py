"""The codes that shaped characters have in a private font."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate_pub.model.shapes import Shape

CODES = 60_000
"""Codes that a font may give out: with the glyphs that its shapes are made of it stays below 65 536."""
SUFFIX = "-Clusters"
"""Ends the name of every private font."""


@dataclass
class Codes:
    """The codes of one font, given out in the order in which they are asked for, from 1; 0 draws a missing glyph."""

    shapes: dict[Shape, int] = field(default_factory=dict)

    def of(self, shape: Shape) -> int:
        """Return the code of a shape.

        Raises:
            OverflowError: The font has no more.
        """
        code = self.shapes.get(shape)
        if code is None:
            if len(self.shapes) == CODES:
                raise OverflowError(f"more than {CODES} distinct shapes in one font")
            code = self.shapes[shape] = len(self.shapes) + 1
        return code
