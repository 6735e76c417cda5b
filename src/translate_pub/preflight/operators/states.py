"""Operators that set the state: matrices, line widths, parameters of the graphics state (ISO 32000-1, 8.4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pikepdf import Dictionary, Name, Object

from translate_pub.preflight import reading
from translate_pub.preflight.hand import Hand
from translate_pub.preflight.matrices import IDENTITY, times
from translate_pub.preflight.painting import Manner


def save(hand: Hand, _operands: Sequence[Object]) -> None:
    """Do `q`."""
    hand.save()


def restore(hand: Hand, _operands: Sequence[Object]) -> None:
    """Do `Q`."""
    hand.restore()


def transform(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `cm`."""
    read = tuple(reading.number(operand) for operand in operands)
    if len(read) == len(IDENTITY):
        hand.state.matrix = times(read, hand.state.matrix)  # type: ignore[arg-type]  # six of six


def line_width(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `w`."""
    hand.state.line = abs(reading.number(operands[0]))


def parameters(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `gs`: take over what a parameter dictionary says."""
    said = reading.dictionary(hand.resource("ExtGState", operands[0]))
    state = hand.state
    if "/LW" in said:
        state.line = abs(reading.number(said.LW))
    font = reading.items(said.get("/Font"))
    if len(font) == len(("font", "size")):
        state.face, state.size = hand.typecase.face(font[0]), reading.number(font[1])
    state.manner = manner(state.manner, said)


def manner(before: Manner, said: Dictionary) -> Manner:
    """Return how paint goes on the page after a parameter dictionary."""
    changed: dict[str, object] = {}
    if "/CA" in said:
        changed["stroke_alpha"] = reading.number(said.CA, 1.0)
    if "/ca" in said:
        changed["fill_alpha"] = reading.number(said.ca, 1.0)
    if "/BM" in said:
        changed["blend"] = next(iter(map(reading.name, reading.items(said.BM))), "Normal")
    if "/SMask" in said:
        changed["soft_mask"] = not (isinstance(said.SMask, Name) and said.SMask == Name("/None"))
    if "/OP" in said:
        changed["overprint_stroke"] = bool(said.OP)
        changed["overprint_fill"] = bool(said.OP)  # where `op` is not there, OP is for both (table 58)
    if "/op" in said:
        changed["overprint_fill"] = bool(said.get("/op"))
    if "/OPM" in said:
        changed["overprint_mode"] = int(reading.number(said.OPM))
    return replace(before, **changed) if changed else before  # type: ignore[arg-type]  # of their own kinds
