"""Laid-out chapters and the publication assembled from them. Lengths are in pt (1/72 in), origin bottom left."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.edition import Opening
from translate_pub.model.shapes import ShapedFont


@dataclass(frozen=True, slots=True)
class Landing:
    """Where an anchor came to stand."""

    anchor: str
    page: int
    """Page of the chapter, counted from 0."""
    x_pt: float
    y_pt: float


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the PDF's outline."""

    level: int
    title: str
    page: int
    y_pt: float


@dataclass(frozen=True, slots=True)
class NoteLanding:
    """Where a footnote came to stand: the proof that none was lost."""

    label: str
    """The footnote's label in the source."""
    call_page: int
    pages: tuple[int, ...]
    """Pages of the chapter that carry its text, counted from 0."""
    text: str
    """Its text, gathered from the laid-out boxes."""


@dataclass(frozen=True, slots=True)
class ChapterPages:
    """One section laid out."""

    name: str
    role: Role
    matter: Matter
    opens: Opening
    pdf: bytes
    pages: int
    landings: tuple[Landing, ...]
    outline: tuple[OutlineItem, ...]
    notes: tuple[NoteLanding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    folios: bool = True
    """Whether its pages count, as its section says."""
    fonts: tuple[tuple[str, str], ...] = ()
    """(name of a font in the PDF, sha256 of the font file that its subset was cut from)."""
    shaped: tuple[ShapedFont, ...] = ()
    """The private fonts of its complex scripts."""
    volume: int = 1
    behind_page: int | None = None
    """The page of its volume that its leaves are bound behind, as its section says."""


@dataclass(frozen=True, slots=True)
class PlacedChapter:
    """A section in its place in the book."""

    chapter: ChapterPages
    first_page: int
    """Page of the book that it begins on, counted from 0; an even one is a recto."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """Every section in its place, and the folio of every page."""

    chapters: tuple[PlacedChapter, ...]
    folios: tuple[str, ...]
    """One for each page of the book, blanks included, as printed; empty where a page does not count."""
    elsewhere: dict[str, int] = field(default_factory=dict)
    """Anchor -> the volume that it stands in, for the anchors of other volumes."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the PDF says of itself."""

    title: str
    language: str
    direction: str
    """`ltr` or `rtl`; a right-to-left book is bound on the right."""
    authors: tuple[str, ...]
    translators: tuple[str, ...]
    publisher: str
    isbn: str
    identifier: str
    """Stable over builds: book, language, purpose."""
    trim: Trim
    bleed_mm: float


@dataclass(frozen=True, slots=True)
class Publication:
    """One finished file and what is known of it."""

    name: str
    """File name, for example `handbook-ur-print.pdf`."""
    data: bytes = field(repr=False)
    pages: int
    notes: tuple[NoteLanding, ...] = ()
