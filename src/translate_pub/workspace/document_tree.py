"""What pandoc makes of a document, set right for a book: notes are notes, titles are headings, wrappings are gone.

The tree is pandoc's JSON (https://hackage.haskell.org/package/pandoc-types): every element is `{"t": type, "c": ...}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

Node = dict[str, Any]

_CALL = re.compile(r"[\[(]?(?:[0-9\u0660-\u0669\u06f0-\u06f9⁰¹²³⁴-⁹]{1,4}|[*†‡§¶]{1,3}|[a-z])[\])]?")
_BACK = re.compile(r"[↩↑⏎^⬑⮐]\ufe0e?|(?:back|return|jump)\b.*", re.IGNORECASE)
_ANCHOR = "#"
_RAW_SCHEMES = ("index:",)
"""Addresses that are words, with spaces between them."""
_NO_ATTRIBUTES: list[Any] = ["", [], []]


def settle(document: Node, *, titled: bool) -> None:
    """Set a document right, in place.

    Args:
        document: the whole tree.
        titled: whether the title among its properties stands in the text.
    """
    blocks: list[Node] = document["blocks"]
    if titled:
        blocks[:0] = _titles(document.get("meta", {}))
    _restore_notes(blocks)
    document["blocks"] = _blocks(blocks)
    document["meta"] = {}


def _titles(meta: dict[str, Any]) -> list[Node]:
    found = []
    for name, level in (("title", 1), ("subtitle", 0)):
        value = meta.get(name)
        if value and value["t"] == "MetaInlines":
            content = value["c"]
            found.append(_node("Header", [level, _NO_ATTRIBUTES, content]) if level else _node("Para", content))
    return found


# Notes that are links to the end of the document


def _restore_notes(blocks: list[Node]) -> None:
    """Make notes of links to a place from which a link leads back, as web pages have them."""
    calls = [link for link in _walk(blocks) if _is_call(link)]
    items = [(holder, number) for holder in _lists(blocks) for number, item in enumerate(holder) if _back_link(item)]
    if not calls or not items:
        return
    by_name = {name: place for place in items for name in _names(place[0][place[1]])}
    by_back = {
        _target(link).removeprefix(_ANCHOR): place for place in items if (link := _back_link(place[0][place[1]]))
    }
    targets = list(dict.fromkeys(_target(call) for call in calls))
    in_order = dict(zip(targets, items, strict=True)) if len(targets) == len(items) else {}
    used: list[Any] = []
    for call in calls:
        name = _target(call).removeprefix(_ANCHOR)
        own = call["c"][0][0]
        place = by_name.get(name) or by_back.get(own) or in_order.get(_target(call))
        if place is not None:
            item = place[0][place[1]]
            used.append(item)
            _become_note(call, item)
    for holder in _lists(blocks):
        holder[:] = [item for item in holder if not any(item is one for one in used)]


def _become_note(call: Node, item: list[Node]) -> None:
    call["t"] = "Note"
    call["c"] = _without_back_links(item)


def _without_back_links(value: Any) -> Any:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    if isinstance(value, list):
        kept = [_without_back_links(one) for one in value if not (isinstance(one, dict) and _is_back(one))]
        while kept and isinstance(kept[-1], dict) and (kept[-1].get("t") == "Space" or kept[-1].get("c") == "\u00a0"):
            kept.pop()
        return kept
    if isinstance(value, dict):
        return {name: _without_back_links(one) for name, one in value.items()}
    return value.rstrip("\u00a0") if isinstance(value, str) else value


def _is_call(node: Node) -> bool:
    if node["t"] != "Link" or not _target(node).startswith(_ANCHOR):
        return False
    classes = node["c"][0][1]
    return "footnote-ref" in classes or bool(_CALL.fullmatch(_text(node["c"][1])))


def _is_back(node: Node) -> bool:
    if node.get("t") != "Link" or not _target(node).startswith(_ANCHOR):
        return False
    return "footnote-backref" in node["c"][0][1] or bool(_BACK.fullmatch(_text(node["c"][1])))


def _back_link(item: list[Node]) -> Node | None:
    return next((link for link in _walk(item) if _is_back(link)), None)


def _lists(value: Any) -> Iterator[list[Any]]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Give the items of every list, the outermost first."""
    for node in _walk(value):
        if node["t"] == "OrderedList":
            yield node["c"][1]
        elif node["t"] == "BulletList":
            yield node["c"]


