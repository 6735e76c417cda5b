"""What a file paints with, read independently of what made it: by its objects and by regular operators."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Name, Object, Pdf

from translate_pub.model.pages import Publication

_TEXT = {"Tj", "TJ", "'", '"'}


@dataclass
class Painted:
    """The colours of a file."""

    spaces: set[str] = field(default_factory=set)
    """Operators that set a colour, names of inks, spaces of gradients."""
    pictures: set[str] = field(default_factory=set)
    streams: set[str] = field(default_factory=set)
    overprint: set[tuple[str, bool]] = field(default_factory=set)
    """Fill colour of a text, and whether it prints over."""


def opened(publication: Publication) -> Pdf:
    """Open a publication."""
    return pikepdf.open(io.BytesIO(publication.data))


def painted(pdf: Pdf) -> Painted:
    """Read all that is in a file, used or not."""
    found = Painted()
    for page in pdf.pages:
        if "/Contents" in page.obj:
            _read(page, page.resources, "page", found)
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            if one.get("/Subtype") == Name.Image and "/ImageMask" not in one:
                found.pictures.add(str(one.ColorSpace) if isinstance(one.ColorSpace, Name) else str(one.ColorSpace[0]))
            elif one.get("/Subtype") == Name.Form or "/PatternType" in one:
                _read(one, one.get("/Resources"), "pattern" if "/PatternType" in one else "form", found)
        if isinstance(one, pikepdf.Dictionary) and "/ShadingType" in one:
            found.spaces.add(_named(one.ColorSpace, None, "shading "))
    found.spaces -= {
        "shading /DeviceCMYK",
        "shading /DeviceGray",
        "shading PANTONE 200 C",
        "shading Black+PANTONE 200 C",
    }
    return found


def _named(space: Object, resources: Object | None, prefix: str = "") -> str:
    if isinstance(space, Name) and resources is not None and space in resources.get("/ColorSpace", {}):
        space = resources.ColorSpace[space]
    if isinstance(space, Array):
        if space[0] == Name.DeviceN:
            return prefix + "+".join(str(name)[1:] for name in space[1])
        return prefix + (str(space[1])[1:] if space[0] == Name.Separation else str(space[0])[1:].lower())
    return prefix + str(space)


def _read(source: Object | pikepdf.Page, resources: Object | None, kind: str, found: Painted) -> None:
    found.streams.add(kind)
    above: list[tuple[str, bool]] = []
    fill, over = "", False
    for instruction in pikepdf.parse_content_stream(source):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator == "q":
            above.append((fill, over))
        elif operator == "Q":
            fill, over = above.pop()
        elif operator in {"g", "rg", "k", "G", "RG", "K"}:
            found.spaces.add(operator.lower())
            fill = " ".join(f"{float(one):g}" for one in operands) if operator.islower() else fill
        elif operator in {"cs", "CS"} and operands[0] != Name.Pattern:
            named = _named(operands[0], resources)
            found.spaces.add({"/DeviceCMYK": "k", "/DeviceRGB": "rg", "/DeviceGray": "g"}.get(named, named))
        elif operator == "gs" and resources is not None:
            over = bool(resources.ExtGState[str(operands[0])].get("/op", over))
        elif operator in _TEXT:
            found.overprint.add((fill, over))
