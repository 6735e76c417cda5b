"""What a printer asks for: the profile that interior and cover are made to, and held against.

Lengths are in mm, resolutions in pixels an inch (ppi), ink in per cent of the four inks together.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field


class Standard(enum.Enum):
    """The PDF standard that a file claims."""

    PLAIN = "plain"
    X1A_2001 = "X-1a:2001"
    """ISO 15930-1: PDF 1.3, grey, CMYK and spot colours only, nothing transparent."""
    X1A_2003 = "X-1a:2003"
    """ISO 15930-4: the same on PDF 1.4."""
    X3_2002 = "X-3:2002"
    """ISO 15930-3: PDF 1.3, colours with a profile besides, nothing transparent."""
    X3_2003 = "X-3:2003"
    """ISO 15930-6: the same on PDF 1.4."""
    X4 = "X-4"
    """ISO 15930-7: PDF 1.6, transparency, the profile embedded."""
    A2U = "A-2u"
    """ISO 19005-2, level u: for archives; every glyph has its Unicode."""
    UA1 = "UA-1"
    """ISO 14289-1: tagged, for readers who cannot see the page."""

    @property
    def for_print(self) -> bool:
        """Whether it is one of the PDF/X family."""
        return self.value.startswith("X-")

    @property
    def allows_transparency(self) -> bool:
        """Whether an object may be seen through."""
        return self not in {Standard.X1A_2001, Standard.X1A_2003, Standard.X3_2002, Standard.X3_2003}

    @property
    def version(self) -> str | None:
        """The version of PDF that the standard fixes; None where any will do."""
        return {
            Standard.X1A_2001: "1.3",
            Standard.X1A_2003: "1.4",
            Standard.X3_2002: "1.3",
            Standard.X3_2003: "1.4",
            Standard.X4: "1.6",
            Standard.A2U: "1.7",
            Standard.UA1: "1.7",
        }.get(self)


class ColourMode(enum.Enum):
    """The inks that a file may ask for."""

    GREY = "grey"
    """Black alone."""
    CMYK = "cmyk"
    SPOT = "spot"
    """Black and one named ink."""
    RGB = "rgb"
    """The printer converts, or nobody prints it: a screen."""


@dataclass(frozen=True, slots=True)
class Edges:
    """A length for each edge of a page or cover, in mm."""

    top: float = 0.0
    bottom: float = 0.0
    outer: float = 0.0
    """Away from the spine."""
    inner: float = 0.0
    """At the spine."""


@dataclass(frozen=True, slots=True)
class OutputCondition:
    """The press that the colours are meant for."""

    identifier: str
    """As registered (`FOGRA39`, `CGATS TR 001`)."""
    registry: str = "http://www.color.org"
    info: str = ""
    """In words, for people."""
    profile: str = ""
    """Path of the ICC profile, relative to the workspace's root or absolute; empty where none is set."""
    embedded: bool = True
    """Whether the profile goes into the file; some printers want none."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a printer has. One of the three measures tells the thickness of a leaf (two pages)."""

    name: str
    caliper_um: float | None = None
    """Thickness of a leaf in micrometres."""
    pages_per_inch: float | None = None
    """How many pages make an inch of spine."""
    grams_per_m2: float | None = None
    volume: float = 1.0
    """Thickness of a leaf in micrometres over its grams a square metre (`bulk`)."""
    least_pages: int = 0
    """The fewest that this paper is bound to."""
    most_pages: int | None = None
    """The most that this paper can be bound to."""


@dataclass(frozen=True, slots=True)
class Spine:
    """How wide a spine is, and when text fits on it."""

    extra_mm: float = 0.0
    """Added to the thickness of the pages, for the cover's own board or hinge."""
    text_from_pages: int = 0
    """The fewest pages at which the printer allows text on the spine."""
    clear_mm: float = 0.0
    """Left free on either side of the text."""
    least_mm: float = 0.0
    """The narrowest spine that is made at all."""


@dataclass(frozen=True, slots=True)
class BarcodeZone:
    """Where the barcode stands on the back cover, measured from the trim's foot and the spine."""

    width_mm: float
    height_mm: float
    from_foot_mm: float
    from_spine_mm: float


class Binding(enum.Enum):
    """How the cover goes round the book."""

    PAPERBACK = "paperback"
    FLAPS = "flaps"
    CASE = "case"
    JACKET = "jacket"
    STAPLED = "stapled"


