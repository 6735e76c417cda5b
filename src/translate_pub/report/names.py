"""Names of languages, readable in a line of another direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate_pub.catalog import locales
from translate_pub.catalog.directions import direction

if TYPE_CHECKING:
    from babel.core import Locale

_LEFT_TO_RIGHT_MARK = "\u200e"


def own_name(tag: str) -> str:
    """Name a language in itself, for example `svenska`; the tag where CLDR has no name for it.

    A right-to-left name is followed by a left-to-right mark, or a terminal would draw the numbers after it
    before it (Unicode Standard Annex 9, 3.3.4).
    """
    return f"{bare_name(tag)}{_LEFT_TO_RIGHT_MARK if direction(tag) == 'rtl' else ''}"


def bare_name(tag: str) -> str:
    """Name a language in itself, for a page that knows directions."""
    known = locales.find(tag)
    if known:
        return known.name
    locale = _locale(tag)
    return locale.display_name or tag if locale else tag


def _locale(tag: str) -> Locale | None:
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415  # only a language that the table has not

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
