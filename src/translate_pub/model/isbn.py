"""ISBN-13: the digits of a number as it is written, and the check digit (ISO 2108:2017; ISBN Users' Manual 7, 4)."""

from __future__ import annotations

import re

LENGTH = 13
PREFIXES = ("978", "979")
_MODULUS = 10
_SEPARATORS = re.compile(r"[\s\u2010\u2011\u2013-]")


def compact(written: str) -> str:
    """Return an ISBN without its hyphens and spaces."""
    return _SEPARATORS.sub("", written)


def check_digit(digits: str) -> str:
    """Return the thirteenth digit that belongs to the first twelve (weights 1 and 3 in turn, modulo 10)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits[: LENGTH - 1]))
    return str(-total % _MODULUS)
