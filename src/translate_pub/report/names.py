"""Names of languages, readable in a line of another direction."""

from __future__ import annotations

from babel.core import Locale, UnknownLocaleError

_LEFT_TO_RIGHT_MARK = "\u200e"


def own_name(tag: str) -> str:
    """Name a language in itself, for example `svenska`; the tag where CLDR has no name for it.

    A right-to-left name is followed by a left-to-right mark, or a terminal would draw the numbers after it
    before it (Unicode Standard Annex 9, 3.3.4).
    """
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return tag
    mark = _LEFT_TO_RIGHT_MARK if locale.text_direction == "rtl" else ""
    return f"{locale.display_name or tag}{mark}"
