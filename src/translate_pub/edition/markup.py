"""HTML as a tree: parsing and writing fragments, and the few moves that every stage makes."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

_SENTENCE_END = re.compile(
    r"(?<=\w{3})[.۔।](?=\s+[^\Wa-z\d]|\s*$)|(?<=\w{4})[.۔।](?=\s+[1۱१]\s+[^\Wa-z\d])|(?<=[?؟!])(?=\s)"
)
"""Where a sentence ends: a stop after a word of three letters or more (no initial), with a new sentence behind it.

A number begins one only where it is the first of a key: "a sketch plan. 1 Finland Station, 2 ...".
"""
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def parse(fragment: str) -> Element:
    """Read a fragment into a `div`."""
    document = etree.fromstring(f"<html><body><div>{fragment}</div></body></html>".encode(), _PARSER)
    body = document[0]
    root = body[0]
    for stray in list(body):
        if stray is not root:
            root.append(stray)
    body.remove(root)
    return root


def write(element: Element) -> str:
    """Write an element as HTML, without what follows it."""
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def write_inside(element: Element) -> str:
    """Write what is inside an element as HTML."""
    written = write(element)
    return written[written.index(">") + 1 : written.rindex("<")] if len(element) or element.text else ""


def build(tag: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
    """Make an element that belongs to no document yet."""
    element = etree.Element(tag, attributes or {})
    element.text = text or None
    return element


def classes(element: Element) -> list[str]:
    """Give the classes of an element."""
    return (element.get("class") or "").split()


def add_class(element: Element, name: str) -> None:
    """Give an element a class more."""
    element.set("class", " ".join([*classes(element), name]))


def take(element: Element, name: str) -> str:
    """Take an attribute away and give what it said; empty where there is none."""
    value = element.get(name)
    if value is None:
        return ""
    del element.attrib[name]
    return value


def find(root: Element, path: str) -> list[Element]:
    """Find elements by XPath, in document order."""
    found = root.xpath(path)
    return [element for element in found if isinstance(element, Element)] if isinstance(found, list) else []


def having(name: str) -> str:
    """Write the XPath condition for elements of a class."""
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def remove(element: Element) -> None:
    """Take an element out; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    _append_text(parent, element.getprevious(), element.tail)
    element.tail = None
    parent.remove(element)


def replace(element: Element, *news: Element) -> None:
    """Put elements into the place of another; what follows it stays behind the last."""
    parent = element.getparent()
    if parent is None:
        return
    tail, element.tail = element.tail, None
    index = parent.index(element)
    parent[index : index + 1] = news
    news[-1].tail = tail


def unwrap(element: Element) -> None:
    """Take an element out but leave what is inside it."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    _append_text(parent, previous, element.text)
    children = list(element)
    tail, element.tail = element.tail, None
    index = parent.index(element)
    parent[index : index + 1] = children
    _append_text(parent, children[-1] if children else previous, tail)


def move_inside(source: Element, target: Element) -> None:
    """Move the text and children of an element to the end of another."""
    last = target[-1] if len(target) else None
    _append_text(target, last, source.text)
    source.text = None
    for child in list(source):
        target.append(child)


def plain(element: Element) -> str:
    """Give the text that a reader sees of a heading or caption on one line, without notes and their calls."""
    return " ".join("".join(_texts(element)).split())


def text_right_before(element: Element) -> str:
    """Give the text between an element and what stands before it in its parent."""
    previous, parent = element.getprevious(), element.getparent()
    return (previous.tail if previous is not None else parent.text if parent is not None else None) or ""


def shorten_before(element: Element, count: int) -> None:
    """Take so many characters off the end of the text right before an element."""
    previous, parent = element.getprevious(), element.getparent()
    shorter = text_right_before(element)
    shorter = shorter[: len(shorter) - count]
    if previous is not None:
        previous.tail = shorter
    elif parent is not None:
        parent.text = shorter


def text_before(element: Element) -> str:
    """Give the text that a reader sees before an element in its parent, without notes and their calls."""
    parent = element.getparent()
    if parent is None:
        return ""
    pieces = [parent.text or ""]
    for sibling in parent:
        if sibling is element:
            break
        pieces += [*_texts(sibling), sibling.tail or ""]
    return "".join(pieces)


def heading_html(element: Element) -> str:
    """Write a heading for another place than its own: without notes, calls, ids and index marks."""
    twin = copy.deepcopy(element)
    for node in find(twin, f".//*[{having('note')} or {having('call')}]"):
        remove(node)
    for node in find(twin, f".//*[{having('index-mark')}]|.//a"):
        unwrap(node)
    for node in find(twin, ".//*[@id]|.//*[@data-po]"):
        take(node, "id")
        take(node, "data-po")
    for node in find(twin, ".//br"):
        node.tail = " " + (node.tail or "")
        remove(node)
    return write_inside(twin).strip()


def keep_first_sentence(element: Element) -> None:
    """Cut an element off behind its first sentence; the full stop goes too, a question mark stays."""
    end = _SENTENCE_END.search("".join(map(str, element.itertext())))
    if end is not None:
        _keep(element, end.start())


def _keep(element: Element, length: int) -> int:
    """Keep so many characters of an element; give how many of them are still to come after it."""
    own = element.text or ""
    element.text, length = own[:length], max(0, length - len(own))
    for child in list(element):
        if not length:
            element.remove(child)
            continue
        length = _keep(child, length)
        tail = child.tail or ""
        child.tail, length = tail[:length], max(0, length - len(tail))
    return length


def _texts(element: Element) -> Iterator[str]:
    if not {"note", "call"}.isdisjoint(classes(element)):
        return
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def _append_text(parent: Element, previous: Element | None, text: str | None) -> None:
    if not text:
        return
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text
