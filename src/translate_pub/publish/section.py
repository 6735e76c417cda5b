"""A section's HTML as a tree, made ready for layout: folios filled in, links to other sections marked.

What embeds other files than images is taken out: WeasyPrint puts any file that it can read into the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.publish import locators

LINK_SCHEME = "translate-pub-section:"
"""Stands before the id of another section's element until `interior` makes it a destination."""
_EMBEDDING = {"object", "embed", "iframe", "frame", "applet", "base", "portal"}
_PLACE = re.compile(r"\bdata-page=(?:\"([^\"]*)\"|'([^']*)')")
_TEXT_AROUND = 60


class Locator:
    """Knows where the elements of a section come from."""

    def __init__(self, root: Element) -> None:
        self.parents = {child: parent for parent in root.iter() for child in parent}

    def ancestry(self, element: Element) -> Iterator[Element]:
        """Yield an element and those around it, innermost first."""
        current: Element | None = element
        while current is not None:
            yield current
            current = self.parents.get(current)

    def find(self, element: Element, attributes: tuple[str, ...] = ("data-source", "data-po")) -> Span | None:
        """Return the place that an element or the nearest around it names."""
        for attribute in attributes:
            for around in self.ancestry(element):
                if place := around.get(attribute):
                    return read_place(place)
        return None


def read_place(place: str) -> Span:
    """Read `path:line` or `path`."""
    path, _, line = place.rpartition(":")
    return Span(path, int(line)) if path and line.isdecimal() else Span(place)


def text_of(element: Element) -> str:
    """Return the beginning of an element's text on one line, to be recognised by."""
    text = " ".join("".join(element.itertext()).split())
    return text if len(text) <= _TEXT_AROUND else f"{text[:_TEXT_AROUND].rstrip()}…"


def referred(html: str) -> tuple[str, ...]:
    """Return the ids whose folios a section shows, each once and in order of name."""
    return tuple(sorted({unescape(match[1] or match[2] or "") for match in _PLACE.finditer(html)} - {""}))


def fill_folios(root: Element, folios: Mapping[str, str]) -> None:
    """Put the folios in their places; a place whose folio is not known yet keeps its stand-in."""
    for element in root.iter():
        target = element.get("data-page")
        if target and target in folios:
            for child in list(element):
                element.remove(child)
            element.text = folios[target]
    locators.merge(root, folios)


def mark_links(root: Element) -> None:
    """Give every link to an element of another section an address that survives layout."""
    own = {identifier for element in root.iter() if (identifier := element.get("id"))}
    for element in root.iter("a"):
        href = element.get("href", "")
        if href.startswith("#") and unquote(href[1:]) not in own:
            element.set("href", LINK_SCHEME + quote(unquote(href[1:])))


def take_out_embeds(root: Element, locator: Locator) -> list[Diagnostic]:
    """Remove what would draw other files into the PDF, and say so; text inside it stays."""
    found = []
    for element in list(root.iter()):
        tag = str(element.tag)
        if tag in _EMBEDDING:
            found.append(_embed(f"<{tag}> is left out of the pages: only images may be embedded", element, locator))
            element.tag = "template" if tag == "base" else "div"
            element.attrib.clear()
        elif "attachment" in element.get("rel", "").casefold().split():
            found.append(_embed(f'rel="attachment" of <{tag}> is left out: it would embed a file', element, locator))
            del element.attrib["rel"]
    return found


def _embed(message: str, element: Element, locator: Locator) -> Diagnostic:
    hints = ("use an image, or describe the file in words",)
    return Diagnostic("P003", Severity.ERROR, message, locator.find(element), hints)
