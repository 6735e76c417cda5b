"""A whole file repainted: every stream that marks paper, found by the resources that pages draw with.

Pages, forms, tiling patterns, gradients, the groups of soft masks. Pictures and graphics states are noted, with the
size that each is placed at, for those who convert them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction
from pikepdf import Dictionary, Matrix, Name, Object, Pdf

from translate_pub.model.printing import ColourMode
from translate_pub.publish.finishing import shadings, spaces
from translate_pub.publish.finishing.instructions import KNOCK, OVER, Rewriter, Use
from translate_pub.publish.finishing.palette import Paint, Palette

Key = tuple[int, int]
_TILING = 1
_MOST_NESTED = 30


@dataclass
class Placed:
    """A picture, and the largest size that it is drawn at."""

    image: pikepdf.Stream
    width_pt: float = 0.0
    height_pt: float = 0.0
    pages: list[int] = field(default_factory=list)
    """Counted from 0."""
    in_mask: bool = False
    """Whether it is part of a soft mask, whose colours mean how much is seen."""


@dataclass
class Surfaces:
    """What the pages of a file draw with, beyond paths and letters."""

    pictures: dict[Key, Placed] = field(default_factory=dict)
    states: dict[Key, tuple[Object, list[int]]] = field(default_factory=dict)
    """Graphics states that are used, with the pages."""
    forms: dict[Key, Object] = field(default_factory=dict)
    unknown: dict[str, list[int]] = field(default_factory=dict)
    """What could not be converted, in words -> pages."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    uses: tuple[tuple[Use, Object], ...] = ()
    unknown: tuple[str, ...] = ()


