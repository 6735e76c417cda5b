"""Colour spaces of a PDF, and how a colour in one is written in the inks of a job (ISO 32000-1, 8.6)."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf
from pikepdf import ContentStreamInstruction as Instruction

from translate_pub.model.printing import ColourMode
from translate_pub.publish.finishing import icc
from translate_pub.publish.finishing.palette import Paint, Palette, Shares, is_grey, to_rgb

SPOT, DUO = Name("/TPSpot"), Name("/TPDuo")
"""Names of the second ink's colour space, and of black and the second ink together, in a page's resources."""
_LAB_DELTA = 6 / 29


class Kind(enum.Enum):
    """What the numbers of a colour mean."""

    GREY = "grey"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    KEPT = "kept"
    """Patterns and named inks: left as they are."""


_BY_NAME = {
    "/DeviceGray": Kind.GREY,
    "/CalGray": Kind.GREY,
    "/G": Kind.GREY,
    "/DeviceRGB": Kind.RGB,
    "/CalRGB": Kind.RGB,
    "/RGB": Kind.RGB,
    "/DeviceCMYK": Kind.CMYK,
    "/CMYK": Kind.CMYK,
    "/Lab": Kind.LAB,
}
_BY_CHANNELS = {1: Kind.GREY, 3: Kind.RGB, 4: Kind.CMYK}


def kind(space: Object | None, resources: Object | None = None) -> Kind:
    """Tell the kind of a colour space, by its name or its description."""
    if isinstance(space, Array) and len(space):
        if str(space[0]) == "/ICCBased":
            return _BY_CHANNELS.get(int(space[1].get("/N", 0)), Kind.KEPT)
        return _BY_NAME.get(str(space[0]), Kind.KEPT)
    named = str(space)
    if named in _BY_NAME:
        return _BY_NAME[named]
    own = (resources.get("/ColorSpace") if resources is not None else None) or Dictionary()
    return kind(own[named]) if named in own and own[named] != space else Kind.KEPT


def paint(palette: Palette, of: Kind, values: Sequence[float]) -> Paint:
    """Return the inks of a colour."""
    if of is Kind.GREY:
        return palette.paint((values[0],) * 3) if palette.table else Paint((0, 0, 0, round(1 - values[0], 4)))
    if of is Kind.CMYK:
        cyan, magenta, yellow, black = values
        return palette.repaint((cyan, magenta, yellow, black))
    return palette.paint(shares(of, values))


def shares(of: Kind, values: Sequence[float]) -> Shares:
    """Return a colour of the screen as shares of red, green and blue."""
    if of is Kind.LAB:
        return lab_to_rgb(values)
    if of is Kind.CMYK:
        cyan, magenta, yellow, black = values
        return to_rgb((cyan, magenta, yellow, black))
    red, green, blue = values
    return red, green, blue


def operators(paint: Paint, mode: ColourMode, *, stroke: bool) -> Instruction:
    """Write a colour as one instruction; a second ink needs `select` before it."""
    if paint.spot:
        values = (paint.cmyk[3], paint.spot) if paint.cmyk[3] else (paint.spot,)
        return Instruction([*values], Operator("SCN" if stroke else "scn"))
    if mode is ColourMode.GREY:
        return Instruction([round(1 - paint.cmyk[3], 4)], Operator("G" if stroke else "g"))
    return Instruction([*paint.cmyk], Operator("K" if stroke else "k"))


def select(paint: Paint, *, stroke: bool) -> Instruction | None:
    """Choose the colour space of a colour with a second ink; None where the colour says it itself."""
    if not paint.spot:
        return None
    return Instruction([DUO if paint.cmyk[3] else SPOT], Operator("CS" if stroke else "cs"))


def on_screen(of: Kind, values: Sequence[float], *, stroke: bool) -> Instruction:
    """Write a colour for a job in the screen's colours: greys with one number, so that they print in black alone."""
    red, green, blue = shares(of, values)
    if is_grey((red, green, blue)):
        return Instruction([round(green, 4)], Operator("G" if stroke else "g"))
    return Instruction([round(share, 4) for share in (red, green, blue)], Operator("RG" if stroke else "rg"))


def spot_spaces(pdf: Pdf, palette: Palette) -> Dictionary:
    """Describe the second ink, alone and with black, with the inks that stand for it on a screen."""
    if palette.spot is None:
        return Dictionary()
    name, inks = palette.spot
    colorant = Name("/" + name)
    alone = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=Array(inks), N=1)
    cyan, magenta, yellow, black = inks
    program = f"{{dup {cyan} mul exch dup {magenta} mul exch dup {yellow} mul exch {black} mul 5 -1 roll add"
    both = pdf.make_stream(f"{program} dup 1 gt {{pop 1}} if}}".encode())
    both.stream_dict = Dictionary(FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1, 0, 1, 0, 1, 0, 1])
    separation = pdf.make_indirect(Array([Name.Separation, colorant, Name.DeviceCMYK, pdf.make_indirect(alone)]))
    inside = Dictionary(Colorants=Dictionary({str(colorant): separation}))
    device_n = Array([Name.DeviceN, Array([Name.Black, colorant]), Name.DeviceCMYK, both, inside])
    return Dictionary({str(SPOT): separation, str(DUO): pdf.make_indirect(device_n)})


def srgb(pdf: Pdf) -> Object:
    """Describe sRGB by its profile."""
    profile = pdf.make_stream(icc.srgb())
    profile.N, profile.Alternate = 3, Name.DeviceRGB
    return pdf.make_indirect(Array([Name.ICCBased, profile]))


def lab_to_rgb(values: Sequence[float]) -> Shares:
    """Convert CIE L*a*b* (white D50) to sRGB, adapted by Bradford's method (IEC 61966-2-1)."""
    lightness, a, b = values
    middle = (lightness + 16) / 116
    x, y, z = (
        white * (share**3 if share > _LAB_DELTA else 3 * _LAB_DELTA**2 * (share - 4 / 29))
        for white, share in zip((0.96422, 1.0, 0.82521), (middle + a / 500, middle, middle - b / 200), strict=True)
    )
    linear = (
        3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
        -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
        0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
    )
    red, green, blue = (_companded(min(1.0, max(0.0, share))) for share in linear)
    return red, green, blue


def _companded(share: float) -> float:
    return 12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055  # noqa: PLR2004 - IEC 61966-2-1
