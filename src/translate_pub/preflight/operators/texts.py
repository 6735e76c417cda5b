"""Operators that set and show text (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pikepdf import Array, Object, String

from translate_pub.model.preflight import Rect
from translate_pub.preflight import matrices, reading
from translate_pub.preflight.colours import Colour
from translate_pub.preflight.hand import Hand
from translate_pub.preflight.matrices import IDENTITY, times
from translate_pub.preflight.operators import objects
from translate_pub.preflight.painting import Text
from translate_pub.preflight.typefaces import Typeface

Operator = Callable[[Hand, Sequence[Object]], None]
_SPACE = 32
_INVISIBLE = frozenset((3, 7))
_STROKED = frozenset((1, 2, 5, 6))
_FILLED = frozenset((0, 2, 4, 6))
_THOUSAND = 1000.0


def begin(hand: Hand, _operands: Sequence[Object]) -> None:
    """Do `BT`."""
    hand.text_matrix = hand.line_matrix = IDENTITY


def font(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `Tf`."""
    found = hand.resource("Font", operands[0])
    hand.state.face = hand.typecase.face(found) if found is not None else None
    hand.state.size = reading.number(operands[1])
    if found is None:
        trouble = f"the font {reading.name(operands[0])} is not among the page's resources"
        hand.painting.troubles.append(trouble)
    elif hand.state.face is not None:
        hand.painting.faces[_key(found)] = hand.state.face


def _key(found: Object) -> tuple[int, int]:
    number = reading.identity(found)
    return number if number != (0, 0) else (0, id(found))


def setting(attribute: str, scale: float = 1.0) -> Operator:
    """Make an operator that sets one number of the text state: `Tc`, `Tw`, `Tz`, `TL`, `Ts`, `Tr`."""

    def do(hand: Hand, operands: Sequence[Object]) -> None:
        value = reading.number(operands[0]) * scale
        setattr(hand.state, attribute, int(value) if attribute == "mode" else value)

    return do


def place(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `Tm`."""
    read = tuple(reading.number(operand) for operand in operands)
    if len(read) == len(IDENTITY):
        hand.text_matrix = hand.line_matrix = read  # type: ignore[assignment]  # six of six


def shift(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `Td`."""
    x, y = (reading.number(operand) for operand in operands[:2])
    hand.text_matrix = hand.line_matrix = times((1, 0, 0, 1, x, y), hand.line_matrix)


def shift_and_lead(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `TD`."""
    hand.state.leading = -reading.number(operands[1])
    shift(hand, operands)


def next_line(hand: Hand, _operands: Sequence[Object]) -> None:
    """Do `T*`."""
    hand.text_matrix = hand.line_matrix = times((1, 0, 0, 1, 0, -hand.state.leading), hand.line_matrix)


def show(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `Tj` or `TJ`."""
    shown = operands[0]
    parts: list[Object] = list(shown.as_list()) if isinstance(shown, Array) else [shown]
    _show(hand, parts)


def show_next(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `'`, or `"` with its spacings."""
    if len(operands) == len(("word spacing", "spacing", "text")):
        hand.state.word_spacing, hand.state.spacing = (reading.number(operand) for operand in operands[:2])
    next_line(hand, ())
    _show(hand, [operands[-1]])


def _show(hand: Hand, parts: Sequence[Object]) -> None:
    """Put a run on the page, and move the pen to its end."""
    state, face = hand.state, hand.state.face
    if face is None:
        return
    before, codes = hand.text_matrix, set[int]()
    width = sum(_width(hand, face, part, codes) for part in parts)
    hand.text_matrix = times((1, 0, 0, 1, width * state.stretch, 0), before)
    if not codes or state.mode in _INVISIBLE:
        return
    whole = times(before, state.matrix)
    low, high = (part * state.size + state.rise for part in face.reach)
    left, right = sorted((0.0, width * state.stretch))
    rect = matrices.rectangle(whole, Rect(left, min(low, high), right, max(low, high)))
    across, up = matrices.lengths(whole)
    hand.painting.paints.append(
        Text(
            rect.intersection(state.clip),
            state.manner,
            *_colours(hand),
            face=face,
            size=abs(state.size) * up,
            missing=tuple(sorted(code for code in codes if face.lacks(code))),
            turned=abs(whole[1]) > across / 2,
        )
    )
    objects.patterns(hand, rect, (colour for colour in _colours(hand) if colour is not None))
    objects.glyphs(hand, sorted(codes))


def _width(hand: Hand, face: Typeface, part: Object, codes: set[int]) -> float:
    """Return how far a piece of a run moves the pen, and gather its codes."""
    state = hand.state
    if not isinstance(part, String):
        return -reading.number(part) / _THOUSAND * state.size
    read = face.codes(bytes(part))
    codes.update(read)
    spaces = read.count(_SPACE) if state.word_spacing and face.spaced else 0
    return sum(map(face.width, read)) * state.size + state.spacing * len(read) + state.word_spacing * spaces


def _colours(hand: Hand) -> tuple[Colour | None, Colour | None]:
    """Return what a run is filled and stroked with."""
    mode = hand.state.mode
    return hand.state.fill if mode in _FILLED else None, hand.state.stroke if mode in _STROKED else None
