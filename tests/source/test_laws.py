"""The laws of the source floor, on every document of Python-Markdown's own suite."""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Protocol

import pytest

from translate_pub.model.source import Segment, Source
from translate_pub.source.conversion import convert
from translate_pub.source.dialect import BOOK, Dialect
from translate_pub.source.reading import read
from translate_pub.source.rendition import Rendition, Translate, untranslated
from translate_pub.source.writing import write

OPEN, CLOSE = "⟦", "⟧"
FEWEST_CASES = 950
COMMONMARK_EXAMPLES = 652
LONGEST_HOSTILE = 2_000
LONGEST = 20_000
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:(//|[^/]*@)|mailto:", re.IGNORECASE)
BLOCKS = re.compile(
    r"<(/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|td|th|dl|dt|dd|hr|div|figure|figcaption))\b"
)
HOSTILE = (
    "# ",
    "> ",
    "1. ",
    "- ",
    "    ",
    "\n\n",
    ": ",
    "| a | b |\n|---|---|\n",
    "[x]: http://example.com\n",
    "[^zz]: ",
    "!!! note\n    ",
    "a\n===\n",
    "* * *\n",
    "*[HTML]: x\n",
    "</p><div>",
    "</td></tr></table>",
    "</li>",
    "<p ",
    "<div>a</div> ",
    "<!-- ",
    "<script>",
    "<![CDATA[ ",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x0260\x03",
    "\n{: #zz .y}",
    "a {#b} ",
    "[TOC]\n",
    "///Footnotes Go Here///",
)


class Case(Protocol):
    """A document with settings; see `cases` in conftest."""

    number: int
    settings: dict[str, object]
    text: str

    def dialect(self, *, unwrap: bool) -> Dialect:
        """Return its settings as a dialect."""


class Unmarked(HTMLParser):
    """Gathers the words outside the marks, code and footnote links aside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._depth = 0
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to skip what no translator is shown."""
        values = {name: value or "" for name, value in attrs}
        written_by_parser = {"footnote-ref", "footnote-backref", "headerlink"} & set(values.get("class", "").split())
        address = tag == "a" and ADDRESS.match(values.get("href", ""))
        contents = tag == "div" and values.get("class") == "toc"  # made of the headings, which are marked
        code = tag in {"pre", "code", "script", "style", "math", "textarea"}
        if code or (tag == "a" and written_by_parser) or contents or (address and not self._depth):
            self._skipping.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Stop skipping."""
        while tag in self._skipping and self._skipping.pop() != tag:
            continue

    def handle_data(self, data: str) -> None:
        """Keep what stands outside the marks."""
        outside = []
        for character in data:
            self._depth += (character == OPEN) - (character == CLOSE)
            if self._depth <= 0 and character != CLOSE:
                outside.append(character)
        if not self._skipping and re.search(r"[^\W_]", "".join(outside)):
            self.found.append("".join(outside).strip())


def identical(segment: Segment) -> Rendition:
    """Translate a segment by its own text."""
    return Rendition(segment.text)


def marked(segment: Segment) -> Rendition:
    """Translate a segment by its own text in brackets."""
    if segment.kind == "abbreviation":
        key, _, words = segment.text.partition("]:")
        return Rendition(f"{key}]: {OPEN}{words.strip()}{CLOSE}")
    return Rendition(f"{OPEN} {segment.text} {CLOSE}")


def unmarked(text: str) -> str:
    """Take the brackets out again."""
    return re.sub(rf"{OPEN} ?| ?{CLOSE}", "", text)


def spaceless(text: str) -> str:
    """Make HTML comparable but for white space inside a block: code keeps its own."""
    parts = re.split(r"(<pre\b.*?</pre>)", text, flags=re.DOTALL)
    plain = (part if index % 2 else re.sub(r"\s+(?=<br)", "", part) for index, part in enumerate(parts))
    return "".join(part if part.startswith("<pre") else re.sub(r"\s+", " ", part) for part in plain).strip()


def unquoted(text: str) -> str:
    """Make HTML comparable but for the direction of quotes, which a bracket beside them may turn."""
    return re.sub(r"&[lr][sd]quo;|&[lr]aquo;", '"', text)


def plain(case: Case) -> str:
    """Convert a document without the walk."""
    dialect = case.dialect(unwrap=True)
    return dialect.parser().convert(case.text)


def converted(cases: Iterable[Case]) -> list[tuple[Case, str]]:
    """Convert documents; some of the suite are of settings that Python-Markdown refuses, in many ways."""
    found = []
    for case in cases:
        with contextlib.suppress(Exception):
            found.append((case, plain(case)))
    return found


@pytest.fixture(scope="module")
def documents(cases: list[Case]) -> list[tuple[Case, str]]:
    """Give the documents of ordinary length that Python-Markdown itself converts, with the result."""
    return converted(case for case in cases if len(case.text) <= LONGEST)


def written(case: Case, translate: Translate, *, unwrap: bool = True) -> str:
    """Write a document in another language."""
    return write(Source("case.md", case.text), translate, case.dialect(unwrap=unwrap)).html


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def test_the_suite_of_python_markdown_is_captured(cases: list[Case], documents: list[tuple[Case, str]]) -> None:
    """Some thousand documents are captured, and nearly all of them can be converted."""
    assert len(cases) > FEWEST_CASES
    assert len(documents) > FEWEST_CASES


def test_identity_is_byte_for_byte(documents: list[tuple[Case, str]]) -> None:
    """A translation by the text itself, lines kept, gives Python-Markdown's bytes."""
    broken = [case.number for case, source in documents if written(case, identical, unwrap=False) != source]
    assert broken == []


@pytest.mark.slow
def test_identity_holds_in_monstrous_documents(cases: list[Case]) -> None:
    """So it does where the suite tries how the parser takes a hundred thousand brackets."""
    monsters = converted(case for case in cases if len(case.text) > LONGEST)
    assert monsters
    broken = [case.number for case, source in monsters if written(case, identical, unwrap=False) != source]
    assert broken == []


@pytest.mark.slow
def test_identity_on_one_line_differs_in_white_space_only(documents: list[tuple[Case, str]]) -> None:
    """A translation by the text itself, lines joined, differs in the white space inside blocks at most."""
    broken = [case.number for case, source in documents if spaceless(written(case, identical)) != spaceless(source)]
    assert broken == []


@pytest.mark.slow
def test_reading_and_writing_see_the_same_segments(documents: list[tuple[Case, str]]) -> None:
    """What is offered for translation is what was extracted, in the same order."""
    broken = []
    for case, _ in documents:
        offered: list[Segment] = []
        write(Source("case.md", case.text), _gathering(offered), case.dialect(unwrap=True))
        reading = read(Source("case.md", case.text), case.dialect(unwrap=True)).value
        if reading is None or list(reading.segments) != offered:
            broken.append(case.number)
    assert broken == []


def _gathering(offered: list[Segment]) -> Callable[[Segment], Rendition]:
    def translate(segment: Segment) -> Rendition:
        offered.append(segment)
        return Rendition(marked(segment).text, {"lang": "xx"})

    return translate


@pytest.mark.slow
def test_a_marked_translation_changes_nothing_but_the_words(documents: list[tuple[Case, str]]) -> None:
    """With the marks taken out again, a pseudo-translation is Python-Markdown's own HTML."""
    broken = [
        case.number
        for case, source in documents
        if unquoted(spaceless(unmarked(written(case, marked)))) != unquoted(spaceless(source))
    ]
    assert broken == []


@pytest.mark.slow
def test_ids_are_the_same_in_all_languages(documents: list[tuple[Case, str]]) -> None:
    """Every id of the source is there in the translation, and no other."""
    ids = re.compile(r'\sid="([^"]*)"')
    broken = [case.number for case, source in documents if ids.findall(written(case, marked)) != ids.findall(source)]
    assert broken == []


@pytest.mark.slow
def test_ids_of_the_book_in_its_own_language_are_those_of_the_source(documents: list[tuple[Case, str]]) -> None:
    """Texts that stay as they are, but for attributes and the quotes of the language, leave every heading its id."""
    quotes = {"left-double-quote": "»", "right-double-quote": "«", "left-single-quote": "›", "right-single-quote": "‹"}
    for case, text in documents:
        for dialect in (case.dialect(unwrap=True), BOOK.quoted(quotes)):
            kept = convert(text, dialect, lambda segment: Rendition(segment.text, {"data-source": "a.md:1"}))
            assert kept.heading_ids == convert(text, dialect, untranslated).heading_ids, case.number


def test_no_human_text_is_left_unmarked(documents: list[tuple[Case, str]]) -> None:
    """What no translator is shown is code, an address, or raw HTML that was found and told of."""
    broken = []
    for case, _ in documents:
        reader = Unmarked()
        reader.feed(written(case, marked))
        reader.close()
        told = html.unescape(" ".join(_raw_html(case)))
        left = [text for text in reader.found if not set(text.split()) <= set(re.split(r"[\s<>]+", told))]
        if left:
            broken.append((case.number, left))
    assert broken == []


def _raw_html(case: Case) -> list[str]:
    done = convert(case.text, case.dialect(unwrap=True), untranslated)
    return [block for _, block, _ in done.walk.finds.raw]


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_translation_changes_the_blocks(documents: list[tuple[Case, str]], hostile: str) -> None:
    """Whatever stands before or after the words of a translation, the blocks are those of the source."""
    broken = [
        case.number
        for case, source in documents
        if len(case.text) < LONGEST_HOSTILE
        and BLOCKS.findall(written(case, _hostile(hostile, case.number))) != BLOCKS.findall(source)
    ]
    assert broken == []


def _hostile(words: str, turn: int) -> Translate:
    """Put words before every other segment and after the rest."""

    def translate(segment: Segment) -> Rendition | None:
        if segment.kind == "abbreviation":
            return None
        before = (segment.ordinal + turn) % 2
        return Rendition(words + segment.text if before else segment.text + words)

    return translate


@pytest.mark.slow
@pytest.mark.parametrize("dialect", [Dialect(), BOOK], ids=["plain", "book"])
def test_the_examples_of_commonmark_hold_the_laws(examples: list[str], dialect: Dialect) -> None:
    """Identity and the marked translation hold on every example of the specification."""
    assert len(examples) == COMMONMARK_EXAMPLES
    broken = []
    for number, text in enumerate(examples, start=1):
        source, expected = Source("example.md", text), dialect.parser().convert(text)
        kept = write(source, identical, replace(dialect, unwrap=False)).html
        joined, bracketed = (write(source, translate, dialect).html for translate in (identical, marked))
        same = kept == expected and spaceless(joined) == spaceless(expected)
        if not same or unquoted(spaceless(unmarked(bracketed))) != unquoted(spaceless(expected)):
            broken.append(number)
    assert broken == []
