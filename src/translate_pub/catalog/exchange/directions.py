"""Languages as office programs must know them: their direction, and the region that a spelling checker goes by."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=64)
def right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left, from Babel's data (CLDR); not where it is unknown there."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # a tenth of a second that only an export pays

    try:
        return Locale.parse(_likely(language), sep="_").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def office_tag(language: str) -> str:
    """Name a language with its most likely region, as Word's dictionaries are named: `ur` is `ur-PK`."""
    parts = _likely(language).split("_")
    region = next((part for part in parts[1:] if len(part) < len("Arab")), "")
    return f"{parts[0]}-{region}" if region else parts[0] or "en"


def _likely(language: str) -> str:
    """Fill a tag up by CLDR's likely subtags; one that names a region or script stays as it is."""
    from babel.core import get_global  # noqa: PLC0415  # as above

    tag = language.replace("-", "_")
    return tag if "_" in tag else str(get_global("likely_subtags").get(tag, tag))
