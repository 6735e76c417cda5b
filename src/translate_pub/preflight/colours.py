"""Colour spaces and colours (ISO 32000-1, 8.6), and the inks that they ask for."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from pikepdf import Array, Name, Object

from translate_pub.preflight import reading

THREE, FOUR = 3, 4
"""Components of colours of light, and of those of ink."""
ALMOST = 0.995
"""From here on a value counts as whole: what a byte cannot tell apart."""


class Family(enum.Enum):
    """The families of colour spaces, as a printer tells them apart."""

    GREY = "DeviceGray"
    RGB = "DeviceRGB"
    CMYK = "DeviceCMYK"
    CAL_GREY = "CalGray"
    CAL_RGB = "CalRGB"
    LAB = "Lab"
    ICC = "ICCBased"
    INDEXED = "Indexed"
    SPOT = "Separation"
    SPOTS = "DeviceN"
    PATTERN = "Pattern"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space."""

    family: Family
    components: int = 1
    inks: tuple[str, ...] = ()
    """Names of the inks of a Separation or DeviceN."""
    base: Space | None = None
    """What an Indexed space chooses from, what stands in for a Separation, what colours an uncoloured pattern."""
    table: bytes = b""
    """Of an Indexed space."""
    is_rgb: bool = field(init=False, compare=False)
    """Whether its colours are mixed of light."""

    def __post_init__(self) -> None:
        mixed = self.printed
        light = mixed.family in {Family.RGB, Family.CAL_RGB, Family.LAB}
        # Asked for every object of a page, so it is found out once.
        object.__setattr__(self, "is_rgb", light or (mixed.family is Family.ICC and mixed.components == THREE))

    @property
    def printed(self) -> Space:
        """The space that colours are in: that behind an Indexed one or a pattern, else itself."""
        behind = self.family in {Family.INDEXED, Family.PATTERN}
        return self.base.printed if behind and self.base else self

    @property
    def has_profile(self) -> bool:
        """Whether its colours do not depend on the press: a printer's system converts them."""
        return self.printed.family in {Family.ICC, Family.CAL_GREY, Family.CAL_RGB, Family.LAB}

    def __str__(self) -> str:
        if self.family in {Family.SPOT, Family.SPOTS}:
            return f"{self.family.value} ({', '.join(self.inks)})"
        if self.family is Family.ICC:
            return {1: "grey", THREE: "RGB", FOUR: "CMYK"}.get(self.components, "colour") + " with a profile (ICCBased)"
        return self.printed.family.value if self.family is Family.INDEXED else self.family.value


PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
REGISTRATION = "All"
GREY, RGB, CMYK = Space(Family.GREY, 1), Space(Family.RGB, THREE), Space(Family.CMYK, FOUR)
PATTERN = Space(Family.PATTERN, 0)
_NAMED = {
    "DeviceGray": GREY,
    "G": GREY,
    "CalGray": Space(Family.CAL_GREY, 1),
    "DeviceRGB": RGB,
    "RGB": RGB,
    "CalRGB": Space(Family.CAL_RGB, THREE),
    "DeviceCMYK": CMYK,
    "CMYK": CMYK,
    "CalCMYK": CMYK,
    "Lab": Space(Family.LAB, THREE),
    "Pattern": PATTERN,
}
_DEPTH = 6
"""How deeply spaces may lie in each other; the specification allows three."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that something is painted with."""

    space: Space = GREY
    values: tuple[float, ...] = (0.0,)
    pattern: str = ""
    """The resource's name where it is a pattern."""
    is_white: bool = field(init=False, compare=False)
    """Whether it leaves the paper as it is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_white", _leaves_paper(self))

    def inks(self) -> Mapping[str, float] | None:
        """Return how much of each ink it asks for, 0 to 1; None where a printer's system has to find that out."""
        return inks(self.space, self.values)


