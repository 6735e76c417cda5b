"""Digits of a translation held against those that its edition is numbered in.

Pages, notes and chapters of an Urdu edition are numbered ۱۲۳, unless it asks for 123; a text that has the others reads
as if two people had written it. Where an edition says nothing, its numbering is the usual one of the language, and
houses differ: then it is only said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import OBJECT, VOID
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity

_NUMBER = re.compile(r"[^\W_]*\d[^\W_]*(?:[-./:_]?[^\W_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_TEN = 10


@dataclass(frozen=True, slots=True)
class Numbering:
    """The rule of one edition."""

    name: str
    """Its numbering system, as CLDR calls it."""
    zero: str
    """Its digit nought, which the others follow."""
    asked: bool
    """Whether the edition asks for it; then a repair is certain."""

    def __call__(self, pair: Pair) -> Iterator[Diagnostic]:
        """Find digits of another script beside words of the language (C096)."""
        plain = pair.target.plain
        edits = [
            Edit(place, place + 1, chr(ord(self.zero) + int(plain[place])))
            for found in _NUMBER.finditer(plain)
            if not _LATIN.search(found[0]) and not _is_in_latin(plain, found.start(), found.end())
            for place in range(*found.span())
            if self._is_other(plain[place])
        ]
        if edits:
            example = edits[0]
            message = f"the digit {plain[example.start]} in an edition that is numbered {self._shown()} ({self.name})"
            hints = () if self.asked else (f'[editions.{pair.language}.numbering] body = "latn" asks for 1, 2, 3',)
            repairs = tuple(edits) if self.asked else ()
            yield Diagnostic("C096", Severity.NOTE, message, hints=hints, edits=repairs)

    def _is_other(self, sign: str) -> bool:
        """Whether a sign is a digit of another script; those of Arabic in Urdu have a finding of their own (C074)."""
        if self.zero == "0":
            return sign.isdecimal() and not sign.isascii()
        return sign.isascii() and sign.isdigit()

    def _shown(self) -> str:
        return ", ".join(chr(ord(self.zero) + digit) for digit in (1, 2, 3))


def _is_in_latin(plain: str, start: int, end: int) -> bool:
    """Whether a number belongs to words in Latin letters, as that of `Windows 98` does."""
    before = plain[:start].replace(VOID, "").rstrip().rpartition(" ")[2]
    after = plain[end:].replace(VOID, "").lstrip().partition(" ")[0]
    return any(_LATIN.search(word) or word.endswith(OBJECT) for word in (before, after))
