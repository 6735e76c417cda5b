"""Which script a text is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter

_NAMES = {
    "Arab": "ARABIC",
    "Armn": "ARMENIAN",
    "Beng": "BENGALI",
    "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI",
    "Geor": "GEORGIAN",
    "Grek": "GREEK",
    "Gujr": "GUJARATI",
    "Guru": "GURMUKHI",
    "Hebr": "HEBREW",
    "Latn": "LATIN",
    "Taml": "TAMIL",
    "Telu": "TELUGU",
    "Thai": "THAI",
}
"""ISO 15924 code -> how the Unicode names of its letters begin."""
_ENOUGH = 40
_MOST = 0.6


def family(script: str) -> str:
    """Give the name that `prevailing` has for a script, empty for one that it does not know."""
    return _NAMES.get(script, "").capitalize()


def prevailing(text: str) -> str:
    """Name the script of most letters of a text; empty where there are few, or no script prevails, or none is known."""
    names = Counter(unicodedata.name(char, "").partition(" ")[0] for char in text[:20_000] if char.isalpha())
    name, number = max(names.items(), key=lambda item: item[1], default=("", 0))
    known = name in _NAMES.values() and number >= _ENOUGH and number >= _MOST * names.total()
    return name.capitalize() if known else ""
