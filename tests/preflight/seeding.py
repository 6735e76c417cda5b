"""Ways of doing one wrong thing to a sound file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from tests.preflight import making
from tests.preflight.making import JOB, PROFILE, paint
from translate_pub.model.preflight import Job
from translate_pub.model.printing import ColourMode, Standard


@dataclass(frozen=True)
class Fault:
    """One wrong thing, and what is found of it."""

    code: str
    message: str
    """A part of the finding's message."""
    change: Callable[[Pdf], object]
    job: Job = JOB
    page: int | None = None
    also: tuple[str, ...] = ()
    """Other codes that cannot be avoided."""


def sound(_pdf: Pdf) -> None:
    """Change nothing: it is the printer who asks for something else."""


def grey(pdf: Pdf) -> None:
    """Leave the pages that are printed in black alone."""
    del pdf.pages[2]


def state(**said: object) -> Dictionary:
    """Make a parameter dictionary of the graphics state."""
    return Dictionary({f"/{key}": value for key, value in said.items()})


def content(
    code: str, message: str, stream: str, *, page: int = 1, job: Job = JOB, also: tuple[str, ...] = ()
) -> Fault:
    """Make a fault of content that is painted on a page."""
    return Fault(code, message, lambda pdf: paint(pdf, stream, page), job, page, also)


def resources(
    code: str, message: str, stream: str, make: Callable[[Pdf], dict[str, Dictionary]], **more: object
) -> Fault:
    """Make a fault of content with resources of its own."""
    page = None if code == "P129" else 1
    return Fault(code, message, lambda pdf: paint(pdf, stream, 1, **make(pdf)), page=page, **more)  # type: ignore[arg-type]  # a table


def with_profile(**demands: object) -> Job:
    """Make a job whose printer asks for something else."""
    return replace(JOB, profile=replace(PROFILE, **demands))  # type: ignore[arg-type]  # a table


PLAIN = with_profile(standard=Standard.PLAIN, transparency=False)
GREY = with_profile(colour=ColourMode.GREY)
SPOT = with_profile(colour=ColourMode.SPOT, spot=("PANTONE 185 C", (0, 0.9, 0.7, 0)))
A2U = with_profile(standard=Standard.A2U, colour=ColourMode.RGB)


def set_box(key: str, values: list[float], number: int = 2) -> Callable[[Pdf], object]:
    """Set a box of a page."""
    return lambda pdf: setattr(pdf.pages[number - 1].obj, key, Array(values))


def shift(pdf: Pdf) -> None:
    """Begin the boxes of a page below zero, as WeasyPrint does."""
    page = pdf.pages[1].obj
    for key in ("MediaBox", "BleedBox", "TrimBox"):
        setattr(page, key, Array([float(side) - 20 for side in getattr(page, key).as_list()]))
    paint_before = b"1 0 0 1 -20 -20 cm\n"
    pdf.pages[1].contents_add(paint_before, prepend=True)


def drop_box(pdf: Pdf) -> None:
    """Take the trim box away."""
    del pdf.pages[1].obj["/TrimBox"]


def resize(pdf: Pdf) -> None:
    """Make a page wider, with its boxes in order."""
    making.boxes(pdf.pages[1], 105, 150)


def narrow_bleed(pdf: Pdf) -> None:
    """Make the bleed of every page 2 mm."""
    for page in pdf.pages:
        page.obj.BleedBox = Array([2.83, 2.83, 297.64, 439.37])


def marks(pdf: Pdf) -> None:
    """Draw crop marks around a page, on room of their own."""
    page = pdf.pages[1].obj
    making.boxes(pdf.pages[1], 100, 150)
    page.MediaBox = Array([-30, -30, 331, 472])
    paint(pdf, "0 0 0 1 K .25 w -20 8.5 m -5 8.5 l S 8.5 -20 m 8.5 -5 l S", 2)


def unembed(pdf: Pdf) -> None:
    """Take the font file away."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/FontFile2" in one:
            del one["/FontFile2"]


def as_opentype(pdf: Pdf) -> None:
    """Embed the font as OpenType with CFF outlines."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/FontFile2" in one:
            one.FontFile3 = one.FontFile2
            one.FontFile3.Subtype = Name.OpenType
            del one["/FontFile2"]
        elif isinstance(one, Dictionary) and one.get("/Subtype") == Name.CIDFontType2:
            one.Subtype = Name.CIDFontType0


