"""Two people's versions of a catalogue become one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.catalog.making import NOW, catalog, chapter, entry, gettext, read, reread, setting
from translate_pub.catalog import alternatives, header, po, update
from translate_pub.catalog.merging import three_way
from translate_pub.catalog.merging.three_way import Merged
from translate_pub.model.catalog import Catalog, Entry, Reference

BASE = catalog({"one": "ett", "two": "två", "three": "", "four": "fyra", "five": "fem"}, fuzzy=["four"])


def edited(made: Catalog, **changes: dict[str, Any]) -> Catalog:
    """Change entries, each named by its text, and save the file."""
    entries = (found.revise(**changes[found.msgid]) if found.msgid in changes else found for found in made.entries)
    return reread(replace(made, entries=tuple(entries)))


def signed(made: Catalog, name: str, days: int) -> Catalog:
    """Say in the header who has saved a catalogue, and when."""
    msgstr = made.header.msgstr.replace("Last-Translator: ", f"Last-Translator: {name} <{name.lower()}@example.org>")
    stamps = [header.stamp(NOW), header.stamp(NOW + dt.timedelta(days=days))]
    msgstr = msgstr.replace(f"PO-Revision-Date: {stamps[0]}", f"PO-Revision-Date: {stamps[1]}")
    return reread(replace(made, header=made.header.revise(msgstr=msgstr)))


def merge(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Merged:
    """Merge, and hold what is true of every merging."""
    merged = three_way.merge(base, ours, theirs)
    data = po.serialize(merged.catalog)
    again = reread(merged.catalog)
    assert again.entries == merged.catalog.entries
    assert po.serialize(three_way.merge(base, again, theirs).catalog) == data
    assert po.serialize(three_way.merge(base, again, ours).catalog) == data
    if not merged.catalog.damaged:
        gettext("msgfmt", "-o", "/dev/null", "-", data=data, quiet=False)
    return merged


def texts(merged: Merged) -> dict[str, str]:
    """Return the live translations by their messages."""
    return {found.msgid: found.msgstr for found in merged.catalog.entries if not found.obsolete}


def test_each_side_s_work_is_in_the_result() -> None:
    """What one side alone has changed is taken from it, and other entries keep their bytes."""
    ours = edited(BASE, one={"msgstr": "Ett"}, three={"msgstr": "tre"})
    theirs = edited(BASE, two={"msgstr": "Två"}, four={"msgstr": "fyra", "flags": ()})
    merged = merge(BASE, ours, theirs)
    assert texts(merged) == {"one": "Ett", "two": "Två", "three": "tre", "four": "fyra", "five": "fem"}
    assert merged.catalog.live()["", "four"].translated
    assert merged.clashes == ()
    assert merged.taken == (("", "two"), ("", "four"))
    assert entry(merged.catalog, "five").raw == entry(BASE, "five").raw


def test_a_side_that_changed_nothing_gives_way() -> None:
    """With an unchanged side the result is the other's file, byte for byte."""
    changed = signed(edited(BASE, one={"msgstr": "Ett", "comments": ("hm",)}), "Ada", 3)
    for ours, theirs in ((BASE, changed), (changed, BASE), (changed, changed)):
        assert po.serialize(merge(BASE, ours, theirs).catalog) == po.serialize(changed)


def test_two_translations_of_one_message_are_both_kept() -> None:
    """Ours holds, theirs stands beside it with its author and day, and the entry is fuzzy, so that somebody looks."""
    ours = edited(BASE, three={"msgstr": "tre"})
    theirs = signed(edited(BASE, three={"msgstr": 'trean "3"\n'}), "Ada", 2)
    merged = merge(BASE, ours, theirs)
    found = entry(merged.catalog, "three")
    assert (found.msgstr, found.fuzzy) == ("tre", True)
    assert found.comments == ('another translation (Ada, 2026-11-23): "trean \\"3\\"\\n"',)
    assert alternatives.read(found) == ('trean "3"\n',)
    (clash,) = merged.clashes
    assert (clash.kept, clash.noted) == ("tre", 'trean "3"\n')


def test_what_somebody_vouches_for_comes_before_a_fuzzy_text() -> None:
    """Of a fuzzy text and one that is not, the latter holds on whichever side it is, and is not made fuzzy."""
    sure = edited(BASE, four={"msgstr": "Fyra", "flags": ()})
    unsure = edited(BASE, four={"msgstr": "kanske fyra"})
    for ours, theirs in ((sure, unsure), (unsure, sure)):
        found = entry(merge(BASE, ours, theirs).catalog, "four")
        assert (found.msgstr, found.fuzzy, alternatives.read(found)) == ("Fyra", False, ("kanske fyra",))


def test_an_empty_text_is_no_rival() -> None:
    """A translation comes before none, also where the base is not known."""
    for base in (BASE, None):
        merged = merge(base, BASE, edited(BASE, three={"msgstr": "tre"}))
        assert texts(merged)["three"] == "tre"
        assert merged.clashes == ()


