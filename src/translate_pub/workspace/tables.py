"""The keys of `translate-pub.toml` and `book.toml`: what each is called, holds and means.

Every key has a default here, so that a file with mistakes can be checked to its end; those that must be there are
marked.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec

from translate_pub.edition import themes
from translate_pub.edition.numbering import SYSTEMS
from translate_pub.model.book import NAMED_TRIMS, Credits, Extent, FolioRun, Placement, Role
from translate_pub.model.checking import LEVELS
from translate_pub.model.cover import ImageArea, SpineDirection
from translate_pub.model.printing import Binding
from translate_pub.model.workspace import References

ROLES = tuple(role.value for role in Role if not role.generated and role is not Role.CHAPTER)
"""What front and back matter may be."""
_MADE = tuple(role.value for role in Role if role.generated and role is not Role.PART)
"""What they would be, did not the tool make it."""

_STATIONS = tuple(role.value for role in Role)
"""What an addendum may stand beside."""

Year = Annotated[int, msgspec.Meta(ge=1450, le=2999)]
BarcodeSize = Annotated[int, msgspec.Meta(ge=80, le=200)]
"""Per cent; the magnification that GS1 allows at a till (GS1 General Specifications, EAN-13)."""
SignatureNumber = Annotated[int, msgspec.Meta(ge=1, le=999)]
SignaturePages = Annotated[int, msgspec.Meta(ge=4, le=128)]
VolumeNumber = Annotated[int, msgspec.Meta(ge=1, le=99)]
Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
Processes = Annotated[int, msgspec.Meta(ge=1, le=256)]

_BINDINGS = tuple(binding.value for binding in Binding)
_PLACEMENTS = tuple(placement.value for placement in Placement)
_EXTENTS = tuple(extent.value for extent in Extent)
_FOLIOS = tuple(run.value for run in FolioRun)
_CREDITS = tuple(source.value for source in Credits)
_IMAGE_AREAS = tuple(area.value for area in ImageArea)
_SPINE_DIRECTIONS = tuple(direction.value for direction in SpineDirection)
_REFERENCES = tuple(references.value for references in References)


def _key(
    meaning: str, *, required: bool = False, choices: tuple[str, ...] = (), tolerated: tuple[str, ...] = ()
) -> msgspec.Meta:
    """Say what a key means, whether it must be there, and what it may hold."""
    return msgspec.Meta(description=meaning, extra={"required": required, "choices": choices, "tolerated": tolerated})


class Table(msgspec.Struct, frozen=True):
    """A table of TOML."""


class Defaults(Table, frozen=True):
    """What a book has that does not say otherwise."""

    theme: Annotated[str, _key("theme of the pages", choices=themes.NAMES)] = "classic"
    trim: Annotated[str, _key(f"size of the cut page: {', '.join(NAMED_TRIMS)}, or any WxHmm or WxHin")] = "140x216mm"


class ChecksTable(Table, frozen=True):
    """What `check` looks for."""

    spelling: Annotated[tuple[str, ...], _key("languages whose spelling is always checked")] = ()
    allow: Annotated[tuple[str, ...], _key("codes of findings that are right in every book")] = ()
    levels: Annotated[dict[str, str], _key(f"how much the findings of a code matter: {', '.join(LEVELS)}")] = {}


class BookChecksTable(Table, frozen=True):
    """What `check` lets pass in one book."""

    allow: Annotated[tuple[str, ...], _key("codes of findings that are right in this book")] = ()
    levels: Annotated[dict[str, str], _key(f"how much the findings of a code matter: {', '.join(LEVELS)}")] = {}


class WorkspaceTable(Table, frozen=True):
    """`translate-pub.toml`."""

    source_language: Annotated[
        str, _key("the language that the books are written in (en, pt-BR...)", required=True)
    ] = ""
    languages: Annotated[tuple[str, ...], _key("the languages that the books are translated into")] = ()
    project: Annotated[str, _key("the name that the catalogues carry; the folder's name if left out")] = ""
    bugs: Annotated[str, _key("address or page where translators report mistakes in the source")] = ""
    sources: Annotated[str, _key("folder of the books")] = "source_texts"
    catalogs: Annotated[str, _key("folder of the catalogues")] = "locales"
    build: Annotated[str, _key("folder of what is built")] = "build"
    references: Annotated[str, _key("what a message tells of its place in a catalogue", choices=_REFERENCES)] = "keep"
    jobs: Annotated[Processes | None, _key("processes that work at the same time, if not one a processor")] = None
    defaults: Annotated[Defaults, _key("what a book has that does not say otherwise")] = Defaults()
    checks: Annotated[ChecksTable, _key("what `check` looks for")] = ChecksTable()


class ContributorTable(Table, frozen=True):
    """Somebody who made the book."""

    name: Annotated[str, _key("the name, as it is to be printed", required=True)] = ""
    role: Annotated[
        str, _key("what they did: author, editor, illustrator, cartographer, designer...", required=True)
    ] = ""


class Products(Table, frozen=True):
    """The ISBN of each product."""

    paperback: Annotated[str, _key("ISBN-13 of the paperback")] = ""
    hardback: Annotated[str, _key("ISBN-13 of the hardback")] = ""
    epub: Annotated[str, _key("ISBN-13 of the EPUB")] = ""
    pdf: Annotated[str, _key("ISBN-13 of the PDF that is sold or lent")] = ""


class IsbnTable(Products, frozen=True):
    """The ISBNs of an edition."""

    set: Annotated[str, _key("ISBN-13 of the volumes as a set")] = ""
    volumes: Annotated[tuple[Products, ...], _key("the ISBNs of each volume, in order")] = ()


class SectionTable(Table, frozen=True):
    """A file of the front or back matter."""

    role: Annotated[str, _key("what it is: preface, glossary...", required=True, choices=ROLES, tolerated=_MADE)] = ""
    file: Annotated[str, _key("the Markdown file, relative to the book's folder", required=True)] = ""


class PartTable(Table, frozen=True):
    """A part of the book."""

    id: Annotated[str, _key("a short name for the part, the same in all languages", required=True)] = ""
    title: Annotated[str, _key("the part's title", required=True)] = ""
    caption: Annotated[str, _key("a line under the part's title")] = ""
    chapters: Annotated[tuple[str, ...], _key("the Markdown files of the part, in order", required=True)] = ()


class InsertTable(Table, frozen=True):
    """Plates on leaves of their own."""

    file: Annotated[str, _key("the Markdown file of the plates", required=True)] = ""
    after: Annotated[str, _key("the file of the section that they follow")] = ""
    after_signature: Annotated[SignatureNumber | None, _key("the signature that they are bound behind")] = None
    signature: Annotated[SignaturePages, _key("pages of a signature")] = 16
    volume: Annotated[VolumeNumber | None, _key("the volume whose signatures are meant")] = None
    folios: Annotated[bool, _key("whether their pages count and carry numbers")] = False


class PictureTable(Table, frozen=True):
    """Whose a picture is."""

    file: Annotated[str, _key("the image, relative to the book's folder; * stands for several", required=True)] = ""
    credit: Annotated[str, _key("who made or owns it, as it is to be printed")] = ""
    licence: Annotated[str, _key("on what terms it may be printed: CC BY 4.0, by permission...")] = ""
    source: Annotated[str, _key("where it comes from: shelf mark, address")] = ""


class FiguresTable(Table, frozen=True):
    """`figures.toml`, beside `book.toml`."""

    pictures: Annotated[tuple[PictureTable, ...], _key("pictures; the first that fits a file counts")] = ()


class AddendumTable(SectionTable, frozen=True):
    """A file that one edition alone has, written in its language."""

    after: Annotated[str, _key("the role behind whose last section it stands", choices=_STATIONS)] = ""
    before: Annotated[str, _key("the role before whose first section it stands", choices=_STATIONS)] = ""
    volume: Annotated[VolumeNumber | None, _key("the volume it is in, if not the first (front) or last (back)")] = None


class VolumeTable(Table, frozen=True):
    """A volume of the book."""

    title: Annotated[str, _key("the volume's title")] = ""
    subtitle: Annotated[str, _key("the volume's subtitle")] = ""
    parts: Annotated[tuple[str, ...], _key("ids of the parts that it holds")] = ()
    chapters: Annotated[tuple[str, ...], _key("files of the chapters that it holds")] = ()
    front: Annotated[
        tuple[str, ...], _key("files of front matter that it holds; those of no volume are in the first")
    ] = ()
    back: Annotated[
        tuple[str, ...], _key("files of back matter that it holds; those of no volume are in the last")
    ] = ()


class LaunchTable(Table, frozen=True):
    """When and where an edition appears."""

    date: Annotated[dt.date | None, _key("the day, for example 2027-01-15", required=True)] = None
    place: Annotated[str, _key("the town or house")] = ""


class FontsTable(Table, frozen=True):
    """Fonts by use."""

    body: Annotated[str, _key("a shipped family, npm:PACKAGE@VERSION, pypi:PACKAGE==VERSION or a path")] = ""
    heading: Annotated[str, _key("the same, for headings")] = ""
    note: Annotated[str, _key("the same, for notes and tables")] = ""
    mono: Annotated[str, _key("the same, for code")] = ""


class NumberingTable(Table, frozen=True):
    """Digits by matter."""

    body: Annotated[str, _key("numbering of the body, a system of CLDR's", choices=SYSTEMS)] = ""
    front: Annotated[str, _key("numbering of the front matter", choices=SYSTEMS)] = ""


class CoverChoices(Table, frozen=True):
    """What a cover has that needs no translation."""

    background: Annotated[str, _key("colour of the cover: #7a1f1f, or inks in per cent: cmyk(10 95 90 20)")] = ""
    text: Annotated[str, _key("colour of its text; black or white, whichever is read better, if left out")] = ""
    accent: Annotated[str, _key("colour of its rules; that of the text if left out")] = ""
    image: Annotated[str, _key("image of the cover: SVG, JPEG or PNG")] = ""
    image_area: Annotated[
        str, _key("how much of the cover the image takes; band if left out", choices=_IMAGE_AREAS)
    ] = ""
    logo: Annotated[str, _key("the publisher's mark, for spine and back")] = ""
    price: Annotated[str, _key("price beside the barcode, as it is to be read")] = ""
    price_code: Annotated[str, _key("two or five digits of the barcode's add-on")] = ""
    qr: Annotated[str, _key("what a QR code on the back says, an address mostly")] = ""
    spine_direction: Annotated[
        str, _key("where the text of the spine runs; the language's custom if left out", choices=_SPINE_DIRECTIONS)
    ] = ""
    barcode_percent: Annotated[
        BarcodeSize | None, _key("size of the barcode in per cent; what its place allows, up to 100, if left out")
    ] = None
    css: Annotated[tuple[str, ...], _key("stylesheets of the cover's own, after the theme's")] = ()
    file: Annotated[str, _key("a finished cover as PDF, drawn elsewhere, to be used instead")] = ""


class CoverTable(CoverChoices, frozen=True):
    """The cover."""

    blurb: Annotated[str, _key("what the back cover says of the book; paragraphs between blank lines")] = ""
    author_note: Annotated[str, _key("what the cover says of the author; paragraphs between blank lines")] = ""


class EditionTable(Table, frozen=True):
    """What one language of the book has of its own."""

    translators: Annotated[tuple[str, ...], _key("names of the translators, as printed in that language")] = ()
    reviewers: Annotated[tuple[str, ...], _key("names of the reviewers")] = ()
    imprint: Annotated[str, _key("publisher's imprint of that language")] = ""
    isbn: Annotated[IsbnTable, _key("ISBNs of that language's products")] = IsbnTable()
    launch: Annotated[LaunchTable | None, _key("when and where it appears")] = None
    printer: Annotated[str, _key("who prints it, as the imprint page names them")] = ""
    printer_profile: Annotated[str, _key("the printer's profile that it is made to: see translate-pub printers")] = ""
    paper: Annotated[str, _key("one of that printer's papers; the first if left out")] = ""
    binding: Annotated[str, _key("one of that printer's bindings; the first if left out", choices=_BINDINGS)] = ""
    fonts: Annotated[FontsTable, _key("fonts by use")] = FontsTable()
    numbering: Annotated[NumberingTable, _key("digits of folios and numbers")] = NumberingTable()
    contents: Annotated[str, _key("where the contents stand", choices=_PLACEMENTS)] = "front"
    imprint_page: Annotated[str, _key("where the imprint page stands", choices=_PLACEMENTS)] = "front"
    index: Annotated[bool, _key("whether an index is made of the marks in the text")] = True
    allow: Annotated[tuple[str, ...], _key("codes of findings that are right in this language")] = ()
    credits: Annotated[
        str, _key("who is named if nobody is here: nobody, or who is found in git's history", choices=_CREDITS)
    ] = "named"
    cover: Annotated[CoverChoices, _key("what that language's cover has of its own")] = CoverChoices()
    front: Annotated[tuple[AddendumTable, ...], _key("front matter that this edition alone has")] = ()
    back: Annotated[tuple[AddendumTable, ...], _key("back matter that this edition alone has")] = ()


class ColourTable(Table, frozen=True):
    """A colour of the book, given once: stylesheets call it `var(--colour-NAME)`."""

    screen: Annotated[str, _key("how it looks on a screen: #7a1f1f", required=True)] = ""
    cmyk: Annotated[str, _key("its inks, in per cent: cmyk(10 95 90 20); as the ICC profile says if left out")] = ""
    spot: Annotated[
        Percent | None, _key("per cent of the second ink where black and one ink print; as dark as it is if left out")
    ] = None
    black: Annotated[
        Percent | None, _key("per cent of black where black alone prints; as dark as it is if left out")
    ] = None


class BookTable(Table, frozen=True):
    """`book.toml`."""

    title: Annotated[str, _key("the title", required=True)] = ""
    subtitle: Annotated[str, _key("the subtitle")] = ""
    short_title: Annotated[str, _key("the title in running heads")] = ""
    language: Annotated[str, _key("language of the source, if not the workspace's")] = ""
    publisher: Annotated[str, _key("the publisher")] = ""
    place: Annotated[str, _key("where it is published")] = ""
    year: Annotated[Year | None, _key("year of publication")] = None
    edition: Annotated[str, _key('which edition it is: "Second, revised edition"')] = ""
    rights: Annotated[str, _key("copyright and licence, for the imprint page; paragraphs between blank lines")] = ""
    description: Annotated[str, _key("what the book is about, for shops and libraries")] = ""
    trim: Annotated[str, _key("size of the cut page, if not the workspace's")] = ""
    theme: Annotated[str, _key("theme of the pages, if not the workspace's", choices=themes.NAMES)] = ""
    css: Annotated[tuple[str, ...], _key("stylesheets of the book's own, after the theme's")] = ()
    contributors: Annotated[tuple[ContributorTable, ...], _key("who made the book")] = ()
    isbn: Annotated[IsbnTable, _key("ISBNs of the edition in the source's language")] = IsbnTable()
    front: Annotated[tuple[SectionTable, ...], _key("front matter, in order")] = ()
    chapters: Annotated[tuple[str, ...], _key("chapters of a book without parts, or before its first part")] = ()
    parts: Annotated[tuple[PartTable, ...], _key("parts, in order")] = ()
    back: Annotated[tuple[SectionTable, ...], _key("back matter, in order")] = ()
    inserts: Annotated[tuple[InsertTable, ...], _key("plates on leaves of their own")] = ()
    volumes: Annotated[tuple[VolumeTable, ...], _key("volumes, in order, where the book is in several")] = ()
    contents: Annotated[
        str, _key("which chapters the contents of a volume list: its own, or those of all", choices=_EXTENTS)
    ] = "volume"
    index: Annotated[
        str, _key("whether every volume has an index of its own, or the last one for all", choices=_EXTENTS)
    ] = "all"
    folios: Annotated[str, _key("where the page numbers of the second volume begin", choices=_FOLIOS)] = "continuous"
    checks: Annotated[BookChecksTable, _key("what is allowed in the book's translations")] = BookChecksTable()
    cover: Annotated[CoverTable, _key("the cover")] = CoverTable()
    colours: Annotated[dict[str, ColourTable], _key("colours that stylesheets use by name")] = {}
    editions: Annotated[dict[str, EditionTable], _key("what each language has of its own")] = {}
