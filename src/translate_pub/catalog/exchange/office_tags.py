"""Languages as office programs name them: with the region that a spelling checker goes by."""

from __future__ import annotations


def office_tag(language: str) -> str:
    """Name a language with its most likely region, as Word's dictionaries are named: `ur` is `ur-PK`."""
    parts = _likely(language).split("_")
    region = next((part for part in parts[1:] if len(part) < len("Arab")), "")
    return f"{parts[0]}-{region}" if region else parts[0] or "en"


def _likely(language: str) -> str:
    """Fill a tag up by CLDR's likely subtags; one that names a region or script stays as it is."""
    from babel.core import get_global  # noqa: PLC0415  # a tenth of a second that only an export pays

    tag = language.replace("-", "_")
    return tag if "_" in tag else str(get_global("likely_subtags").get(tag, tag))
