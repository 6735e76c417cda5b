"""What is done to the tree after the inline parser: numbers of footnotes, ids of headings, a survey of the result."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString

_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_OWN_IDS = re.compile(r"fn(ref\d*)?[:]")
_RAW_ID = re.compile(r"""<[^<>]*?\bid\s*=\s*["']?([^\s"'<>]+)""")


class NoteOrder(Treeprocessor):
    """Numbers and sorts footnotes in the order in which the text calls them: the chapter's, then those of notes.

    Python-Markdown's own sorting, which this replaces, parses breadth first, so that a call in a list or table is
    numbered after later paragraphs (https://github.com/Python-Markdown/markdown/issues/1561), and fails on a footnote
    without text. Runs between the inline parser (20) and the links back of notes called twice (15).
    """

    PRIORITY = 19

    def __init__(self, md: Markdown, notes: FootnoteExtension) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: Element) -> None:
        """Number the calls, then sort the notes; those that are never called come last."""
        prefix = f"#{self._notes.makeFootnoteId('')}"
        calls = [link for link in root.iter("a") if link.get("class") == "footnote-ref"]
        labels = [(link.get("href") or "").removeprefix(prefix) for link in calls]
        order = list(dict.fromkeys((*labels, *self._notes.footnotes)))
        numbers = {label: number for number, label in enumerate(order, start=1)}
        form = str(self._notes.getConfig("SUPERSCRIPT_TEXT"))
        for link, label in zip(calls, labels, strict=True):
            link.text = AtomicString(form.format(numbers[label]))
        for division in root.iter("div"):
            if division.get("class") == "footnote":
                self._sort(division, {self._notes.makeFootnoteId(label): number for label, number in numbers.items()})

    def _sort(self, division: Element, numbers: Mapping[str, int]) -> None:
        form = str(self._notes.getConfig("BACKLINK_TITLE"))
        for listed in division.findall("ol"):
            listed[:] = sorted(listed, key=lambda item: numbers.get(item.get("id") or "", len(numbers)))
            for item in listed:
                back = item.find(".//a[@class='footnote-backref']")
                if back is not None and (number := numbers.get(item.get("id") or "")):
                    back.set("title", form.format(number))


class PinnedIds(Treeprocessor):
    """Gives headings the ids that they have in the source; runs between attribute lists (8) and `toc` (5)."""

    PRIORITY = 5.5

    def __init__(
        self, md: Markdown, headings: Callable[[], list[Element]], ids: Callable[[], list[str | None]]
    ) -> None:
        super().__init__(md)
        self._headings = headings
        self._ids = ids

    def run(self, root: Element) -> None:
        """Set the ids that no attribute list has set."""
        del root
        headings = self._headings()
        if all("id" in heading.attrib for heading in headings):
            return
        for heading, anchor in zip(headings, self._ids(), strict=True):
            if anchor and "id" not in heading.attrib:
                heading.set("id", anchor)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something in the finished tree, near a line of the source."""

    text: str
    near: int | None


@dataclass(slots=True)
class Sightings:
    """What the finished tree holds."""

    ids: list[Sighting] = field(default_factory=list)
    links: list[Sighting] = field(default_factory=list)
    texts: list[Sighting] = field(default_factory=list)
    """Text as a reader will see it, code left out; escaped characters still in their placeholders."""
    calls: set[str] = field(default_factory=set)
    """The labels of the footnotes that are called."""


class Survey(Treeprocessor):
    """Looks over the tree when ids are set (`toc` is at 5) and escapes not yet undone (0)."""

    PRIORITY = 1

    def __init__(self, md: Markdown, lines: Callable[[], dict[Element, int]]) -> None:
        super().__init__(md)
        self.parser = md
        self.found = Sightings()
        self._lines = lines

    def run(self, root: Element) -> None:
        """Note every id, link, call and text."""
        lines = self._lines()
        for element, near in _with_lines(root, None, lines):
            self._element(element, near)
        for block in self.parser.htmlStash.rawHtmlBlocks:
            if isinstance(block, str):
                self.found.ids += [Sighting(name, None) for name in _RAW_ID.findall(block)]

    def _element(self, element: Element, near: int | None) -> None:
        anchor = element.get("id")
        if anchor and not _OWN_IDS.match(anchor):
            self.found.ids.append(Sighting(_plain(anchor), near))
        if element.get("class") == "footnote-ref":
            self.found.calls.add(_plain(element.get("href") or "").partition(":")[2])
        if element.tag == "a" and "footnote" not in (element.get("class") or ""):
            self.found.links.append(Sighting(_plain(element.get("href") or ""), near))
        if element.tag not in ("code", "pre", "script", "style", "math"):
            texts = (element.text, *(child.tail for child in element))
            self.found.texts += [Sighting(text, near) for text in texts if text and text.strip()]


def _with_lines(element: Element, near: int | None, lines: dict[Element, int]) -> Iterator[tuple[Element, int | None]]:
    near = lines.get(element, near)
    yield element, near
    for child in element:
        yield from _with_lines(child, near, lines)


def _plain(address: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1])), address).replace(AMP_SUBSTITUTE, "&")
