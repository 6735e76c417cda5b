"""Catalogues held against the sources as they are now."""

from __future__ import annotations

from translate_pub.checks import staleness
from translate_pub.model.catalog import Catalog, Damage, Entry, Message, Template
from translate_pub.model.diagnostic import Severity

TEMPLATE = Template("book", "chapter", (Message("", "one"), Message("", "two")))


def catalog(*msgids: str, damaged: tuple[Damage, ...] = ()) -> Catalog:
    """Make a catalogue with an entry for each message."""
    entries = tuple(Entry("", msgid, "x") for msgid in msgids)
    return Catalog("sv/chapter.po", "sv", "book", "chapter", Entry("", ""), entries, damaged)


def test_in_step() -> None:
    """A catalogue with exactly the messages of its source has no finding."""
    assert staleness.check(catalog("one", "two"), TEMPLATE) == ()


def test_out_of_step() -> None:
    """C040: what a catalogue lacks and what it has too much of is counted, as a warning with the way out."""
    (found,) = staleness.check(catalog("one", "three", "four"), TEMPLATE)
    assert (found.code, found.severity) == ("C040", Severity.WARNING)
    assert "1 message not here yet, 2 messages here that it no longer has" in found.message
    assert "translate-pub update" in found.hints[0]


def test_no_catalogue() -> None:
    """A chapter without a catalogue is told with the place where it would be."""
    (found,) = staleness.check(None, TEMPLATE, "sv/chapter.po")
    assert str(found.span) == "sv/chapter.po"


def test_a_damaged_entry_holds_its_message() -> None:
    """A message whose entry is damaged is not missing: updating would not bring it."""
    assert staleness.check(catalog("one", damaged=(Damage(1, b"", key=("", "two")),)), TEMPLATE) == ()