def _leaves_paper(colour: Colour) -> bool:
    if colour.pattern:
        return False
    if colour.space.is_rgb:
        light = colour.space.printed.family is not Family.LAB
        return light and len(colour.values) == THREE and min(colour.values) >= ALMOST
    asked = colour.inks()
    return asked is not None and all(amount < 1 - ALMOST for amount in asked.values())


def inks(space: Space, values: tuple[float, ...]) -> Mapping[str, float] | None:
    """Return how much of each ink a colour asks for; None where its space is not one of inks."""
    if space.family is Family.INDEXED and space.base and values:
        return inks(space.base, _looked_up(space, values[0]))
    if len(values) < space.components:
        return None
    if space.family in {Family.GREY, Family.CAL_GREY} or (space.family is Family.ICC and space.components == 1):
        return {"Black": 1 - values[0]}
    if space.family is Family.CMYK or (space.family is Family.ICC and space.components == FOUR):
        return dict(zip(PROCESS, values, strict=False))
    if space.family in {Family.SPOT, Family.SPOTS}:
        return {ink: value for ink, value in zip(space.inks, values, strict=False) if ink != "None"}
    return None


def _looked_up(space: Space, index: float) -> tuple[float, ...]:
    """Return the colour that an index stands for."""
    wide = space.base.components if space.base else 0
    start = max(int(index), 0) * wide
    return tuple(byte / 255 for byte in space.table[start : start + wide])


def read(value: Object | None, resources: object = None, depth: int = 0) -> Space:
    """Return a colour space as a file has it.

    Args:
        value: its name or array.
        resources: where names of spaces are looked up; None where only those of the specification may stand.
        depth: how many spaces it lies in.
    """
    if depth > _DEPTH or value is None:
        return Space(Family.UNKNOWN)
    if isinstance(value, Name):
        called = reading.name(value)
        defined = reading.entry(resources, "/ColorSpace", f"/{called}")
        if called in _NAMED or defined is None:
            return _NAMED.get(called, Space(Family.UNKNOWN))
        return read(defined, resources, depth + 1)
    if not isinstance(value, Array) or not len(value):
        return Space(Family.UNKNOWN)
    return _compound(list(value.as_list()), resources, depth + 1)


def _compound(parts: list[Object], resources: object, depth: int) -> Space:
    """Return the space that an array describes."""
    kind, rest = reading.name(parts[0]), [*parts[1:], None, None, None]
    if kind == "ICCBased":
        return Space(Family.ICC, int(reading.number(reading.entry(rest[0], "/N"), THREE)))
    if kind in {"Indexed", "I"}:
        return Space(Family.INDEXED, 1, base=read(rest[0], resources, depth), table=_table(rest[2]))
    if kind == "Separation":
        return Space(Family.SPOT, 1, (reading.name(rest[0]),), read(rest[1], resources, depth))
    if kind == "DeviceN":
        named = tuple(reading.name(one) for one in reading.items(rest[0]))
        return Space(Family.SPOTS, len(named), named, read(rest[1], resources, depth))
    if kind == "Pattern":
        base = read(rest[0], resources, depth) if rest[0] is not None else None
        return Space(Family.PATTERN, base.components if base else 0, base=base)
    return _NAMED.get(kind, Space(Family.UNKNOWN))


def _table(value: object) -> bytes:
    """Return the colours of an Indexed space: a stream or a string."""
    unpacked = reading.data(value)
    if unpacked is not None:
        return unpacked
    try:
        return bytes(value)  # type: ignore[call-overload, no-any-return]  # a string of the PDF is bytes
    except (TypeError, ValueError):
        return b""


def first(space: Space) -> Colour:
    """Return the colour that a space begins with: black, or all of every ink (ISO 32000-1, table 74, CS)."""
    if space.family is Family.CMYK or (space.family is Family.ICC and space.components == FOUR):
        return Colour(space, (0.0, 0.0, 0.0, 1.0))
    whole = space.family in {Family.SPOT, Family.SPOTS}
    return Colour(space, (1.0 if whole else 0.0,) * max(space.components, 0))
