"""How far a translation is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate_pub.checks import progress
from translate_pub.model.catalog import Catalog, Entry, Message, Template
from translate_pub.model.progress import Count, Progress

FUZZY = ("fuzzy",)


def template(*msgids: str) -> Template:
    """Make a template of messages."""
    return Template("book", "chapter", tuple(Message("", msgid) for msgid in msgids))


def catalog(*entries: Entry) -> Catalog:
    """Make a catalogue of entries."""
    return Catalog("sv/chapter.po", "sv", "book", "chapter", Entry("", ""), entries)


def test_translated_fuzzy_and_untranslated_are_told_apart() -> None:
    """A message counts as its live entry does, in messages and in words of the source."""
    found = progress.measure(
        catalog(Entry("", "one two three", "ett två tre"), Entry("", "four five", "fyra fem", flags=FUZZY)),
        template("one two three", "four five", "six"),
    )
    assert found == Progress(Count(1, 1, 1), Count(3, 2, 1))


def test_a_missing_catalogue_is_untranslated() -> None:
    """A chapter that nobody has begun counts with all of its words."""
    assert progress.measure(None, template("one two", "three")) == Progress(Count(0, 0, 2), Count(0, 0, 3))


def test_what_the_source_no_longer_has_does_not_count() -> None:
    """Obsolete entries, and entries of messages that are gone, are not measured."""
    held = catalog(Entry("", "gone", "borta"), Entry("", "here", "här", obsolete=True))
    assert progress.measure(held, template("here")) == Progress(Count(0, 0, 1), Count(0, 0, 1))


def test_context_tells_messages_apart() -> None:
    """A translation in another context is another message's."""
    held = catalog(Entry("verb", "book", "boka"))
    assert progress.measure(held, template("book")).messages == Count(0, 0, 1)


def test_a_hundred_per_cent_only_when_nothing_is_missing() -> None:
    """A message without words keeps an edition below a hundred per cent."""
    held = catalog(Entry("", "many words here", "många ord här"))
    assert progress.measure(held, template("many words here", "…")).percent == 99


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_every_message_counts_once(states: list[tuple[bool, bool]]) -> None:
    """Translated, fuzzy and untranslated messages add up to those of the template."""
    msgids = [f"message {place}" for place in range(len(states))]
    entries = [
        Entry("", msgid, "text" if text else "", flags=FUZZY if fuzzy else ())
        for msgid, (text, fuzzy) in zip(msgids, states, strict=True)
    ]
    found = progress.measure(catalog(*entries), template(*msgids))
    assert found.messages.total == len(states)
    assert found.words.total == 2 * len(states)
    assert found.complete == all(text and not fuzzy for text, fuzzy in states)
