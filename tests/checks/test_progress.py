"""How far a translation is."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from translate_pub.catalog import reviews
from translate_pub.checks import progress
from translate_pub.model.catalog import Catalog, Entry, Message, Template
from translate_pub.model.progress import Count, Progress, State

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


def test_what_was_reviewed_is_told_apart() -> None:
    """A review counts among what is translated, while it holds."""
    read = reviews.review(Entry("", "one two three", "ett två tre"), "Åsa Ek", dt.date(2026, 11, 22))
    late = reviews.review(Entry("", "four five", "fyra fem"), "Åsa Ek", dt.date(2026, 11, 22))
    held = catalog(read, late.revise(msgstr="4, 5"))
    found = progress.measure(held, template("one two three", "four five"))
    assert found == Progress(Count(2, 0, 0, 1), Count(5, 0, 0, 3))
    assert (found.percent, found.percent_reviewed) == (100, 60)
    assert found.words.states == {
        State.UNTRANSLATED: 0, State.FUZZY: 0, State.TRANSLATED: 2, State.REVIEWED: 3
    }  # fmt: skip


def test_as_it_stands() -> None:
    """A catalogue by itself has the messages of its own live entries, whatever the sources have now."""
    held = catalog(
        Entry("", "gone now", "borta"), Entry("", "here", "här", flags=FUZZY), Entry("", "x", "x", obsolete=True)
    )
    assert progress.standing(held) == Progress(Count(1, 1, 0), Count(2, 1, 0))
    assert progress.measure(held, template("here", "new")) == Progress(Count(0, 1, 1), Count(0, 1, 1))


def test_words_that_ship_need_no_review() -> None:
    """Of the tool's own words those that ship count as reviewed; those of the workspace when somebody has read them."""
    own = Entry("", "Contents", "Innehåll")
    ships = Entry("", "Chapter", "Kapitel")
    used = catalog(own, ships, Entry("", "Part", ""))
    found = progress.measure_furniture(used, catalog(own), template("Contents", "Chapter", "Part"))
    assert found.messages == Count(2, 0, 1, 1)


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
