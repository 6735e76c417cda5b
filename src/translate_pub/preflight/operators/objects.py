"""Operators that put whole objects on the page: images, forms, gradients, patterns, drawn glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pikepdf
from pikepdf import Object, Stream

from translate_pub.model.preflight import Rect
from translate_pub.preflight import matrices, reading
from translate_pub.preflight.colours import GREY, Colour, Space
from translate_pub.preflight.hand import Hand, State
from translate_pub.preflight.matrices import Matrix, times
from translate_pub.preflight.painting import Group, Picture, Shade

_POINTS_PER_INCH = 72.0
_TILING = 1
_NAMED_SPACE = re.compile(rb"/(?:CS|ColorSpace)\s*(/[^\s/<>\[\]()]+)")


def do(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `Do`: an image or a form."""
    found = hand.resource("XObject", operands[0])
    if not isinstance(found, Stream):
        hand.painting.troubles.append(f"the object {reading.name(operands[0])} is not among the page's resources")
        return
    kind = reading.name(found.get("/Subtype"))
    if kind == "Image":
        _image(hand, found)
    elif kind == "Form":
        _form(hand, found)
    hand.painting.postscript |= kind == "PS" or reading.name(found.get("/Subtype2")) == "PS"


def _image(hand: Hand, image: Stream) -> None:
    """Put an image on the page."""
    is_mask = bool(image.get("/ImageMask", False))
    space = None
    if not is_mask and "/ColorSpace" in image:
        space = hand.space(image.ColorSpace)
    pixels = (int(reading.number(image.get("/Width"))), int(reading.number(image.get("/Height"))))
    masked = isinstance(image.get("/SMask"), Stream) or reading.number(image.get("/SMaskInData")) > 0
    filters = tuple(map(reading.name, reading.items(image.get("/Filter"))))
    bits = 1 if is_mask else int(reading.number(image.get("/BitsPerComponent"), 8))
    _picture(hand, space, pixels, bits, filters, is_mask=is_mask, masked=masked)


def inline(hand: Hand, operands: Sequence[Object]) -> None:
    """Put an image on the page that stands in the content itself."""
    image = operands[0]
    if not isinstance(image, pikepdf.PdfInlineImage):
        return
    is_mask = bool(image.image_mask)
    space = None if is_mask else hand.space(pikepdf.Name(_inline_space(image)))
    filters = tuple(one.removeprefix("/") for one in image.filters)
    size = (image.width, image.height)
    _picture(hand, space, size, 1 if is_mask else image.bits_per_component, filters, is_mask=is_mask, inline=True)


def _inline_space(image: pikepdf.PdfInlineImage) -> str:
    """Return the name of the space that an inline image is in; of an Indexed one, that which it chooses from."""
    try:
        return image.colorspace or "/DeviceGray"
    except NotImplementedError:  # one of the page's own: it stands in the image's dictionary
        named = _NAMED_SPACE.search(image.unparse())
        return named[1].decode() if named else "/DeviceGray"


def _picture(  # noqa: PLR0913  # what there is to say of an image
    hand: Hand,
    space: Space | None,
    pixels: tuple[int, int],
    bits: int,
    filters: tuple[str, ...],
    *,
    is_mask: bool,
    masked: bool = False,
    inline: bool = False,
) -> None:
    state = hand.state
    across, up = matrices.lengths(state.matrix)
    ppi = tuple(
        count * _POINTS_PER_INCH / length if length else 0.0 for count, length in zip(pixels, (across, up), strict=True)
    )
    rect = matrices.rectangle(state.matrix, matrices.UNIT).intersection(state.clip)
    fill = state.fill if is_mask else None
    hand.painting.paints.append(
        Picture(
            rect,
            state.manner,
            fill,
            space=space,
            pixels=pixels,
            ppi=(ppi[0], ppi[1]),
            bits=bits,
            filters=filters,
            masked=masked,
            inline=inline,
        )
    )
    if fill is not None:
        patterns(hand, rect, (fill,))


def _form(hand: Hand, form: Stream) -> None:
    """Follow the content of a form, in its own space and clip."""
    matrix = times(reading.matrix(form.get("/Matrix")), hand.state.matrix)
    clip = _clip(hand.state.clip, matrix, form.get("/BBox"))
    state = replace(hand.state, matrix=matrix, clip=clip)
    if reading.name(reading.entry(form, "/Group", "/S")) == "Transparency":
        hand.painting.paints.append(Group(clip, state.manner))
    hand.follow(hand, form, state)


def _clip(before: Rect, matrix: Matrix, box: object) -> Rect:
    sides = reading.numbers(box)
    if len(sides) != len(("left", "bottom", "right", "top")):
        return before
    left, right = sorted(sides[::2])
    bottom, top = sorted(sides[1::2])
    return before.intersection(matrices.rectangle(matrix, Rect(left, bottom, right, top)))


def shading(hand: Hand, operands: Sequence[Object]) -> None:
    """Do `sh`: fill the clip with a gradient."""
    found = hand.resource("Shading", operands[0])
    if found is not None:
        _shade(hand, found, hand.state.clip)


def _shade(hand: Hand, found: object, rect: Rect) -> None:
    space = reading.entry(found, "/ColorSpace")
    read = hand.space(space) if space is not None else GREY
    hand.painting.paints.append(Shade(rect, hand.state.manner, space=read))


def patterns(hand: Hand, rect: Rect, colours: Iterable[Colour]) -> None:
    """Follow the patterns that something was painted with, each once a content."""
    for colour in colours:
        if not colour.pattern or colour.pattern in hand.followed:
            continue
        hand.followed.add(colour.pattern)
        found = reading.entry(hand.resources, "/Pattern", f"/{colour.pattern}")
        if found is None:
            hand.painting.troubles.append(f"the pattern {colour.pattern} is not among the page's resources")
        elif isinstance(found, Stream) and reading.number(found.get("/PatternType")) == _TILING:
            _tile(hand, found, rect, colour)
        else:
            _shade(hand, reading.entry(found, "/Shading"), rect)


def _tile(hand: Hand, pattern: Stream, rect: Rect, colour: Colour) -> None:
    """Follow one cell of a pattern; where it lies in the whole is not found out."""
    matrix = times(reading.matrix(pattern.get("/Matrix")), hand.base)
    state = State(matrix=matrix, manner=replace(hand.state.manner, in_pattern=True), clip=rect.grown(1e6))
    if colour.values and colour.space.base is not None:
        state.fill = state.stroke = Colour(colour.space.base, colour.values)
    hand.follow(hand, pattern, state)


def glyphs(hand: Hand, codes: Iterable[int]) -> None:
    """Follow the drawings of a Type 3 font's glyphs, each once a content."""
    face = hand.state.face
    if face is None or face.procedures is None:
        return
    for code in codes:
        mark = f"{face.name} {code}"
        procedure = reading.entry(face.procedures, f"/{face.names.get(code, '')}")
        if mark in hand.followed or not isinstance(procedure, Stream):
            continue
        hand.followed.add(mark)
        matrix = times(reading.matrix(reading.entry(face.source, "/FontMatrix")), hand.state.matrix)
        state = replace(hand.state, matrix=matrix, manner=replace(hand.state.manner, in_pattern=True))
        hand.follow(hand, procedure, state, reading.entry(face.source, "/Resources"))
