"""Fonts of clusters, as fontTools reads them."""

from __future__ import annotations

import io

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from translate_pub.model.diagnostic import PagesError
from translate_pub.model.shapes import Piece, Shape
from translate_pub.publish import fonts
from translate_pub.publish.text_layer import program

NASKH = next(face for face in fonts.shipped().faces if face.family == "Noto Naskh Arabic" and face.weight == 400)
LATIN = next(
    face for face in fonts.shipped().faces if (face.family, face.style, face.weight) == ("EB Garamond", "normal", 400)
)


def glyph_id(font: TTFont, character: str) -> int:
    """Return the glyph of a character."""
    return int(font.getGlyphID(font.getBestCmap()[ord(character)]))


@pytest.fixture(scope="module")
def naskh() -> TTFont:
    """Give the font file that pieces are of."""
    return TTFont(io.BytesIO(NASKH.read()))


def test_a_shape_is_its_pieces_at_their_places(naskh: TTFont) -> None:
    """Outlines, advances and side bearings are those asked for; code and glyph have one number."""
    alef, heh = glyph_id(naskh, "ا"), glyph_id(naskh, "ہ")
    shapes = [
        Shape((Piece(alef, 0, 0),), 300, "ا"),
        Shape((), 120, "ب"),
        Shape((Piece(alef, 40, -15), Piece(heh, 500, 200)), 900, "ہ"),
    ]
    made = TTFont(io.BytesIO(program.build(NASKH.read(), shapes)))
    order, glyphs = made.getGlyphOrder(), made.getGlyphSet()
    assert [made["hmtx"][order[code]][0] for code in (1, 2, 3)] == [300, 120, 900]
    assert made["glyf"][order[2]].numberOfContours == 0
    pen, alone = BoundsPen(glyphs), BoundsPen(naskh.getGlyphSet())
    glyphs[order[1]].draw(pen)
    naskh.getGlyphSet()[naskh.getGlyphOrder()[alef]].draw(alone)
    assert pen.bounds == alone.bounds
    assert made["hmtx"][order[1]][1] == pytest.approx(pen.bounds[0], abs=2)  # that of the control points
    assert [(part.x, part.y) for part in made["glyf"][order[3]].components] == [(40, -15), (500, 200)]
    assert made["maxp"].numGlyphs == len(order)


def test_risen_text_is_smaller_where_it_stands(naskh: TTFont) -> None:
    """Scale makes the outline smaller and leaves its place."""
    alef = glyph_id(naskh, "ا")
    made = TTFont(io.BytesIO(program.build(NASKH.read(), [Shape((Piece(alef, 100, 400),), 200, "ا", 0.5)])))
    pen, whole = BoundsPen(made.getGlyphSet()), BoundsPen(naskh.getGlyphSet())
    made.getGlyphSet()[made.getGlyphOrder()[1]].draw(pen)
    naskh.getGlyphSet()[naskh.getGlyphOrder()[alef]].draw(whole)
    wanted = [edge / 2 + (100, 400)[index % 2] for index, edge in enumerate(whole.bounds)]
    assert pen.bounds == pytest.approx(wanted, abs=1)


def test_composites_of_the_font_file_are_drawn_whole() -> None:
    """A letter that is made of a letter and an accent already keeps both, wherever the glyphs have moved."""
    with TTFont(io.BytesIO(LATIN.read())) as font:
        glyf, names = font["glyf"], font.getBestCmap()
        composite = next(char for char in "åäöéñçüÅÄÖ" if glyf[names[ord(char)]].isComposite())
        shape = Shape((Piece(glyph_id(font, composite), 0, 0),), 500, composite)
        wanted = outline(font, names[ord(composite)])
    made = TTFont(io.BytesIO(program.build(LATIN.read(), [Shape((), 1, "x"), shape])))
    assert outline(made, made.getGlyphOrder()[2]) == wanted


def outline(font: TTFont, name: str) -> list[object]:
    """Draw a glyph."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return list(pen.value)


def test_the_same_shapes_make_the_same_bytes(naskh: TTFont) -> None:
    """A font carries no date of its making."""
    shapes = [Shape((Piece(glyph_id(naskh, "ا"), 0, 0),), 300, "ا")]
    assert program.build(NASKH.read(), shapes) == program.build(NASKH.read(), shapes)


def test_no_font_is_made_of_none() -> None:
    """A file that cannot be cut is said to be one."""
    with pytest.raises(PagesError, match="cannot be cut"):
        program.build(b"no font at all", [Shape((Piece(3, 0, 0),), 300, "x")])
