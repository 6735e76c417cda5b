"""The cover of a book: what is asked of it, its panels, and where on the sheet they lie.

Lengths are in mm. Places on the sheet are measured from the top left corner of the trimmed cover, its outside up.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields, replace

from translate_pub.model.printing import Binding


class SpineDirection(enum.Enum):
    """Where the text of a spine begins when the book stands on a shelf."""

    DOWN = "down"
    """At the head: upright when the book lies with its front up (ISO 6357:1985; ANSI/NISO Z39.41)."""
    UP = "up"
    """At the foot, as is the custom in much of continental Europe and Latin America."""


class ImageArea(enum.Enum):
    """How much of the cover its image takes."""

    BAND = "band"
    """The lower half of the front, from edge to edge, under the title."""
    FRONT = "front"
    """The whole front, behind the title."""
    WRAP = "wrap"
    """The whole sheet, spine and back included."""


@dataclass(frozen=True, slots=True)
class CoverSettings:
    """What `[cover]` of `book.toml` says, but for the texts, which are translated; empty where it says nothing."""

    background: str = ""
    """A colour as stylesheets write it, like the other colours: `#7a1f1f` or `device-cmyk(0.1 0.95 0.9 0.2)`."""
    text: str = ""
    accent: str = ""
    """Of rules and ornaments."""
    image: str = ""
    """Path of the image, relative to the workspace's root, like those of the other files."""
    image_area: ImageArea | None = None
    logo: str = ""
    """The publisher's."""
    price: str = ""
    """As it is to be read: `£12.99`."""
    price_code: str = ""
    """The two or five digits of the barcode's add-on."""
    qr: str = ""
    """What a QR code says: an address, mostly."""
    spine_direction: SpineDirection | None = None
    """The custom of the language where None."""
    barcode_percent: int | None = None
    """Size of the barcode, of its nominal 37.29 mm; as large as its place allows, up to 100 %, where None."""
    css: tuple[str, ...] = ()
    """Stylesheets of the cover's own."""
    file: str = ""
    """A finished cover as PDF, drawn elsewhere, which is used instead."""

    def under(self, own: CoverSettings) -> CoverSettings:
        """Return these settings with those that an edition has of its own in their place."""
        said = {field.name: getattr(own, field.name) for field in fields(own)}
        return replace(self, **{name: value for name, value in said.items() if value})


NOTHING_ASKED = CoverSettings()
"""A cover of which nothing is said."""


class Panel(enum.Enum):
    """A part of a cover that is seen by itself."""

    FRONT = "front"
    BACK = "back"
    SPINE = "spine"
    FRONT_FLAP = "front-flap"
    BACK_FLAP = "back-flap"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """Return what is left of it inside margins."""
        return Rectangle(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)


@dataclass(frozen=True, slots=True)
class CoverPlan:
    """The measures of one cover."""

    binding: Binding
    direction: str
    """`ltr` or `rtl`: a right-to-left book has its front on the left half of the sheet."""
    width: float
    """Of the trimmed sheet; of a case, of what is seen of it."""
    height: float
    bleed: float
    """Beyond the trim on every side; of a case, what is folded over the boards."""
    panels: dict[Panel, Rectangle]
    folds: tuple[float, ...]
    """Where the sheet is folded or grooved, from its left edge, in rising order."""
    spine: float
    """Width of the spine; 0 for a stapled book."""
    margin: float
    """What must stay so far from every edge and fold."""
    spine_clear: float
    """What the text of the spine must stay from its edges."""
    spine_text: bool
    """Whether the spine is wide enough, and the book thick enough, for text on it."""
    barcode: Rectangle
    """Where the barcode may stand."""
    pages: int
    paper: str

    def bled(self, panel: Panel) -> Rectangle:
        """Return a panel with the bleed at those of its edges that are edges of the sheet."""
        area = self.panels[panel]
        left = self.bleed if area.x <= 0 else 0.0
        right = self.bleed if area.right >= self.width - 0.001 else 0.0
        return area.inset(-left, -self.bleed, -right, -self.bleed)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A barcode or QR code as a drawing."""

    svg: str
    """Bars in black alone on white, its view box in mm."""
    width: float
    height: float
