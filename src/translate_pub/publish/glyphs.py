"""Every character that is printed must be in a font that its stylesheet names for it: no box, no chance stand-in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.publish.boxes import TextBox, inside
from translate_pub.publish.fonts import FontSet, character_name
from translate_pub.publish.section import Locator, text_of

NOTDEF = re.compile(
    r'\.notdef glyph rendered for Unicode string unsupported by fonts: "(.*)" \(U\+([0-9A-F]+)\)', re.DOTALL
)
"""What WeasyPrint 70 logs of a character that it draws as a box."""
_IGNORABLE_CATEGORIES = {"Cc", "Cf", "Zl", "Zp"}
_IGNORABLE_RANGES = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xE0000, 0xE0FFF),
)
"""Default_Ignorable_Code_Point beside the format characters (Unicode 16, DerivedCoreProperties)."""
_SPACES = {"\t", "\n", "\r", " ", "\u00a0"}


def ignorable(character: str) -> bool:
    """Whether a character prints nothing of its own where a font lacks it."""
    if unicodedata.category(character) in _IGNORABLE_CATEGORIES or character in _SPACES:
        return True
    return any(first <= ord(character) <= last for first, last in _IGNORABLE_RANGES)


def check(pages: Iterable[object], fonts: FontSet, locator: Locator) -> list[Diagnostic]:
    """Hold the text of laid-out pages against the fonts of its stack; one finding a character and place."""
    found: dict[tuple[str, Span | None], Diagnostic] = {}
    known: dict[tuple[str, ...], frozenset[int]] = {}
    for page in pages:
        for box in inside(page):
            if not isinstance(box, TextBox):
                continue
            families = _families(box)
            if families not in known:
                known[families] = fonts.characters(families)
            for character in sorted(set(box.text)):
                if ord(character) not in known[families] and not ignorable(character):
                    finding = _missing(character, families, box, locator)
                    found.setdefault((character, finding.span), finding)
    return list(found.values())


def _families(box: TextBox) -> tuple[str, ...]:
    families = box.style["font_family"]
    return tuple(str(family) for family in families) if isinstance(families, Sequence) else ()


def _missing(character: str, families: tuple[str, ...], box: TextBox, locator: Locator) -> Diagnostic:
    element = box.element
    span = locator.find(element, ("data-po", "data-source")) if element is not None else None
    around = text_of(element) if element is not None else box.text
    message = (
        f"“{character}” ({character_name(character)}) is in no font of {', '.join(families)}: {around or box.text}"
    )
    hints = ("give the edition a font that has it (`fonts` in book.toml), or write another character",)
    return Diagnostic("P001", Severity.ERROR, message, span, hints)


def from_log(complaint: str, reported: Iterable[Diagnostic], section: str) -> Diagnostic | None:
    """Turn WeasyPrint's complaint of a missing glyph into a finding, unless `check` has made one of it."""
    match = NOTDEF.fullmatch(complaint)
    if not match:
        return None
    character = chr(int(match[2], 16))
    if any(character_name(character) in finding.message for finding in reported):
        return None
    message = f"“{character}” ({character_name(character)}) is in no font of the edition; it stands in {section}"
    hints = ("it may stand in the text of an image (SVG)",)
    return Diagnostic("P001", Severity.ERROR, message, None, hints)
