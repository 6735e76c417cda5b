"""The order of words in a language, and the letters that an index is divided by: the one door to ICU.

ICU sorts by the rules of CLDR (Unicode Technical Standard 35, part 5): Swedish å, ä, ö after z; Spanish ñ after n;
Urdu by its own alphabet. PyICU is an extra, because it is built against the system's ICU.
"""

from __future__ import annotations

import importlib
import unicodedata
from types import ModuleType

PACKAGES = {
    "debian": "libicu-dev pkg-config g++ python3-dev",
    "fedora": "libicu-devel pkgconf-pkg-config gcc-c++ python3-devel",
    "macos": "icu4c pkgconf",
}
"""System -> the packages that PyICU is built with."""
INSTALL = "pip install 'translate-pub[index]'"


def available() -> bool:
    """Whether words can be sorted: ICU is there."""
    return _icu() is not None


def _icu() -> ModuleType | None:
    try:
        return importlib.import_module("icu")
    except ImportError:
        return None


class Collation:
    """The order of one language."""

    def __init__(self, language: str) -> None:
        """Load the rules of a language.

        Args:
            language: BCP 47 tag; one that ICU does not know is sorted as Unicode's root order does.

        Raises:
            LookupError: ICU is not there; ask `available` first.
        """
        icu = _icu()
        if icu is None:
            raise LookupError("PyICU is not installed")
        locale = icu.Locale.forLanguageTag(language)
        self._collator = icu.Collator.createInstance(locale)
        letters = icu.AlphabeticIndex(locale)
        # Names in Latin script have their own letters in the index of a book in another script.
        letters.addLabels(icu.Locale("en"))
        self._letters = letters.buildImmutableIndex()

    def key(self, text: str) -> bytes:
        """Return what texts are sorted by: the language's rules, then the code points where these see no difference."""
        return bytes(self._collator.getSortKey(_plain(text))) + b"\0" + text.encode()

    def letter(self, text: str) -> str:
        """Return the letter that a text is listed under; empty for what begins with none (a figure, a sign)."""
        label, kind = self._letters.getBucket(self._letters.getBucketIndex(_plain(text)))
        return "" if kind else str(label)


def _plain(text: str) -> str:
    """Leave out the marks that a text may begin with, and what cannot be seen: « “ ( or a mark of direction."""
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return visible.lstrip("".join({char for char in visible if unicodedata.category(char)[0] == "P"})) or visible