def test_without_a_base_nothing_goes() -> None:
    """Where it is not known what both began from, messages and comments of both sides stay."""
    ours = catalog({"one": "ett", "two": "två"})
    theirs = edited(catalog({"two": "två", "three": "tre"}), two={"comments": ("sure?",)})
    merged = merge(None, ours, theirs)
    assert texts(merged) == {"one": "ett", "two": "två", "three": "tre"}
    assert entry(merged.catalog, "two").comments == ("sure?",)


def test_without_a_base_the_last_worker_decides_what_is_fuzzy() -> None:
    """Of two states of the same text, the one of the later revision holds; without dates, somebody has to look."""
    fuzzy, sure = BASE, signed(edited(BASE, four={"flags": ()}), "Ada", 2)
    assert entry(merge(None, fuzzy, sure).catalog, "four").translated
    undated = edited(BASE, four={"flags": ()})
    assert entry(merge(None, undated, fuzzy).catalog, "four").fuzzy


def test_comments_are_united() -> None:
    """Lines that either side added are there, lines that either side removed are not."""
    base = edited(BASE, one={"comments": ("a", "b", "c")})
    ours = edited(base, one={"comments": ("a", "b", "mine")})
    theirs = edited(base, one={"comments": ("theirs", "b", "c")})
    assert entry(merge(base, ours, theirs).catalog, "one").comments == ("b", "mine", "theirs")


def test_only_the_lines_above_are_written_anew() -> None:
    """Where comments alone are merged, the text keeps the wrapping of the side that it is from."""
    odd = b'\nmsgid ""\n"wrapped "\n"oddly"\nmsgstr   "ja"\n'
    base = read(po.serialize(BASE) + odd)
    ours = read(po.serialize(BASE) + b"\n# mine" + odd)
    theirs = read(po.serialize(BASE) + b"\n# theirs" + odd)
    assert po.serialize(merge(base, ours, theirs).catalog).endswith(b"\n# mine\n# theirs" + odd)


def test_headers_are_merged() -> None:
    """The newest revision names its translator, the newest source its date; other fields come from who changed them."""
    ours = signed(BASE, "Ada", 5)
    ours = reread(replace(ours, header=ours.header.revise(msgstr=ours.header.msgstr + "X-Editor: vim\n")))
    theirs = signed(BASE, "Bo", 2)
    newer = theirs.header.msgstr.replace("POT-Creation-Date: 2026-11-21", "POT-Creation-Date: 2026-11-22")
    theirs = reread(replace(theirs, header=theirs.header.revise(msgstr=newer, comments=("Bo, 2026",))))
    for one, other in ((ours, theirs), (theirs, ours)):
        top = merge(BASE, one, other).catalog.header
        assert "Last-Translator: Ada <ada@example.org>\n" in top.msgstr
        assert "PO-Revision-Date: 2026-11-26 23:00+0000\n" in top.msgstr
        assert "POT-Creation-Date: 2026-11-22 23:00+0000\n" in top.msgstr
        assert "X-Editor: vim\n" in top.msgstr
        assert top.comments == ("Bo, 2026",)


def renewed(made: Catalog, *paragraphs: str, days: int = 1) -> Catalog:
    """Update a catalogue to a source."""
    (done,) = update.update([made], [chapter(paragraphs)], setting(days=days)).catalogs
    return reread(done)


LONG = "The delegates voted on the first paragraph of the rules in the evening."
NEWER = "The delegates voted on the first paragraph of the party rules in the evening."


def test_an_update_on_the_other_side_brings_its_order() -> None:
    """One person translates, another updates: the order is the newer source's, and the translations are there."""
    ours = edited(BASE, three={"msgstr": "tre"})
    theirs = renewed(BASE, "five", "new", "three", "one", "two", "four")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(BASE, one, other)
        assert list(texts(merged)) == ["five", "new", "three", "one", "two", "four"]
        assert texts(merged)["three"] == "tre"


def test_a_translation_of_what_the_source_has_no_longer_is_obsolete() -> None:
    """One person translates what another's update removes: the work is kept as an obsolete entry."""
    ours = edited(BASE, three={"msgstr": "tre"}, two={"msgstr": "Två"})
    theirs = renewed(BASE, "one", "four", "five")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(BASE, one, other)
        assert list(texts(merged)) == ["one", "four", "five"]
        assert {(e.msgid, e.msgstr) for e in merged.catalog.entries if e.obsolete} == {("three", "tre"), ("two", "Två")}


