"""The keys of a printer's profile, `printers/<name>.toml`: what each is called, holds and means.

A key that a file leaves out is None here, and has the default of `model.printing`, so that every default stands once.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec

from translate_pub.model.printing import Binding, ColourMode, Standard
from translate_pub.workspace.tables import Table

SHIPPED = (
    "generic-offset-coated",
    "generic-offset-uncoated",
    "ingramspark",
    "kdp",
    "lulu",
    "bod",
    "digital-short-run",
    "home-booklet",
)
"""The profiles that come with the tool."""

Length = Annotated[float, msgspec.Meta(ge=0, le=500)]
Share = Annotated[float, msgspec.Meta(ge=0, le=100)]
Resolution = Annotated[float, msgspec.Meta(ge=1, le=4800)]
Pages = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Multiple = Annotated[int, msgspec.Meta(ge=1, le=128)]
Thickness = Annotated[float, msgspec.Meta(ge=10, le=2000)]
Weight = Annotated[float, msgspec.Meta(ge=10, le=1000)]
Bulk = Annotated[float, msgspec.Meta(ge=0.5, le=4)]
Density = Annotated[float, msgspec.Meta(ge=25, le=5000)]
Ink = Annotated[float, msgspec.Meta(ge=100, le=400)]
Size = Annotated[float, msgspec.Meta(ge=0.1, le=100_000)]
Rule = Annotated[float, msgspec.Meta(ge=0, le=10)]

_STANDARDS = tuple(standard.value for standard in Standard)
_COLOURS = tuple(colour.value for colour in ColourMode)
_BINDINGS = tuple(binding.value for binding in Binding)


def _key(meaning: str, *, required: bool = False, choices: tuple[str, ...] = ()) -> msgspec.Meta:
    """Say what a key means, whether it must be there, and what it may hold."""
    return msgspec.Meta(description=meaning, extra={"required": required, "choices": choices})


class EdgesTable(Table, frozen=True):
    """A length for each edge of a page, in mm."""

    top: Annotated[Length | None, _key("at the head")] = None
    bottom: Annotated[Length | None, _key("at the foot")] = None
    outer: Annotated[Length | None, _key("away from the spine")] = None
    inner: Annotated[Length | None, _key("at the spine")] = None


class ConditionTable(Table, frozen=True):
    """The press that the colours are meant for."""

    identifier: Annotated[str | None, _key("its name as registered: FOGRA39, CGATS TR 001...", required=True)] = None
    registry: Annotated[str | None, _key("where it is registered")] = None
    info: Annotated[str | None, _key("the same in words")] = None
    profile: Annotated[str | None, _key("your ICC profile: a path from the workspace's folder, or an absolute one")] = (
        None
    )
    embedded: Annotated[bool | None, _key("whether the profile goes into the PDF")] = None


class SpotTable(Table, frozen=True):
    """The second ink beside black."""

    name: Annotated[str | None, _key("its name, as the printer knows it", required=True)] = None
    cyan: Annotated[Share, _key("per cent of cyan in its stand-in")] = 0.0
    magenta: Annotated[Share, _key("per cent of magenta")] = 0.0
    yellow: Annotated[Share, _key("per cent of yellow")] = 0.0
    black: Annotated[Share, _key("per cent of black")] = 0.0


class GutterTable(Table, frozen=True):
    """A step of the inner margin."""

    pages: Annotated[Pages | None, _key("up to so many pages", required=True)] = None
    mm: Annotated[Length | None, _key("the least inner margin, in mm", required=True)] = None


class PaperTable(Table, frozen=True):
    """A paper; one of the three measures tells its thickness."""

    caliper_um: Annotated[Thickness | None, _key("thickness of a leaf in micrometres")] = None
    pages_per_inch: Annotated[Density | None, _key("pages in an inch of spine")] = None
    grams_per_m2: Annotated[Weight | None, _key("weight in grams a square metre")] = None
    volume: Annotated[Bulk | None, _key("micrometres of thickness a gram, with the weight")] = None
    least_pages: Annotated[Pages | None, _key("the fewest pages that this paper is bound to")] = None
    most_pages: Annotated[Pages | None, _key("the most pages that this paper is bound to")] = None


class SpineTable(Table, frozen=True):
    """How wide a spine is, and when it has text."""

    extra_mm: Annotated[Length | None, _key("added to the thickness of the pages, in mm")] = None
    text_from_pages: Annotated[Pages | None, _key("the fewest pages with text on the spine")] = None
    clear_mm: Annotated[Length | None, _key("free on either side of that text, in mm")] = None
    least_mm: Annotated[Length | None, _key("the narrowest spine that is made, in mm")] = None


class BarcodeTable(Table, frozen=True):
    """Where the barcode stands on the back cover."""

    width_mm: Annotated[Length | None, _key("width of its place, in mm", required=True)] = None
    height_mm: Annotated[Length | None, _key("height of its place, in mm", required=True)] = None
    from_foot_mm: Annotated[Length | None, _key("from the foot of the trim, in mm", required=True)] = None
    from_spine_mm: Annotated[Length | None, _key("from the spine, in mm", required=True)] = None


class CaseTable(Table, frozen=True):
    """What a case or a jacket adds to the trim."""

    board_mm: Annotated[Length | None, _key("the board beyond the pages, in mm")] = None
    joint_mm: Annotated[Length | None, _key("the groove between spine and board, in mm")] = None
    turn_in_mm: Annotated[Length | None, _key("what is folded over the boards, in mm")] = None
    board_thickness_mm: Annotated[Length | None, _key("thickness of a board, in mm")] = None
    flap_mm: Annotated[Length | None, _key("width of a flap, in mm")] = None


class SourceTable(Table, frozen=True):
    """Where a figure was read."""

    address: Annotated[str, _key("the page or document")] = ""
    read: Annotated[dt.date | None, _key("the day on which it was read")] = None
    verified: Annotated[bool, _key("whether it is the printer's own page")] = False


class PrinterTable(Table, frozen=True):
    """`printers/<name>.toml`."""

    based_on: Annotated[str | None, _key("the shipped profile that this one changes", choices=SHIPPED)] = None
    title: Annotated[str | None, _key("the printer in words", required=True)] = None
    standard: Annotated[str | None, _key("PDF standard of the interior", required=True, choices=_STANDARDS)] = None
    colour: Annotated[str | None, _key("inks of the interior", required=True, choices=_COLOURS)] = None
    cover_standard: Annotated[str | None, _key("PDF standard of the cover, if another", choices=_STANDARDS)] = None
    cover_colour: Annotated[str | None, _key("inks of the cover", choices=_COLOURS)] = None
    transparency: Annotated[bool | None, _key("whether objects may be seen through")] = None
    condition: Annotated[ConditionTable | None, _key("the press that the colours are meant for")] = None
    spot: Annotated[SpotTable | None, _key("the second ink, with colour spot")] = None
    bleed: Annotated[EdgesTable | None, _key("bleed of the pages, in mm")] = None
    bleed_everywhere: Annotated[bool | None, _key("whether pages have a bleed where nothing reaches the edge")] = None
    cover_bleed_mm: Annotated[Length | None, _key("bleed of the cover, in mm")] = None
    marks: Annotated[bool | None, _key("whether crop and registration marks are drawn")] = None
    mark_offset_mm: Annotated[Length | None, _key("from the trim to the marks, in mm")] = None
    gutters: Annotated[tuple[GutterTable, ...] | None, _key("least inner margins by number of pages")] = None
    margins: Annotated[EdgesTable | None, _key("the least distance of all that matters from the trim, in mm")] = None
    cover_margin_mm: Annotated[Length | None, _key("the same on the cover, in mm")] = None
    page_multiple: Annotated[Multiple | None, _key("the number of pages is a multiple of this")] = None
    least_pages: Annotated[Pages | None, _key("the fewest pages that are bound")] = None
    most_pages: Annotated[Pages | None, _key("the most pages that are bound")] = None
    last_page_blank: Annotated[bool | None, _key("whether the last page stays blank")] = None
    ink_limit: Annotated[Ink | None, _key("the most ink on a spot, in per cent of the four inks together")] = None
    least_ppi: Annotated[Resolution | None, _key("pixels an inch below which an image is an error")] = None
    wanted_ppi: Annotated[Resolution | None, _key("pixels an inch below which an image is a warning")] = None
    most_ppi: Annotated[Resolution | None, _key("pixels an inch above which an image is made smaller")] = None
    least_line_pt: Annotated[Rule | None, _key("the thinnest rule, in pt")] = None
    papers: Annotated[dict[str, PaperTable] | None, _key("papers by name; the first where none is chosen")] = None
    spine: Annotated[SpineTable | None, _key("width and text of the spine")] = None
    barcode: Annotated[BarcodeTable | None, _key("place of the barcode")] = None
    bindings: Annotated[tuple[str, ...] | None, _key(f"bindings: {', '.join(_BINDINGS)}")] = None
    case: Annotated[CaseTable | None, _key("what a case or a jacket adds to the trim")] = None
    largest_mb: Annotated[Size | None, _key("the largest file, in megabytes")] = None
    annotations: Annotated[bool | None, _key("whether links and bookmarks stay in the file")] = None
    interior_name: Annotated[str | None, _key("name of the interior's file")] = None
    cover_name: Annotated[str | None, _key("name of the cover's file")] = None
    notes: Annotated[tuple[str, ...] | None, _key("what a producer should know besides, a sentence each")] = None
    sources: Annotated[dict[str, SourceTable] | None, _key("where each figure was read")] = None


UNSOURCED = frozenset({"based_on", "title", "notes", "sources"})
"""Keys that are no figures of a printer's."""
