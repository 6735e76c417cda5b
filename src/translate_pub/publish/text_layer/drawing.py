"""WeasyPrint's drawing of text, with a code of its own for every character of complex scripts.

Imported when WeasyPrint is: see `weasyprint_patches.searchable_text`. What comes from it and from Pango has no types.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.logger import LOGGER
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key

from translate_pub.model.shapes import Piece, Shape
from translate_pub.publish.text_layer import findings, reading
from translate_pub.publish.text_layer.cluster_font import ClusterFont
from translate_pub.publish.text_layer.pen import Pen
from translate_pub.publish.text_layer.reading import DROPPED, Character

SCRIPTS = frozenset(
    {"ARABIC", "SYRIAC", "THAANA", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU"}
    | {"KANNADA", "MALAYALAM", "SINHALA", "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN", "ADLAM"}
)
"""Scripts whose letters join, stack or change places, by the first word of the names of their characters."""
_RISE_LIMIT = 1.2
"""How far text may stand from the baseline of its line, in the line's em, to be written on it all the same."""
_NOTICED = 0.01
_SPACED = 0.05
"""Space between letters, in em, from which readers take it for one between words, were it not part of the letters."""
_SMALLEST = 1e-6
"""Font size in px below which WeasyPrint draws nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """What drawing a text box must know of its line. Lengths are in px."""

    right_to_left: bool
    """Whether the document is."""
    rise: float = 0
    """How far the text stands above the baseline of the line."""
    size: float = 0
    """Font size of the line, in which risen text is written, its outlines made smaller: Poppler parts what has another
    size or baseline from its line. 0 where the text keeps its own."""
    inside: bool = False
    """See `reading.marked`."""
    last: bool = False
    """Whether the line must be ended behind it: nothing stands further right. See `pen.Pen.write`."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of one font and direction, with the font that it is written in."""

    number: int
    """Among the runs of its line, from left to right."""
    item: Any
    """Pango's."""
    face: ClusterFont
    size: float
    """That it is written in, in px."""
    scale: float
    """Its own size as a part of that."""
    rise: float

    @property
    def unit(self) -> float:
        """Units of the font to the px."""
        return float(self.face.upem / self.size)

    @property
    def right_to_left(self) -> bool:
        """Whether its embedding level is odd."""
        return bool(self.item.item.analysis.level % 2)


def prepare(document: Any) -> None:  # noqa: ANN401 - see the module
    """Tell the text boxes of a laid-out document what drawing them must know of their lines."""
    for page in document.pages:
        root = page._page_box  # noqa: SLF001 - the laid-out boxes have no other door
        direction = next((box.style["direction"] for box in root.children if box.element_tag == "html"), "ltr")
        for box in root.descendants(placeholders=True):
            if isinstance(box, LineBox):
                _prepare_line(list(_texts(box)), right_to_left=direction == "rtl")


def _texts(box: Any) -> Iterator[Any]:  # noqa: ANN401 - see the module
    """Yield the text boxes of a line, in logical order, without those of lines inside it."""
    for child in box.children:
        if isinstance(child, TextBox):
            yield child
        elif isinstance(child, InlineBox):
            yield from _texts(child)


def _prepare_line(texts: list[Any], *, right_to_left: bool) -> None:
    if not texts:
        return
    settings: Counter[tuple[float, float]] = Counter()
    for box in texts:
        settings[round(box.position_y + box.baseline, 3), box.style["font_size"]] += len(box.text)
    base, size = settings.most_common(1)[0][0]
    last = max(texts, key=lambda box: box.position_x + box.width)
    inside = False
    for box in texts:
        rise = base - box.position_y - box.baseline
        moved = right_to_left and _NOTICED < abs(rise) < _RISE_LIMIT * size
        ends = box is last and (right_to_left or any(map(_is_complex, set(box.text))))
        box.place = Place(right_to_left, rise if moved else 0, size if moved else 0, inside, ends)
        inside = reading.section(box.text, right_to_left=box.style["direction"] == "rtl", inside=inside)


def draw_first_line(original: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401 - see the module
    """Draw the line of a text box as WeasyPrint's function of this name does, so that it can be searched.

    In documents from right to left all text comes this way, in others that of complex scripts and spaced letters; what
    cannot goes WeasyPrint's way, and is complained of where it is of a complex script.

    Args:
        original: WeasyPrint's function.
        arguments: its own: stream, text box, `text-overflow`, `block-ellipsis`, matrix.

    Returns:
        The pictures to draw in the text: none, for fonts with pictures go WeasyPrint's way.
    """
    stream, textbox, text_overflow, block_ellipsis, matrix = arguments

    def draw_otherwise() -> Any:  # noqa: ANN401 - see the module
        return original(*arguments)

    complicated = any(map(_is_complex, set(textbox.text)))
    place = getattr(textbox, "place", None) or Place(complicated and _right_to_left(textbox.text))
    cut = text_overflow == "ellipsis" or block_ellipsis != "none"
    visible = textbox.text.strip() and textbox.style["font_size"] >= _SMALLEST
    if not visible or cut or not (complicated or place.right_to_left or _is_spaced(textbox.style)):
        if complicated and cut:
            LOGGER.warning(findings.COMPLAINT, textbox.style["lang"], "the line is cut off")
        return draw_otherwise()
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)  # noqa: FBT003 - a function of C
    line, _ = textbox.pango_layout.get_first_line()
    try:
        runs = list(_runs(stream, line, place))
        _draw(stream, runs, textbox.pango_layout.text.encode(), place, matrix)
    except (_Unfit, OverflowError) as error:
        if complicated and str(error):
            LOGGER.warning(findings.COMPLAINT, textbox.style["lang"], error)
        return draw_otherwise()
    return []


