"""Shaped characters of complex scripts, which a private font draws a code each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """A glyph of a font file, and where it stands from the origin of its cluster, in units of the font."""

    glyph: int
    x: int
    y: int


class Shape(NamedTuple):
    """What one code draws, how far it moves on, and the one character that it stands for."""

    pieces: tuple[Piece, ...]
    """None for a character that another code of its cluster draws."""
    advance: int
    """In units of the font."""
    character: str
    scale: float = 1.0
    """How large its pieces are drawn: less than 1 in text that is smaller than its line."""


@dataclass(frozen=True, slots=True)
class ShapedFont:
    """A private font of one section."""

    name: str
    """In the PDF."""
    sha256: str
    """Of the font file that the pieces are glyphs of."""
    shapes: tuple[Shape, ...]
    """In the order of their codes, which count from 1."""
