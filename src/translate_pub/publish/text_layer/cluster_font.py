"""A font of shaped clusters, as WeasyPrint embeds fonts. Imported when WeasyPrint is."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import md5
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.pdf.fonts import Font

from translate_pub.model.shapes import Piece, Shape
from translate_pub.publish.text_layer import program
from translate_pub.publish.text_layer.codes import SUFFIX, Codes

_WIDE = 0.4
"""Width of the one space of a font, in em. PDFium takes a gap of half its width for another space; but where a space is
wider than a third of an em it asks the next character for its width, and finds none in a mark."""


class ClusterFont(Font):  # type: ignore[misc] # WeasyPrint has no types
    """A private font: it gives codes to shapes, and its glyphs are those shapes."""

    hash: str
    name: bytes
    file_content: bytes

    def __init__(self, pango_font: Any, description: Any, font_size: float) -> None:  # noqa: ANN401 - objects of C
        super().__init__(pango_font, description, font_size)
        tag, family = self.name[1:].split(b"+", 1)
        digest = md5(b"clusters" + tag, usedforsecurity=False).digest()
        self.hash = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        self.name = b"/" + self.hash.encode() + b"+" + family + SUFFIX.encode()
        self.codes = Codes()
        self.space = Shape((), round(_WIDE * self.upem), " ")
        self._advances: list[int] = []

    @property
    def usable(self) -> bool:
        """Whether its outlines can be put together: TrueType, of one weight, in a file of their own."""
        pictures = self.bitmap or self.png or self.svg or self.colr
        return "glyf" in self.tables and "fvar" not in self.tables and not pictures and not self.index

    def code(self, shape: Shape) -> int:
        """Return the code of a shape, and let the PDF know its width and text.

        Raises:
            OverflowError: There are no more codes.
        """
        code = self.codes.of(shape)
        if code not in self.to_unicode:
            self.to_unicode[code] = shape.character
            self.widths[code] = round(shape.advance * 1000 / self.upem, 3)
        return code

    def natural(self, pieces: Iterable[Piece]) -> int:
        """Return how far glyphs move on by themselves, without kerning and justification."""
        if not self._advances:
            with TTFont(BytesIO(self.file_content), lazy=True) as font:
                self._advances = [font["hmtx"][name][0] for name in font.getGlyphOrder()]
        return sum(self._advances[piece.glyph] for piece in pieces)

    def clean(self, _to_unicode: object, _hinting: object) -> None:
        """Replace the font file by the one with the shapes."""
        self.file_content = program.build(self.file_content, self.codes.shapes)
