"""Putting a rendition where a segment was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrBlockprocessor, AbbrTreeprocessor
from markdown.extensions.toc import TocTreeprocessor

from translate_pub.source import guarding
from translate_pub.source.slots import Slot


@dataclass(frozen=True, slots=True)
class Place:
    """The text at the beginning of an element, or after one of its children."""

    parent: Element
    child: Element | None
    """The child that the text follows; None for the text at the beginning."""

    @property
    def text(self) -> str:
        """What stands there."""
        return (self.parent.text if self.child is None else self.child.tail) or ""

    def write(self, text: str) -> None:
        """Put a text there."""
        if self.child is None:
            self.parent.text = text
        else:
            self.child.tail = text

    def replace(self, slot: Slot, marks: Mapping[str, str], md: Markdown) -> None:
        """Put a rendition there, marked on the element, or on a span where the element holds other blocks too."""
        whole = self.child is None and not any(md.is_block_level(child.tag) for child in self.parent)
        if not marks or whole:
            self.write(slot.prefix + slot.core + slot.suffix)
        if not marks:
            return
        if whole:
            mark(self.parent, marks)
            return
        span = Element("span")
        span.text, span.tail = slot.core, slot.suffix
        mark(span, marks)
        self.write(slot.prefix)
        self.parent.insert(0 if self.child is None else list(self.parent).index(self.child) + 1, span)


def mark(element: Element, marks: Mapping[str, str]) -> None:
    """Set attributes; a class is added to those that the element has."""
    for name, value in marks.items():
        own = element.get(name) if name == "class" else None
        element.set(name, f"{own} {value}" if own else value)


def plain(text: str, source: str) -> str:
    """Make a translation fit for where nothing is parsed: one line, no control characters."""
    return guarding.without_control_characters(" ".join(text.split()) if "\n" not in source else text, source)


def attribute(text: str, source: str) -> str:
    """Make a translation fit for an attribute: as `plain`, and without tags that the source has none of."""
    words = plain(text, source)
    return words if "<" in source else words.replace("<", "&lt;")


def contents_marker(md: Markdown) -> str | None:
    """Return the text that `toc` replaces with a table of contents."""
    found = (processor.marker for processor in md.treeprocessors if isinstance(processor, TocTreeprocessor))
    return next(found, None) or None


def abbreviations(md: Markdown) -> dict[str, str]:
    """Return the parser's table of abbreviations, empty where the dialect has none."""
    found = (processor.abbrs for processor in md.treeprocessors if isinstance(processor, AbbrTreeprocessor))
    return next(found, {})


def set_abbreviation(table: dict[str, str], key: str, definition: str) -> None:
    """Replace an abbreviation by a translated definition, `*[KEY]: words`; anything else leaves it as it is."""
    found = AbbrBlockprocessor.RE.fullmatch(plain(definition, ""))
    if found and found["abbr"].strip() and found["title"].strip():
        title = table.pop(key)
        table[found["abbr"].strip()] = attribute(found["title"], title)
