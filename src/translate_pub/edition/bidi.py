"""Runs of foreign direction, wrapped in spans that say their direction.

WeasyPrint lays out each text box as a paragraph of its own and ignores bidirectional controls, so a foreign phrase with
an element inside comes out in the wrong order. The spans make each run a box of its own direction. Levels come from the
Unicode Bidirectional Algorithm (UAX #9, with rule N0 for brackets) over the whole paragraph, its elements included.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bidi import algorithm

from translate_pub.edition import markup
from translate_pub.edition.markup import Element

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"}
    | {"small", "span", "strong", "sub", "sup", "u", "var", "br", "img", "wbr"}
)
_BASE_LEVEL = {"ltr": 0, "rtl": 1}
_OPPOSITE = {"ltr": "rtl", "rtl": "ltr"}
_STRONG_MARK = {"ltr": "\u200e", "rtl": "\u200f"}
_NEUTRAL = "\ufffc"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG = frozenset({"L", "R", "AL"})
_FOREIGN = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}
_EXPLICIT = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "B"})
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "⟨": "⟩"}

Item = str | Element
"""A piece of a paragraph: text, or an element."""


@dataclass(frozen=True, slots=True)
class _Piece:
    item: Item
    start: int
    end: int


def wrap(root: Element, direction: str) -> None:
    """Wrap every run of the other direction inside `root`; its text is unchanged and only spans are added.

    Args:
        root: the tree; it is changed.
        direction: `ltr` or `rtl`, that of the text around it.
    """
    for block in list(root.iter()):
        if _is_inline(block):
            continue
        base = _direction(block, root, direction)
        if base == "rtl" or _RTL.search("".join(map(str, block.itertext()))):
            _wrap_block(block, base)


def levels(text: str, direction: str) -> list[int]:
    """Give the embedding level of every character of a paragraph (UAX #9)."""
    base = _BASE_LEVEL[direction]
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    safe = "".join(_NEUTRAL if unicodedata.bidirectional(char) in _EXPLICIT else char for char in text)
    algorithm.get_embedding_levels(safe, storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return _spread(storage["chars"], len(text), base)


def _spread(chars: list[dict[str, int]], length: int, base: int) -> list[int]:
    """Give characters that the algorithm leaves out (joiners, soft hyphens) the level of the one before."""
    found = {char["index"]: char["level"] for char in chars}
    spread: list[int] = []
    for index in range(length):
        spread.append(found.get(index, spread[-1] if spread else base))
    return spread


def _resolve_brackets(chars: list[dict[str, object]], base: int) -> None:
    """Give both brackets of a pair one direction (UAX #9, rule N0), which python-bidi does not."""
    own = "LR"[base]
    for opening, closing in _pairs([str(char["ch"]) for char in chars]):
        inside = {_strength(char) for char in chars[opening + 1 : closing]} - {""}
        if not inside:
            continue
        before = next((_strength(char) for char in reversed(chars[:opening]) if _strength(char)), own)
        kind = own if own in inside else before
        chars[opening]["type"] = chars[closing]["type"] = kind


def _strength(char: dict[str, object]) -> str:
    kind = str(char["type"])
    return {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _pairs(chars: list[str]) -> list[tuple[int, int]]:
    closers = set(_BRACKETS.values())
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, char in enumerate(chars):
        if char in _BRACKETS:
            stack.append((_BRACKETS[char], index))
        elif char in closers:
            while stack:
                wanted, opening = stack.pop()
                if wanted == char:
                    found.append((opening, index))
                    break
    return sorted(found)


def _is_inline(element: Element) -> bool:
    return element.tag in _INLINE and not any(
        name == "note" or name.startswith("as-") for name in markup.classes(element)
    )


def _direction(block: Element, root: Element, direction: str) -> str:
    for element in (block, *block.iterancestors()):
        if element.get("dir") in _BASE_LEVEL:
            return str(element.get("dir"))
        if element is root:
            break
    return direction


def _wrap_block(block: Element, base: str) -> None:
    """Wrap the runs of each stretch of inline content between the block's child blocks."""
    items = _items(block)
    rebuilt: list[Item] = []
    stretch: list[Item] = []
    for item in items:
        if isinstance(item, str) or _is_inline(item) or "note" in markup.classes(item):
            stretch.append(item)
        else:
            rebuilt += [*_wrap_stretch(stretch, base), item]
            stretch = []
    _fill(block, [*rebuilt, *_wrap_stretch(stretch, base)])


def _wrap_stretch(stretch: list[Item], base: str) -> list[Item]:
    text = "".join(_text(item, base) for item in stretch)
    runs = _runs(_resolved(text, stretch, base), text, base, _borders(stretch, base))
    return _wrap_items(stretch, 0, runs, base) if runs else stretch


def _resolved(text: str, stretch: list[Item], base: str) -> list[int]:
    """Give the levels of a stretch; what only foreign words stand beside, in it or in an element, is part of them."""
    resolved = levels(text, base)
    if _is_foreign(text, base):
        return [max(level, _BASE_LEVEL[base] + 1) for level in resolved]
    for start, end in _foreign_elements(stretch, 0, base):
        resolved[start:end] = [max(level, _BASE_LEVEL[base] + 1) for level in resolved[start:end]]
    return resolved


def _foreign_elements(items: list[Item], offset: int, base: str) -> Iterator[tuple[int, int]]:
    """Find the elements whose letters are all of the other direction."""
    for item in items:
        text = _text(item, base)
        if not isinstance(item, str) and not _opaque(item) and "call" not in markup.classes(item):
            if _is_foreign(text, base):
                yield offset, offset + len(text)
            else:
                yield from _foreign_elements(list(_items_of(item)), offset, base)
        offset += len(text)


def _is_foreign(text: str, base: str) -> bool:
    """Whether there are letters and all are of the other direction."""
    directions = {unicodedata.bidirectional(char) for char in text} & _STRONG
    return bool(directions) and directions <= _FOREIGN[base]


def _runs(resolved: list[int], text: str, base: str, borders: set[int]) -> list[tuple[int, int]]:
    """Find the runs to wrap: those with a letter of the other direction, or that go over the border of an element."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, level in enumerate([*resolved, _BASE_LEVEL[base]]):
        if level > _BASE_LEVEL[base]:
            start = index if start is None else start
        elif start is not None:
            letters = any(unicodedata.bidirectional(char) in _STRONG for char in text[start:index])
            if letters or any(start < border < index for border in borders):
                runs.append((start, index))
            start = None
    return runs


def _wrap_items(items: list[Item], offset: int, runs: list[tuple[int, int]], base: str) -> list[Item]:
    wrapped: list[Item] = []
    for piece, run in _cut(items, offset, runs, base):
        if run is not None and _whole(piece, run):
            _add_to_run(wrapped, piece.item, run, base)
            continue
        if not isinstance(piece.item, str) and not _opaque(piece.item):
            inner = _wrap_items(_items(piece.item), piece.start, runs, base)
            _fill(piece.item, inner)
        wrapped.append(piece.item)
    for item in wrapped:
        if not isinstance(item, str):
            markup.take(item, "data-run")
    return wrapped


def _add_to_run(wrapped: list[Item], item: Item, run: tuple[int, int], base: str) -> None:
    last = wrapped[-1] if wrapped else None
    key = f"{run[0]}"
    if last is None or isinstance(last, str) or last.get("data-run") != key:
        last = markup.build("span", {"class": "foreign", "dir": _OPPOSITE[base], "data-run": key})
        wrapped.append(last)
    _append(last, item)


def _cut(
    items: list[Item], offset: int, runs: list[tuple[int, int]], base: str
) -> Iterator[tuple[_Piece, tuple[int, int] | None]]:
    """Cut text where runs begin and end, and say of each piece which run it touches."""
    for item in items:
        end = offset + len(_text(item, base))
        if not isinstance(item, str):
            yield _Piece(item, offset, end), _touching(runs, offset, end)
        else:
            cuts = sorted({offset, end, *(edge for run in runs for edge in run if offset < edge < end)})
            for first, last in itertools.pairwise(cuts):
                text = item[first - (end - len(item)) : last - (end - len(item))]
                yield _Piece(text, first, last), _touching(runs, first, last)
        offset = end


def _touching(runs: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    return next((run for run in runs if run[0] < end and start < run[1]), None)


def _whole(piece: _Piece, run: tuple[int, int]) -> bool:
    return run[0] <= piece.start and piece.end <= run[1]


def _opaque(element: Element) -> bool:
    """Whether what is inside an element has its own direction, or no place in the line of its paragraph."""
    return bool(element.get("dir")) or not _is_inline(element) or element.tag == "img"


def _text(item: Item, base: str) -> str:
    """Give the characters that stand for an item when levels are resolved."""
    if isinstance(item, str):
        return item
    if "note" in markup.classes(item):
        return ""
    if "call" in markup.classes(item):
        return _STRONG_MARK[base]
    if item.tag == "br":
        return "\u2028"
    if _opaque(item):
        return _NEUTRAL
    return "".join(_text(inner, base) for inner in _items_of(item))


def _borders(stretch: list[Item], base: str) -> set[int]:
    borders: set[int] = set()
    offset = 0
    for item in stretch:
        borders.add(offset)
        if not isinstance(item, str) and not _opaque(item) and "call" not in markup.classes(item):
            borders |= {offset + border for border in _borders(list(_items_of(item)), base)}
        offset += len(_text(item, base))
    return borders | {offset}


def _items_of(element: Element) -> Iterator[Item]:
    """Give the text and children of an element in order, leaving it as it is."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _items(element: Element) -> list[Item]:
    """Take the text and children out of an element, in order."""
    items = list(_items_of(element))
    element.text = None
    for child in list(element):
        child.tail = None
        element.remove(child)
    return items


def _fill(element: Element, items: list[Item]) -> None:
    for item in items:
        _append(element, item)


def _append(element: Element, item: Item) -> None:
    if not isinstance(item, str):
        element.append(item)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + item
    else:
        element.text = (element.text or "") + item
