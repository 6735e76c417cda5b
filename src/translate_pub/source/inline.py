"""The inline structure of a message held against that of its translation."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from translate_pub.model.diagnostic import Severity
from translate_pub.model.source import Source
from translate_pub.source import guarding, wrapping
from translate_pub.source.dialect import BOOK, CROSS_REFERENCES, INDEX, Dialect
from translate_pub.source.scratch import Scratch, footnotes_of

_ESCAPED = re.compile(f"{STX}\\d+{ETX}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LEFTOVERS = (
    (
        "emphasis mark",
        re.compile(r"(?!(?<=[a-zäöüß])\*(?:innen|in|[emnr])\b)\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_])"),
    ),
    ("backtick", re.compile(r"`+")),
    ("footnote call", re.compile(r"\[\s*\^[^\]]*\]?")),
    ("link", re.compile(r"\]\s*\(|\]\s*\[")),
    ("image", re.compile(r"!\s*\[")),
    ("bracket", re.compile(r"[\[\]]")),
    ("tag", re.compile(r"</?[A-Za-z]")),
    ("attribute list", re.compile(r"\{\s*[:#.][^}]*\}?")),
)
_MAY_BE_MARKUP = re.compile(r"[*_`\[\]<&\\{\n]")
"""Signs without one of which a text is the same as plain text, and has nothing that is left of markup."""
_EMPHASIS = frozenset(("em", "strong", "del", "ins", "mark", "sub", "sup"))
_COMPARED = ("class", "dir", "height", "id", "lang", "style", "target", "width")
_TAGS = {"term": "dt", "table cell": "td", "table head": "th"}
_WARNINGS = frozenset(("emphasis", "line break"))

Feature = tuple[str, str]
"""(kind, detail), for example (`footnote`, `iskra`)."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a translation has more or less often than its message."""

    kind: str
    """`footnote`, `link`, `cross-reference`, `index mark`, `image`, `code`, `tag`, `attribute`, `leftover`,
    `blank line`, `abbreviation`; or, as a warning, `emphasis`, `line break`."""
    detail: str
    """Which one: label, address, tag; the sort of a leftover."""
    expected: int
    """How often the message has it."""
    found: int
    """How often the translation has it."""

    @property
    def severity(self) -> Severity:
        """A difference of emphasis or line breaks is the translator's to decide: a warning."""
        return Severity.WARNING if self.kind in _WARNINGS else Severity.ERROR


class Comparer:
    """Compares the messages of one chapter with their translations; made once a chapter."""

    def __init__(self, dialect: Dialect, references: Mapping[str, tuple[str, str]], labels: Iterable[str] = ()) -> None:
        """Make a comparer.

        Args:
            dialect: what the chapter is written in.
            references: link definitions of the chapter, name -> (address, title).
            labels: the labels of its footnotes.
        """
        self._scratch = Scratch(dialect, references, labels)
        self._messages: dict[tuple[str, str], Counter[Feature]] = {}

    def compare(
        self, msgid: str, msgstr: str, kind: str = "paragraph", flags: tuple[str, ...] = ()
    ) -> tuple[Difference, ...]:
        """Compare one pair.

        Args:
            msgid: the text of the segment.
            msgstr: its translation, not blank.
            kind: the segment's kind.
            flags: the segment's flags; `no-wrap` says that line breaks are as in the source.
        """
        if kind == "abbreviation":
            return _compare_abbreviations(msgid, msgstr)
        if not _MAY_BE_MARKUP.search(msgid) and not _MAY_BE_MARKUP.search(msgstr):
            return ()
        lines = (msgid, msgstr) if "no-wrap" in flags else (wrapping.rewrap(msgid), wrapping.rewrap(msgstr))
        tag = f"h{kind[-1]}" if kind.startswith("heading") else _TAGS.get(kind, "p")
        expected, found = self._known(lines[0], tag), self._features(lines[1], tag)
        differences = [
            Difference(*feature, expected[feature], found[feature])
            for feature in sorted(expected.keys() | found.keys())
            if expected[feature] != found[feature] and (feature[0] != "leftover" or found[feature] > expected[feature])
        ]
        if _BLANK_LINE.search(msgstr.strip()) and not _BLANK_LINE.search(msgid):
            differences.append(Difference("blank line", "", 0, len(_BLANK_LINE.findall(msgstr.strip()))))
        return tuple(differences)

    def _known(self, text: str, tag: str) -> Counter[Feature]:
        """Give the features of a message, which each language is held against."""
        if (text, tag) not in self._messages:
            self._messages[text, tag] = self._features(text, tag)
        return self._messages[text, tag]

    def _features(self, text: str, tag: str) -> Counter[Feature]:
        root = self._scratch.tree(text, tag)
        raw = self._scratch.md.htmlStash.rawHtmlBlocks
        features: Counter[Feature] = Counter()
        for element in root.iter():
            features.update(_of_element(element, block=element is root[0]) if element is not root else ())
        for literal in _literals(root):
            for index in HTML_PLACEHOLDER_RE.findall(literal):
                if (tag := str(raw[int(index)])).startswith("<"):  # `&amp;` and `&nbsp;` are letters of the language
                    features["tag", guarding.normalized(tag)] += 1
            features.update(_leftovers(HTML_PLACEHOLDER_RE.sub(" ", literal)))
        return features