def _names(item: list[Node]) -> list[str]:
    """Give the names by which links may lead to a list's item."""
    return [node["c"][0][0] for node in _walk(item) if node["t"] in {"Div", "Span"} and node["c"][0][0]]


def _target(link: Node) -> str:
    return str(link["c"][2][0])


def _text(inlines: Any) -> str:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    return "".join(str(node["c"]) for node in _walk(inlines) if node["t"] == "Str")


def _walk(value: Any) -> Iterator[Node]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Give every element, the outermost first; without recursion, for documents may be nested as deep as they like."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "t" in one:
                yield one
            waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


# What a book has no use for


def _blocks(value: Any) -> Any:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    if isinstance(value, list):
        return [made for one in value for made in _made(one)]
    return value


def _made(one: Any) -> list[Any]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Return what stands for an element: itself, its contents, or nothing."""
    if isinstance(one, list):
        return [_blocks(one)]
    if not isinstance(one, dict) or "t" not in one:
        return [one]
    if one["t"] in _NOTHING:
        return []
    if "c" not in one:
        return [one]
    return _MAKERS.get(one["t"], _itself)(one["t"], one["c"])


def _itself(kind: str, content: Any) -> list[Any]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    return [_node(kind, _blocks(content))]


def _contents(kind: str, content: Any) -> list[Any]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Take an element's wrapping away."""
    return list(_blocks(content[1] if kind in {"Div", "Span"} else content))


def _figure(_kind: str, content: Any) -> list[Any]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Put what stands in a figure before its caption."""
    return [*_blocks(content[2]), *_blocks(content[1][1])]


def _table(kind: str, content: Any) -> list[Any]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Make a paragraph of a table's caption, before it."""
    rest = [_blocks(part) for part in content[2:]]
    return [*_blocks(content[1][1]), _node(kind, [_NO_ATTRIBUTES, [None, []], *rest])]


def _superscript(kind: str, content: Any) -> list[Any]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Take the call of a note, which is raised by itself, out of what raises it."""
    is_call = [node["t"] for node in content] == ["Note"]
    return list(_blocks(content)) if is_call else _itself(kind, content)


def _plain(kind: str, content: Any) -> list[Node]:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    """Return an element without its attributes; index marks with their words as they were written."""
    if kind in {"Code", "CodeBlock"}:
        return [_node(kind, [_NO_ATTRIBUTES, content[1]])]
    if kind == "Header":
        return [_node(kind, [content[0], _NO_ATTRIBUTES, _blocks(content[2])])]
    inner, (address, title) = _blocks(content[1]), content[2]
    if kind == "Link" and address.startswith(_RAW_SCHEMES):
        words = unquote(address)
        end = f"]({words})" if address in _RAW_SCHEMES else f"](<{words}>)"
        return [_raw("["), *inner, _raw(end)]
    return [_node(kind, [_NO_ATTRIBUTES, inner, [address, title]])]


_NOTHING = frozenset(("HorizontalRule", "RawBlock", "RawInline"))
_MAKERS: dict[str, Callable[[str, Any], list[Any]]] = {
    **dict.fromkeys(("Div", "Span", "Underline", "SmallCaps"), _contents),
    **dict.fromkeys(("Link", "Image", "Header", "Code", "CodeBlock"), _plain),
    "Figure": _figure,
    "Table": _table,
    "Superscript": _superscript,
}


def _raw(text: str) -> Node:
    return _node("RawInline", ["markdown", text])


def _node(kind: str, content: Any) -> Node:  # noqa: ANN401  # pandoc's trees are nested lists and dictionaries
    return {"t": kind, "c": content}
