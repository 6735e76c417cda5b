"""The direction in which a language is written."""

from __future__ import annotations

from translate_pub.catalog import locales

_RIGHT_TO_LEFT = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"))
"""Scripts of living languages that are written from right to left (ISO 15924; Unicode Standard Annex 9)."""


def direction(language: str) -> str:
    """Return `rtl` for a language that is written from right to left, else `ltr`; also for what is no language.

    Args:
        language: BCP 47 tag; the script that it names counts, or else the one that CLDR has for it ("Likely Subtags").
    """
    known = locales.find(language)
    return known.direction if known else likely(language)


def likely(language: str) -> str:
    """Return the direction of a language by its likely script, whether or not it is in the table of languages."""
    from babel.core import get_global  # noqa: PLC0415  # a tenth of a second, for languages that are rarely asked for

    first, *rest = language.split("-")
    script = next((part.title() for part in rest if len(part) == len("Arab") and part.isalpha()), "")
    subtags = get_global("likely_subtags")
    known = subtags.get("_".join((first.lower(), *map(str.upper, rest)))) or subtags.get(first.lower(), "")
    return "rtl" if (script or _script(str(known))) in _RIGHT_TO_LEFT else "ltr"


def _script(tag: str) -> str:
    return next((part for part in tag.split("_") if len(part) == len("Arab")), "")