class Repainter:
    """Repaints one file."""

    def __init__(self, pdf: Pdf, palette: Palette, *, overprint: bool, tagged_rgb: bool = False) -> None:
        """Prepare for a file.

        Args:
            pdf: the file.
            palette: the job's colours.
            overprint: whether black text prints over what is below it.
            tagged_rgb: whether colours of the screen are to say that they are sRGB (ISO 15930-3, 6.4).
        """
        self._pdf, self._palette, self._overprint = pdf, palette, overprint
        self._masks = Palette(ColourMode.GREY)
        self._second_ink = spaces.spot_spaces(pdf, palette) if palette.mode is ColourMode.SPOT else Dictionary()
        self._over = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1))
        self._knock = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0))
        self._rgb = spaces.srgb(pdf) if tagged_rgb else None
        self._done: dict[tuple[Key, bool], _Drawn] = {}
        self._dressed: set[Key] = set()
        self.surfaces = Surfaces()

    def run(self) -> Surfaces:
        """Repaint all pages."""
        for number, page in enumerate(self._pdf.pages):
            if "/Contents" not in page.obj:
                continue
            resources = _own_resources(page)
            drawn = self._rewrite(page, resources, page=page)
            for matrix, use, target, mask in self._expand(drawn, Matrix(), mask=False):
                self._note(use, target, matrix, number, mask=mask)
            for what in self._unknown(drawn):
                self.surfaces.unknown.setdefault(what, []).append(number)
        return self.surfaces

    def _rewrite(self, source: Object | pikepdf.Page, resources: Object, *, page: pikepdf.Page | None = None,
                 mask: bool = False) -> _Drawn:  # fmt: skip
        palette = self._masks if mask else self._palette
        overprint = self._overprint and not mask
        rewriter = Rewriter(palette, resources, overprint=overprint, drawn=page is None)
        rewritten = rewriter.rewrite(source)
        instructions = rewritten.instructions
        if page is not None:
            self._begin(page, instructions)
        else:
            assert isinstance(source, pikepdf.Stream)  # noqa: S101 - forms and patterns are
            source.write(pikepdf.unparse_content_stream(instructions))
        uses = [(use, target) for use in rewritten.uses if (target := _find(self._pdf, resources, use)) is not None]
        self._dress(resources)
        unknown = ["a picture inside the text of a page"] * bool(rewritten.inline_images)
        unknown += [found for use, target in uses if (found := self._follow(use, target, resources, mask=mask))]
        return _Drawn(tuple(uses), tuple(unknown))

    def _begin(self, page: pikepdf.Page, instructions: list[Instruction | pikepdf.ContentStreamInlineImage]) -> None:
        """Give a page its content, beginning in pure black; a blank page has none (Ghostscript stumbles on that)."""
        if not instructions:
            del page.obj["/Contents"]
            return
        if self._palette.mode is not ColourMode.RGB:
            black = Paint((0, 0, 0, 1))
            instructions[:0] = [spaces.operators(black, self._palette.mode, stroke=stroke) for stroke in (False, True)]
        page.obj.Contents = self._pdf.make_stream(pikepdf.unparse_content_stream(instructions))

    def _follow(self, use: Use, target: Object, resources: Object, *, mask: bool) -> str | None:
        """Repaint what a stream draws with; say what could not be."""
        if use.category == "/Shading":
            return self._shade(target, mask=mask)
        if use.category == "/Pattern" and int(target.PatternType) != _TILING:
            return self._shade(target.Shading, mask=mask)
        if use.category == "/Pattern" or (use.category == "/XObject" and target.get("/Subtype") == Name.Form):
            self._form(target, resources, mask=mask)
        elif use.category == "/ExtGState" and isinstance(soft := target.get("/SMask"), Dictionary):
            self._form(soft.G, resources, mask=soft.get("/S") == Name.Luminosity)
        return None

    def _form(self, form: Object, around: Object, *, mask: bool) -> None:
        key = (form.objgen, mask)
        if key in self._done:
            return
        self._done[key] = _Drawn()
        if "/Resources" not in form:
            form.Resources = around
        self._done[key] = self._rewrite(form, form.Resources, mask=mask)
        if "/Group" in form and "/CS" in form.Group:
            form.Group.CS = Name.DeviceGray if mask else group_space(self._palette.mode)

    def _shade(self, shading: Object, *, mask: bool) -> str | None:
        key = (shading.objgen, mask)
        if key in self._done:
            return None
        self._done[key] = _Drawn()
        try:
            shadings.convert(self._pdf, shading, self._masks if mask else self._palette, self._second_ink)
        except shadings.UnknownShadingError as error:
            return f"a gradient {error}"
        except (KeyError, AttributeError, TypeError, ValueError):
            return "a gradient that is damaged"
        return None

    def _dress(self, resources: Object) -> None:
        """Give resources what the rewritten stream asks for, and take the screen's colour spaces out."""
        if resources.is_indirect and resources.objgen in self._dressed:
            return
        self._dressed.add(resources.objgen)
        if self._overprint:
            states = Dictionary(dict((resources.get("/ExtGState") or Dictionary()).items()))
            states[str(OVER)], states[str(KNOCK)] = self._over, self._knock
            resources.ExtGState = states
        kept = {
            name: space
            for name, space in (resources.get("/ColorSpace") or Dictionary()).items()
            if spaces.kind(space) is spaces.Kind.KEPT
        }
        kept.update(self._second_ink.items())
        if self._rgb is not None:
            kept["/DefaultRGB"] = self._rgb
        if kept:
            resources.ColorSpace = Dictionary(kept)
        elif "/ColorSpace" in resources:
            del resources["/ColorSpace"]

    def _expand(
        self, drawn: _Drawn, matrix: Matrix, *, mask: bool, depth: int = 0
    ) -> Iterator[tuple[Matrix, Use, Object, bool]]:
        """Yield all that is drawn with, directly and by forms, and where it is on the page."""
        for use, target in drawn.uses:
            placed = use.matrix @ matrix
            yield placed, use, target, mask
            inner, inside = target, mask
            if use.category == "/ExtGState" and isinstance(soft := target.get("/SMask"), Dictionary):
                inner, inside = soft.G, mask or soft.get("/S") == Name.Luminosity
            if depth < _MOST_NESTED and (within := self._done.get((inner.objgen, inside))) is not None:
                own = Matrix(*map(float, inner.get("/Matrix", [1, 0, 0, 1, 0, 0])))
                placed = own if use.category == "/Pattern" else own @ placed
                yield from self._expand(within, placed, mask=inside, depth=depth + 1)

    def _unknown(self, drawn: _Drawn, depth: int = 0) -> Iterator[str]:
        yield from drawn.unknown
        for use, target in drawn.uses:
            if depth < _MOST_NESTED and use.category in {"/XObject", "/Pattern"}:
                yield from self._unknown(self._done.get((target.objgen, False), _Drawn()), depth + 1)

    def _note(self, use: Use, target: Object, matrix: Matrix, page: int, *, mask: bool) -> None:
        if use.category == "/ExtGState":
            self.surfaces.states.setdefault(target.objgen, (target, []))[1].append(page)
        elif use.category == "/XObject" and target.get("/Subtype") == Name.Form:
            self.surfaces.forms[target.objgen] = target
        elif isinstance(target, pikepdf.Stream) and target.get("/Subtype") == Name.Image:
            placed = self.surfaces.pictures.setdefault(target.objgen, Placed(target, in_mask=mask))
            placed.width_pt = max(placed.width_pt, math.hypot(matrix.a, matrix.b))
            placed.height_pt = max(placed.height_pt, math.hypot(matrix.c, matrix.d))
            placed.pages.append(page)


def group_space(mode: ColourMode) -> Name:
    """Return the colour space that transparent objects are mixed in."""
    return {ColourMode.GREY: Name.DeviceGray, ColourMode.RGB: Name.DeviceRGB}.get(mode, Name.DeviceCMYK)


def _own_resources(page: pikepdf.Page) -> Object:
    """Return a page's resources, its own where it has none or inherits them."""
    if "/Resources" not in page.obj:
        page.obj.Resources = page.resources
    return page.obj.Resources


def _find(pdf: Pdf, resources: Object, use: Use) -> Object | None:
    """Return what a name stands for, as an object of its own, so that it is known again."""
    named = resources.get(use.category, Dictionary())
    found = named.get(use.name)
    if isinstance(found, Object) and not found.is_indirect:
        named[use.name] = found = pdf.make_indirect(found)
    return found if isinstance(found, Object) else None
