"""What a colour of the screen becomes in print: pure black for greys, what a book's table says, else what ICC says.

Without a profile, the plain formula of ISO 32000-1, 10.3.5, with all that the three inks share given to black:
`k = min(1 - r, 1 - g, 1 - b)`, `c = 1 - r - k` and so on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from translate_pub.model.colours import Cmyk, Colour, Rgb
from translate_pub.model.printing import ColourMode
from translate_pub.publish.finishing import icc

_NEARLY = 1 / 510
"""Half a step of a screen's colours: what differs by less is the same."""
_LUMA = (0.299, 0.587, 0.114)
"""How bright red, green and blue look (ITU-R BT.601, which Pillow's grey is made by)."""

Shares = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as inks, 0 to 1."""

    cmyk: Cmyk
    spot: float = 0.0

    @property
    def black_only(self) -> bool:
        """Whether no ink but black is in it."""
        return not any(self.cmyk[:3]) and not self.spot

    @property
    def solid_black(self) -> bool:
        """Whether it is the full black ink alone."""
        return self.black_only and self.cmyk[3] >= 1


@dataclass
class Palette:
    """The colours of one job."""

    mode: ColourMode
    profile: bytes | None = None
    """The press's ICC profile, of CMYK."""
    ink_limit: float | None = None
    """In per cent of all inks together."""
    spot: tuple[str, Cmyk] | None = None
    """Name of the second ink, and the inks that stand for it."""
    table: dict[Rgb, Colour] = field(default_factory=dict)
    on_screen: bool = False
    """Whether inks become colours of the screen too."""
    guessed: set[Rgb] = field(default_factory=set)
    """Colours that were converted without a profile."""
    _known: dict[Shares, Paint] = field(default_factory=dict)

    @classmethod
    def of(cls, colours: Iterable[Colour], mode: ColourMode, **settings: object) -> Palette:
        """Make the palette of a book."""
        return cls(mode, table={colour.screen: colour for colour in colours}, **settings)  # type: ignore[arg-type] # named fields

    def paint(self, rgb: Shares) -> Paint:
        """Return the inks of a colour of the screen."""
        if rgb not in self._known:
            self._known[rgb] = self._find(rgb)
        return self._known[rgb]

    def repaint(self, cmyk: Cmyk) -> Paint:
        """Return the inks of a colour that was given in inks: as they are, but for jobs with fewer."""
        if self.mode in {ColourMode.CMYK, ColourMode.RGB} or not any(cmyk[:3]):
            return Paint(cmyk)
        return self.paint(to_rgb(cmyk))

    def _find(self, rgb: Shares) -> Paint:
        red, green, blue = (round(share * 255) for share in rgb)
        given = self.table.get((red, green, blue))
        if self.mode is ColourMode.GREY:
            black = given.black if given else None
            return Paint((0, 0, 0, _round(1 - luma(rgb) if black is None else black)))
        if self.mode is ColourMode.SPOT and given and given.spot is not None:
            return Paint((0, 0, 0, 0), given.spot)
        if self.mode is not ColourMode.SPOT and given and given.cmyk is not None:
            return Paint(given.cmyk)
        if is_grey(rgb):
            return Paint((0, 0, 0, _round(1 - luma(rgb))))
        return self._second_ink(rgb) if self.mode is ColourMode.SPOT else Paint(self._inks(rgb))

    def _second_ink(self, rgb: Shares) -> Paint:
        """Return a tint of the second ink as dark as the colour; black is added to what is darker than the full ink."""
        solid = luma(to_rgb(self.spot[1])) if self.spot else 0.0
        light = luma(rgb)
        if light >= solid:
            return Paint((0, 0, 0, 0), _round((1 - light) / (1 - solid) if solid < 1 else 0))
        return Paint((0, 0, 0, _round(1 - light / solid)), 1.0)

    def _inks(self, rgb: Shares) -> Cmyk:
        if self.profile is None:
            red, green, blue = (round(share * 255) for share in rgb)
            self.guessed.add((red, green, blue))
            return plain_inks(rgb)
        from PIL import Image  # noqa: PLC0415 - only colours that are converted need it

        pixel = Image.new("RGB", (1, 1), tuple(round(share * 255) for share in rgb))
        inks = icc.convert(pixel, self.profile).getpixel((0, 0))
        assert isinstance(inks, tuple)  # noqa: S101 - of a picture with four channels
        cyan, magenta, yellow, black = (_round(ink / 255) for ink in inks)
        return limited((cyan, magenta, yellow, black), self.ink_limit)


def plain_inks(rgb: Shares) -> Cmyk:
    """Convert a colour by the plain formula."""
    cyan, magenta, yellow = (1 - share for share in rgb)
    black = min(cyan, magenta, yellow)
    return _round(cyan - black), _round(magenta - black), _round(yellow - black), _round(black)


def limited(cmyk: Cmyk, limit: float | None) -> Cmyk:
    """Take colour, but no black, from what has more ink than the limit (per cent)."""
    cyan, magenta, yellow, black = cmyk
    coloured = cyan + magenta + yellow
    if limit is None or coloured + black <= limit / 100 or not coloured:
        return cmyk
    share = max(0.0, limit / 100 - black) / coloured
    return (*(int(ink * share * 10000) / 10000 for ink in (cyan, magenta, yellow)), black)  # type: ignore[return-value] # four


def to_rgb(cmyk: Cmyk) -> Shares:
    """Return roughly how inks look on a screen (ISO 32000-1, 10.3.4)."""
    cyan, magenta, yellow, black = cmyk
    return 1 - min(1, cyan + black), 1 - min(1, magenta + black), 1 - min(1, yellow + black)


def luma(rgb: Shares) -> float:
    """Return how bright a colour looks, 0 to 1."""
    return sum(weight * share for weight, share in zip(_LUMA, rgb, strict=True))


def is_grey(rgb: Shares) -> bool:
    """Whether a colour has no hue."""
    return max(rgb) - min(rgb) < _NEARLY


def _round(share: float) -> float:
    return round(min(1.0, max(0.0, share)), 4)
