"""Laws of catalogues, whatever is in them."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import polib
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.storage import pypo

from tests.catalog.making import FACTS, NOW, catalog, chapter, gettext, path_of, read, reread, setting
from translate_pub.catalog import alternatives, po
from translate_pub.catalog.update import update
from translate_pub.model.catalog import Catalog, Entry, Key, Reference
from translate_pub.model.update import Fate, Update

WORDS = st.sampled_from(
    [
        "party",
        "congress",
        "Lenin",
        "Martov",
        "voted",
        "minutes",
        "1903",
        "*split*",
        "[^7]",
        "Iskra",
        "London",
        "the",
        "of",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(". ".join)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"], include_characters='\n\t"\\'),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() == text and text != "")
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
NAMES = st.from_regex(r"[a-zé0-9][a-zé0-9_.-]{0,24}[a-z]", fullmatch=True)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
REFERENCES = st.lists(st.builds(Reference, PATHS, st.none() | st.integers(1, 9999)), max_size=5, unique=True)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Draw an entry as this tool makes them."""
    msgstr = draw(st.just("") | TEXTS)
    obsolete = bool(msgstr) and draw(st.booleans())
    fuzzy = bool(msgstr) and draw(st.booleans())
    return Entry(
        draw(st.just("") | LINES),
        draw(TEXTS),
        msgstr,
        flags=("fuzzy",) if fuzzy else (),
        previous=draw(st.none() | st.tuples(st.just("") | LINES, TEXTS)) if fuzzy else None,
        comments=tuple(draw(st.lists(LINES, max_size=2))),
        extracted=() if obsolete else tuple(draw(st.lists(LINES, max_size=2))),
        references=() if obsolete else tuple(draw(REFERENCES)),
        obsolete=obsolete,
    )


def made_of(found: list[Entry]) -> Catalog:
    """Put entries into a catalogue, live ones first."""
    ordered = sorted(found, key=lambda entry: entry.obsolete)
    return replace(po.create(chapter([]), "ur", FACTS, path=path_of("03"), now=NOW), entries=tuple(ordered))


CATALOGS = st.lists(entries(), max_size=8, unique_by=lambda entry: entry.key).map(made_of)


@given(CATALOGS)
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_again(made: Catalog) -> None:
    """A catalogue reads as it was before it was written, and writing it again gives the same bytes."""
    data = po.serialize(made)
    again = read(data)
    assert again.entries == made.entries
    assert po.serialize(again) == data
    assert po.serialize(replace(again, entries=tuple(replace(entry, raw=None) for entry in again.entries))) == data


@given(st.binary(max_size=200) | st.text('msgidtrcx#~|,.: "\\n\n\r[0]<=', max_size=120).map(str.encode))
def test_every_readable_file_keeps_its_bytes(data: bytes) -> None:
    """Whatever is not refused is written back as it was read."""
    found = po.parse(data, "a.po", "ur", "handbook", "03").value
    if found is not None:
        assert po.serialize(found) == data


