"""Lengths between printers' millimetres and a PDF's points, and as they are told."""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4
POINTS_PER_INCH = 72.0
SLACK_MM = 0.1
"""What no printer measures; rounding makes files differ by a tenth of it."""
SLACK = SLACK_MM * POINTS_PER_MM


def points(mm: float) -> float:
    """Return millimetres in pt."""
    return mm * POINTS_PER_MM


def mm(length: float) -> float:
    """Return pt in millimetres."""
    return length / POINTS_PER_MM


def told(length: float) -> str:
    """Write a length in pt as millimetres: `3 mm`, `3.2 mm`."""
    return f"{told_number(mm(length))} mm"


def told_number(value: float, digits: int = 1) -> str:
    """Write a number without the noughts that say nothing."""
    written = f"{value:.{digits}f}"
    short = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if short in {"", "-0"} else short


def told_size(width: float, height: float) -> str:
    """Write a size in pt as millimetres: `140 x 216 mm`."""
    return f"{told_number(mm(width))} x {told_number(mm(height))} mm"
