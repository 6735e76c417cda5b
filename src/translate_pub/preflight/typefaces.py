"""Fonts as a PDF has them: embedded or not, how wide their glyphs are, which are missing (ISO 32000-1, 9.5 to 9.9)."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from pikepdf import Dictionary, Object, Stream

from translate_pub.preflight import character_maps, reading
from translate_pub.preflight.character_maps import CharacterMap

_SUBSET = re.compile(r"[A-Z]{6}\+")
"""Before the name of a font of which only some glyphs are there (ISO 32000-1, 9.6.4)."""
_THOUSAND = 1000.0
_ASCENT, _DESCENT = 0.72, -0.22
"""How far letters reach from the line, in parts of the size, as most do; a font's own figures leave room for more."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font of the file."""

    name: str
    kind: str
    """Its subtype: Type1, TrueType, Type3, Type0..."""
    embedded: bool
    file_kind: str = ""
    """Subtype of the font file where it is FontFile3: Type1C, CIDFontType0C, OpenType."""
    subset: bool = False
    unicode: bool = False
    """Whether the file says which characters its glyphs are."""
    map: CharacterMap | None = None
    """Of a composite font."""
    widths: dict[int, float] = field(default_factory=dict, repr=False)
    """Of codes, or of characters (CID) of a composite font; in parts of the size."""
    default_width: float = 0.0
    reach: tuple[float, float] = (_DESCENT, _ASCENT)
    """How far its letters reach from the line, below and above, in parts of the size."""
    glyphs: int | None = None
    """How many the font file has; None where it does not tell."""
    glyph_of: bytes | None = None
    """Which glyph a character is, two bytes each (CIDToGIDMap); None where the two are the same."""
    by_glyph: bool = False
    """Whether characters lead to glyphs by their number: a composite TrueType font."""
    names: dict[int, str] = field(default_factory=dict, repr=False)
    """Code -> glyph name, where the encoding of a simple font gives one."""
    procedures: Dictionary | None = None
    """Drawings of a Type 3 font's glyphs."""
    source: Object | None = field(default=None, repr=False)

    def codes(self, text: bytes) -> list[int]:
        """Cut a text into codes."""
        return self.map.codes(text) if self.map else list(text)

    def width(self, code: int) -> float:
        """Return how far a code moves the pen, in parts of the size."""
        character = self.map.character(code) if self.map else code
        if character is None:
            return self.default_width
        return self.widths.get(character, self.default_width)

    def lacks(self, code: int) -> bool:
        """Whether a code has no glyph: a box, or nothing, would be printed."""
        if self.map is None:
            return self.names.get(code) == ".notdef"
        character = self.map.character(code)
        if character is None:
            return False
        if not self.by_glyph:
            return character == 0
        glyph = character
        if self.glyph_of is not None:
            pair = self.glyph_of[2 * character : 2 * character + 2]
            glyph = int.from_bytes(pair, "big") if len(pair) == len("ab") else 0
        return glyph == 0 or (self.glyphs is not None and glyph >= self.glyphs)

    @property
    def spaced(self) -> bool:
        """Whether the code 32 is a space, to which word spacing is added (ISO 32000-1, 9.3.3)."""
        return self.map is None or self.map.lengths == (1,)


def read(font: Object) -> Typeface:
    """Return a font."""
    kind = reading.name(reading.entry(font, "/Subtype"))
    if kind == "Type0":
        return _composite(font)
    return _drawn(font) if kind == "Type3" else _simple(font, kind)


def _simple(font: Object, kind: str) -> Typeface:
    """Return a font of one byte a code."""
    descriptor = reading.entry(font, "/FontDescriptor")
    start = int(reading.number(reading.entry(font, "/FirstChar")))
    widths = reading.numbers(reading.entry(font, "/Widths"))
    name = reading.name(reading.entry(font, "/BaseFont"))
    named = _differences(font)
    missing = reading.number(reading.entry(descriptor, "/MissingWidth"), 0.0 if widths else _THOUSAND / 2)
    return Typeface(
        name=_SUBSET.sub("", name),
        kind=kind,
        embedded=_file(descriptor) is not None,
        file_kind=_file_kind(descriptor),
        subset=bool(_SUBSET.match(name)),
        unicode=_simple_unicode(font),
        widths={start + place: width / _THOUSAND for place, width in enumerate(widths)},
        default_width=missing / _THOUSAND,
        reach=_reach(descriptor),
        names=named,
        source=font,
    )


