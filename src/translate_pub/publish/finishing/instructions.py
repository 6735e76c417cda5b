"""One content stream rewritten: every colour in the inks of the job, and a note of all that it draws on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction
from pikepdf import Matrix, Name, Object, Operator

from translate_pub.model.printing import ColourMode
from translate_pub.publish.finishing import spaces
from translate_pub.publish.finishing.palette import Paint, Palette
from translate_pub.publish.finishing.spaces import Kind

OVER, KNOCK = Name("/TPOver"), Name("/TPKnock")
"""Names of the graphics states that print over what is there, and that knock it out."""
_BLACK = Paint((0, 0, 0, 1))
_STROKED_TEXT, _FILLED_TEXT = {1, 2, 5, 6}, {0, 2, 4, 6}
"""Ways of rendering text (ISO 32000-1, table 106)."""


@dataclass(frozen=True, slots=True)
class Use:
    """A resource that a stream draws with."""

    category: str
    """`/XObject`, `/ExtGState`, `/Pattern`, `/Shading`."""
    name: str
    matrix: Matrix
    """From its own space to that of the stream."""


@dataclass(slots=True)
class Rewritten:
    """A stream as it is printed."""

    instructions: list[Instruction | pikepdf.ContentStreamInlineImage]
    uses: list[Use]
    inline_images: int = 0
    """Pictures written inside the stream, in a colour space that is not the job's."""


@dataclass(slots=True)
class _State:
    fill: Kind = Kind.GREY
    stroke: Kind = Kind.GREY
    fill_paint: Paint | None = _BLACK
    stroke_paint: Paint | None = _BLACK
    text_mode: int = 0
    over: bool = False
    matrix: Matrix = field(default_factory=Matrix)


