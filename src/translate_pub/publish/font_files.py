"""Font files of any kind made into plain ones: unpacked, at fixed weights, and a family's pieces joined.

A family on the web comes in pieces, a file for each part of its characters. WeasyPrint knows a font by its description
alone, so that pieces with one name would be drawn with the glyphs of the first: they are joined into one file.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from translate_pub.model.diagnostic import MachineError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

WEIGHTS = (400, 700)
"""What is taken of a family: regular and bold, as CSS counts them."""
_ITALIC = 0b1
_HINTS = ("cvt ", "fpgm", "gasp", "meta", "prep", "vhea", "vmtx")
"""Tables that pieces need not agree in, and print needs none of."""

File = tuple[str, bytes]
"""Name and contents of a font file."""


def family(files: Iterable[File]) -> list[File]:
    """Make plain fonts of a package's files, regular and bold, one a style; WOFF only where there is no WOFF2 of it.

    Raises:
        MachineError: A file is no font, or the pieces of a family cannot be joined.
    """
    best: dict[str, File] = {}
    for name, data in files:
        stem, _, kind = name.rpartition(".")
        if stem not in best or kind != "woff":
            best[stem] = (name, data)
    made = [pair for name, data in sorted(best.values()) for pair in plain(name, data)]
    taken = [pair for pair in made if _style(pair)[1] in WEIGHTS] or made
    return [_joined(list(pieces)) for _, pieces in groupby(sorted(taken, key=_style), key=_style)]


def plain(name: str, data: bytes) -> list[File]:
    """Make plain fonts of one font file: unpacked, and a variable one at each weight.

    Raises:
        MachineError: It is no font.
    """
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - costs a fifth of a second
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

    stem = name.rpartition(".")[0]
    try:
        font = TTFont(io.BytesIO(data), fontNumber=0)
        if "fvar" not in font:
            return [(f"{stem}{_suffix(font)}", _save(font))]
        axes = {axis.axisTag: axis for axis in font["fvar"].axes}
        made = []
        for weight in WEIGHTS if "wght" in axes else (None,):
            place = {tag: axis.defaultValue for tag, axis in axes.items()}
            if weight is not None:
                place["wght"] = max(axes["wght"].minValue, min(axes["wght"].maxValue, weight))
            static = instantiateVariableFont(TTFont(io.BytesIO(data), fontNumber=0), place, inplace=True)
            if weight is not None:
                static["OS/2"].usWeightClass = weight
            made.append((f"{stem}-{weight or 'static'}{_suffix(static)}", _save(static)))
    except (TTLibError, KeyError, ValueError, ImportError) as error:
        raise MachineError(f"{name} is not a font that can be printed with: {error}") from error
    return made


def _joined(pieces: Sequence[File]) -> File:
    """Join the pieces of one style, the one with most characters first: its metrics are the line's."""
    if len(pieces) == 1:
        return pieces[0]
    from fontTools.merge import Merger, Options  # noqa: PLC0415 - only a family in pieces needs it

    ordered = sorted(pieces, key=lambda piece: (-_characters(piece), piece[0]))
    try:
        font = Merger(options=Options(drop_tables=list(_HINTS))).merge([io.BytesIO(data) for _, data in ordered])
    except Exception as error:  # whatever the merger finds that it cannot join
        names = ", ".join(name for name, _ in ordered)
        raise MachineError(f"the pieces of a font cannot be joined into one: {names} ({error})") from error
    return ordered[0][0], _save(font)


def _style(file: File) -> tuple[str, int, bool]:
    """Family, weight, and whether it is italic."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - see `plain`

    with TTFont(io.BytesIO(file[1]), lazy=True) as font:
        name = font["name"].getBestFamilyName() or ""
        return name, int(font["OS/2"].usWeightClass), bool(font["OS/2"].fsSelection & _ITALIC)


def _characters(file: File) -> int:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - see `plain`

    with TTFont(io.BytesIO(file[1]), lazy=True) as font:
        return len(font.getBestCmap() or ())


def _suffix(font: TTFont) -> str:
    return ".otf" if font.sfntVersion == "OTTO" else ".ttf"


def _save(font: TTFont) -> bytes:
    """Write a font without its packing, and with the time that it had, so that its hash is always the same."""
    font.flavor = None
    font.recalcTimestamp = False
    written = io.BytesIO()
    font.save(written, reorderTables=False)
    return written.getvalue()