def comparer(source: Source, dialect: Dialect = BOOK) -> Comparer:
    """Make the comparer of a chapter, with the link definitions and footnotes of its source."""
    md = dialect.parser()
    lines = source.text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    md.parser.parseDocument(lines)
    notes = footnotes_of(md)
    return Comparer(dialect, dict(md.references), tuple(notes.footnotes) if notes else ())


def _compare_abbreviations(msgid: str, msgstr: str) -> tuple[Difference, ...]:
    is_definition = bool(AbbrBlockprocessor.RE.fullmatch(msgstr.strip()))
    return () if is_definition else (Difference("abbreviation", msgid.partition("]")[0] + "]: ", 1, 0),)


def _of_element(element: Element, *, block: bool) -> Iterator[Feature]:
    if element.tag == "a":
        yield _of_link(element)
    elif element.tag == "img":
        yield "image", element.get("src") or ""
    elif element.tag == "code":
        yield "code", html.unescape(element.text or "")
    elif element.tag == "br":
        yield "line break", ""
    elif element.tag in _EMPHASIS and not _is_call(element):
        yield "emphasis", element.tag
    if "footnote-ref" not in (element.get("class") or "") and not _is_call(element):
        for name in _COMPARED:
            if value := element.get(name):
                yield "attribute", f'{"the paragraph" if block else element.tag}: {name}="{value}"'


def _is_call(element: Element) -> bool:
    return element.tag == "sup" and (element.get("id") or "").startswith("fnref")


def _of_link(element: Element) -> Feature:
    href = element.get("href") or ""
    if element.get("class") == "footnote-ref":
        return "footnote", href.partition(":")[2]
    scheme = href.partition(":")[0]
    if scheme == INDEX:
        return "index mark", ""
    return ("cross-reference" if scheme in CROSS_REFERENCES else "link"), href


def _literals(element: Element) -> Iterator[str]:
    """Yield the text that is left as text; what the author escaped is deliberate."""
    if element.tag != "code" and element.get("class") != "footnote-ref" and element.text:
        yield _ESCAPED.sub("", element.text)
    for child in element:
        yield from _literals(child)
        if child.tail:
            yield _ESCAPED.sub("", child.tail)


def _leftovers(text: str) -> Iterator[Feature]:
    if not _MAY_BE_MARKUP.search(text):
        return
    for name, pattern in _LEFTOVERS:
        for _ in pattern.finditer(text):
            yield "leftover", name
