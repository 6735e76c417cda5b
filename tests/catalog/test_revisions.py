"""What the headers of catalogues and templates say of the source that they follow."""

from __future__ import annotations

import pytest

from tests.catalog.making import FACTS, NOW, catalog, chapter, gettext, path_of, read, reread, setting
from translate_pub.catalog import header, po, pot
from translate_pub.catalog.update import update
from translate_pub.model.catalog import Catalog, Entry, Revision, Template
from translate_pub.source.dialect import SEGMENTATION

FIRST, SECOND = "1" * 40, "2" * 40


def made_of(blob: str, *texts: str) -> Template:
    """Make a template of a source with a name in git."""
    return chapter(texts, blob=blob)


def updated(before: Catalog, template: Template) -> Catalog:
    """Bring one catalogue in step."""
    return update([before], [template], setting()).catalogs[0]


def test_a_new_catalogue_says_what_it_follows() -> None:
    """Its header names the source's content and the version of the rules of segmentation; gettext reads it."""
    made = po.create(made_of(FIRST, "One."), "ur", FACTS, path=path_of("03"), now=NOW)
    assert header.revision(made.header) == Revision(FIRST, SEGMENTATION)
    assert f'"X-Source-Revision: {FIRST}\\n"\n"X-Segmentation: 1\\n"\n'.encode() in po.serialize(made)
    gettext("msgfmt", "-c", "-o", "/dev/null", "-", data=po.serialize(made))


def test_a_template_says_exactly_what_it_was_made_of() -> None:
    """A source that changes in no message changes its template's header and nothing else but the date."""
    one = pot.serialize(made_of(FIRST, "One."), FACTS, now=NOW)
    other = pot.serialize(made_of(SECOND, "One."), FACTS, now=NOW, old=one)
    assert other == one.replace(FIRST.encode(), SECOND.encode())
    assert pot.serialize(made_of(SECOND, "One."), FACTS, now=NOW, old=other) == other


def test_a_catalogue_without_a_revision_gets_one() -> None:
    """Two lines after the last of the header; the moment of the update beside them, and no other byte."""
    before = reread(catalog({"One.": "Ett."}))
    assert header.revision(before.header) is None
    after = updated(before, made_of(FIRST, "One."))
    old, new = po.serialize(before).decode().splitlines(), po.serialize(after).decode().splitlines()
    assert [line for line in new if line not in old] == [
        '"POT-Creation-Date: 2026-11-22 23:00+0000\\n"',
        f'"X-Source-Revision: {FIRST}\\n"',
        '"X-Segmentation: 1\\n"',
    ]
    assert reread(after).header.msgstr == after.header.msgstr


def test_a_catalogue_follows_the_source_when_it_changes() -> None:
    """The revision is renewed in its place with the entries."""
    before = reread(updated(catalog({"One.": "Ett."}), made_of(FIRST, "One.")))
    after = updated(before, made_of(SECOND, "One.", "Two."))
    assert header.revision(after.header) == Revision(SECOND, SEGMENTATION)
    assert po.serialize(after).count(b"X-Source-Revision") == 1


def test_a_source_that_changes_in_no_message_changes_no_catalogue() -> None:
    """The catalogue follows both states of the source, and says the one that it said."""
    before = reread(updated(catalog({"One.": "Ett."}), made_of(FIRST, "One.")))
    assert updated(before, made_of(SECOND, "One.")) is before


@pytest.mark.parametrize(
    "head",
    [
        b'msgid ""\nmsgstr "Language: ur\\n"\n',
        b'msgid ""\nmsgstr "Language: ur"\n',
        b'msgid ""\nmsgstr ""\n',
        b'# A note.\nmsgid ""\nmsgstr ""\n"Language: ur\\n"\n"X-Source-Revision: none\\n"\n',
        b'msgid ""\nmsgstr ""\n"Language: ur\\nX-Source-"\n"Revision: none\\n"\n',
        b'#, fuzzy\nmsgid ""\nmsgstr "X-Segmentation: x\\nX-Source-Revision: ' + FIRST.encode() + b'\\n"',
    ],
)
def test_any_header_can_be_made_to_follow(head: bytes) -> None:
    """However its lines are broken, the fields are read back as they were set, each once, and the rest is kept."""
    before = read(head)
    after = reread(Catalog("a.po", "ur", "handbook", "03", header.follow(before.header, Revision(SECOND, 3)), ()))
    assert header.revision(after.header) == Revision(SECOND, 3)
    assert after.header.msgstr.count("X-Source-Revision") == after.header.msgstr.count("X-Segmentation") == 1
    assert ("Language: ur" in after.header.msgstr) is ("Language: ur" in before.header.msgstr)


@pytest.mark.parametrize("value", ["", "HEAD", "1" * 39, "1" * 41])
def test_what_is_no_name_is_no_revision(value: str) -> None:
    """A revision that somebody typed and git cannot know counts as none."""
    assert header.revision(Entry("", "", f"X-Source-Revision: {value}\nX-Segmentation: 1\n")) is None