def test_new_work_goes_to_the_message_that_took_over() -> None:
    """A translation that was mended on one side reaches the changed paragraph that the other side's update made."""
    base = catalog({LONG: "De röstade om första paragrafen på kvällen.", "one": "ett"})
    ours = edited(base, **{LONG: {"msgstr": "Ombuden röstade om första paragrafen på kvällen.", "comments": ("so",)}})
    theirs = renewed(base, NEWER, "one")
    assert entry(theirs, NEWER).fuzzy
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge(base, one, other)
        found = entry(merged.catalog, NEWER)
        assert (found.msgstr, found.fuzzy) == ("Ombuden röstade om första paragrafen på kvällen.", True)
        assert (found.previous, found.comments) == (("", LONG), ("so",))


def test_new_work_on_both_sides_of_a_changed_message_is_kept() -> None:
    """If the changed paragraph has been translated already, the work on the old one stands beside it."""
    base = catalog({LONG: "gammal", "one": "ett"})
    ours = edited(base, **{LONG: {"msgstr": "ny"}})
    theirs = edited(renewed(base, NEWER, "one"), **{NEWER: {"msgstr": "nyare", "flags": ()}})
    found = entry(merge(base, ours, theirs).catalog, NEWER)
    assert (found.msgstr, found.fuzzy, alternatives.read(found)) == ("nyare", False, ("ny",))


def test_what_was_thrown_away_on_purpose_goes() -> None:
    """Obsolete entries that one side has purged, and the other left alone, are gone; a live translation never is."""
    base = edited(BASE, five={"obsolete": True, "extracted": (), "references": ()})
    purged = replace(base, entries=tuple(found for found in base.entries if found.msgid not in {"five", "one"}))
    merged = merge(base, edited(base, two={"msgstr": "Två"}), reread(purged))
    assert {found.msgid: found.obsolete for found in merged.catalog.entries} == {
        "two": False, "three": False, "four": False, "one": True,
    }  # fmt: skip


def test_references_come_from_the_newer_source() -> None:
    """Where both sides have new references, those of the newer source hold."""
    ours = edited(BASE, one={"references": (Reference("old.md", 1),)})
    theirs = edited(BASE, one={"references": (Reference("new.md", 2),)})
    newer = theirs.header.msgstr.replace("POT-Creation-Date: 2026-11-21", "POT-Creation-Date: 2026-11-22")
    theirs = reread(replace(theirs, header=theirs.header.revise(msgstr=newer)))
    assert entry(merge(BASE, ours, theirs).catalog, "one").references == (Reference("new.md", 2),)


BROKEN = b'\nmsgid "two"\nmsgstr "tv\xc3\xa5\n'


def test_damaged_blocks_of_both_sides_stay() -> None:
    """What cannot be read is no deletion, and its bytes stay where they were."""
    whole = po.serialize(BASE)
    damaged = whole.replace(b'msgstr "tv\xc3\xa5"', b'msgstr "tv\xc3\xa5')
    assert damaged != whole
    merged = merge(BASE, edited(BASE, one={"msgstr": "Ett"}), read(damaged))
    assert texts(merged)["two"] == "två"
    assert [damage.key for damage in merged.catalog.damaged] == [("", "two")]
    repaired = merge(read(damaged), read(damaged), BASE)
    assert repaired.catalog.damaged == ()
    assert texts(repaired)["two"] == "två"


def test_plural_forms_are_both_kept() -> None:
    """Of two sets of plural forms one holds and the other's are noted."""

    def with_forms(*forms: str) -> Catalog:
        plural = Entry("", "a page", forms[0] if all(forms) else "", ("{n} pages", forms))
        return reread(replace(BASE, entries=(*BASE.entries, plural)))

    merged = merge(with_forms("", ""), with_forms("en sida", "{n} sidor"), with_forms("ett blad", "{n} blad"))
    found = entry(merged.catalog, "a page")
    assert found.plural == ("{n} pages", ("en sida", "{n} sidor"))
    assert alternatives.read(found) == ("ett blad", "{n} blad")


@pytest.mark.parametrize("mark", ["crlf", "latin-1"])
def test_the_shape_of_a_file_comes_from_who_changed_it(mark: str) -> None:
    """Line ends and encoding are merged like everything else, and no text is lost over them."""
    data = po.serialize(catalog({"one": "ett", "two": "två"}))
    other = {
        "crlf": data.replace(b"\n", b"\r\n"),
        "latin-1": data.decode().replace("UTF-8", "ISO-8859-1").replace("·", "-").encode("latin-1"),
    }[mark]
    base, theirs = read(data), read(other)
    ours = edited(base, one={"msgstr": "ett, ett"})
    merged = merge(base, ours, theirs)
    assert merged.catalog.newline == theirs.newline
    assert texts(merged) == {"one": "ett, ett", "two": "två"}
    assert merged.catalog.charset == theirs.charset


def test_a_byte_order_mark_goes_where_one_side_has_none() -> None:
    """What gettext refuses is not taken over from an editor that added it."""
    data = po.serialize(BASE)
    assert not merge(BASE, edited(BASE, one={"msgstr": "Ett"}), read(b"\xef\xbb\xbf" + data)).catalog.bom
