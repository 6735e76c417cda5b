"""TrueType programs whose glyphs are clusters: composites of the glyphs of a font file.

Tables and flags are those of the OpenType specification 1.9 (`glyf`, `loca`, `hmtx`, `maxp`, `head`, `hhea`).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from translate_pub.model.diagnostic import PagesError
from translate_pub.model.shapes import Shape

_WORDS, _XY, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO, _UNSCALED = 0x0001, 0x0002, 0x0008, 0x0020, 0x0040, 0x0080, 0x1000
"""Flags of a component: arguments are words, arguments are offsets, one scale, more follow, two scales, a matrix, and
offsets are not scaled."""
_F2DOT14 = 1 << 14
_SCALE_BYTES = {_SCALE: 2, _XY_SCALE: 4, _TWO_BY_TWO: 8}
_HEAD_BOX = slice(36, 44)
_HEAD_LONG_LOCA = slice(50, 52)
_HHEA_WIDEST, _HHEA_METRICS = 10, 34
_MAXP_GLYPHS, _MAXP_SIMPLE, _MAXP_COMPOSITE, _MAXP_COMPONENTS, _MAXP_DEPTH = 4, (6, 8), (10, 12), 28, 30
_GREATEST = 0xFFFF

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class _Source:
    """A font file cut to the glyphs that clusters are made of."""

    tables: Mapping[str, bytes]
    outlines: Sequence[bytes]
    metrics: Sequence[tuple[int, int]]
    """(advance, left side bearing) of each glyph."""
    numbers: Mapping[int, int]
    """Glyph of the font file -> glyph of this cut."""

    def box(self, glyph: int) -> Box | None:
        """Return xMin, yMin, xMax, yMax of a glyph; None of an empty one."""
        data = self.outlines[self.numbers[glyph]]
        return struct.unpack(">4h", data[2:10]) if data else None


def build(data: bytes, shapes: Iterable[Shape]) -> bytes:
    """Make a font whose glyphs 1, 2, 3... are the shapes, in their order.

    Args:
        data: the font file that the pieces are glyphs of; it has TrueType outlines.
        shapes: what each code draws.

    Raises:
        PagesError: the font file cannot be cut to the glyphs.
    """
    listed = list(shapes)
    source = _cut(data, {piece.glyph for shape in listed for piece in shape.pieces})
    shift = len(listed)
    glyphs = [source.outlines[0], *(_composite(shape, source, shift) for shape in listed)]
    glyphs += [_moved(outline, shift) for outline in source.outlines[1:]]
    metrics = [
        source.metrics[0],
        *((shape.advance, _left(outline)) for shape, outline in zip(listed, glyphs[1:], strict=False)),
    ]
    return _write(
        source, glyphs, [*metrics, *source.metrics[1:]], max((len(shape.pieces) for shape in listed), default=0)
    )


def units(data: bytes) -> int:
    """Return how many units a font made by `build` has to the em."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs a fifth of a second

    with TTFont(io.BytesIO(data), lazy=True) as font:
        return int(font["head"].unitsPerEm)


def _cut(data: bytes, glyphs: set[int]) -> _Source:
    import uharfbuzz  # noqa: PLC0415 - only pages need it
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - costs a fifth of a second

    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update({0, *glyphs})
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"name", b"OS/2")
    )
    try:
        plan = uharfbuzz.SubsetPlan(uharfbuzz.Face(data), wanted)
        cut = bytes(plan.execute().blob.data)
        numbers = {int(old): int(new) for old, new in plan.old_to_new_glyph_mapping.items()}
        with TTFont(io.BytesIO(cut), lazy=True) as font:
            tables = {tag: bytes(font.reader[tag]) for tag in ("head", "hhea", "maxp", "hmtx", "loca", "glyf")}
    except (RuntimeError, KeyError, TTLibError) as error:
        raise PagesError(f"a font cannot be cut to the glyphs of its clusters: {error}") from error
    count = _get(tables["maxp"], _MAXP_GLYPHS)
    return _Source(tables, _outlines(tables, count), _metrics(tables, count), numbers)


def _outlines(tables: Mapping[str, bytes], count: int) -> list[bytes]:
    loca = tables["loca"]
    if tables["head"][_HEAD_LONG_LOCA] == b"\0\1":
        places = struct.unpack(f">{count + 1}I", loca[: 4 * count + 4])
    else:
        places = tuple(2 * place for place in struct.unpack(f">{count + 1}H", loca[: 2 * count + 2]))
    return [tables["glyf"][start:end] for start, end in pairwise(places)]


def _metrics(tables: Mapping[str, bytes], count: int) -> list[tuple[int, int]]:
    full = _get(tables["hhea"], _HHEA_METRICS)
    pairs = struct.unpack(f">{'Hh' * full}", tables["hmtx"][: 4 * full])
    metrics = list(zip(pairs[::2], pairs[1::2], strict=True))
    bearings = struct.unpack(f">{count - full}h", tables["hmtx"][4 * full : 4 * full + 2 * (count - full)])
    return metrics + [(metrics[-1][0], bearing) for bearing in bearings]


