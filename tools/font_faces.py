"""A static TrueType face from a source font: instance, cut, named and styled by the book."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools.font_recipe import Face, Package

# Bits of OS/2.fsSelection and head.macStyle (OpenType 1.9.1, "OS/2" and "head").
FS_ITALIC, FS_BOLD, FS_REGULAR = 1 << 0, 1 << 5, 1 << 6
MAC_BOLD, MAC_ITALIC = 1 << 0, 1 << 1
BOLD = 700
WINDOWS_ENGLISH = (3, 1, 0x409)
# 3 unique name, 16 and 17 typographic names, 21 and 22 WWS names, 25 prefix of a variable font's PostScript names.
STALE_NAMES = (3, 16, 17, 21, 22, 25)
VERSION_NAME = 5
# Copyright, licence and the licence's address.
NOTICE_NAMES = (0, 13, 14)


@dataclass(frozen=True)
class Font:
    """A face that was made.

    Attributes:
        data: The TrueType file.
        version: What the font says of its own version: "Version 3.007".
        notice: What the font says of its copyright and licence, a line each.
    """

    data: bytes
    version: str
    notice: str


def build(face: Face, package: Package, data: bytes, *, stands_in: bool = False) -> Font:
    """Make a static TrueType font from the bytes of its source (TrueType or WOFF 2, static or variable)."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    # HarfBuzz's packing of the layout tables gives other bytes, and not every build environment has it.
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    if "fvar" in font:
        location = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": face.weight}
        font = instancer.instantiateVariableFont(font, location | face.location, inplace=True)
    if stands_in:
        _cut(font, package.characters)
    for tag in ("STAT", "DSIG"):
        if tag in font:
            del font[tag]
    _name(font, face)
    _style(font, face)
    target = BytesIO()
    font.save(target)
    notice = filter(None, (_text(font, name) for name in NOTICE_NAMES))
    return Font(target.getvalue(), version=_text(font, VERSION_NAME), notice="\n".join(notice) + "\n")


def _cut(font: TTFont, characters: tuple[int, ...]) -> None:
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _name(font: TTFont, face: Face) -> None:
    names = font["name"]
    for stale in STALE_NAMES:
        names.removeNames(nameID=stale)
    texts = {1: face.family, 2: face.style_name, 4: f"{face.family} {face.style_name}", 6: face.postscript_name}
    for name, text in texts.items():
        names.removeNames(nameID=name)
        names.setName(text, name, *WINDOWS_ENGLISH)


def _text(font: TTFont, name: int) -> str:
    return str(font["name"].getDebugName(name) or "")


def _style(font: TTFont, face: Face) -> None:
    bold, italic = face.weight == BOLD, face.style == "italic"
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = face.weight
    os2.fsSelection &= ~(FS_BOLD | FS_ITALIC | FS_REGULAR)
    os2.fsSelection |= FS_BOLD * bold | FS_ITALIC * italic | FS_REGULAR * (not bold and not italic)
    head.macStyle = MAC_BOLD * bold | MAC_ITALIC * italic
