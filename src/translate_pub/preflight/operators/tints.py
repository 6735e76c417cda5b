"""Operators that choose colours (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pikepdf import Name, Object

from translate_pub.preflight import colours, reading
from translate_pub.preflight.colours import Colour, Family, Space
from translate_pub.preflight.hand import Hand

Operator = Callable[[Hand, Sequence[Object]], None]


def _set(hand: Hand, colour: Colour, stroking: bool) -> None:  # noqa: FBT001  # of one use, below
    hand.painting.spaces.add(colour.space)
    if stroking:
        hand.state.stroke = colour
    else:
        hand.state.fill = colour


def device(space: Space, *, stroking: bool) -> Operator:
    """Make an operator that chooses a space and a colour at once: `g`, `RG`, `k`..."""

    def choose(hand: Hand, operands: Sequence[Object]) -> None:
        _set(hand, Colour(space, tuple(reading.number(operand) for operand in operands)), stroking)

    return choose


def space(*, stroking: bool) -> Operator:
    """Make `CS` or `cs`."""

    def choose(hand: Hand, operands: Sequence[Object]) -> None:
        _set(hand, colours.first(hand.space(operands[0])), stroking)

    return choose


def colour(*, stroking: bool) -> Operator:
    """Make `SCN` or `scn`, and `SC` or `sc`, which do less."""

    def choose(hand: Hand, operands: Sequence[Object]) -> None:
        current = hand.state.stroke if stroking else hand.state.fill
        pattern = reading.name(operands[-1]) if operands and isinstance(operands[-1], Name) else ""
        values = tuple(reading.number(operand) for operand in operands if not isinstance(operand, Name))
        chosen = colours.PATTERN if pattern and current.space.family is not Family.PATTERN else current.space
        _set(hand, Colour(chosen, values, pattern), stroking)

    return choose