def _composite(shape: Shape, source: _Source, shift: int) -> bytes:
    """Write the glyph of a shape; pieces without an outline leave nothing."""
    drawn = [(piece, box) for piece in shape.pieces if (box := source.box(piece.glyph)) is not None]
    if not drawn:
        return b""
    boxes = [[round(edge * shape.scale) for edge in box] for _, box in drawn]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    xs, ys = [piece.x for piece, _ in drawn], [piece.y for piece, _ in drawn]
    left, bottom = map(add, lefts, xs), map(add, bottoms, ys)
    right, top = map(add, rights, xs), map(add, tops, ys)
    written = [struct.pack(">5h", -1, min(left), min(bottom), max(right), max(top))]
    for number, (piece, _) in enumerate(drawn, 1):
        flags = _WORDS | _XY | _UNSCALED | (_MORE if number < len(drawn) else 0) | (_SCALE if shape.scale != 1 else 0)
        written.append(struct.pack(">HHhh", flags, shift + source.numbers[piece.glyph], piece.x, piece.y))
        if shape.scale != 1:
            written.append(struct.pack(">h", round(shape.scale * _F2DOT14)))
    return b"".join(written)


def _moved(outline: bytes, shift: int) -> bytes:
    """Renumber the components of a glyph of the font file that is a composite itself."""
    if not outline or struct.unpack(">h", outline[:2])[0] >= 0:
        return outline
    written, place, more = bytearray(outline), 10, True
    while more:
        flags, glyph = struct.unpack(">HH", outline[place : place + 4])
        written[place + 2 : place + 4] = struct.pack(">H", glyph + shift)
        place += 8 if flags & _WORDS else 6
        place += next((size for flag, size in _SCALE_BYTES.items() if flags & flag), 0)
        more = bool(flags & _MORE)
    return bytes(written)


def _left(outline: bytes) -> int:
    return int(struct.unpack(">h", outline[2:4])[0]) if outline else 0


def _write(source: _Source, glyphs: Sequence[bytes], metrics: Sequence[tuple[int, int]], components: int) -> bytes:
    from fontTools.ttLib.sfnt import SFNTWriter  # noqa: PLC0415 - see `_cut`

    padded = [glyph + b"\0" * (-len(glyph) % 4) for glyph in glyphs]
    places = [0]
    for glyph in padded:
        places.append(places[-1] + len(glyph))
    tables = {
        "glyf": b"".join(padded),
        "head": _head(source.tables["head"], glyphs),
        "hhea": _put(
            source.tables["hhea"], {_HHEA_METRICS: len(glyphs), _HHEA_WIDEST: max(width for width, _ in metrics)}
        ),
        "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in metrics),
        "loca": struct.pack(f">{len(places)}I", *places),
        "maxp": _maxp(source.tables["maxp"], len(glyphs), components),
    }
    written = io.BytesIO()
    writer = SFNTWriter(written, len(tables), sfntVersion="\0\1\0\0")
    for tag, table in tables.items():
        writer[tag] = table
    writer.close()
    return written.getvalue()


def _head(table: bytes, glyphs: Sequence[bytes]) -> bytes:
    boxes = [struct.unpack(">4h", glyph[2:10]) for glyph in glyphs if glyph]
    left, bottom, right, top = zip(*boxes, strict=True) if boxes else ((0,), (0,), (0,), (0,))
    changed = bytearray(table)
    changed[_HEAD_BOX] = struct.pack(">4h", min(left), min(bottom), max(right), max(top))
    changed[_HEAD_LONG_LOCA] = b"\0\1"
    return bytes(changed)


def _maxp(table: bytes, glyphs: int, components: int) -> bytes:
    """Write how large glyphs are at most; of composites the figures are bounds."""
    values = {
        composite: min(_GREATEST, max(_get(table, simple), _get(table, composite)) * max(1, components))
        for simple, composite in zip(_MAXP_SIMPLE, _MAXP_COMPOSITE, strict=True)
    }
    values |= {_MAXP_GLYPHS: glyphs, _MAXP_COMPONENTS: max(_get(table, _MAXP_COMPONENTS), components)}
    return _put(table, {**values, _MAXP_DEPTH: _get(table, _MAXP_DEPTH) + 1})


def _get(table: bytes, place: int) -> int:
    return int.from_bytes(table[place : place + 2], "big")


def _put(table: bytes, values: Mapping[int, int]) -> bytes:
    changed = bytearray(table)
    for place, value in values.items():
        changed[place : place + 2] = value.to_bytes(2, "big")
    return bytes(changed)
