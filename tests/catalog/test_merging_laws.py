"""Laws of merging, whatever two people have done to a catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalog.making import NOW, catalog, chapter, gettext, reread, setting
from translate_pub.catalog import alternatives, header, po, update
from translate_pub.catalog.merging import three_way
from translate_pub.model.catalog import Catalog, Entry, Key

SOURCES = (
    "The delegates voted on the first paragraph of the rules.",
    "The delegates voted on the first paragraph of the *party* rules.",
    "The delegates voted on the second paragraph of the rules.",
    "Martov spoke.",
    "Lenin spoke.",
    "Iskra appeared in London. It was printed there. Nobody knew the printer.",
    "Iskra appeared in London.",
    "It was printed there. Nobody knew the printer.",
    "1903",
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"]), max_size=12)
TRANSLATIONS = st.sampled_from(["ett", "två", "ett och två", 'med "citat"', "rad\nrad"]) | TEXTS.map(str.strip)
READINGS = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=7, unique=True)


@st.composite
def bases(draw: st.DrawFn) -> Catalog:
    """Draw a catalogue of some of the texts, translated, fuzzy or empty."""
    texts = {text: draw(TRANSLATIONS) for text in draw(READINGS)}
    fuzzy = [text for text in texts if texts[text] and draw(st.booleans())]
    return catalog(texts, fuzzy=fuzzy)


def _edited(draw: st.DrawFn, entry: Entry) -> Entry:
    """Do to one entry what people do."""
    what = draw(st.sampled_from(["nothing", "nothing", "translate", "doubt", "vouch", "note", "erase note"]))
    if what == "translate":
        flags = ("fuzzy",) if draw(st.booleans()) else ()
        msgstr = draw(TRANSLATIONS) or (entry.msgstr if entry.obsolete else "")
        return entry.revise(msgstr=msgstr, flags=flags if msgstr else (), previous=None)
    if what == "doubt" and entry.msgstr:
        return entry.revise(flags=("fuzzy",))
    if what == "vouch" and entry.msgstr:
        return entry.revise(flags=(), previous=None)
    if what == "note":
        return entry.revise(comments=(*entry.comments, draw(st.sampled_from(["a question", "an answer"]))))
    return entry.revise(comments=entry.comments[1:]) if what == "erase note" else entry


@st.composite
def sides(draw: st.DrawFn, base: Catalog) -> Catalog:
    """Draw what a person makes of a catalogue: edits, sometimes an update before them, another order, a new header."""
    found, days = base, draw(st.integers(1, 5))
    if draw(st.booleans()):
        (found,) = update.update([base], [chapter(draw(READINGS))], setting(days=days)).catalogs
        found = reread(found)
    entries = [_edited(draw, entry) for entry in found.entries]
    if draw(st.integers(0, 4)) == 0:
        live = [entry for entry in entries if not entry.obsolete]
        entries = [*draw(st.permutations(live)), *(entry for entry in entries if entry.obsolete)]
    msgstr = found.header.msgstr
    if draw(st.booleans()):
        stamps = [header.stamp(NOW + dt.timedelta(days=number)) for number in (0, days)]
        msgstr = msgstr.replace(f"PO-Revision-Date: {stamps[0]}", f"PO-Revision-Date: {stamps[1]}")
        msgstr = msgstr.replace("Last-Translator: \n", f"Last-Translator: {draw(st.sampled_from(['Ada', 'Bo']))}\n")
    top = found.header if msgstr == found.header.msgstr else found.header.revise(msgstr=msgstr)
    return reread(replace(found, header=top, entries=tuple(entries)))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Catalog, Catalog, Catalog]:
    """Draw a catalogue and what two people have made of it."""
    base = draw(bases())
    return base, draw(sides(base)), draw(sides(base))


def by_key(found: Catalog) -> dict[Key, Entry]:
    """Return the entries by their keys."""
    return {entry.key: entry for entry in found.entries}


def written(base: Catalog, side: Catalog, other: Catalog) -> set[str]:
    """List the translations of a side that may not be lost: what it wrote, and what nobody has touched.

    A fuzzy text of the base that an update has carried to another message is nobody's writing.
    """
    was, across = by_key(base), by_key(other)
    old = {entry.msgstr for entry in base.entries}
    found: set[str] = set()
    for key, entry in by_key(side).items():
        new = key not in was or was[key].msgstr != entry.msgstr
        left = key in across and across[key].msgstr == entry.msgstr
        if left or (new and not (entry.fuzzy and entry.msgstr in old)):
            found.add(entry.msgstr)
    return found - {""}


def kept(found: Catalog) -> set[str]:
    """List the translations that a catalogue holds, in entries and beside them."""
    return {text for entry in found.entries for text in (entry.msgstr, *alternatives.read(entry))}


def dated(found: Catalog) -> set[str]:
    """Return the lines of a header, but for the name that a tie gives to whoever is first."""
    return {line for line in found.header.msgstr.splitlines() if not line.startswith("Last-Translator")}


@given(histories())
@settings(max_examples=40, deadline=None)
def test_no_translation_is_lost(history: tuple[Catalog, Catalog, Catalog]) -> None:
    """Every translation that either person wrote, or both left, is in the merged catalogue."""
    base, ours, theirs = history
    merged = reread(three_way.merge(base, ours, theirs).catalog)
    assert written(base, ours, theirs) <= kept(merged)
    assert written(base, theirs, ours) <= kept(merged)
    assert not merged.damaged


@given(histories())
@settings(max_examples=40, deadline=None)
def test_merging_again_changes_nothing(history: tuple[Catalog, Catalog, Catalog]) -> None:
    """What is merged already stays as it is, byte for byte, when either side is merged into it."""
    base, ours, theirs = history
    merged = reread(three_way.merge(base, ours, theirs).catalog)
    data = po.serialize(merged)
    for side in (ours, theirs):
        assert po.serialize(three_way.merge(base, merged, side).catalog) == data


@given(histories())
@settings(max_examples=40, deadline=None)
def test_both_orders_hold_the_same(history: tuple[Catalog, Catalog, Catalog]) -> None:
    """Whoever is first, the same messages are live and fuzzy, and the same texts stand in or beside each."""
    base, ours, theirs = history
    one, other = (reread(three_way.merge(base, *pair).catalog) for pair in ((ours, theirs), (theirs, ours)))

    def said(found: Catalog) -> dict[Key, tuple[object, ...]]:
        return {
            entry.key: (entry.obsolete, entry.fuzzy, {entry.msgstr, *alternatives.read(entry)})
            for entry in found.entries
        }

    assert said(one) == said(other)
    assert dated(one) == dated(other)


@given(histories())
@settings(max_examples=40, deadline=None)
def test_one_side_alone_is_taken_as_it_is(history: tuple[Catalog, Catalog, Catalog]) -> None:
    """Where one person has done nothing, every entry of the other's file is as it was, to the byte."""
    base, ours, _ = history
    for pair in ((ours, base), (base, ours), (ours, ours)):
        merged = by_key(three_way.merge(base, *pair).catalog)
        assert all(merged[entry.key].raw == entry.raw for entry in ours.entries)
        assert all(entry.obsolete for key, entry in merged.items() if key not in by_key(ours))


@given(histories())
@settings(max_examples=12, deadline=None)
def test_gettext_reads_what_was_merged(history: tuple[Catalog, Catalog, Catalog]) -> None:
    """`msgfmt` takes every merged file, and `msgcat --no-wrap` changes no byte of it."""
    data = po.serialize(three_way.merge(*history).catalog)
    gettext("msgfmt", "-o", "/dev/null", "-", data=data)
    assert gettext("msgcat", "--no-wrap", "--force-po", "-", data=data).decode() == data.decode()
