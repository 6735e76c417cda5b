"""What this tool writes, to the byte."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.catalog.making import FACTS, NOW, chapter, gettext, path_of, read
from translate_pub.catalog import po, pot
from translate_pub.catalog.header import HeaderFacts, plural_forms
from translate_pub.model.catalog import Entry, Reference
from translate_pub.model.source import Segment

TEMPLATE = chapter(
    [
        Segment("heading 1", "The split", line=1),
        Segment("paragraph", "They voted.", line=3, path=("The split", "The\nrules"), notes=("of the congress",)),
        Segment("verse", "One line\nand another", line=9, path=("The split",), flags=("no-wrap",)),
        Segment("table cell", "They voted.", line=20, path=("The split",)),
    ]
)


def test_a_template_tells_what_each_message_is_and_where() -> None:
    """A message has its kind, its headings, the author's notes, its flags and every place, in document order."""
    data = pot.serialize(TEMPLATE, FACTS, now=NOW).decode()
    assert data.partition("\n\n")[2] == (
        "#. heading 1\n"
        "#: source_texts/handbook/03.md:1\n"
        'msgid "The split"\nmsgstr ""\n'
        "\n"
        "#. paragraph · The split › The rules\n"
        "#. table cell · The split\n"
        "#. of the congress\n"
        "#: source_texts/handbook/03.md:3 source_texts/handbook/03.md:20\n"
        'msgid "They voted."\nmsgstr ""\n'
        "\n"
        "#. verse · The split\n"
        "#: source_texts/handbook/03.md:9\n"
        "#, no-wrap\n"
        'msgid ""\n"One line\\n"\n"and another"\nmsgstr ""\n'
    )


def test_a_message_of_many_places_names_a_few() -> None:
    """A text that stands in many sections does not get a line for each."""
    made = chapter(Segment("table cell", "yes", line=n, path=(f"Section {n}",)) for n in range(9))
    assert made.messages[0].comments[-2:] == ("table cell · Section 4", "and in 4 more places")
    assert len(made.messages[0].references) == 9


def test_a_template_keeps_its_date_while_nothing_changes() -> None:
    """The moment in the header is that of the last change of content."""
    old = pot.serialize(TEMPLATE, FACTS, now=NOW)
    later = NOW + dt.timedelta(days=3)
    assert pot.serialize(TEMPLATE, FACTS, now=later, old=old) == old
    changed = pot.serialize(replace(TEMPLATE, messages=TEMPLATE.messages[1:]), FACTS, now=later, old=old)
    assert b"POT-Creation-Date: 2026-11-24 23:00+0000" in changed


def test_a_template_is_as_gettext_writes_it() -> None:
    """`msgcat --no-wrap` changes no byte of a template."""
    data = pot.serialize(TEMPLATE, FACTS, now=NOW)
    assert gettext("msgcat", "--no-wrap", "-", data=data) == data


def test_msginit_starts_from_a_template() -> None:
    """Gettext makes a catalogue of a template without a complaint."""
    data = pot.serialize(TEMPLATE, FACTS, now=NOW)
    made = gettext("msginit", "--no-translator", "--locale=sv", "--input=-", "--output-file=-", data=data, quiet=False)
    assert b'msgid "They voted."' in made


def test_a_new_catalogue_has_a_complete_header() -> None:
    """Every field that gettext asks for is there, with a value, and Poedit finds the files that references name."""
    made = po.create(TEMPLATE, "ur", HeaderFacts("handbook 1.0", bugs="a@example.org"), path=path_of("03"), now=NOW)
    data = po.serialize(made)
    assert data.decode().partition("\n\n")[0] == (
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: handbook 1.0\\n"\n'
        '"Report-Msgid-Bugs-To: a@example.org\\n"\n'
        '"POT-Creation-Date: 2026-11-21 23:00+0000\\n"\n'
        '"PO-Revision-Date: 2026-11-21 23:00+0000\\n"\n'
        '"Last-Translator: \\n"\n'
        '"Language-Team: Urdu\\n"\n'
        '"Language: ur\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"X-Poedit-Basepath: ../../../..\\n"'
    )
    assert made.entries[1].references == (Reference("source_texts/handbook/03.md"),)


@pytest.mark.parametrize(
    "language", ["ur", "sv", "es", "de", "fr", "ar", "pt-BR", "sr-Latn", "zh", "el", "ka", "ru", "tlh"]
)
def test_headers_satisfy_msgfmt(language: str) -> None:
    """`msgfmt --check` finds nothing to say about a new catalogue, whatever the language."""
    made = po.create(TEMPLATE, language, FACTS, path=path_of("03"), now=NOW)
    gettext("msgfmt", "--check", "-o", "/dev/null", "-", data=po.serialize(made))


def test_plural_forms_are_the_languages_own() -> None:
    """French and Arabic differ from English, and an unknown language gets two forms."""
    assert plural_forms("fr") == "nplurals=2; plural=(n > 1);"
    assert plural_forms("ar").startswith("nplurals=6;")
    assert plural_forms("tlh") == "nplurals=2; plural=(n != 1);"


@pytest.mark.parametrize("size", range(60, 90))
def test_references_wrap_where_gettext_wraps_them(size: int) -> None:
    """Around the width of a line, and with letters of two bytes, references break as msgcat breaks them."""
    references = (
        Reference("a" * (size - 20), 12345),
        Reference("b.md", 1),
        Reference("é" * (size // 2)),
        Reference("c.md", 7),
    )
    made = po.create(chapter([]), "ur", FACTS, path=path_of("03"), now=NOW)
    data = po.serialize(replace(made, entries=(Entry("", "a", references=references),)))
    assert gettext("msgcat", "--no-wrap", "-", data=data).decode() == data.decode()


def test_a_file_name_with_spaces_stays_one() -> None:
    """Names with spaces are isolated as gettext 0.22 and later write them, and read again wherever a line broke."""
    references = (Reference("a" * 60), Reference("the second chapter.md", 7))
    made = po.create(chapter([]), "ur", FACTS, path=path_of("03"), now=NOW)
    data = po.serialize(replace(made, entries=(Entry("", "a", references=references),)))
    for written in (data, data.replace(b"second chapter", b"second\n#: chapter")):
        assert read(written).entries[0].references == references


def test_an_entry_that_is_not_touched_keeps_its_bytes() -> None:
    """Beside a changed entry, an oddly wrapped one stays as it is."""
    odd = b'\n\n#:  odd.md:3   other.md\nmsgid   ""\n"wrapped "\n"oddly"\nmsgstr "ja"\n'
    made = po.create(chapter(["They voted."]), "sv", FACTS, path=path_of("03"), now=NOW)
    data = po.serialize(made) + odd
    found = po.parse(data, path_of("03"), "sv", "handbook", "03").value
    assert found is not None
    changed = replace(found, entries=(found.entries[0].revise(msgstr="De röstade."), found.entries[1]))
    written = po.serialize(changed)
    assert written.endswith(odd)
    assert b'msgstr "De r\xc3\xb6stade."' in written
