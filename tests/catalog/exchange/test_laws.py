"""What goes out comes back, whatever the texts are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalog import making
from tests.catalog.exchange import samples
from translate_pub.catalog import po
from translate_pub.catalog.exchange import escaping, formats, merging, tmx
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.tmx import Pair
from translate_pub.catalog.exchange.unit import Exchange, State, Unit

VOUCHED = {State.TRANSLATED, State.REVIEWED}
ARRIVAL = merging.Arrival("file", making.NOW.date())


@pytest.mark.parametrize("form", list(Format))
@given(made=st.lists(samples.units(), min_size=1, max_size=4))
@settings(max_examples=12)
def test_what_is_written_is_read(form: Format, made: list[Unit]) -> None:
    """Identifiers, notes, states and texts come back as they went out, but for what a memory does not hold."""
    wanted = [replace(unit, previous="") for unit in made if unit.state in VOUCHED] if form is Format.TMX else made
    outcome = formats.read(samples.write(form, Exchange("en", "ur", tuple(made))), "file")
    assert outcome.value is not None
    assert list(outcome.value.units) == wanted
    assert not outcome.diagnostics
    assert not wanted or outcome.value.language == "ur"


@given(samples.texts)
def test_an_escape_is_undone(text: str) -> None:
    """Whatever XML and spreadsheets cannot hold is written in a way that is read back."""
    assert escaping.unescape(escaping.escape(text)) == text
    assert escaping.rearm(escaping.disarm(text)) == text
    assert not escaping.disarm(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(samples.lines, max_size=4).map(tuple))
def test_lines_come_back(lines: tuple[str, ...]) -> None:
    """No line, an empty one and an empty last one are told apart."""
    assert escaping.split_lines(escaping.join_lines(lines)) == lines


@given(st.lists(st.tuples(samples.texts, samples.texts, samples.lines), max_size=4))
@settings(max_examples=12)
def test_a_memory_comes_back(rows: list[tuple[str, str, str]]) -> None:
    """The pairs of a memory are read with their languages, notes and properties."""
    pairs = tuple(Pair(a, b, "en", "sv", f"n{i}", (c,), (("x-origin", c),)) for i, (a, b, c) in enumerate(rows))
    assert tmx.read(tmx.write(pairs, "en"), "file").value == pairs


@pytest.mark.parametrize("form", list(Format))
def test_a_file_that_nobody_touched_changes_nothing(form: Format) -> None:
    """Importing an export writes not a byte, even where the catalogue was changed meanwhile."""
    for texts in (samples.TEXTS, {text: f"{translation}!" for text, translation in samples.TEXTS.items()}):
        now = making.catalog(texts, fuzzy=("The split",))
        arrived = merging.merge([now], samples.read(samples.write(form)), ARRIVAL)
        assert [po.serialize(one) for one in arrived.catalogs] == [po.serialize(now)]
        assert not arrived.diagnostics


@given(st.data())
@settings(max_examples=40)
def test_no_translation_is_lost(data: st.DataObject) -> None:
    """Whatever is done to the rows of a file and to the catalogue meanwhile, every text is found afterwards."""
    before = samples.catalog()
    out = samples.exchange(before).units
    words = st.sampled_from(["", "a", "b", "c"])
    meanwhile = {text: data.draw(words, text) for text in samples.TEXTS}
    now = making.catalog(meanwhile, fuzzy=data.draw(st.sets(st.sampled_from(sorted(samples.TEXTS)))))
    states = st.sampled_from([*State, None])
    back = [samples.translated(unit, data.draw(words), data.draw(states)) for unit in out]
    back = [
        unit if data.draw(st.booleans()) else replace(unit, exported="") for unit in data.draw(st.permutations(back))
    ]
    arrived = merging.merge([now], back, ARRIVAL)
    (after,) = arrived.catalogs
    text = po.serialize(after).decode()
    live = making.reread(after).live()
    for unit in back:
        entry = live[unit.context, unit.source]
        for wanted in (unit.target, meanwhile[unit.source]):
            exported = samples.TEXTS[unit.source]
            assert wanted in {"", entry.msgstr, exported} or f'"{wanted}"' in text
    counts = arrived.tally
    assert counts.same + counts.taken + counts.both + counts.emptied == len(back)
    again = merging.merge([after], back, ARRIVAL)
    assert {entry.msgstr for entry in again.catalogs[0].entries} == {entry.msgstr for entry in after.entries}
