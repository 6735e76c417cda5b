"""What a file that comes back does to the catalogues."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.catalog import making
from tests.catalog.exchange import samples
from translate_pub.catalog import alternatives, po, remarks, reviews
from translate_pub.catalog.exchange import merging
from translate_pub.catalog.exchange.extracting import extract
from translate_pub.catalog.exchange.merging import Arrival, Arrived, Tally
from translate_pub.catalog.exchange.unit import Address, State, Unit, identify
from translate_pub.catalog.remarks import Remark
from translate_pub.model.catalog import Catalog, Entry

ARRIVAL = Arrival("back.xlsx", making.NOW.date(), translator="Ada Lovelace <ada@example.org>")
SPLIT, VOTE, LINK = "The split", "They *voted* twice.[^1]", 'See [the rules](rules.md){.more title="x--y"}.'
LINES = "Two  \nlines"


def out(made: Catalog | None = None) -> dict[str, Unit]:
    """Export a catalogue and return its units by their sources."""
    units, _ = extract([made or samples.catalog()])
    return {unit.source: replace(unit, place=f"row {number}") for number, unit in enumerate(units, 2)}


def back(*units: Unit, now: Catalog | None = None, arrival: Arrival = ARRIVAL) -> tuple[Arrived, Catalog]:
    """Import units."""
    arrived = merging.merge([now or samples.catalog()], units, arrival)
    (catalog,) = arrived.catalogs
    return arrived, making.reread(catalog)


def with_entry(source: str, **changes: object) -> Catalog:
    """Return the catalogue with one entry changed."""
    made = samples.catalog()
    entries = tuple(one.revise(**changes) if one.msgid == source else one for one in made.entries)
    return making.reread(replace(made, entries=entries))


def codes(arrived: Arrived) -> list[str]:
    """Return the codes of what was found."""
    return [found.code for found in arrived.diagnostics]


def test_a_new_translation_is_taken() -> None:
    """What was empty and is filled in counts as translated, and no other entry loses a byte."""
    unit = samples.translated(out()[LINK], "قواعد", State.UNTRANSLATED)
    arrived, catalog = back(unit)
    assert making.entry(catalog, LINK).translated
    assert arrived.tally == Tally(taken=1)
    before = po.serialize(samples.catalog()).decode()
    assert po.serialize(catalog).decode() == before.replace(
        f'msgid "{LINK.replace(chr(34), chr(92) + chr(34))}"\nmsgstr ""',
        f'msgid "{LINK.replace(chr(34), chr(92) + chr(34))}"\nmsgstr "قواعد"',
    )


@pytest.mark.parametrize("state", [State.FUZZY, State.TRANSLATED, None])
def test_the_state_comes_from_the_file(state: State | None) -> None:
    """Fuzzy stays fuzzy where the file says so; a text that was changed and says nothing is translated."""
    _, catalog = back(samples.translated(out()[LINES], "نئی", state))
    entry = making.entry(catalog, LINES)
    assert (entry.msgstr, entry.fuzzy) == ("نئی", state is State.FUZZY)


def test_a_state_alone_is_taken() -> None:
    """Who calls a fuzzy text translated has looked at it."""
    unit = out()[LINES]
    _, catalog = back(replace(unit, state=State.TRANSLATED))
    assert making.entry(catalog, LINES).translated
    _, catalog = back(replace(unit, state=None))
    assert making.entry(catalog, LINES).fuzzy


def test_an_untouched_text_gives_way_to_the_catalogue() -> None:
    """What was not changed in the file does not undo what was done in the catalogue."""
    now = with_entry(SPLIT, msgstr="نئی پھوٹ")
    arrived, catalog = back(*out().values(), now=now)
    assert making.entry(catalog, SPLIT).msgstr == "نئی پھوٹ"
    assert po.serialize(catalog) == po.serialize(now)
    assert not codes(arrived)


def test_two_translations_are_both_kept() -> None:
    """What both sides have changed has one text in the entry and the other beside it, with its author."""
    now = with_entry(SPLIT, msgstr="ایک")
    arrived, catalog = back(samples.translated(out()[SPLIT], "دو"), now=now)
    entry = making.entry(catalog, SPLIT)
    assert {entry.msgstr, *alternatives.read(entry)} == {"ایک", "دو"}
    assert any("Ada Lovelace" in comment for comment in entry.comments)
    assert codes(arrived) == ["C163"]
    assert "row 2" in arrived.diagnostics[0].message
    assert arrived.tally == Tally(both=1)


def test_an_empty_cell_deletes_nothing() -> None:
    """The catalogue keeps what the file has lost, and that is said; what was never there is no loss."""
    arrived, catalog = back(samples.translated(out()[SPLIT], "  ", State.UNTRANSLATED))
    assert making.entry(catalog, SPLIT).msgstr == samples.TEXTS[SPLIT]
    assert (codes(arrived), arrived.tally) == (["C162"], Tally(emptied=1))
    arrived, _ = back(out()[LINK], now=with_entry(LINK, msgstr="اس دوران"))
    assert (codes(arrived), arrived.tally) == ([], Tally(same=1))


def test_comments_are_united_and_the_notes_of_the_tool_stay() -> None:
    """A comment that the file adds or changes is taken; reviews and waivers are not the file's to write."""
    now = with_entry(SPLIT, comments=("first", "translate-pub: allow C050 so it is"))
    unit = out(now)[SPLIT]
    _, catalog = back(replace(unit, comments=("first, mended", "translate-pub: reviewed Eve 2026-01-01 0000")), now=now)
    assert set(making.entry(catalog, SPLIT).comments) == {"first, mended", "translate-pub: allow C050 so it is"}
    later = with_entry(SPLIT, comments=("first", "from the catalogue"))
    _, catalog = back(replace(unit, comments=("first", "from the file")), now=later)
    assert set(making.entry(catalog, SPLIT).comments) == {"first", "from the catalogue", "from the file"}


