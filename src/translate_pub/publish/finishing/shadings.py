"""Gradients in the inks of a job: the colours of their ends and stops are converted, and the way between them kept.

ISO 32000-1, 8.7.4.5 (shadings) and 7.10 (functions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from translate_pub.model.printing import ColourMode
from translate_pub.publish.finishing import spaces
from translate_pub.publish.finishing.palette import Paint, Palette
from translate_pub.publish.finishing.spaces import DUO, SPOT, Kind

_SAMPLED, _EXPONENTIAL, _STITCHED = 0, 2, 3
_BY_FUNCTION = (1, 2, 3)
"""Types of shadings whose colours are functions: by place, axial, radial."""
_WHOLE_BYTES = 8
Write = Callable[[Paint], tuple[float, ...]]


class UnknownShadingError(Exception):
    """A gradient is of a kind that cannot be converted."""


def convert(pdf: Pdf, shading: Object, palette: Palette, second_ink: Dictionary) -> None:
    """Convert a shading in place.

    Args:
        pdf: the file.
        shading: the shading's dictionary.
        palette: the job's colours.
        second_ink: the colour spaces of the second ink, by name.

    Raises:
        UnknownShadingError: it is a mesh, or its colours are computed by a program.
    """
    kind = spaces.kind(shading.get("/ColorSpace"))
    converted = {Kind.LAB, Kind.CMYK} if palette.on_screen else {Kind.LAB}
    if kind is Kind.KEPT or (palette.mode is ColourMode.RGB and kind not in converted):
        return
    if int(shading.ShadingType) not in _BY_FUNCTION or "/Function" not in shading:
        raise UnknownShadingError(f"of type {int(shading.ShadingType)}")
    functions = _functions(shading.Function)
    if len(functions) != 1:
        raise UnknownShadingError("with a function for each colour")
    if palette.mode is ColourMode.RGB:
        shading.ColorSpace = Name.DeviceRGB
        shading.Function = _rewrite(pdf, functions[0], lambda values: spaces.shares(kind, values))
        return
    paints = [spaces.paint(palette, kind, stop) for stop in _stops(functions[0])]
    space, write = _choose(paints, palette.mode, second_ink)
    shading.ColorSpace = space
    shading.Function = _rewrite(pdf, functions[0], lambda values: write(spaces.paint(palette, kind, values)))
    if "/Background" in shading:
        background = [float(value) for value in shading.Background.as_list()]
        shading.Background = Array(write(spaces.paint(palette, kind, background)))


def _functions(function: Object) -> list[Object]:
    return list(function.as_list()) if isinstance(function, Array) else [function]


def _choose(paints: list[Paint], mode: ColourMode, second_ink: Dictionary) -> tuple[Object, Write]:
    """Choose the colour space of a gradient: the least that has all its inks."""
    if any(paint.spot for paint in paints):
        if any(paint.cmyk[3] for paint in paints):
            return second_ink[str(DUO)], lambda paint: (paint.cmyk[3], paint.spot)
        return second_ink[str(SPOT)], lambda paint: (paint.spot,)
    if mode is ColourMode.GREY:
        return Name.DeviceGray, lambda paint: (round(1 - paint.cmyk[3], 4),)
    return Name.DeviceCMYK, lambda paint: paint.cmyk


def _stops(function: Object) -> Iterator[list[float]]:
    """Yield the colours that a function goes through."""
    kind = int(function.FunctionType)
    if kind == _EXPONENTIAL:
        yield _numbers(function.get("/C0", Array([0])))
        yield _numbers(function.get("/C1", Array([1])))
    elif kind == _STITCHED:
        for part in function.Functions.as_list():
            yield from _stops(part)
    elif kind == _SAMPLED:
        yield from _samples(function)
    else:
        raise UnknownShadingError("whose colours are computed by a program")


def _rewrite(pdf: Pdf, function: Object, write: Callable[[list[float]], tuple[float, ...]]) -> Object:
    """Copy a function with other colours."""
    kind = int(function.FunctionType)
    if kind == _EXPONENTIAL:
        ends = [write(stop) for stop in _stops(function)]
        return Dictionary(FunctionType=2, Domain=function.Domain, C0=Array(ends[0]), C1=Array(ends[1]), N=function.N)
    if kind == _STITCHED:
        copy = Dictionary(dict(function.items()))
        copy.Functions = Array([_rewrite(pdf, part, write) for part in function.Functions.as_list()])
        if "/Range" in copy:
            del copy["/Range"]
        return copy
    return _resample(pdf, function, [write(sample) for sample in _samples(function)])


def _samples(function: Object) -> Iterator[list[float]]:
    if int(function.BitsPerSample) != _WHOLE_BYTES or len(function.Size) != 1:
        raise UnknownShadingError("whose samples are not bytes in a row")
    data = function.read_bytes()
    bounds = _numbers(function.get("/Decode", function.Range))
    ranges = list(zip(bounds[::2], bounds[1::2], strict=True))
    for start in range(0, int(function.Size[0]) * len(ranges), len(ranges)):
        pixel = data[start : start + len(ranges)]
        yield [low + byte / 255 * (high - low) for byte, (low, high) in zip(pixel, ranges, strict=True)]


def _resample(pdf: Pdf, function: Object, colours: list[tuple[float, ...]]) -> pikepdf.Stream:
    data = bytes(round(share * 255) for colour in colours for share in colour)
    copy = pdf.make_stream(data)
    copy.stream_dict = Dictionary(
        FunctionType=0,
        Domain=function.Domain,
        Range=Array([0, 1] * len(colours[0])),
        Size=function.Size,
        BitsPerSample=_WHOLE_BYTES,
    )
    return copy


def _numbers(array: Object) -> list[float]:
    return [float(value) for value in array.as_list()]
