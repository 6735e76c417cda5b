"""A parser for single texts: what the inline parser of a chapter makes of one message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from translate_pub.source.dialect import Dialect

_SPACE = re.compile(r"\s+")


def footnotes_of(md: Markdown) -> FootnoteExtension | None:
    """Return the parser's footnotes, or None where the dialect has none."""
    found = (extension for extension in md.registeredExtensions if isinstance(extension, FootnoteExtension))
    return next(found, None)


class Scratch:
    """Parses one text at a time with the link references and footnotes of its chapter."""

    def __init__(self, dialect: Dialect, references: Mapping[str, tuple[str, str]], labels: Iterable[str] = ()) -> None:
        self.md = dialect.parser()
        self.md.references.update(references)
        self._notes = footnotes_of(self.md)
        if self._notes:
            self._notes.footnotes.update(dict.fromkeys(labels, "-"))

    def tree(self, text: str, tag: str = "p") -> Element:
        """Parse a text as the content of an element; the element is the only child of what is returned."""
        self.md.htmlStash.reset()
        if self._notes:
            self._notes.footnote_order = []
            self._notes.found_refs = {}
            self._notes.used_refs = set()
        root = Element("div")
        SubElement(root, tag).text = text
        self.md.treeprocessors["inline"].run(root)
        if "attr_list" in self.md.treeprocessors:
            self.md.treeprocessors["attr_list"].run(root)
        return root

    def tags(self, text: str) -> tuple[str, ...]:
        """List the raw tags and comments in a text, in order."""
        self.tree(text)
        return tuple(raw for raw in self.md.htmlStash.rawHtmlBlocks if isinstance(raw, str) and raw.startswith("<"))

    def canonical(self, text: str) -> str:
        """Write what a text is parsed into, white space aside: equal for texts that read the same."""
        return _SPACE.sub(" ", _serialized(self.tree(text)))


def _serialized(element: Element) -> str:
    attributes = sorted((name, str(value)) for name, value in element.items())
    parts = [f"<{element.tag} {attributes}>", (element.text or "").rstrip(" ")]
    for child in element:
        tail = child.tail or ""
        parts += [_serialized(child), f"\n{tail.lstrip()}" if child.tag == "br" else tail]
    return "".join((*parts, f"</{element.tag}>"))