@cache
def _is_complex(character: str) -> bool:
    return unicodedata.name(character, "").split(" ", 1)[0] in SCRIPTS


def _is_spaced(style: Any) -> bool:  # noqa: ANN401 - see the module
    spacing = style["letter_spacing"]
    return bool(spacing != "normal" and spacing > _SPACED * style["font_size"])


def _right_to_left(text: str) -> bool:
    return any(reading.kind(character) is reading.Kind.RIGHT for character in text)


class _Unfit(Exception):  # noqa: N818 - not an error: the text goes another way
    """Why text cannot be drawn by clusters; empty where WeasyPrint itself complains of it."""


def _draw(stream: Any, runs: list[_Run], text: bytes, place: Place, matrix: Any) -> None:  # noqa: ANN401 - see the module
    characters = list(_characters(runs, text))
    right_to_left = place.right_to_left
    characters = reading.marked(characters, inside=place.inside) if right_to_left else reading.closed(characters)
    for character in characters:
        runs[character.font].face.code(character.shape)  # before anything is drawn: there may be no code left
    a, b, c, d, e, f = matrix.values
    stream.set_text_matrix(*Matrix(a, b, c, d, e, f + place.rise).values)
    faces = [(run.face, run.size) for run in runs]
    Pen(stream).write(reading.written(characters, right_to_left=right_to_left), faces, ends_line=place.last)


def _runs(stream: Any, line: Any, place: Place) -> Iterator[_Run]:  # noqa: ANN401 - see the module
    """Yield the runs of a line, from left to right.

    Raises:
        _Unfit: A font cannot be taken apart, or a glyph is missing.
    """
    run, number = line.runs[0], 0
    while run != ffi.NULL:
        item, run = run.data, run.next
        missing = pango.PANGO_GLYPH_UNKNOWN_FLAG
        glyphs = [info.glyph for info in item.glyphs.glyphs[0 : item.glyphs.num_glyphs]]
        if any(glyph & missing for glyph in glyphs if glyph != pango.PANGO_GLYPH_EMPTY):
            raise _Unfit
        key, description, size = get_pango_font_key(item.item.analysis.font)
        face = stream._fonts.get(("clusters", key))  # noqa: SLF001 - where `add_font` of WeasyPrint keeps them
        if face is None:
            face = ClusterFont(item.item.analysis.font, description, size)
            if not face.usable:
                raise _Unfit(f"the font {face.family} is not one of plain TrueType outlines")
            stream._fonts["clusters", key] = face  # noqa: SLF001 - as above
        written = place.size or size
        yield _Run(number, item, face, written, round(size / written, 3), place.rise)
        number += 1


def _characters(runs: list[_Run], text: bytes) -> Iterator[Character]:
    """Yield the characters of a line in their logical order."""
    found: list[tuple[int, list[Character]]] = []
    x = 0.0
    for run in runs:
        for start, end, infos in _clusters(run.item):
            cluster = "".join(character for character in text[start:end].decode() if character not in DROPPED)
            width = sum(info.geometry.width for info in infos) * FROM_UNITS
            found.append((start, _shaped(cluster, infos, run, x, width)))
            x += width
    found.sort(key=lambda pair: pair[0])
    for _, characters in found:
        yield from characters


def _clusters(item: Any) -> Iterator[tuple[int, int, list[Any]]]:  # noqa: ANN401 - see the module
    """Yield the clusters of a run from left to right: where each is in the text (bytes), and its glyphs."""
    glyphs = item.glyphs
    starts = [glyphs.log_clusters[number] for number in range(glyphs.num_glyphs)]
    ordered = sorted(set(starts))
    ends = dict(zip(ordered, [*ordered[1:], item.item.length], strict=True))
    for start, group in groupby(range(glyphs.num_glyphs), key=lambda number: starts[number]):
        infos = [glyphs.glyphs[number] for number in group]
        yield item.item.offset + start, item.item.offset + ends[start], infos


def _shaped(cluster: str, infos: list[Any], run: _Run, x: float, width: float) -> list[Character]:
    """Give each character of a cluster a part of its advance; the first is drawn with all of its glyphs."""
    if not cluster:
        return []
    placed = list(_placed(infos, run))
    blank = not cluster.strip()
    advance = round(run.face.natural(placed) * run.scale) if blank and placed else max(0, round(width * run.unit))
    shares = [advance // len(cluster)] * len(cluster)
    shares[0] += advance - sum(shares)
    origin = advance - shares[0] if run.right_to_left else 0
    pieces = tuple(Piece(piece.glyph, piece.x - origin, piece.y) for piece in placed)
    made = []
    for index, (character, share) in enumerate(zip(cluster, shares, strict=True)):
        before = sum(shares[index + 1 :]) if run.right_to_left else sum(shares[:index])
        drawn = index == 0 and bool(pieces)
        shape = Shape(pieces if drawn else (), share, character, run.scale if drawn else 1.0)
        own_width = width if len(cluster) == 1 else share / run.unit
        made.append(Character(character, run.right_to_left, x + before / run.unit, own_width, run.number, shape))
    return made


def _placed(infos: list[Any], run: _Run) -> Iterator[Piece]:
    """Yield the glyphs of a cluster at their places from its left end."""
    x = 0.0
    for info in infos:
        geometry = info.geometry
        if info.glyph != pango.PANGO_GLYPH_EMPTY:
            across = (x + geometry.x_offset * FROM_UNITS) * run.unit
            up = (run.rise - geometry.y_offset * FROM_UNITS) * run.unit
            yield Piece(info.glyph, round(across), round(up))
        x += geometry.width * FROM_UNITS
