"""What a segment is to the reader, in the words that a translator sees."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_PLAIN = {
    "td": "table cell",
    "th": "table head",
    "dt": "term",
    "dd": "definition",
    "li": "list item",
    "figcaption": "caption",
    "caption": "table caption",
    "summary": "summary",
}
_INSIDE = {"footnote": "footnote", "dd": "definition", "li": "list item", "blockquote": "quotation"}
_CLASSES = {
    "attribution": "attribution",
    "verse": "verse",
    "caption": "caption",
    "table-caption": "table caption",
    "admonition-title": "admonition title",
}
_CLASS = re.compile(r"(?:^|[\s{:])\.([\w-]+)")

ATTRIBUTES = {
    "alt": "alternative text",
    "aria-label": "label for screen readers",
    "credit": "credit of a picture",
    "data-toc-label": "contents entry",
    "title": "tooltip",
}
"""Attributes that a reader sees or hears -> kind."""

ATTRIBUTE = re.compile(rf"(?<![\w-])({'|'.join(ATTRIBUTES)})=(?:\"(.*?)\"|'(.*?)')", re.DOTALL)
"""One of them with its value, as written in a tag or an attribute list."""


def kind_of(element: Element, hidden: str, within: tuple[str, ...]) -> str:
    """Name the kind of a segment.

    Args:
        element: the element that it stands in.
        hidden: its attribute list, as written.
        within: the elements around it, outermost first; `footnote` for a footnote.
    """
    classes = [*_CLASS.findall(hidden), *(element.get("class") or "").split()]
    for name in classes:
        if name in _CLASSES:
            return _CLASSES[name]
    if re.fullmatch("h[1-6]", element.tag):
        return f"heading {element.tag[1]}"
    if element.tag in _PLAIN:
        return _PLAIN[element.tag]
    return next((_INSIDE[tag] for tag in reversed(within) if tag in _INSIDE), "paragraph")