@dataclass(frozen=True, slots=True)
class CaseMeasures:
    """What a case or a jacket adds to the trim, in mm."""

    board_mm: float = 3.0
    """The board beyond the pages (the square) at head, foot and fore-edge."""
    joint_mm: float = 8.0
    """The groove between spine and board."""
    turn_in_mm: float = 15.0
    """What is folded over the boards' edges."""
    board_thickness_mm: float = 2.5
    flap_mm: float = 90.0
    """Width of a flap, of a jacket's or a paperback's."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure of a profile was read."""

    address: str = ""
    """A page, a document, or the workspace's own file that sets it; empty where none could be found."""
    read: dt.date | None = None
    """When it was looked up."""
    verified: bool = False
    """Whether the printer's own page says so, or the workspace's file."""


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """Every demand of a printer: what the build makes and the preflight checks."""

    name: str
    title: str
    """In words, for people."""
    standard: Standard
    colour: ColourMode
    """Of the interior."""
    cover_colour: ColourMode = ColourMode.CMYK
    cover_standard: Standard | None = None
    """The same as the interior's when None."""
    condition: OutputCondition | None = None
    transparency: bool = True
    """Whether objects may be seen through, as far as the standard allows it."""
    spot: tuple[str, tuple[float, float, float, float]] | None = None
    """Name and CMYK stand-in (0 to 1) of the second ink where the colour mode is spot."""
    bleed: Edges = Edges(3, 3, 3, 3)
    """Of the interior's pages."""
    cover_bleed_mm: float = 3.0
    bleed_everywhere: bool = True
    """Whether pages carry a bleed even where nothing reaches the edge (BoD wants none then)."""
    marks: bool = False
    """Whether crop and registration marks are drawn, outside the bleed."""
    mark_offset_mm: float = 3.0
    """Distance of the marks from the trim."""
    gutters: tuple[tuple[int, float], ...] = ()
    """(up to so many pages, the least inner margin in mm), in rising order of pages."""
    margins: Edges = Edges(6, 6, 6, 0)
    """The least distance of anything that matters from the trim."""
    cover_margin_mm: float = 6.0
    page_multiple: int = 1
    least_pages: int = 0
    most_pages: int | None = None
    last_page_blank: bool = False
    ink_limit: float | None = None
    """The most ink on a spot, in per cent of all inks together."""
    least_ppi: float = 200.0
    """Below this an image is an error."""
    wanted_ppi: float = 300.0
    """Below this it is a warning, and images are resampled to what the printer can use above `most_ppi`."""
    most_ppi: float = 450.0
    least_line_pt: float = 0.25
    papers: tuple[Paper, ...] = ()
    """The first is taken where none is chosen."""
    spine: Spine = Spine()
    barcode: BarcodeZone | None = None
    bindings: tuple[Binding, ...] = (Binding.PAPERBACK,)
    case: CaseMeasures = CaseMeasures()
    largest_mb: float | None = None
    """The largest file that is taken, in megabytes of 1,000,000 bytes."""
    annotations: bool = False
    """Whether links and bookmarks may stay in the file."""
    interior_name: str = "{book}-{language}-{printer}-interior.pdf"
    cover_name: str = "{book}-{language}-{printer}-cover.pdf"
    """File names as the printer asks: `{book}`, `{language}`, `{printer}`, `{isbn}`, `{volume}`."""
    notes: tuple[str, ...] = ()
    """What a producer should know besides, a sentence each."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Key of this profile as its file has it (`ink_limit`, `bleed`, `papers.white`) -> where it was read."""

    def flat(self, *, cover: bool = False) -> bool:
        """Whether nothing may be seen through, because of the standard or because the printer says so."""
        standard = (self.cover_standard or self.standard) if cover else self.standard
        return not (self.transparency and standard.allows_transparency)

    @property
    def needs_icc(self) -> bool:
        """Whether a file to this profile has the press's ICC profile inside (ISO 15930-7, 6.2)."""
        return Standard.X4 in {self.standard, self.cover_standard}

    def inner_margin(self, pages: int) -> float:
        """Return the least inner margin, in mm, of an interior of so many pages; the last step holds beyond itself."""
        steps = [margin for most, margin in self.gutters if pages <= most] or [
            margin for _, margin in self.gutters[-1:]
        ]
        return max([self.margins.inner, *steps[:1]])

    @property
    def unverified(self) -> tuple[str, ...]:
        """The keys whose figure the printer's own page does not show."""
        return tuple(key for key, source in self.sources.items() if not source.verified)
