"""The direction in which a language is written."""

from __future__ import annotations

from functools import lru_cache

_RIGHT_TO_LEFT = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"))
"""Scripts of living languages that are written from right to left (ISO 15924; Unicode Standard Annex 9)."""


@lru_cache(maxsize=64)
def direction(language: str) -> str:
    """Return `rtl` for a language that is written from right to left, else `ltr`; also for what is no language.

    Args:
        language: BCP 47 tag; the script that it names counts, or else the one that CLDR has for it ("Likely Subtags").
    """
    from babel.core import get_global  # noqa: PLC0415  # a tenth of a second that `status` pays only for a page

    first, *rest = language.split("-")
    script = next((part.title() for part in rest if len(part) == len("Arab") and part.isalpha()), "")
    likely = get_global("likely_subtags")
    known = likely.get("_".join((first.lower(), *map(str.upper, rest)))) or likely.get(first.lower(), "")
    return "rtl" if (script or _script(str(known))) in _RIGHT_TO_LEFT else "ltr"


def _script(tag: str) -> str:
    return next((part for part in tag.split("_") if len(part) == len("Arab")), "")
