"""What a reader sees of a book's metadata is offered to translators, and translated back into its place."""

from __future__ import annotations

from pathlib import Path

from translate_pub.model.book import NAMED_TRIMS, Book, Contributor, Metadata, Part
from translate_pub.source import metadata

PEOPLE = (Contributor("Lantern Street", "author"),)
WORDS = Metadata(
    title="The Bolsheviks",
    subtitle="A handbook",
    rights="May be\ncopied.\n\nMay be printed.",
    edition="First edition",
    publisher="Lantern Street",
    parts=(Part("one", "Circles", "1883"), Part("two", "War")),
    contributors=PEOPLE,
)
LINES = {"title": 3, "rights": 9, "parts.0.title": 20, "parts.0.caption": 21, "contributors.0.name": 15}
BOOK = Book("handbook", "texts/handbook", "en", WORDS, 2027, {}, NAMED_TRIMS["A5"], "classic", (), {}, (), lines=LINES)


def test_segments() -> None:
    """Every text is a segment with its line and its key for context; paragraphs are one each, on one line."""
    found = [(segment.context, segment.text, segment.line) for segment in metadata.segments(BOOK)]
    assert found == [
        ("title", "The Bolsheviks", 3),
        ("subtitle", "A handbook", None),
        ("edition", "First edition", None),
        ("publisher", "Lantern Street", None),
        ("rights", "May be copied.", 9),
        ("rights", "May be printed.", 9),
        ("part title", "Circles", 20),
        ("part caption", "1883", 21),
        ("part title", "War", None),
        ("contributor", "Lantern Street", 15),
    ]


def test_the_same_words_in_two_places_are_two_messages() -> None:
    """A publisher who is the author too is two messages, for their grammar may differ."""
    assert len({segment.key for segment in metadata.segments(BOOK)}) == len(metadata.segments(BOOK))


def test_everything_that_is_offered_is_applied() -> None:
    """What a translator writes for each segment is what the metadata then says, and nothing else of it changes."""
    translations = {segment.key: f"<{segment.context}: {segment.text}>" for segment in metadata.segments(BOOK)}
    translated = metadata.apply(WORDS, translations.get)
    assert translated == Metadata(
        title="<title: The Bolsheviks>",
        subtitle="<subtitle: A handbook>",
        rights="<rights: May be copied.>\n\n<rights: May be printed.>",
        edition="<edition: First edition>",
        publisher="<publisher: Lantern Street>",
        parts=(
            Part("one", "<part title: Circles>", "<part caption: 1883>"),
            Part("two", "<part title: War>"),
        ),
        contributors=(Contributor("<contributor: Lantern Street>", "author"),),
    )


def test_what_has_no_translation_stays() -> None:
    """Without translations the metadata is that of the source, and so it is with empty ones."""
    assert metadata.apply(WORDS, lambda _key: None) == metadata.apply(WORDS, lambda _key: "")
    assert metadata.apply(WORDS, lambda _key: None).title == WORDS.title


def test_no_field_is_forgotten() -> None:
    """Every text of the metadata is offered: a field that is added later is not lost on translators."""
    source = Path(metadata.__file__).read_text(encoding="utf-8")
    assert [field for field in Metadata.__dataclass_fields__ if field not in source] == []
