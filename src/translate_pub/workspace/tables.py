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
from translate_pub.model.book import NAMED_TRIMS, Credits, Placement, Role
from translate_pub.model.checking import LEVELS
from translate_pub.model.workspace import References

ROLES = tuple(role.value for role in Role if not role.generated and role is not Role.CHAPTER)
"""What front and back matter may be."""
_MADE = tuple(role.value for role in Role if role.generated and role is not Role.PART)
"""What they would be, did not the tool make it."""

Year = Annotated[int, msgspec.Meta(ge=1450, le=2999)]
Processes = Annotated[int, msgspec.Meta(ge=1, le=256)]

_PLACEMENTS = tuple(placement.value for placement in Placement)
_CREDITS = tuple(source.value for source in Credits)
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


class EditionTable(Table, frozen=True):
    """What one language of the book has of its own."""

    translators: Annotated[tuple[str, ...], _key("names of the translators, as printed in that language")] = ()
    reviewers: Annotated[tuple[str, ...], _key("names of the reviewers")] = ()
    imprint: Annotated[str, _key("publisher's imprint of that language")] = ""
    isbn: Annotated[IsbnTable, _key("ISBNs of that language's products")] = IsbnTable()
    launch: Annotated[LaunchTable | None, _key("when and where it appears")] = None
    printer: Annotated[str, _key("who prints it")] = ""
    fonts: Annotated[FontsTable, _key("fonts by use")] = FontsTable()
    numbering: Annotated[NumberingTable, _key("digits of folios and numbers")] = NumberingTable()
    contents: Annotated[str, _key("where the contents stand", choices=_PLACEMENTS)] = "front"
    imprint_page: Annotated[str, _key("where the imprint page stands", choices=_PLACEMENTS)] = "front"
    allow: Annotated[tuple[str, ...], _key("codes of findings that are right in this language")] = ()
    credits: Annotated[
        str, _key("who is named if nobody is here: nobody, or who is found in git's history", choices=_CREDITS)
    ] = "named"


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
    checks: Annotated[BookChecksTable, _key("what is allowed in the book's translations")] = BookChecksTable()
    editions: Annotated[dict[str, EditionTable], _key("what each language has of its own")] = {}
