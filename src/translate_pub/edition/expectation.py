"""What a rendered edition prints, as plain values: what preflight holds the finished pages against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate_pub.edition import markup
from translate_pub.edition.markup import Element
from translate_pub.model.book import Role
from translate_pub.model.edition import ChapterHtml
from translate_pub.model.expectation import PAGE_NUMBER, Expected, ExpectedNote, ExpectedSection, Kind, Passage

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = frozenset({"p", "li", "dd"})
_OTHERS = frozenset(
    {"section", "header", "div", "blockquote", "pre", "hr", "figure", "figcaption", "ul", "ol", "dl", "dt"}
    | {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
)
_BLOCKS = _HEADINGS | _PARAGRAPHS | _OTHERS
_LISTS = frozenset({Role.CONTENTS, Role.ILLUSTRATIONS, Role.INDEX, Role.TITLE_PAGE, Role.HALF_TITLE, Role.IMPRINT})
"""Sections whose lines stand each for itself."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HIDDEN = re.compile(r"([^{}]+)\{[^{}]*\bdisplay:\s*none\b[^{}]*\}")
_COMPOUND = re.compile(r"([a-z][a-z\d]*)?((?:\.[\w-]+)*)")
"""A step of a selector: an element's name, classes, or both. Other selectors hide nothing that has words."""


@dataclass(slots=True)
class _Writer:
    """Gathers the passages of an edition."""

    passages: list[Passage] = field(default_factory=list)
    notes: list[ExpectedNote] = field(default_factory=list)
    section: int = 0
    listed: bool = False
    text: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    anchors: list[tuple[str, int]] = field(default_factory=list)
    waiting: list[ExpectedNote] = field(default_factory=list)
    kind: Kind = Kind.OTHER
    source: str = ""

    def flush(self) -> None:
        """End a passage; anchors of one without text are those of the next."""
        text = "".join(self.text)
        if text.strip():
            self.passages.append(
                Passage(text, self.kind, self.section, self.source, tuple(self.anchors), tuple(self.references))
            )
            self.notes += self.waiting
            self.anchors.clear()
            self.waiting.clear()
        self.anchors = [(anchor, 0) for anchor, _ in self.anchors]
        self.text.clear()
        self.references.clear()

    def block(self, element: Element) -> None:
        """Write a block and what is in it."""
        before = self.kind, self.source, self.listed
        self.flush()
        self.listed = self.listed or element.tag == "header"
        self.kind, self.source = self._kind(element), element.get("data-source") or self.source
        self.inside(element)
        self.flush()
        self.kind, self.source, self.listed = before

    def inside(self, element: Element) -> None:
        """Write what is inside an element."""
        if element.get("id"):
            self.anchors.append((element.get("id") or "", len("".join(self.text))))
        self.text.append(element.text or "")
        for child in element:
            self._child(child)
            self.text.append(child.tail or "")

    def _child(self, child: Element) -> None:
        names = markup.classes(child)
        if child.tag in _BLOCKS:
            self.block(child)
        elif child.tag == "br":
            self.text.append(" ")
        elif child.tag in {"style", "script", "svg"}:
            return
        elif "note" in names:
            self._note(child)
        elif child.get("data-page") is not None:
            self.text.append(PAGE_NUMBER)
            self.references.append(child.get("data-page") or "")
        else:
            self.inside(child)

    def _note(self, element: Element) -> None:
        """Write a footnote, whose blocks are spans; it belongs to the passage that it stands in."""
        inner = _Writer()
        inner.plain(element)
        own = next(iter(markup.find(element, "descendant-or-self::*[@data-source]")), None)
        source = (None if own is None else own.get("data-source")) or self.source
        label = element.get("data-label") or ""
        text, offset = "".join(inner.text), len("".join(self.text))
        self.waiting.append(ExpectedNote(label, text, len(self.passages), offset, source, tuple(inner.references)))

    def plain(self, element: Element) -> None:
        """Write an element's text in one piece."""
        self.text.append(f" {element.text or ''}")
        for child in element:
            if child.get("data-page") is not None:
                self.text.append(PAGE_NUMBER)
                self.references.append(child.get("data-page") or "")
            else:
                self.plain(child)
            self.text.append(child.tail or "")

    def _kind(self, element: Element) -> Kind:
        if element.tag in _HEADINGS:
            return Kind.HEADING
        names = markup.classes(element)
        alone = self.listed or {"verse", "entry", "caption", "table-caption"} & set(names)
        return Kind.PARAGRAPH if element.tag in _PARAGRAPHS and not alone else Kind.OTHER


def expect(sections: Iterable[ChapterHtml], css: str, language: str, direction: str) -> Expected:
    """Take an edition down as plain text.

    Args:
        sections: of one volume, in reading order.
        css: its stylesheet, which may hide some of it.
        language: BCP 47 tag.
        direction: `ltr` or `rtl`: to which side its pages turn.
    """
    writer, expected, hidden = _Writer(), list[ExpectedSection](), _hidden(css)
    for one in sections:
        root = next(iter(markup.find(markup.parse(one.html), ".//section")), None)
        if root is None:
            continue
        running, book = root.get("data-running") or "", root.get("data-book") or ""
        writer.section, writer.listed = len(expected), one.role in _LISTS
        for path in hidden:
            for element in markup.find(root, path):
                markup.remove(element)
        expected.append(ExpectedSection(one.name, one.title, running, book, one.opens, one.folios))
        writer.block(root)
    return Expected(language, direction == "rtl", tuple(expected), tuple(writer.passages), tuple(writer.notes))


def _hidden(css: str) -> tuple[str, ...]:
    """Give the paths of what a stylesheet hides."""
    selectors = (one for rule in _HIDDEN.finditer(_COMMENT.sub("", css)) for one in rule[1].split(","))
    return tuple(path for path in map(_path, selectors) if path)


def _path(selector: str) -> str:
    """Write a selector of names and classes as XPath; empty where it is of another kind."""
    steps = [_COMPOUND.fullmatch(step) for step in selector.split()]
    if not steps or not all(steps):
        return ""
    found = [step for step in steps if step]
    return "descendant-or-self::" + "//".join(_step(step[1] or "*", step[2]) for step in found)


def _step(tag: str, names: str) -> str:
    conditions = "".join(f"[{markup.having(name)}]" for name in names.split(".") if name)
    return f"{tag}{conditions}"
