"""The text of one place in the tree, as the inline parser is about to read it: what is shown and what is hidden."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder, isheader
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from translate_pub.source import kinds
from translate_pub.source.dialect import CROSS_REFERENCES

_STASHED = f"{STX}wzxhzdk:\\d+{ETX}"
_LEAD = re.compile(rf"(?:\s|{_STASHED})+")
_TRAIL = re.compile(rf"(?:\s|{re.escape(NBSP_PLACEHOLDER)}|{_STASHED})+\Z")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^()]*\)")
_LONE_IMAGE = re.compile(r"!\[[^\n]*\]\([^\n]*\)(\{:?[^{}\n]*\})?")
_NO_WORDS = re.compile(
    rf"<!--(?:(?!<!--).)*?-->|<\?(?:(?!<\?).)*?\?>|(?P<tag>(?<!<)</?[A-Za-z][^<>]*>(?!>))|(?<!!)\[\]\((?:{'|'.join(CROSS_REFERENCES)}):[^()\s]*\)"
    r"|!\[\]\([^()\s\"']*\)(?:\{[^{}\n]*\})?",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Slot:
    """The text before, in and after a segment; only `core` is translated."""

    prefix: str
    core: str
    suffix: str
    """White space, hidden attribute list, placeholders."""

    def saying(self, words: str) -> Slot:
        """Return the slot with other words; hidden attributes of an image stay with it, or with the block."""
        if not self.suffix.startswith("{") or is_lone_image(words):
            return replace(self, core=words)
        end = self.suffix.index("}") + 1
        attributes, rest = self.suffix[:end], self.suffix[end:]
        if image := _IMAGE.search(words):
            return Slot(self.prefix, words[: image.end()] + attributes + words[image.end() :], rest)
        return Slot(self.prefix, words, f"\n{attributes}{rest}")


def has_words(text: str) -> bool:
    """Tell whether a reader sees or hears a letter or digit of a text."""
    return bool(_WORD.search(html.unescape(perceptible(text))))


def perceptible(text: str) -> str:
    """Give what a reader sees or hears of a text: of tags their labels only, and no reference that the tool writes."""
    return _NO_WORDS.sub(_labels, HTML_PLACEHOLDER_RE.sub(" ", text))


def _labels(hidden: re.Match[str]) -> str:
    values = (label[2] or label[3] for label in kinds.ATTRIBUTE.finditer(hidden["tag"] or ""))
    return f" {' '.join(filter(None, values))} "


def is_lone_image(core: str) -> bool:
    """Tell whether a text is one image and nothing else: a figure."""
    return _lone_image(core) is not None


def _lone_image(core: str) -> re.Match[str] | None:
    return _LONE_IMAGE.fullmatch(core) if core.startswith("![") and core.count("](") == 1 else None


def cut(text: str, element: Element, md: Markdown, *, tail: bool) -> Slot:
    """Cut the text (or the tail of a child) of an element.

    Args:
        text: what the inline parser would read.
        element: the element whose content it is.
        md: the parser, which knows whether there are attribute lists.
        tail: whether it follows a child.
    """
    lead = _LEAD.match(text)
    prefix = lead[0] if lead else ""
    trail = _TRAIL.search(text, len(prefix))
    suffix = trail[0] if trail else ""
    slot = Slot(prefix, text[len(prefix) : len(text) - len(suffix)], suffix)
    pattern = attribute_pattern(element, md, tail=tail)
    return _without_attributes(slot, pattern, heading=isheader(element)) if pattern else slot


def attribute_pattern(element: Element, md: Markdown, *, tail: bool) -> re.Pattern[str] | None:
    """Return the pattern by which `attr_list` finds the attributes of a block at the end of its text."""
    if "attr_list" not in md.treeprocessors or not (tail or md.is_block_level(element.tag)):
        return None
    processor = md.treeprocessors["attr_list"]
    if not isinstance(processor, AttrListTreeprocessor):
        return None
    one_line = isheader(element) or element.tag in ("dt", "td", "th")
    return processor.HEADER_RE if one_line and not tail else processor.BLOCK_RE


def _without_attributes(slot: Slot, pattern: re.Pattern[str], *, heading: bool) -> Slot:
    found = pattern.search(slot.core)
    if found and not get_attrs_and_remainder(found[1])[1]:
        end = len(slot.core[: found.start()].rstrip("#").rstrip()) if heading else found.start()
        end = len(slot.core[:end].rstrip())  # a hard break before the list is not the translator's
        slot = replace(slot, core=slot.core[:end], suffix=slot.core[end:] + slot.suffix)
    image = _lone_image(slot.core)
    if image and image[1]:
        end = image.start(1)
        slot = replace(slot, core=slot.core[:end], suffix=slot.core[end:] + slot.suffix)
    return slot
