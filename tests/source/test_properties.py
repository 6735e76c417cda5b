"""The laws of the source floor on random documents, and on edits of them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from translate_pub.model.source import Segment, Source
from translate_pub.source.dialect import BOOK, Dialect
from translate_pub.source.reading import read
from translate_pub.source.rendition import Rendition, untranslated
from translate_pub.source.writing import write

KEPT_LINES = Dialect(BOOK.extensions, BOOK.extension_configs, BOOK.options, BOOK.meta, unwrap=False)
FRAGMENTS = (
    "# ",
    "## Heading {#id}",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\n",
    "\n\n",
    "  \n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    '](a.svg "title")',
    "[^a]",
    "[^a]: ",
    '[a]: b "c"',
    "| a | b |\n|---|---|\n| c | d |\n",
    ": ",
    "!!! note\n    ",
    "{: .verse}",
    "{#x}",
    "<b>",
    "</b>",
    "<div>",
    "</div>",
    '<div markdown="1">\n',
    "<!-- i18n: off -->\n",
    "<!-- TRANSLATORS: x -->\n",
    "<!--",
    "-->",
    "*[AB]: Abc\n",
    "AB",
    "&amp;",
    "\\",
    "\x02",
    "\x03",
    "word",
    "two words",
    "1917",
    "حزب",
    '"quoted"',
    "--",
    "[](page:x)",
    "(index:)",
    "---\n",
    "title: A\n",
)
documents = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)
renditions = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6).map("".join)
words = st.text("abcdeåäöاب ", min_size=1, max_size=30).map(lambda text: " ".join(text.split()) or "a")
BLOCKS = re.compile(r"<(/?(?:p|h[1-6]|[uod]l|li|d[td]|blockquote|pre|table|t[rdh]|hr|div|figure|figcaption)\b)")
IDS = re.compile(r'\sid="([^"]*)"')
THREE = 3


def html_of(text: str, dialect: Dialect = BOOK) -> str:
    """Write a source in its own language."""
    return write(Source("a.md", text), untranslated, dialect).html


def keys(text: str) -> list[tuple[str, str]]:
    """Read a source and return the keys of its messages, in order."""
    reading = read(Source("a.md", text)).value
    assert reading is not None
    return [segment.key for segment in reading.segments]


def spaceless(text: str) -> str:
    """Make HTML comparable but for white space inside a block."""
    parts = re.split(r"(<pre\b.*?</pre>)", text, flags=re.DOTALL)
    return "".join(
        part if part.startswith("<pre") else re.sub(r"\s+", " ", part).replace(" <br", "<br") for part in parts
    )


@given(documents)
def test_identity(text: str) -> None:
    """Lines kept, the text itself as its translation gives the same bytes."""
    found = write(Source("a.md", text), lambda segment: Rendition(segment.text), KEPT_LINES).html
    assert found == html_of(text, KEPT_LINES)


@given(documents)
def test_identity_on_one_line(text: str) -> None:
    """Lines joined, the text itself as its translation differs in white space inside blocks at most."""
    found = write(Source("a.md", text), lambda segment: Rendition(segment.text)).html
    assert spaceless(found) == spaceless(html_of(text))


@given(documents)
def test_marks_add_nothing_but_themselves(text: str) -> None:
    """Without the marks and their spans, a marked translation is the unmarked one."""
    found = write(Source("a.md", text), lambda segment: Rendition(segment.text, {"lang": "xx"}), KEPT_LINES).html
    bare = re.sub(r'<span lang="xx">(.*?)</span>', r"\1", found, flags=re.DOTALL).replace(' lang="xx"', "")
    assert spaceless(bare) == spaceless(html_of(text, KEPT_LINES))


@given(documents, renditions)
def test_safety(text: str, rendition: str) -> None:
    """A translation of every segment by anything at all leaves blocks and ids as they are."""

    def hostile(segment: Segment) -> Rendition | None:
        return Rendition(rendition, {"lang": "xx"}) if segment.kind != "abbreviation" else None

    expected, found = html_of(text), write(Source("a.md", text), hostile).html
    assert BLOCKS.findall(found) == BLOCKS.findall(expected)


@given(st.lists(words, min_size=3, max_size=8, unique=True), st.integers(0, 7), words)
def test_editing_one_paragraph_changes_one_message(paragraphs: list[str], at: int, edit: str) -> None:
    """A paragraph edited is one message changed; every other keeps its key and its place."""
    index = at % len(paragraphs)
    edited = [*paragraphs[:index], f"{paragraphs[index]} {edit}", *paragraphs[index + 1 :]]
    before, after = keys("\n\n".join(paragraphs)), keys("\n\n".join(edited))
    assert len(before) == len(after)
    assert [one for one, other in zip(before, after, strict=True) if one != other] == before[index : index + 1]


@given(st.lists(words, min_size=4, max_size=20), st.lists(st.booleans(), min_size=20, max_size=20))
def test_wrapping_a_paragraph_anew_changes_no_message(parts: list[str], breaks: list[bool]) -> None:
    """Where the lines of a paragraph end is nobody's business but the author's."""
    one_line = " ".join(parts)
    gaps = ("\n" if wrapped else " " for wrapped in breaks)
    wrapped = "".join(word + gap for word, gap in zip(one_line.split(), gaps, strict=False)).rstrip()
    rest = " ".join(one_line.split()[20:])
    assert keys(f"{wrapped} {rest}".rstrip()) == keys(one_line)


@given(documents)
def test_reading_is_deterministic(text: str) -> None:
    """The same source gives the same reading and the same findings."""
    assert read(Source("a.md", text)) == read(Source("a.md", text))