def _drawn(font: Object) -> Typeface:
    """Return a font whose glyphs are drawings of the page's own language."""
    matrix = reading.matrix(reading.entry(font, "/FontMatrix"))
    start = int(reading.number(reading.entry(font, "/FirstChar")))
    widths = reading.numbers(reading.entry(font, "/Widths"))
    procedures = reading.entry(font, "/CharProcs")
    return Typeface(
        name=reading.name(reading.entry(font, "/Name")) or "without a name",
        kind="Type3",
        embedded=True,
        unicode=reading.entry(font, "/ToUnicode") is not None,
        widths={start + place: width * abs(matrix[0]) for place, width in enumerate(widths)},
        names=_differences(font),
        procedures=procedures if isinstance(procedures, Dictionary) else None,
        source=font,
    )


def _composite(font: Object) -> Typeface:
    """Return a font of several bytes a code."""
    inside = next(iter(reading.items(reading.entry(font, "/DescendantFonts"))), None)
    descriptor = reading.entry(inside, "/FontDescriptor")
    name = reading.name(reading.entry(font, "/BaseFont"))
    mapped = reading.entry(inside, "/CIDToGIDMap")
    file = _file(descriptor)
    by_glyph = reading.name(reading.entry(inside, "/Subtype")) == "CIDFontType2"
    return Typeface(
        name=_SUBSET.sub("", name),
        kind="Type0",
        embedded=file is not None,
        file_kind=_file_kind(descriptor),
        subset=bool(_SUBSET.match(name)),
        unicode=reading.entry(font, "/ToUnicode") is not None,
        map=character_maps.read(reading.entry(font, "/Encoding")),
        widths=_cid_widths(reading.entry(inside, "/W")),
        default_width=reading.number(reading.entry(inside, "/DW"), _THOUSAND) / _THOUSAND,
        reach=_reach(descriptor),
        glyphs=_glyph_count(reading.data(file)) if by_glyph else None,
        glyph_of=reading.data(mapped) if isinstance(mapped, Stream) else None,
        by_glyph=by_glyph,
        source=font,
    )


def _file(descriptor: object) -> Object | None:
    """Return the font file in a PDF."""
    named = (reading.entry(descriptor, key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return next((one for one in named if isinstance(one, Stream)), None)


def _file_kind(descriptor: object) -> str:
    return reading.name(reading.entry(descriptor, "/FontFile3", "/Subtype"))


def _reach(descriptor: object) -> tuple[float, float]:
    """Return how far letters reach above and below the line: what is usual, or less where the font has less."""
    above = reading.number(reading.entry(descriptor, "/Ascent")) / _THOUSAND
    below = reading.number(reading.entry(descriptor, "/Descent")) / _THOUSAND
    return max(_DESCENT, below) if below < 0 else _DESCENT, min(_ASCENT, above) if above > 0 else _ASCENT


def _simple_unicode(font: Object) -> bool:
    """Whether a simple font tells its characters: by a table, or by glyph names that everyone knows."""
    if reading.entry(font, "/ToUnicode") is not None:
        return True
    encoding = reading.entry(font, "/Encoding")
    named = reading.name(encoding) or reading.name(reading.entry(encoding, "/BaseEncoding"))
    return named in {"WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding"}


def _differences(font: Object) -> dict[int, str]:
    """Return the glyph names that an encoding gives to codes."""
    named: dict[int, str] = {}
    code = 0
    for item in reading.items(reading.entry(font, "/Encoding", "/Differences")):
        glyph = reading.name(item)
        if glyph:
            named[code] = glyph
            code += 1
        else:
            code = int(reading.number(item))
    return named


def _cid_widths(value: object) -> dict[int, float]:
    """Return the widths of characters (ISO 32000-1, 9.7.4.3): `c [w1 w2...]` or `first last w`."""
    widths: dict[int, float] = {}
    parts = reading.items(value)
    place = 0
    while place + 1 < len(parts):
        start = int(reading.number(parts[place]))
        listed = reading.numbers(parts[place + 1])
        if listed:
            widths |= {start + step: width / _THOUSAND for step, width in enumerate(listed)}
            place += 2
        elif place + 2 < len(parts):
            last, width = int(reading.number(parts[place + 1])), reading.number(parts[place + 2]) / _THOUSAND
            widths |= dict.fromkeys(range(start, min(last, _LAST_CID) + 1), width)
            place += 3
        else:
            break
    return widths


_LAST_CID = 65535


def _glyph_count(file: bytes | None) -> int | None:
    """Return how many glyphs a TrueType file has (OpenType specification, table `maxp`)."""
    if file is None:
        return None
    try:
        (tables,) = struct.unpack_from(">H", file, 4)
        for place in range(12, 12 + 16 * tables, 16):
            tag, _, offset, _ = struct.unpack_from(">4sIII", file, place)
            if tag == b"maxp":
                return int(struct.unpack_from(">H", file, offset + 4)[0])
    except struct.error:
        return None
    return None
