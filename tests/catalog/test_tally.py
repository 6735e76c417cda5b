"""What `status` counts without reading a catalogue in full is what reading it in full would give."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalog.making import FACTS, NOW, catalog, chapter, gettext, path_of
from translate_pub.catalog import po, pot, reviews, words
from translate_pub.catalog.tally import Tally
from translate_pub.checks import progress
from translate_pub.model.catalog import Template
from translate_pub.model.progress import Tallied

LONG = "A long paragraph, with “marks” and a \\ that gettext wraps over several lines. " * 4
TEXTS = {
    "The split": "Brytningen",
    LONG: f'Ett "stycke" \\ till. {LONG}',
    "two\nlines": "två\nrader",
    "not yet": "",
    "fuzzy one": "osäker",
    "read one": "läst",
}
TEMPLATE = chapter(["The split", LONG, "two\nlines", "not yet", "fuzzy one", "a new one"])
POT = pot.serialize(TEMPLATE, FACTS, now=NOW)


def _made() -> bytes:
    made = catalog(TEXTS, fuzzy=("fuzzy one",))
    gone = replace(made.entries[0], msgid="gone", obsolete=True, raw=None)
    read = reviews.review(made.entries[5], "Åsa Ek", dt.date(2026, 11, 22))
    return po.serialize(replace(made, entries=(*made.entries[:5], read, gone)))


PLAIN = _made()
WRAPPED = gettext("msgcat", "-", data=PLAIN)
ODD = (
    b"",
    b"\n",
    PLAIN.replace(b'msgid "The split"', b'msgid "The split'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt"ningen"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Brytningen\\"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt\\qningen"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt\\"\n"ningen"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt"\n"\n"ningen"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr ""\n""'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt\xff"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr[0] "Bryt"\nmsgstr[1] "x"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'\nmsgstr "Bryt"'),
    PLAIN.replace(b"\n\nmsgid", b"\nmsgid").replace(b"\n\n#", b"\n#"),
    PLAIN.replace(b"\n\n", b"\n\n\n\n"),
    PLAIN.replace(b"\n\n", b"\n\n\n"),
    PLAIN.replace(b"\n\n", b"\n\n# apart\n\n", 2),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt'),
    PLAIN.replace(b'msgstr "Brytningen"', b"msgstr "),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr ""\n""\n"Bryt"'),
    PLAIN.replace(b'msgstr "Brytningen"', b'msgstr "Bryt"\n\n"ningen"'),
    PLAIN.replace(b"\n\n", b"\n\n# \xff\n", 1),
    PLAIN.replace(b"\n\n", b"\n# \xff\n\n", 1),
    PLAIN.replace(b"\n\n", b'\n\n#~ msgid "\xff"\n#~ msgstr "x"\n\n', 1),
    PLAIN.replace(b"\n\n", b'\n\n#~ msgid "before"\n#~ msgstr "x"\n\n', 1),
    b"# \xff\n" + PLAIN,
    PLAIN.replace(b"\n", b"\r\n"),
    PLAIN.replace(b"UTF-8", b"latin-1"),
    PLAIN.replace(b"#, fuzzy", b"#= fuzzy"),
    PLAIN.replace(b"#, fuzzy", b"#, no-wrap,fuzzy"),
    PLAIN.rstrip(b"\n"),
    PLAIN + b"\n# the end\n",
    PLAIN + PLAIN[PLAIN.index(b"\n\n") :],
    b"\xef\xbb\xbf" + PLAIN,
    PLAIN[PLAIN.index(b"\n\n") + 2 :],
    PLAIN.replace(b"\n\n", b"\n<<<<<<< HEAD\n\n", 1),
    PLAIN.replace(b'msgid "not yet"', b'msgid ""'),
    PLAIN.replace(b'msgid "not yet"', b'msgctxt "cell"\nmsgid "not yet"'),
)


def counted(data: bytes) -> Tallied | None:
    """Count a file whose chapter has the messages of `TEMPLATE`, after another one of the same chapter."""
    tally = Tally()
    assert tally.measure(POT)
    assert tally.count(PLAIN)
    return tally.count(data)


def in_full(data: bytes, template: Template = TEMPLATE) -> Tallied | None:
    """Count the same from the file read in full; None where there is something to say about it."""
    found = po.parse(data, path_of("03"), "ur", "handbook", "03")
    if found.value is None or found.diagnostics:
        return None
    return Tallied(progress.standing(found.value), progress.measure(found.value, template))


@pytest.mark.parametrize("data", [PLAIN, WRAPPED, WRAPPED.rstrip(b"\n"), PLAIN.replace(b"\n\n", b"\n\n\n\n")])
def test_ordinary_files_are_counted(data: bytes) -> None:
    """Files as we and gettext write them are counted, fuzzy, reviewed and obsolete entries told apart."""
    found = counted(data)
    assert found == in_full(data)
    assert found is not None
    assert (found.standing.messages.total, found.standing.messages.reviewed) == (6, 1)
    assert (found.now.messages.total, found.now.messages.translated, found.now.messages.fuzzy) == (6, 3, 1)


@pytest.mark.parametrize("data", ODD, ids=range(len(ODD)))
def test_odd_files_are_counted_rightly_or_left(data: bytes) -> None:
    """A file of another shape is either counted as reading it in full counts it, or left to that."""
    found = counted(data)
    assert found is None or found == in_full(data)


@settings(max_examples=300)
@given(st.data())
def test_damaged_files_are_counted_rightly_or_left(data: st.DataObject) -> None:
    """Whatever bytes are put in or taken out, a file is counted rightly or left to be read in full."""
    made = data.draw(st.sampled_from([PLAIN, WRAPPED]))
    start = data.draw(st.integers(0, len(made)))
    end = data.draw(st.integers(start, min(len(made), start + 12)))
    pieces = [
        b'"',
        b"\\",
        b"\n",
        b'"\n"',
        b"#",
        b"#~ ",
        b"#, fuzzy\n",
        b"\n\n",
        b"msgid",
        b"\nmsgstr ",
        b" ",
        b"\xc3",
        b"\r",
    ]
    put = b"".join(data.draw(st.lists(st.sampled_from(pieces), max_size=3)))
    damaged = made[:start] + put + made[end:]
    found = counted(damaged)
    assert found is None or found == in_full(damaged)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([PLAIN, WRAPPED, *ODD]), min_size=2, max_size=6))
def test_what_came_before_makes_no_difference(files: list[bytes]) -> None:
    """A file is counted alike whichever catalogues of its chapter were counted before it."""
    tally = Tally()
    assert tally.measure(POT)
    for data in files:
        found = tally.count(data)
        assert found is None or found == in_full(data)
        assert found == counted(data)


def test_every_catalogue_of_the_leaflet_is_counted(repository: Path) -> None:
    """The catalogues of a real workspace are all counted without being read in full."""
    for template in sorted((repository / "tests" / "leaflet" / "locales" / "templates" / "leaflet").glob("*.pot")):
        tally = Tally()
        assert tally.measure(template.read_bytes())
        for path in repository.glob(f"tests/leaflet/locales/*/LC_MESSAGES/leaflet/{template.stem}.po"):
            assert tally.count(path.read_bytes())


def test_a_chapter_without_a_catalogue() -> None:
    """Nothing of it is translated."""
    tally = Tally(message.key for message in TEMPLATE.messages)
    assert tally.untranslated == progress.measure(None, TEMPLATE)


_TEXT = st.text(st.sampled_from("ab Z9_'’.,-/‐‑ éß²ª—“”\u3042xк\xa0…[]?:\n\t`<>&;http:/"), max_size=30)


@given(st.lists(_TEXT, max_size=6))
def test_words_of_many_texts(texts: list[str]) -> None:
    """Counting the words of many texts at a time gives what counting those of each gives."""
    assert words.count_each(texts) == [words.count(text) for text in texts]
