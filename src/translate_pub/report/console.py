"""The terminal: whether there is one, how wide it is and whether it takes colour (the only door to rich)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import RenderableType

_WIDTH = 100
"""Columns of a text that goes to a file or another program."""


@dataclass(frozen=True, slots=True)
class Surface:
    """What text is written on."""

    width: int = _WIDTH
    """Columns."""
    colour: bool = False


PLAIN = Surface()
"""A file, or another program."""


def surface(stream: TextIO) -> Surface:
    """Return what a stream leads to. Colour only on a terminal, and not where `NO_COLOR` is set (no-color.org)."""
    if not stream.isatty():
        return PLAIN
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it; see `lay_out`

    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Surface(Console(file=stream).width, colour)


def lay_out(renderable: RenderableType, surface: Surface) -> str:
    """Return what rich makes of a table or a text, without white space at line ends."""
    from rich.console import Console  # noqa: PLC0415  # most of the time that a verb needs to start

    out = StringIO()
    console = Console(
        file=out,
        width=surface.width,
        force_terminal=surface.colour,
        color_system="standard" if surface.colour else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(renderable)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())
