"""Language tags, and the names that gettext gives their folders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

_SCRIPT_MODIFIERS = {"Latn": "latin", "Cyrl": "cyrillic", "Arab": "arabic", "Deva": "devanagari"}
_TAG_PARTS = 3
_SCRIPT_LENGTH = 4


def locale_name(language: str) -> str:
    """Name the gettext locale of a BCP 47 tag: `pt-BR` is `pt_BR`, `sr-Latn` is `sr@latin`.

    Source: GNU gettext manual, "Locale Names" (`ll_CC@variant`).
    """
    subtags = language.split("-", _TAG_PARTS - 1)
    base, script, region = subtags[0].lower(), "", ""
    for subtag in subtags[1:]:
        if len(subtag) == _SCRIPT_LENGTH and subtag.isalpha():
            script = subtag.title()
        else:
            region = subtag.upper()
    name = f"{base}_{region}" if region else base
    return f"{name}@{_SCRIPT_MODIFIERS.get(script, script.lower())}" if script else name


def look_up(table: Mapping[str, T], language: str) -> T | None:
    """Find what a table says of a language: of the whole tag, else of the tag without its last parts."""
    tag = language
    while tag not in table and "-" in tag:
        tag = tag.rpartition("-")[0]
    return table.get(tag)
