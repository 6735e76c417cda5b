"""What a reader sees of a book's metadata, as segments like those of its chapters, and translated back into place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from translate_pub.model.book import Book, Contributor, Metadata, Part, Picture, Volume
from translate_pub.model.catalog import METADATA
from translate_pub.model.source import Segment

CHAPTER = METADATA
"""The name of the metadata's template and catalogues, among those of the chapters."""

_KINDS = {
    "title": "title of the book",
    "subtitle": "subtitle of the book",
    "short_title": "title in running heads",
    "edition": "edition statement",
    "publisher": "publisher",
    "place": "place of publication",
    "rights": "rights, on the imprint page",
    "description": "description, for shops and libraries",
    "blurb": "text of the back cover",
    "author_note": "about the author, on the cover",
}
"""Key of `book.toml` -> what its text is to the reader. The key is also the context of the message."""
_TABLES = {"blurb": "cover", "author_note": "cover"}
"""Key -> the table that it stands in, where it is not the file's own."""
KEYS = tuple(_KINDS)
"""The keys of `book.toml` whose text is translated, beside the parts and the contributors."""
_LONG = {"rights", "description", "blurb", "author_note"}
"""Keys whose text is paragraphs between blank lines, a message each."""
_PART, _CAPTION, _CONTRIBUTOR = "part title", "part caption", "contributor"
CREDIT = "credit"
"""Context of what `figures.toml` says beside pictures."""
_VOLUME, _VOLUME_SUBTITLE = "volume title", "volume subtitle"
_BLANK_LINES = re.compile(r"\n\s*\n")

Lookup = Callable[[tuple[str, str]], str | None]
"""(msgctxt, msgid) -> msgstr, or None where there is none to be printed."""


def segments(book: Book) -> tuple[Segment, ...]:
    """Return everything that translators are asked for, in the order of a title leaf, with its line in `book.toml`."""
    return tuple(replace(segment, ordinal=ordinal) for ordinal, segment in enumerate(_segments(book)))


def apply(metadata: Metadata, lookup: Lookup) -> Metadata:
    """Return the metadata with every text that has a translation in that translation."""

    def translated(context: str, text: str) -> str:
        return (lookup((context, text)) or text) if text else text

    fields = {key: "\n\n".join(translated(key, text) for text in _texts(key, getattr(metadata, key))) for key in _KINDS}
    parts = tuple(
        Part(part.id, translated(_PART, part.title), translated(_CAPTION, part.caption)) for part in metadata.parts
    )
    contributors = tuple(
        Contributor(translated(_CONTRIBUTOR, person.name), person.role) for person in metadata.contributors
    )
    volumes = tuple(
        Volume(one.number, translated(_VOLUME, one.title), translated(_VOLUME_SUBTITLE, one.subtitle))
        for one in metadata.volumes
    )
    pictures = tuple(
        Picture(one.file, translated(CREDIT, one.credit), translated(CREDIT, one.licence), one.source)
        for one in metadata.pictures
    )
    return Metadata(**fields, parts=parts, contributors=contributors, volumes=volumes, pictures=pictures)


def _segments(book: Book) -> Iterator[Segment]:
    metadata = book.metadata
    for key, kind in _KINDS.items():
        for text in _texts(key, getattr(metadata, key)):
            yield Segment(kind, text, key, book.lines.get(_place(key)))
    yield from _volumes(book)
    for place, part in enumerate(metadata.parts):
        yield Segment("title of a part", part.title, _PART, book.lines.get(f"parts.{place}.title"))
        if part.caption:
            line = book.lines.get(f"parts.{place}.caption")
            yield Segment("caption of a part", part.caption, _CAPTION, line, path=(part.title,))
    for place, person in enumerate(metadata.contributors):
        line = book.lines.get(f"contributors.{place}.name")
        notes = ("Spell the name as readers of your language do; leave it as it is where they read it as it is.",)
        yield Segment(f"name of a contributor ({person.role})", person.name, _CONTRIBUTOR, line, notes=notes)
    yield from _credits(book)


def _place(key: str) -> str:
    """Give a key's full name in `book.toml`."""
    return f"{_TABLES[key]}.{key}" if key in _TABLES else key


def _volumes(book: Book) -> Iterator[Segment]:
    for place, volume in enumerate(book.metadata.volumes):
        if volume.title:
            yield Segment("title of a volume", volume.title, _VOLUME, book.lines.get(f"volumes.{place}.title"))
        if volume.subtitle:
            line = book.lines.get(f"volumes.{place}.subtitle")
            path = (volume.title,) if volume.title else ()
            yield Segment("subtitle of a volume", volume.subtitle, _VOLUME_SUBTITLE, line, path=path)


def _credits(book: Book) -> Iterator[Segment]:
    for picture in book.metadata.pictures:
        notes = (f"Printed beside {picture.file}, as figures.toml says.",)
        if picture.credit:
            yield Segment("credit of a picture", picture.credit, CREDIT, notes=notes)
        if picture.licence:
            yield Segment("licence of a picture", picture.licence, CREDIT, notes=notes)


def _texts(key: str, text: str) -> tuple[str, ...]:
    """Cut the text of a key into messages, each on one line."""
    paragraphs = _BLANK_LINES.split(text) if key in _LONG else (text,)
    lines = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return tuple(line for line in lines if line)
