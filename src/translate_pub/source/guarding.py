"""What keeps a translation from changing the blocks of its chapter.

A msgstr is put where only inline Markdown is parsed, so it can begin with `#` or `>` without harm. What is left to
guard against: the parser's own control characters, tags that the source does not have, and attribute lists that would
be taken for the block's. They are broken with a noncharacter which is taken out of the finished HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from markdown.util import ETX, STX

BREAKER = "\ufdd0"
"""A noncharacter (Unicode 16, 23.7) put where markup must not be recognised; never in the output."""

_TOKEN = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufdd0]")
_ATTRIBUTES = re.compile(r"(?<=[ \n])\{")
_TAG_OPEN = re.compile(r"<(?=[A-Za-z/!?])")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*?(/?)>")
_TEXT_OF_TAG = re.compile(r"""(?<=\s)(alt|title|aria-label)=(?:"[^"<>]*"|'[^'<>]*')""")
"""What a reader of the language sees of a tag."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)

Tags = Callable[[str], tuple[str, ...]]
"""Gives the raw tags that the inline parser finds in a text."""


def without_control_characters(text: str, source: str) -> str:
    """Drop control characters and the parser's placeholders, but for those that the source text itself carries."""
    kept = set(_TOKEN.findall(source)) | set(_CONTROL.findall(source))
    pieces = re.split(f"({_TOKEN.pattern})", text)
    return "".join(piece if piece in kept else _drop(piece, kept) for piece in pieces)


def _drop(text: str, kept: set[str]) -> str:
    return _CONTROL.sub(lambda found: found[0] if found[0] in kept - {STX, ETX} else "", text)


def with_tags_of_source(text: str, source: str, tags: Tags, is_block: Callable[[str], bool]) -> str:
    """Break the tags that the source text does not have, and all of them where they no longer pair.

    Tags of blocks (a `div` in a paragraph) must be the same in the same order; otherwise those of the source are put
    at the end.

    Args:
        text: the translation.
        source: the source text.
        tags: finds the tags in a text.
        is_block: tells whether an element of that name is a block.
    """
    if not _TAG_OPEN.search(text) and not _TAG_OPEN.search(source):
        return text
    allowed = tags(source)
    found = tags(text)
    foreign = _foreign(found, allowed)
    for tag in found:
        if normalized(tag) in foreign:
            text = text.replace(tag, BREAKER.join((tag[0], tag[1:])))
    left = tags(text)
    blocks = _blocks(allowed, is_block)
    same_blocks = list(map(normalized, _blocks(left, is_block))) == list(map(normalized, blocks))
    if not same_blocks or _foreign(left, allowed) or _open_ends(left) != _open_ends(allowed):
        return _TAG_OPEN.sub(f"<{BREAKER}", text) + "".join(blocks)
    return text


def _foreign(tags: tuple[str, ...], allowed: tuple[str, ...]) -> Counter[str]:
    return Counter(map(normalized, tags)) - Counter(map(normalized, allowed))


def normalized(tag: str) -> str:
    """Write a tag so that those that do the same are equal: `<br>` and `<br />`, an image in two languages."""
    joined = _TEXT_OF_TAG.sub(r'\1=""', _joined(tag))
    name = _TAG.fullmatch(joined)
    return re.sub(r"\s*/?>\Z", ">", joined) if name and name[2].lower() in _VOID else joined


def _joined(tag: str) -> str:
    """Write a tag on one line, as a message has it."""
    return " ".join(tag.split())


def _blocks(tags: tuple[str, ...], is_block: Callable[[str], bool]) -> list[str]:
    found = ((tag, _TAG.fullmatch(tag)) for tag in tags)
    return [_joined(tag) for tag, parts in found if parts and is_block(parts[2])]


def _open_ends(tags: tuple[str, ...]) -> list[str]:
    """List the tags that have no partner, in order."""
    ends: list[str] = []
    for tag in tags:
        found = _TAG.fullmatch(tag)
        if not found or found[3] or found[2].lower() in _VOID:
            continue
        name = found[2].lower()
        if found[1] and ends and ends[-1] == name:
            ends.pop()
        else:
            ends.append(found[1] + name)
    return ends


def without_stray_attributes(text: str, suffix: str, pattern: re.Pattern[str]) -> str:
    """Break attribute lists in a text where `attr_list` would take them for the block's, or lose the block's own."""
    found = pattern.search(text + suffix)
    if found is None or found.start() >= len(text):
        return text
    return _ATTRIBUTES.sub(BREAKER + "{", text)
