"""Colours as `book.toml` writes them: `#rgb`, `#rrggbb`, or the four inks in per cent, `cmyk(10 95 90 20)`."""

from __future__ import annotations

import re

from translate_pub.workspace.findings import Findings, key_name, quoted
from translate_pub.workspace.toml import Path

_RGB = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_INKS = re.compile(r"cmyk\(\s*([\d.]+%?(?:[\s,]+[\d.]+%?){3})\s*\)", re.IGNORECASE)
_FULL = 100.0
_ALLOWED = "allowed: #7a1f1f, or cyan, magenta, yellow and black in per cent: cmyk(10 95 90 20)"


def css(written: str, key: Path, findings: Findings) -> str:
    """Return a colour as stylesheets write it; empty where none is given, or after finding that it is none."""
    text = written.strip()
    if not text or _RGB.fullmatch(text):
        return text
    inks = _INKS.fullmatch(text)
    shares = [_share(ink) for ink in re.split(r"[\s,]+", inks[1])] if inks else [None]
    if None in shares:
        findings.error("B005", key, f"{key_name(key)} is {quoted(written)}, which is not a colour", _ALLOWED)
        return ""
    return f"device-cmyk({' '.join(f'{share:g}' for share in shares)})"


def _share(written: str) -> float | None:
    """Return the share of an ink, 0 to 1, or None where it is no per cent."""
    try:
        percent = float(written.removesuffix("%"))
    except ValueError:
        return None
    return percent / _FULL if percent <= _FULL else None
