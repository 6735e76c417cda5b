"""How a cover looks: its colours, its faces, and the stylesheets that set it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from translate_pub.edition import themes
from translate_pub.edition.languages import LanguageStyle
from translate_pub.model.cover import CoverSettings

PAPER, BLACK, WHITE = "device-cmyk(0 0 0 0)", "device-cmyk(0 0 0 1)", "device-cmyk(0 0 0 0)"
_NUMBERS = re.compile(r"[\d.]+")
_DARK = 0.45
"""Relative luminance below which white is read better than black (WCAG 2.2 puts the balance at 0.18 for equal contrast;
ink on card looks darker than a screen)."""
_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""Share of red, green and blue in what the eye takes for light (ITU-R BT.709)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a cover, as stylesheets write them."""

    background: str
    text: str
    accent: str


def colours(settings: CoverSettings) -> Colours:
    """Return the colours that are asked for, text in what is read best where nothing is said."""
    background = settings.background or PAPER
    text = settings.text or (WHITE if luminance(background) < _DARK else BLACK)
    return Colours(background, text, settings.accent or text)


def luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1, roughly: `#rgb`, `#rrggbb` or `device-cmyk(c m y k)`."""
    if colour.startswith("#"):
        digits = colour[1:] if len(colour) > 4 else "".join(digit * 2 for digit in colour[1:])  # noqa: PLR2004 - "#rgb"
        rgb = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    else:
        *inks, black = (float(number) for number in _NUMBERS.findall(colour))
        rgb = [(1 - ink) * (1 - black) for ink in inks]
    return sum(weight * value for weight, value in zip(_WEIGHTS, rgb, strict=True))


def css(theme: str, style: LanguageStyle, families: Mapping[str, str], chosen: Colours) -> str:
    """Make up the stylesheet of a cover: faces, colours, then the sheets of theme, script and language.

    Args:
        theme: of the book; one without a sheet of its own looks as all do.
        style: of the edition's language.
        families: use -> family that the edition sets before those of its language.
        chosen: its colours.
    """
    rules = (
        f":root {{ --background: {chosen.background}; --ink: {chosen.text}; --accent: {chosen.accent}; }}\n"
        f"@page {{ background: {chosen.background}; }}\nhtml {{ color: {chosen.text}; }}"
    )
    return "\n".join((themes.families(themes.faced(style, theme), families), *_sheets(theme, style), rules))


def template_css() -> str:
    """Give the stylesheet of templates."""
    return _read("template")


def _sheets(theme: str, style: LanguageStyle) -> tuple[str, ...]:
    case = () if style.small_caps else ("caseless",)
    tags = (*case, style.script.lower(), style.language.split("-", maxsplit=1)[0])
    names = ["cover", theme, *(f"{sheet}-{tag}" for tag in tags for sheet in ("cover", theme))]
    return tuple(sheet for sheet in map(_read, names) if sheet)


@functools.cache
def _read(name: str) -> str:
    file = resources.files(__name__.rpartition(".")[0]).joinpath("sheets", f"{name}.css")
    return file.read_text("utf-8") if file.is_file() else ""