@given(
    st.lists(
        st.sampled_from(
            [
                'msgid "a"\n', 'msgid "b"\n', 'msgid ""\n', 'msgstr "c"\n', 'msgstr ""\n', '"more\\n"\n', "\n", "\r\n",
                "# note\n", "#, fuzzy\n", '#~ msgid "a"\n', '#~ msgstr "x"\n', '#| msgid "o"\n', "#: a.md:3\n",
                'msgctxt "k"\n', 'msgstr "lost\n', "garbage\n", '  msgid "d"  \n', 'msgid_plural "s"\n',
                'msgstr[0] "e"\n', 'msgstr[1] "f"\n', '#~| msgid "p"\n', 'msgstr "say "x" "\n', 'msgstr "\\q"\n',
                "msgid",
            ]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(max_examples=200)
def test_shuffled_lines_keep_their_bytes(lines: list[str]) -> None:
    """However the lines of a file are mixed up, its bytes survive, and every damaged block is reported once."""
    data = "".join(lines).encode()
    outcome = po.parse(data, "a.po", "ur", "handbook", "03")
    if outcome.value is not None:
        assert po.serialize(outcome.value) == data
        assert len(outcome.value.damaged) == sum(found.code != "C006" for found in outcome.diagnostics)


def texts_of(found: Catalog) -> set[tuple[str, str, str]]:
    """Return (context, msgid, msgstr) of the live entries."""
    return {(entry.context, entry.msgid, entry.msgstr) for entry in found.entries if not entry.obsolete}


@given(CATALOGS)
@settings(max_examples=20, deadline=None)
def test_all_tools_read_the_same(made: Catalog) -> None:
    """polib, Babel and Translate Toolkit read what this tool wrote as it meant it."""
    data = po.serialize(made)
    expected = texts_of(made)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.po")
        path.write_bytes(data)
        # A path and not the text: polib splits a text at more than its newlines.
        by_polib = {(e.msgctxt or "", e.msgid, e.msgstr) for e in polib.pofile(str(path)) if not e.obsolete}
        with path.open("rb") as file:
            by_babel = {(m.context or "", m.id, m.string or "") for m in read_po(file) if m.id}
        toolkit = pypo.pofile.parsestring(data)  # type: ignore[no-untyped-call]  # the library has no annotation
        units = [unit for unit in toolkit.units if not unit.isheader() and not unit.isobsolete()]
        by_toolkit = {(unit.getcontext(), str(unit.source), str(unit.target)) for unit in units}
    assert by_polib == expected
    assert by_babel == expected
    assert by_toolkit == expected


@given(CATALOGS)
@settings(max_examples=25, deadline=None)
def test_msgcat_changes_no_byte(made: Catalog) -> None:
    """`msgcat --no-wrap` writes what this tool wrote."""
    data = po.serialize(made)
    assert gettext("msgcat", "--no-wrap", "--force-po", "-", data=data).decode() == data.decode()


BOOKS = st.dictionaries(st.sampled_from(["01", "02", "03"]), st.lists(PARAGRAPHS, max_size=6, unique=True), max_size=3)


@st.composite
def translated(draw: st.DrawFn, texts: dict[str, list[str]]) -> list[Catalog]:
    """Draw translations for a book; about a fifth is missing and a fifth is fuzzy."""
    made = []
    for name, paragraphs in texts.items():
        state = {text: draw(st.integers(0, 4)) for text in paragraphs}
        made.append(
            catalog(
                {text: f"{name} {text.upper()}" if state[text] else "" for text in paragraphs},
                name,
                fuzzy=[text for text in paragraphs if state[text] == 1],
            )
        )
    return made


def remains(before: Catalog, after: Update) -> bool:
    """Whether every translation of a catalogue is in those of after: as a text, beside another, or in parts."""
    found = [entry for made in after.catalogs for entry in made.entries]
    texts = {entry.msgstr for entry in found} | {text for entry in found for text in alternatives.read(entry)}
    parts: dict[Key, str] = {}
    for proposal in (proposal for report in after.reports for proposal in report.proposals):
        if proposal.fate in {Fate.SPLIT, Fate.JOINED}:
            msgstr = next(e.msgstr for e in found if e.key == proposal.key and not e.obsolete)
            for origin in proposal.origins:
                parts[origin] = parts.get(origin, "") + " " + msgstr
    return all(
        old.msgstr in texts or set(old.msgstr.split()) <= set(parts.get(old.previous or old.key, "").split())
        for old in before.entries
    )


@given(st.data(), BOOKS, BOOKS)
@settings(max_examples=60, deadline=None)
def test_update_loses_nothing_and_says_the_same_twice(
    data: st.DataObject, old: dict[str, list[str]], new: dict[str, list[str]]
) -> None:
    """No update loses a translation, a second one changes no byte, and whatever was made for another text is fuzzy."""
    before = data.draw(translated(old))
    templates = [chapter(paragraphs, name) for name, paragraphs in new.items()]
    after = update(before, templates, setting())
    assert all(remains(made, after) for made in before)
    assert sum(report.lost for report in after.reports) == 0
    for made, report in zip(after.catalogs, after.reports, strict=True):
        proposed = {p.key for p in report.proposals if p.fate in {Fate.FUZZY, Fate.SPLIT, Fate.JOINED}}
        assert all(entry.fuzzy and entry.previous for entry in made.entries if entry.key in proposed)
    kept = [reread(made) for made in after.catalogs]
    assert [po.serialize(made) for made in kept] == [po.serialize(made) for made in after.catalogs]
    again = update(kept, templates, setting(days=9))
    assert not again.changed


@given(st.data(), BOOKS, BOOKS)
@settings(max_examples=12, deadline=None)
def test_gettext_accepts_what_an_update_writes(
    data: st.DataObject, old: dict[str, list[str]], new: dict[str, list[str]]
) -> None:
    """`msgfmt --check` finds nothing in updated catalogues, and `msgcat --no-wrap` changes no byte of them."""
    templates = [chapter(paragraphs, name) for name, paragraphs in new.items()]
    for made in update(data.draw(translated(old)), templates, setting()).catalogs:
        written = po.serialize(made)
        gettext("msgfmt", "--check", "-o", "/dev/null", "-", data=written)
        assert gettext("msgcat", "--no-wrap", "--force-po", "-", data=written).decode() == written.decode()
