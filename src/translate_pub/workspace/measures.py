"""Trim sizes as they are written."""

from __future__ import annotations

import re

from translate_pub.model.book import NAMED_TRIMS, Trim
from translate_pub.workspace.findings import Findings, did_you_mean, key_name, quoted
from translate_pub.workspace.toml import Path

_MEASURE = re.compile(r"(?P<width>\d+(?:\.\d+)?)\s*[x×]\s*(?P<height>\d+(?:\.\d+)?)\s*(?P<unit>mm|in)")
_MM = {"mm": 1.0, "in": 25.4}
_LEAST_MM, _MOST_MM = 50.0, 1000.0
"""Sides of a page that a press can cut and a reader can hold, from a pocket dictionary to a poster."""
_ALLOWED = f"allowed: {', '.join(NAMED_TRIMS)}, or a measure such as 135x210mm or 5.5x8.5in"


def size(written: str) -> Trim | None:
    """Return a size by its name or measure; None where it is neither, or no page has it."""
    named, measure = NAMED_TRIMS.get(written), _MEASURE.fullmatch(written.strip())
    if named or not measure:
        return named
    sides = [round(float(measure[side]) * _MM[measure["unit"]], 3) for side in ("width", "height")]
    return Trim(*sides) if all(_LEAST_MM <= side <= _MOST_MM for side in sides) else None


def trim(written: str, key: Path, findings: Findings) -> Trim | None:
    """Return the size that is written, or None after finding what is wrong with it."""
    named = NAMED_TRIMS.get(written)
    if named:
        return named
    measure = _MEASURE.fullmatch(written.strip())
    if not measure:
        message = f"{key_name(key)} is {quoted(written)}, which is not a size"
        findings.error("B006", key, message, did_you_mean(written, NAMED_TRIMS), _ALLOWED)
        return None
    factor = _MM[measure["unit"]]
    width, height = float(measure["width"]) * factor, float(measure["height"]) * factor
    if not all(_LEAST_MM <= side <= _MOST_MM for side in (width, height)):
        message = f"{key_name(key)} is {quoted(written)}; wanted: a page from {_LEAST_MM:g} to {_MOST_MM:g} mm a side"
        findings.error("B006", key, message, _ALLOWED)
        return None
    return Trim(round(width, 3), round(height, 3))