class Rewriter:
    """Rewrites one stream."""

    def __init__(self, palette: Palette, resources: Object | None, *, overprint: bool, drawn: bool) -> None:
        """Prepare for a stream.

        Args:
            palette: the job's colours.
            resources: the stream's.
            overprint: whether black text prints over what is below it.
            drawn: whether another stream draws this one: its first colour is then what that one has chosen.
        """
        self._palette, self._resources, self._overprint = palette, resources, overprint
        first = None if drawn else _BLACK
        self._state, self._above = _State(fill_paint=first, stroke_paint=first), list[_State]()
        self._out = Rewritten([], [])
        self._handlers: dict[str, Callable[[Sequence[Object]], bool]] = {
            "q": self._push,
            "Q": self._pop,
            "cm": self._transform,
            "Tr": self._text_mode,
            "g": lambda operands: self._paint(Kind.GREY, operands, stroke=False),
            "G": lambda operands: self._paint(Kind.GREY, operands, stroke=True),
            "rg": lambda operands: self._paint(Kind.RGB, operands, stroke=False),
            "RG": lambda operands: self._paint(Kind.RGB, operands, stroke=True),
            "k": lambda operands: self._paint(Kind.CMYK, operands, stroke=False),
            "K": lambda operands: self._paint(Kind.CMYK, operands, stroke=True),
            "cs": lambda operands: self._choose(operands[0], stroke=False),
            "CS": lambda operands: self._choose(operands[0], stroke=True),
            **dict.fromkeys(("sc", "scn"), lambda operands: self._set(operands, stroke=False)),
            **dict.fromkeys(("SC", "SCN"), lambda operands: self._set(operands, stroke=True)),
            "gs": lambda operands: self._use("/ExtGState", operands[0]),
            "sh": lambda operands: self._knock() or self._use("/Shading", operands[0]),
            "Do": lambda operands: self._knock() or self._use("/XObject", operands[0]),
            **dict.fromkeys(("Tj", "TJ", "'", '"'), lambda _: self._text()),
            **dict.fromkeys(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"), lambda _: self._knock()),
        }

    def rewrite(self, source: Object | pikepdf.Page) -> Rewritten:
        """Rewrite a page's content, or that of a form or pattern."""
        for instruction in pikepdf.parse_content_stream(source):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline(instruction)
                continue
            handler = self._handlers.get(str(instruction.operator))
            if handler is None or not handler(list(instruction.operands)):
                self._out.instructions.append(instruction)
        return self._out

    # Each handler tells whether it wrote something instead of the instruction.

    def _push(self, _operands: Sequence[Object]) -> bool:
        self._above.append(replace(self._state))
        return False

    def _pop(self, _operands: Sequence[Object]) -> bool:
        if not self._above:
            return True
        self._state = self._above.pop()
        return False

    def _transform(self, operands: Sequence[Object]) -> bool:
        self._state.matrix = Matrix(*map(float, operands)) @ self._state.matrix
        return False

    def _text_mode(self, operands: Sequence[Object]) -> bool:
        self._state.text_mode = int(operands[0])
        return False

    def _choose(self, space: Object, *, stroke: bool) -> bool:
        kind = spaces.kind(space, self._resources)
        if stroke:
            self._state.stroke, self._state.stroke_paint = kind, None
        else:
            self._state.fill, self._state.fill_paint = kind, None
        if kind is Kind.KEPT:
            return False
        return self._paint(kind, (0, 0, 0, 1) if kind is Kind.CMYK else (0, 0, 0), stroke=stroke)

    def _set(self, operands: Sequence[Object], *, stroke: bool) -> bool:
        kind = self._state.stroke if stroke else self._state.fill
        if kind is Kind.KEPT:
            if operands and isinstance(operands[-1], Name):
                self._use("/Pattern", operands[-1])
            return False
        return self._paint(kind, operands, stroke=stroke)

    def _paint(self, kind: Kind, operands: Sequence[Object | float], *, stroke: bool) -> bool:
        values = [float(value) for value in operands]
        paint = None
        if self._palette.mode is not ColourMode.RGB:
            paint = spaces.paint(self._palette, kind, values)
            chosen = spaces.select(paint, stroke=stroke)
            self._out.instructions += [chosen] if chosen else []
            self._out.instructions.append(spaces.operators(paint, self._palette.mode, stroke=stroke))
        elif kind in {Kind.RGB, Kind.LAB} or (kind is Kind.CMYK and self._palette.on_screen):
            self._out.instructions.append(spaces.on_screen(kind, values, stroke=stroke))
        else:
            self._out.instructions.append(Instruction(values, Operator(_DEVICE[kind][stroke])))
        if stroke:
            self._state.stroke, self._state.stroke_paint = kind, paint
        else:
            self._state.fill, self._state.fill_paint = kind, paint
        return True

    def _use(self, category: str, name: Object) -> bool:
        self._out.uses.append(Use(category, str(name), self._state.matrix))
        return False

    def _inline(self, image: pikepdf.ContentStreamInlineImage) -> None:
        self._knock()
        space = image.iimage.obj.get("/ColorSpace", image.iimage.obj.get("/CS"))
        if space is not None and spaces.kind(space, self._resources) not in {Kind.GREY, Kind.CMYK}:
            self._out.inline_images += 1
        self._out.instructions.append(image)

    def _text(self) -> bool:
        return self._print_over(over=self._black_text())

    def _black_text(self) -> bool:
        mode, solid = self._state.text_mode, []
        if mode in _FILLED_TEXT:
            solid.append(self._state.fill_paint)
        if mode in _STROKED_TEXT:
            solid.append(self._state.stroke_paint)
        return bool(solid) and all(paint is not None and paint.solid_black for paint in solid)

    def _knock(self) -> bool:
        return self._print_over(over=False)

    def _print_over(self, *, over: bool) -> bool:
        if self._overprint and over != self._state.over:
            self._state.over = over
            self._out.instructions.append(Instruction([OVER if over else KNOCK], Operator("gs")))
        return False


_DEVICE = {Kind.GREY: ("g", "G"), Kind.CMYK: ("k", "K")}
