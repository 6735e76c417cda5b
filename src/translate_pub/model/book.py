"""A book as its `book.toml` describes it, and the editions that it is to have."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate_pub.model.checking import NOTHING_ALLOWED, CheckSettings
from translate_pub.model.colours import Colour
from translate_pub.model.cover import NOTHING_ASKED, CoverSettings
from translate_pub.model.printing import Binding


class Role(enum.Enum):
    """What a section of a book is (the book trade's names; Chicago Manual of Style 18, 1.4)."""

    HALF_TITLE = "half-title"
    TITLE_PAGE = "title-page"
    IMPRINT = "imprint"
    DEDICATION = "dedication"
    EPIGRAPH = "epigraph"
    CONTENTS = "contents"
    ILLUSTRATIONS = "illustrations"
    FOREWORD = "foreword"
    PREFACE = "preface"
    ACKNOWLEDGEMENTS = "acknowledgements"
    INTRODUCTION = "introduction"
    PART = "part"
    CHAPTER = "chapter"
    CONCLUSION = "conclusion"
    AFTERWORD = "afterword"
    APPENDIX = "appendix"
    CHRONOLOGY = "chronology"
    GLOSSARY = "glossary"
    NOTES = "notes"
    BIBLIOGRAPHY = "bibliography"
    INDEX = "index"
    PLATES = "plates"
    """Pictures on leaves of their own, put in between two sections or two signatures."""
    COLOPHON = "colophon"

    @property
    def generated(self) -> bool:
        """Whether the tool makes it from the metadata and the other sections."""
        return self in {Role.HALF_TITLE, Role.TITLE_PAGE, Role.IMPRINT, Role.CONTENTS, Role.ILLUSTRATIONS, Role.PART}


class Matter(enum.Enum):
    """Which of the three matters of a book a section belongs to; front and body have folios of their own."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Trim:
    """The size of a page after cutting."""

    width_mm: float
    height_mm: float


NAMED_TRIMS: dict[str, Trim] = {
    "140x216mm": Trim(140, 216),
    "A5": Trim(148, 210),
    "6x9in": Trim(152.4, 228.6),
}
"""Trim sizes by name; any other is written as a measure, `WIDTHxHEIGHTmm` or `WIDTHxHEIGHTin`."""


PRODUCTS = ("paperback", "hardback", "epub", "pdf", "set")
"""What has an ISBN of its own: every product, and a set of volumes as a whole (ISBN Users' Manual 7, 5)."""


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who made the book, in one role (author, editor, illustrator, translator...)."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Station:
    """Where an addendum stands among the sections of its edition: behind the last of a role, or before the first."""

    role: Role
    after: bool = True


@dataclass(frozen=True, slots=True)
class Insert:
    """How a section of plates is put into the book: whole leaves, that count or do not."""

    folios: bool = False
    """Whether its pages count and carry folios."""
    behind_page: int | None = None
    """The page of the volume that it is bound behind, a multiple of the signature; None where it follows a section."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A chapter file of the book, in its place."""

    path: str
    """Relative to the workspace's root."""
    role: Role
    matter: Matter
    part: str | None = None
    """The `id` of the part that it belongs to."""
    volume: int = 1
    """The volume that it stands in, counted from 1."""
    language: str = ""
    """The language of the one edition that has it, in which it is written; empty where all editions have it."""
    station: Station | None = None
    """Where it stands among the other sections, if not in its place among the files."""
    insert: Insert | None = None
    """Of a section of plates."""

    @property
    def name(self) -> str:
        """The file's stem, by which the chapter, its template and its catalogues are known."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book: a title leaf before its chapters."""

    id: str
    title: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What `figures.toml` says of a picture."""

    file: str
    """Relative to the workspace's root; may be a pattern (`*`, `?`) for several."""
    credit: str = ""
    """Who made it or owns it, as printed beside it."""
    licence: str = ""
    source: str = ""
    """Where it comes from: an archive's shelf mark, an address."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One volume of several."""

    number: int
    """Counted from 1."""
    title: str = ""
    subtitle: str = ""


class Extent(enum.Enum):
    """What the contents or the index of a volume cover."""

    VOLUME = "volume"
    ALL = "all"


class FolioRun(enum.Enum):
    """Where the folios of a volume's body begin."""

    CONTINUOUS = "continuous"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class Division:
    """How the volumes of a book belong together."""

    contents: Extent = Extent.VOLUME
    """Also of the list of illustrations."""
    index: Extent = Extent.ALL
    """For all volumes there is one index, in the last."""
    folios: FolioRun = FolioRun.CONTINUOUS


@dataclass(frozen=True, slots=True)
class Launch:
    """When and where an edition is to appear."""

    date: dt.date
    place: str = ""


class Placement(enum.Enum):
    """Where contents or imprint page of an edition stand."""

    FRONT = "front"
    BACK = "back"
    NONE = "none"


class Credits(enum.Enum):
    """Where the names of those who made an edition come from."""

    NAMED = "named"
    """From `book.toml` alone."""
    HISTORY = "history"
    """Where `book.toml` names nobody, from the history of the catalogues: those with the most words first."""


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """What `[editions.<language>]` says of one language of the book."""

    language: str
    translators: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    imprint: str = ""
    isbn: dict[str, str] = field(default_factory=dict)
    """Product (one of `PRODUCTS`, or `volume-1.paperback`) -> ISBN-13 as written."""
    launch: Launch | None = None
    printer: str = ""
    """Who prints it, as the imprint page names them."""
    printer_profile: str = ""
    """The printer's profile that it is made to; plain files where it names none."""
    paper: str = ""
    """One of the profile's papers, by name; its first where none is named."""
    binding: Binding | None = None
    """One of the profile's bindings; its first where None."""
    fonts: dict[str, str] = field(default_factory=dict)
    """Use (body, heading, note, mono) -> family shipped, `npm:PACKAGE@VERSION`, `pypi:PACKAGE==VERSION` or a path."""
    numbering: dict[str, str] = field(default_factory=dict)
    """`body` and `front` -> CLDR numbering system (latn, arabext, deva...) or lower-roman, abjad."""
    contents: Placement = Placement.FRONT
    imprint_page: Placement = Placement.FRONT
    index: bool = True
    """Whether an index is made of the marks in the text."""
    checks: CheckSettings = NOTHING_ALLOWED
    """What is allowed in the translation into this language."""
    credits: Credits = Credits.NAMED
    cover: CoverSettings = NOTHING_ASKED
    """What its cover has of its own; see `Book.cover_of`."""
    addenda: tuple[SourceFile, ...] = ()
    """Files that this edition alone has, written in its language."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a reader sees of the book's metadata, in the source language or translated."""

    title: str
    subtitle: str = ""
    short_title: str = ""
    rights: str = ""
    description: str = ""
    edition: str = ""
    publisher: str = ""
    place: str = ""
    parts: tuple[Part, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    """In the order of the title page; an edition in another script spells their names its own way."""
    blurb: str = ""
    """What the back cover says of the book; paragraphs between blank lines, of the author note too."""
    author_note: str = ""
    volumes: tuple[Volume, ...] = ()
    """None where the book is one volume."""
    pictures: tuple[Picture, ...] = ()
    """What `figures.toml` says; the first that fits a picture counts."""


@dataclass(frozen=True, slots=True)
class Book:
    """A book of the workspace."""

    name: str
    """The folder's name under the sources."""
    folder: str
    """Relative to the workspace's root."""
    language: str
    metadata: Metadata
    year: int | None
    isbn: dict[str, str]
    trim: Trim
    theme: str
    files: tuple[SourceFile, ...]
    """In reading order: front, body, back."""
    editions: dict[str, EditionSettings]
    css: tuple[str, ...] = ()
    """Stylesheets of the book's own, relative to the workspace's root, applied after the theme."""
    checks: CheckSettings = NOTHING_ALLOWED
    """What is allowed in its translations."""
    division: Division = Division()
    cover: CoverSettings = NOTHING_ASKED
    colours: tuple[Colour, ...] = ()
    """Those that its stylesheets use by name."""
    lines: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Line in `book.toml` of every key, counted from 1: `title`, `parts.0.caption`, `editions.ur.launch.date`."""

    @property
    def configuration(self) -> str:
        """The path of its `book.toml`, relative to the workspace's root."""
        return f"{self.folder}/book.toml"

    def edition(self, language: str) -> EditionSettings:
        """Return what is set for a language, or the defaults."""
        return self.editions.get(language) or EditionSettings(language)

    def cover_of(self, language: str) -> CoverSettings:
        """Return what is asked of the cover in a language."""
        return self.cover.under(self.edition(language).cover)

    def files_of(self, language: str) -> tuple[SourceFile, ...]:
        """Return the files of one edition in reading order; what it alone has of a matter stands last in it."""
        return in_reading_order((*self.files, *self.edition(language).addenda))


def in_reading_order(files: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """Sort files volume by volume, each front, body, back."""
    matters = list(Matter)
    return tuple(sorted(files, key=lambda file: (file.volume, matters.index(file.matter))))
