"""What XLIFF of both versions and TMX share: elements written and read as texts, and the door to Translate Toolkit."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from translate_pub.catalog.exchange import libraries
from translate_pub.catalog.exchange.escaping import escape, unescape
from translate_pub.model.diagnostic import Diagnostic, Severity, Span

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HELD = {"x", "bx", "ex", "ph", "bpt", "ept", "it", "pc", "sc", "ec"}
"""Inline elements of XLIFF that stand for something that is not in their text."""


def store(module: str, name: str) -> Any:  # noqa: ANN401  # Translate Toolkit carries no types
    """Make an empty store of Translate Toolkit's.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    return getattr(libraries.load(f"translate.storage.{module}", "this format"), name)()


def parse(made: Any, data: bytes, path: str) -> Diagnostic | None:  # noqa: ANN401  # as above
    """Have a store read a file, and say what hinders it."""
    try:
        made.parse(data)
    except (etree.LxmlError, ValueError, AssertionError, StopIteration, AttributeError) as error:
        message = f"the file cannot be read: {str(error) or 'its elements are not those of its format'}"
        hint = "take the file from the translator once more, or save it again in the program that wrote it"
        return Diagnostic("C153", Severity.ERROR, message, Span(path), (hint,))
    return None


def serialize(made: Any) -> bytes:  # noqa: ANN401  # as above
    """Have a store write its file."""
    out = io.BytesIO()
    made.serialize(out)
    return out.getvalue()


def add(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """Add an element, in the namespace of its parent, with a text and attributes."""
    made = etree.SubElement(
        parent, f"{namespace(parent)}{name}", {key.rstrip("_"): attributes[key] for key in attributes}
    )
    if text is not None:
        made.text = escape(text)
    return made


def namespace(element: etree._Element) -> str:
    """Return the namespace of an element in braces, or nothing."""
    tag = str(element.tag)
    return tag[: tag.index("}") + 1] if tag.startswith("{") else ""


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; comments have none."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return the children of that name, in whatever namespace."""
    return (child for child in element if local(child) == name)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of that name."""
    return next(children(element, name), None)


def text_of(element: etree._Element | None) -> str:
    """Return the text of an element, what stands in inline elements included."""
    return "" if element is None else unescape("".join(_texts(element)))


def _texts(element: etree._Element) -> Iterator[str]:
    if local(element) == "cp":  # XLIFF 2.0, 4.2.3.1: a character that XML cannot hold
        yield chr(int(element.get("hex", "fffd"), 16))
    yield element.text or ""
    for inner in element:
        if local(inner):
            yield from _texts(inner)
        yield inner.tail or ""


def line_of(element: Any) -> int | None:  # noqa: ANN401  # lxml's stubs leave this open
    """Return the line of the file where an element begins."""
    line: int | None = element.sourceline
    return line


def stands_for_more(element: etree._Element | None) -> bool:
    """Say whether a text has inline elements in it that stand for something else than their text."""
    return element is not None and any(local(inner) in _HELD for inner in element.iter())
