"""Codes written as the strings of a PDF, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from translate_pub.model.shapes import Shape
from translate_pub.publish.text_layer.reading import LEFT_MARK, NUDGE, RIGHT_MARK, Character

_JUMP = 0.05
"""The gap between two characters, in em, below which no reader takes it for a space."""
_BACK = 0.1
"""How far before the beginning of its string a line ends, in em."""
_FRAME = 0.1
"""Width of the marks around a foreign phrase, in em: PDFium joins what stands by less than half of it apart."""
_FULL = 1000
"""Units of text space to the em."""


class Target(Protocol):
    """A content stream."""

    def set_font_size(self, font: str, size: float) -> None:
        """Choose a font."""

    def show_text(self, text: str) -> None:
        """Show strings and moves."""


class Face(Protocol):
    """A private font, as a pen writes in it."""

    hash: str
    """Its name in the stream."""
    upem: int
    space: Shape

    def code(self, shape: Shape) -> int:
        """Return the code of a shape."""


class Pen:
    """Writes the characters of one text box, from its origin on."""

    def __init__(self, stream: Target) -> None:
        self._stream = stream
        self._face: Face | None = None
        self._size = self._at = self._began = 0.0
        self._string = ""
        self._ink = self._after_space = False

    def write(self, characters: Iterable[Character], faces: Sequence[tuple[Face, float]], *, ends_line: bool) -> None:
        """Write characters in their order.

        Args:
            characters: of the text box.
            faces: its fonts with their sizes in px, by the number that characters have of them.
            ends_line: whether nothing of the line stands further right. PDFium finds the beginning of the next line by
                the last character, and fails where its ink reaches above this line's baseline, as that of Nastaliq
                does; but not where the last character stands before the first: so a space is set there.
        """
        for character in characters:
            face, size = faces[character.font]
            self._choose(face, size)
            self._character(character)
            if character.ends_section:
                self._mark(character.x + character.width - NUDGE)
        if ends_line and self._face is not None and self._string:
            self._put(self._began - _BACK * self._size, self._face.space)
        self._flush()

    def _choose(self, face: Face, size: float) -> None:
        if face is not self._face or size != self._size:
            self._flush()
            self._face, self._size = face, size
            self._stream.set_font_size(face.hash, size)

    def _character(self, character: Character) -> None:
        assert self._face is not None  # noqa: S101 - `write` has chosen one
        shape, x = character.shape, character.x
        if character.frame:
            shape = Shape((), round(_FRAME * self._face.upem), RIGHT_MARK)
            x += -NUDGE / 2 if character.frame > 0 else NUDGE / 2 - _FRAME * self._size
        elif character.text == " ":
            shape = self._face.space
        if x - self._at > _JUMP * self._size and self._string and not self._after_space and shape.advance:
            # Over a gap PDFium sets a space, but not before a character without width.
            self._put(x, Shape((), 0, LEFT_MARK))
        self._put(x, shape)

    def _put(self, x: float, shape: Shape) -> None:
        assert self._face is not None  # noqa: S101 - as above
        if not self._string:
            self._began = x
        move = round((self._at - x) * _FULL / self._size)
        if move:
            self._string += f">{move}<" if self._string else f"{move}<"
            self._at -= move * self._size / _FULL
        elif not self._string:
            self._string = "<"
        self._string += f"{self._face.code(shape):04x}"
        self._ink = self._ink or bool(shape.pieces)
        self._after_space = shape.character.isspace()
        self._at += shape.advance * self._size / self._face.upem

    def _mark(self, x: float) -> None:
        """Write a right-to-left mark: by itself, which PDFium leaves out, where what is before it has ink and stays."""
        alone = self._ink
        if alone:
            self._flush()
        self._put(x, Shape((), 0, RIGHT_MARK))
        if alone:
            self._flush()

    def _flush(self) -> None:
        if self._string:
            self._stream.show_text(f"{self._string}>")
        self._string, self._ink, self._after_space = "", False, False
