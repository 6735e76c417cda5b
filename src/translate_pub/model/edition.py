"""One language of one book: translated, then as HTML sections ready for layout."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from translate_pub.model.book import Book, Insert, Matter, Metadata, Role, Station
from translate_pub.model.progress import Progress


class Purpose(enum.Enum):
    """What an edition is made for."""

    PRINT = "print"
    PROOF = "proof"
    SCREEN = "screen"
    """To be read on a screen: links and bookmarks, no bleed."""
    BILINGUAL = "bilingual"
    """Source and translation on facing pages."""
    COVER = "cover"
    """The cover of the print edition, as wide as its pages are thick."""
    TEMPLATE = "cover-template"
    """The edges and folds of that cover, for a designer who draws it elsewhere."""

    @property
    def for_printers(self) -> bool:
        """Whether a printer's profile has a say."""
        return self in {Purpose.PRINT, Purpose.BILINGUAL, Purpose.COVER, Purpose.TEMPLATE}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter file in the edition's language, as an HTML fragment."""

    name: str
    role: Role
    matter: Matter
    part: str | None
    source_path: str
    title: str
    """Inline HTML of its first heading; the file's name where it has none."""
    short_title: str
    """For the running head; equal to `title` unless the front matter has a `short-title`."""
    number: int | None
    """Counted from 1 through the book; None outside the body."""
    html: str
    """What `source.writing.write` returned: Python-Markdown's fragment with marks (see there)."""
    meta: dict[str, str] = field(default_factory=dict)
    """Translated front matter."""
    references: tuple[tuple[str, str, int | None], ...] = ()
    """(scheme, target, line of the source) of every cross-reference, as `Reading.references` has them."""
    volume: int = 1
    station: Station | None = None
    """Where it stands among the other sections, if not in its place among the files."""
    insert: Insert | None = None
    """Of a section of plates."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A translated book."""

    book: Book
    language: str
    purpose: Purpose
    metadata: Metadata
    chapters: tuple[Chapter, ...]
    progress: Progress


class Opening(enum.Enum):
    """On which page a section may begin."""

    RECTO = "recto"
    VERSO = "verso"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class ChapterHtml:
    """A section of the edition as a complete HTML document, with places for the numbers of pages.

    What publish asks of it:

    - `<html lang dir>`: the direction tells a recto from a verso.
    - A place for a folio is an element with `data-page="ID"`; its text is a stand-in of likely width until the
      pagination fills it. `ID` is the `id` of an element of any section of the book.
    - A link to another section is `href="#ID"` like one inside the section.
    - Addresses of images are relative to the workspace's root.
    - A footnote is an element of class `note` with `data-label`, floated to the foot (`float: footnote`); blocks inside
      it are spans too, as a `p` would end the paragraph of its call. A note that runs over pages is cut in pieces, the
      later ones of class `note-continued` (no call, no marker, no first-line indent, no space above).
    - `data-po` and `data-source` (`path:line`) on an element locate what is found about its pages.
    - Every page names its fonts, `@page` for the margins too: there is no other font than those of the edition.
    """

    name: str
    role: Role
    matter: Matter
    html: str
    opens: Opening
    folios: bool = True
    """Whether its pages count and carry folios in the sequence of its matter (a blank or a title leaf counts too)."""
    title: str = ""
    """Plain text for the outline."""
    volume: int = 1
    """The volume that it stands in; a volume begins with a page 0 of its own."""
    folios_go_on: bool = True
    """Whether the body of its volume goes on with the folios of the volume before."""
    voice: str = ""
    """Which language of a bilingual edition it is in: empty, or `original`; each has its own stylesheet and digits."""
    behind_page: int | None = None
    """The page of its volume that its leaves are bound behind, counted from 1; None where it follows a section."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The stylesheets of an edition, ready for layout."""

    css: str
    """Everything, page size, margins and bleed included, but the font faces, which depend on the machine."""
    opening: Opening = Opening.RECTO
    """Where parts and chapters begin."""
    leaves: frozenset[Role] = frozenset()
    """The generated sections that this theme has."""
    folios: dict[Matter, str] = field(default_factory=dict)
    """Matter -> numbering system of its folios, for `edition.numbering.format`."""
