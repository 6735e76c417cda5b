"""Operators that draw, paint and clip by paths (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pikepdf import Object

from translate_pub.model.preflight import Rect
from translate_pub.preflight import matrices, reading
from translate_pub.preflight.colours import Colour
from translate_pub.preflight.hand import Hand
from translate_pub.preflight.operators import objects
from translate_pub.preflight.painting import Shape

Operator = Callable[[Hand, Sequence[Object]], None]


def _add(hand: Hand, x: float, y: float) -> None:
    hand.points.append(matrices.point(hand.state.matrix, x, y))


def _end_piece(hand: Hand) -> None:
    if len(hand.points) > 1:  # one alone was only gone to
        hand.pieces.append(matrices.around(hand.points))
    hand.points = []


def move(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `m`: begin another piece."""
    _end_piece(hand)
    points(hand, operands)


def points(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `l`, `c`, `v` or `y`; the rectangle around a curve's points holds the curve."""
    read = [reading.number(operand) for operand in operands]
    for x, y in zip(read[::2], read[1::2], strict=False):
        _add(hand, x, y)


def rectangle(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `re`."""
    _end_piece(hand)
    x, y, width, height = (reading.number(operand) for operand in operands[:4])
    for across, up in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
        _add(hand, across, up)
    _end_piece(hand)


def close(_hand: Hand, _operands: Sequence[Object]) -> None:
    """Do `h`, which adds no point."""


def clip(hand: Hand, _operands: Sequence[Object]) -> None:
    """Do `W` or `W*`: what is painted next is the clip."""
    hand.pending_clip = True


def paint(*, fill: bool = False, stroke: bool = False) -> Operator:
    """Make an operator that paints the path and forgets it: `f`, `S`, `B`, `n`..."""

    def do(hand: Hand, _operands: Sequence[Object]) -> None:
        _end_piece(hand)
        if hand.pieces:
            around = _around(hand.pieces)
            if fill or stroke:
                _paint(hand, around, hand.state.fill if fill else None, hand.state.stroke if stroke else None)
            if hand.pending_clip:
                hand.state.clip = hand.state.clip.intersection(around)
        elif hand.pending_clip:
            hand.state.clip = Rect(0, 0, -1, -1)
        hand.pieces, hand.pending_clip = [], False

    return do


def _around(pieces: list[Rect]) -> Rect:
    """Return the rectangle around all pieces."""
    left, bottom = min(piece.left for piece in pieces), min(piece.bottom for piece in pieces)
    return Rect(left, bottom, max(piece.right for piece in pieces), max(piece.top for piece in pieces))


def _paint(hand: Hand, around: Rect, fill: Colour | None, stroke: Colour | None) -> None:
    """Put the path on the page; a line reaches half of its width beyond the path."""
    state = hand.state
    line = None
    if stroke is not None:
        line = state.line * matrices.least_scale(state.matrix)
        around = around.grown(line / 2)
    seen = around.intersection(state.clip)
    hand.painting.paints.append(Shape(seen, state.manner, fill, stroke, tuple(hand.pieces), line))
    objects.patterns(hand, seen, (colour for colour in (fill, stroke) if colour is not None))
