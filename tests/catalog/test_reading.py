"""What PO files of other origin hold, and that it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.catalog.making import entry, read
from translate_pub.catalog import po
from translate_pub.model.catalog import Reference

HEADER = """# Swedish translation.
#, fuzzy
msgid ""
msgstr ""
"POT-Creation-Date: 2024-02-03T04:05:06Z\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""

RICH = (
    HEADER
    + """
# a translator's note
#   indented
#.  paragraph · The split
#. the author's note
#: src/a.md:3 src/b.md \u2068with space.md\u2069:7
#: src/c.md:9
#, fuzzy, no-wrap
#= markdown-text
#| msgctxt "old"
#| msgid "before "
#| "this"
msgctxt "new"
msgid ""
"wrapped at "
"words\\n"
"second \\"line\\" \\\\ \\t"
msgstr "översatt"
msgid "no blank line before"
msgstr ""
"""
)


def test_every_field_of_an_entry_is_read() -> None:
    """Comments, references, flags, previous text, context and texts come out as they were meant."""
    first, second = read(RICH.encode()).entries
    assert first.key == ("new", 'wrapped at words\nsecond "line" \\ \t')
    assert first.msgstr == "översatt"
    assert first.comments == ("a translator's note", "  indented")
    assert first.extracted == (" paragraph · The split", "the author's note")
    assert first.references == (
        Reference("src/a.md", 3), Reference("src/b.md"), Reference("with space.md", 7), Reference("src/c.md", 9),
    )  # fmt: skip
    assert first.flags == ("fuzzy", "no-wrap", "markdown-text")
    assert first.previous == ("old", "before this")
    assert (first.line, second.line) == (8, 25)
    assert second.key == ("", "no blank line before")


def test_a_fuzzy_header_with_an_iso_date_is_read() -> None:
    """A header as mdbook-i18n-helpers writes it is one like others."""
    header = read(RICH.encode()).header
    assert header.fuzzy
    assert "POT-Creation-Date: 2024-02-03T04:05:06Z\n" in header.msgstr


def test_obsolete_entries_are_read_with_their_previous_text() -> None:
    """`#~` and `#~|` lines are an entry that is not live, whatever surrounds them."""
    data = (
        HEADER
        + '\n# kept\n#~| msgid "older"\n#~ msgid ""\n#~ "gone "\n#~ "text"\n#~ msgstr "borta"\n'
        + '#~msgid "b"\n#~msgstr "c"\n'
    )
    first, second = read(data.encode()).entries
    assert (first.obsolete, first.msgid, first.msgstr, first.previous) == (True, "gone text", "borta", ("", "older"))
    assert first.comments == ("kept",)
    assert (second.obsolete, second.msgid, second.msgstr) == (True, "b", "c")


def test_plural_entries_are_read_and_written() -> None:
    """All forms are kept, and an entry with an empty form is not translated."""
    block = '\nmsgid "a page"\nmsgid_plural "{n} pages"\nmsgstr[0] "en sida"\nmsgstr[1] "{n} sidor"\n'
    made = read((HEADER + block).encode())
    (only,) = made.entries
    assert only.plural == ("{n} pages", ("en sida", "{n} sidor"))
    assert only.translated
    assert po.serialize(replace(made, entries=(only.revise(),))).decode().endswith(block)
    (half,) = read((HEADER + block.replace("{n} sidor", "")).encode()).entries
    assert not half.translated


@pytest.mark.parametrize("between", ["\n\n\n", "\n  \n", "\n# a comment in the way\n\n"])
def test_blank_lines_mean_nothing(between: str) -> None:
    """Blank lines may stand anywhere, as gettext allows."""
    data = f'{HEADER}\nmsgid "a"\n\nmsgstr "b"{between}msgid "c"\nmsgstr "d"\n\n"e"\n'
    made = read(data.encode())
    assert [(found.msgid, found.msgstr) for found in made.entries] == [("a", "b"), ("c", "de")]
    assert po.serialize(made).decode() == data


def test_spaces_and_missing_newlines_are_allowed() -> None:
    """Indented lines, spaces at their ends and a file that ends without a newline are read."""
    data = f'{HEADER}\n  msgid   "a"  \n\tmsgstr\t"b"\n    "c"'
    made = read(data.encode())
    assert entry(made, "a").msgstr == "bc"
    assert po.serialize(made).decode() == data


def test_windows_line_ends_stay() -> None:
    r"""A file with \r\n keeps them, in new entries too."""
    data = RICH.replace("\n", "\r\n").encode()
    made = read(data)
    assert made.newline == "\r\n"
    assert made.entries == read(RICH.encode()).entries
    assert [found.line for found in made.entries] == [8, 25]
    assert po.serialize(made) == data
    written = po.serialize(replace(made, entries=tuple(found.revise() for found in made.entries)))
    assert written.count(b"\r\n") == written.count(b"\n")


def test_mixed_line_ends_stay() -> None:
    r"""A file of which only some lines end with \r\n is read, and written as it was."""
    data = RICH.replace("\n", "\r\n", 9).encode()
    assert read(data).entries == read(RICH.encode()).entries
    assert po.serialize(read(data)) == data


def test_a_byte_order_mark_stays() -> None:
    """A file that begins with a byte order mark is read without it and written with it."""
    data = b"\xef\xbb\xbf" + RICH.encode()
    made = read(data)
    assert made.header.msgid == ""
    assert len(made.entries) == 2
    assert po.serialize(made) == data


@pytest.mark.parametrize(
    ("charset", "text"), [("ISO-8859-1", "översatt"), ("KOI8-R", "перевод"), ("Shift_JIS", "表示")]
)
def test_other_encodings_are_honoured(charset: str, text: str) -> None:
    """A file is read, and written back, in the encoding that its header names."""
    data = (
        RICH.replace("UTF-8", charset)
        .replace("översatt", text)
        .replace("·", "-")
        .replace("\u2068with space.md\u2069", "w")
    )
    encoded = data.encode(charset)
    made = read(encoded)
    assert made.entries[0].msgstr == text
    assert po.serialize(made) == encoded


def test_a_text_beyond_the_encoding_makes_the_file_utf_8() -> None:
    """A latin-1 file that gets an Urdu text becomes UTF-8, header included, and loses nothing."""
    data = f'{HEADER}\nmsgid "a"\nmsgstr "översatt"\n'.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    made = read(data)
    urdu = made.entries[0].revise(msgid="b", msgstr="کتاب")
    written = po.serialize(replace(made, entries=(*made.entries, urdu)))
    again = read(written)
    assert "charset=UTF-8" in again.header.msgstr
    assert [found.msgstr for found in again.entries] == ["översatt", "کتاب"]