def forget_unicode(pdf: Pdf) -> None:
    """Take away what says which characters the glyphs are."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/ToUnicode" in one:
            del one["/ToUnicode"]


def whole_font(pdf: Pdf) -> None:
    """Name the font as one that is embedded whole."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/BaseFont" in one:
            one.BaseFont = Name("/Test")


def type3(pdf: Pdf) -> dict[str, Dictionary]:
    """Make a font of drawings."""
    procedures = Dictionary(a=pdf.make_stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f"))
    drawn = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=procedures,
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name("/a")])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([500]),
    )
    return {"Font": Dictionary(Three=pdf.make_indirect(drawn))}


def spot(name: str) -> Callable[[Pdf], dict[str, Dictionary]]:
    """Make a space of one named ink."""

    def make(pdf: Pdf) -> dict[str, Dictionary]:
        tint = pdf.make_stream(b"{dup 0 mul exch dup .9 mul exch dup .7 mul exch 0 mul}")
        tint.FunctionType, tint.Domain, tint.Range = 4, Array([0, 1]), Array([0, 1] * 4)
        space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
        return {"ColorSpace": Dictionary(Sp=space)}

    return make


def icc(pdf: Pdf, channels: int) -> Array:
    """Make a space with a profile."""
    return Array([Name.ICCBased, pdf.make_stream(b"profile", N=channels)])


def form(pdf: Pdf, stream: str, **said: object) -> dict[str, Dictionary]:
    """Make a form."""
    made = pdf.make_stream(stream.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 450]))
    for key, value in said.items():
        made[f"/{key}"] = value
    return {"XObject": Dictionary(Fo=made)}


def pattern(pdf: Pdf) -> dict[str, Dictionary]:
    """Make a pattern whose cell is red."""
    cell = pdf.make_stream(b"1 0 0 rg 0 0 2 2 re f")
    cell.PatternType = cell.PaintType = cell.TilingType = 1
    cell.BBox, cell.XStep, cell.YStep, cell.Resources = Array([0, 0, 4, 4]), 4, 4, Dictionary()
    return {"Pattern": Dictionary(Pa=cell)}


def shading(pdf: Pdf) -> dict[str, Dictionary]:
    """Make a gradient in red, green and blue."""
    between = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1)
    made = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 100, 0]), Function=between)
    return {"Shading": Dictionary(Sh=pdf.make_indirect(made))}


def picture(pdf: Pdf, width: int, height: int, space: Name = Name.DeviceCMYK, **said: object) -> dict[str, Dictionary]:
    """Make an image."""
    made = making.image(pdf, width, height, space)
    for key, value in said.items():
        made[f"/{key}"] = value
    return {"XObject": Dictionary(New=made)}


def annotate(pdf: Pdf, **said: object) -> None:
    """Put an annotation on a page."""
    made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 80]))
    for key, value in said.items():
        made[f"/{key}"] = value
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(made)])


def bookmark(pdf: Pdf) -> None:
    """Give the file an outline."""
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Chapter", 0))


def blank(*numbers: int) -> Callable[[Pdf], object]:
    """Make pages blank."""

    def change(pdf: Pdf) -> None:
        for number in numbers:
            pdf.pages[number - 1].obj.Contents = pdf.make_stream(b"")

    return change


def info(**said: object) -> Callable[[Pdf], object]:
    """Change the document information; None takes an entry away."""

    def change(pdf: Pdf) -> None:
        for key, value in said.items():
            if value is None:
                del pdf.docinfo[f"/{key}"]
            else:
                pdf.docinfo[f"/{key}"] = value

    return change


def intent(**said: object) -> Callable[[Pdf], object]:
    """Change the output intent; None takes an entry away."""

    def change(pdf: Pdf) -> None:
        held = pdf.Root.OutputIntents[0]
        for key, value in said.items():
            if value is None:
                del held[f"/{key}"]
            else:
                held[f"/{key}"] = value

    return change


def root(**said: object) -> Callable[[Pdf], object]:
    """Set entries of the catalogue."""

    def change(pdf: Pdf) -> None:
        for key, value in said.items():
            pdf.Root[f"/{key}"] = value

    return change


def drop_pages(count: int) -> Callable[[Pdf], object]:
    """Leave out pages before the last."""

    def change(pdf: Pdf) -> None:
        del pdf.pages[-1 - count : -1]

    return change


ROOM = "q 80 0 0 40 60 250 cm /New Do Q"
"""An image of 80 x 40 pt inside of the margins."""
WHITE = "0 0 0 0 k BT /F 5 Tf 60 250 Td <00020003> Tj ET"