def test_a_suggestion_that_was_worked_over_is_none_any_more() -> None:
    """The note of where a fuzzy text came from goes with the fuzzy mark."""
    now = samples.catalog()
    noted = remarks.add(making.entry(now, LINES), Remark("suggested", "memory 0.8"))
    now = making.reread(replace(now, entries=tuple(noted if one.msgid == LINES else one for one in now.entries)))
    _, catalog = back(samples.translated(out(now)[LINES], "نئی"), now=now)
    assert not making.entry(catalog, LINES).comments


def test_a_review_needs_a_name() -> None:
    """What the file calls reviewed is noted with reviewer and day; without a name it is translated."""
    unit = replace(out()[SPLIT], state=State.REVIEWED)
    arrived, catalog = back(unit)
    assert (codes(arrived), arrived.tally.same) == (["C166"], 1)
    _, catalog = back(unit, arrival=replace(ARRIVAL, reviewer="Grace Hopper"))
    review = reviews.read(making.entry(catalog, SPLIT))
    assert review is not None
    assert (review.name, review.date) == ("Grace Hopper", making.NOW.date())
    _, again = back(unit, now=catalog, arrival=replace(ARRIVAL, reviewer="Somebody Else"))
    assert po.serialize(again) == po.serialize(catalog)


def test_a_row_without_its_id_is_found_by_its_source() -> None:
    """An id that is missing or mistyped is said, and the translation taken."""
    unit = samples.translated(out()[LINK], "قواعد")
    for address in (None, replace(unit.address or Address("ur", "handbook", "03", ""), digest="0" * 16)):
        arrived, catalog = back(replace(unit, address=address))
        assert making.entry(catalog, LINK).msgstr == "قواعد"
        assert codes(arrived) == ["C158"]


def test_a_text_in_several_chapters_is_not_guessed() -> None:
    """Without an id, a source text that stands in two chapters belongs nowhere."""
    chapters = [making.catalog({"Yes": ""}, name) for name in ("03", "04")]
    arrived = merging.merge(chapters, [Unit(None, "Yes", "ہاں", State.TRANSLATED, place="row 2")], ARRIVAL)
    assert (codes(arrived), arrived.tally) == (["C158"], Tally(refused=1))
    assert arrived.catalogs == tuple(chapters)


def test_columns_that_were_sorted_apart_are_refused() -> None:
    """An id that is that of one message and a source that is that of another make no pair."""
    units = out()
    arrived, catalog = back(replace(units[SPLIT], source=VOTE, target="غلط"))
    assert (codes(arrived), arrived.tally) == (["C169"], Tally(refused=1))
    assert po.serialize(catalog) == po.serialize(samples.catalog())


