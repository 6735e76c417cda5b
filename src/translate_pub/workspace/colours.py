"""Colours as `book.toml` writes them: `#rgb`, `#rrggbb`, or the four inks in per cent, `cmyk(10 95 90 20)`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translate_pub.model.colours import Cmyk, Colour, Rgb
from translate_pub.workspace.findings import Findings, key_name, quoted
from translate_pub.workspace.tables import ColourTable
from translate_pub.workspace.toml import Path

_RGB = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_INKS = re.compile(r"cmyk\(\s*([\d.]+%?(?:[\s,]+[\d.]+%?){3})\s*\)", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FULL = 100.0
_SHORT = 4
"""Length of `#rgb`."""
_ALLOWED = "allowed: #7a1f1f, or cyan, magenta, yellow and black in per cent: cmyk(10 95 90 20)"


def css(written: str, key: Path, findings: Findings) -> str:
    """Return a colour as stylesheets write it; empty where none is given, or after finding that it is none."""
    text = written.strip()
    if not text or _RGB.fullmatch(text):
        return text
    inks = _inks(text)
    if inks is None:
        _report(written, key, _ALLOWED, findings)
        return ""
    return f"device-cmyk({' '.join(f'{share:g}' for share in inks)})"


def named(tables: Mapping[str, ColourTable], key: Path, findings: Findings) -> tuple[Colour, ...]:
    """Return the colours that a book names, after finding what is wrong with them."""
    return tuple(found for name, table in tables.items() if (found := _named(name, table, (*key, name), findings)))


def _named(name: str, table: ColourTable, key: Path, findings: Findings) -> Colour | None:
    if not _NAME.fullmatch(name):
        message = f"{key_name(key)} has a name that stylesheets cannot use"
        findings.error("B005", key, message, "allowed: small letters a to z, digits and hyphens, a letter first")
        return None
    screen = table.screen.strip()
    inks = _inks(table.cmyk.strip()) if table.cmyk else None
    if screen and not _RGB.fullmatch(screen):
        _report(screen, (*key, "screen"), "allowed: #7a1f1f", findings)
    if table.cmyk and inks is None:
        _report(table.cmyk, (*key, "cmyk"), "allowed: the four inks in per cent, cmyk(10 95 90 20)", findings)
    if not _RGB.fullmatch(screen):
        return None
    spot, black = (None if share is None else share / _FULL for share in (table.spot, table.black))
    return Colour(name, _rgb(screen), inks, spot, black)


def _report(written: str, key: Path, hint: str, findings: Findings) -> None:
    findings.error("B005", key, f"{key_name(key)} is {quoted(written)}, which is not a colour", hint)


def _rgb(written: str) -> Rgb:
    digits = written[1:] if len(written) != _SHORT else "".join(digit * 2 for digit in written[1:])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _inks(written: str) -> Cmyk | None:
    """Return the shares of the four inks, 0 to 1; None where a text does not give them."""
    inks = _INKS.fullmatch(written)
    shares = [_share(ink) for ink in re.split(r"[\s,]+", inks[1])] if inks else []
    known = [share for share in shares if share is not None]
    if not shares or len(known) < len(shares):
        return None
    cyan, magenta, yellow, black = known
    return cyan, magenta, yellow, black


def _share(written: str) -> float | None:
    """Return the share of an ink, 0 to 1, or None where it is no per cent."""
    try:
        percent = float(written.removesuffix("%"))
    except ValueError:
        return None
    return percent / _FULL if percent <= _FULL else None