def test_a_source_that_was_changed_makes_its_translation_fuzzy() -> None:
    """The id says what was meant; the translation may be that of the changed text."""
    arrived, catalog = back(replace(out()[LINK], source="See the new rules.", target="نئے قواعد"))
    entry = making.entry(catalog, LINK)
    assert (entry.msgstr, entry.fuzzy) == ("نئے قواعد", True)
    assert codes(arrived) == ["C160"]
    arrived, _ = back(replace(out()[LINES], source="Two lines"))
    assert not codes(arrived)


def test_a_message_twice_in_a_file_keeps_both_translations() -> None:
    """The first is taken, the second noted beside it; the same twice is nothing."""
    unit = out()[LINK]
    arrived, catalog = back(*(samples.translated(unit, text) for text in ("ایک", "دو", "ایک")))
    entry = making.entry(catalog, LINK)
    assert (entry.msgstr, alternatives.read(entry)) == ("ایک", ("دو",))
    assert codes(arrived) == ["C159"]


def test_a_message_that_has_moved_is_followed() -> None:
    """A chapter that was renamed or divided since the export costs nothing."""
    unit = samples.translated(out()[LINK], "قواعد")
    moved = making.catalog({LINK: ""}, "04")
    arrived = merging.merge([making.catalog({SPLIT: ""}), moved], [unit], ARRIVAL)
    assert arrived.catalogs[1].entries[0].msgstr == "قواعد"


def test_a_message_that_is_gone_is_kept_as_obsolete() -> None:
    """Work on a text that was taken out meanwhile is there for the next update to propose."""
    now = making.catalog({SPLIT: "پھوٹ"})
    arrived, catalog = back(samples.translated(out()[LINK], "قواعد"), *out().values(), now=now)
    kept = making.entry(catalog, LINK)
    assert (kept.msgstr, kept.obsolete) == ("قواعد", True)
    assert codes(arrived) == ["C161"]
    assert arrived.tally == Tally(same=len(samples.TEXTS), gone=1)
    again, _ = back(samples.translated(out()[LINK], "دوسرے"), now=catalog)
    assert making.entry(again.catalogs[0], LINK).obsolete


def test_a_message_of_nowhere_is_reported_with_its_translation() -> None:
    """What can be kept nowhere is told whole enough to be found in the file."""
    address = Address("ur", "handbook", "99", identify("", "Elsewhere"))
    arrived, catalog = back(Unit(address, "Elsewhere", "کہیں اور", State.TRANSLATED, place="row 7"))
    (found,) = arrived.diagnostics
    assert (found.code, arrived.tally) == ("C161", Tally(refused=1))
    assert "row 7" in found.message
    assert "کہیں اور" in found.message
    assert po.serialize(catalog) == po.serialize(samples.catalog())


def test_messages_of_one_text_are_told_apart_by_their_context() -> None:
    """Two messages that differ in msgctxt alone keep their own translations."""
    entries = tuple(Entry(context, "Left", "") for context in ("side", "past"))
    made = making.reread(replace(samples.catalog(), entries=entries))
    units, _ = extract([made])
    _, catalog = back(*(samples.translated(unit, f"{unit.context}!") for unit in units), now=made)
    assert [entry.msgstr for entry in catalog.entries] == ["side!", "past!"]
    anonymous = [replace(samples.translated(unit, f"{unit.context}?"), address=None) for unit in units]
    _, catalog = back(*anonymous, now=made)
    assert [entry.msgstr for entry in catalog.entries] == ["side?", "past?"]


def test_an_entry_with_plural_forms_stays_at_home() -> None:
    """No format of exchange has plural forms, and a book has none either; an entry with some is reported."""
    plural = Entry("", "%d page", plural=("%d pages", ("", "")))
    made = replace(samples.catalog(), entries=(plural, *samples.catalog().entries))
    units, found = extract([made])
    assert [one.code for one in found] == ["C164"]
    assert len(units) == len(samples.TEXTS)
    assert len(extract([made], (State.UNTRANSLATED,))[0]) == 1
