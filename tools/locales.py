"""Write the table of languages that the package ships, from Babel's CLDR data: `python -m tools.locales`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import __version__
from babel.core import Locale, UnknownLocaleError, get_global, parse_locale
from babel.localedata import locale_identifiers

from translate_pub.catalog import directions, locales

TABLE = Path(locales.__file__).with_name(locales.TABLE)
_NOTICE = (
    f"# Names of languages in CLDR, by Babel {__version__}. "
    "© Unicode, Inc.; Unicode License v3, https://www.unicode.org/license.txt\n"
)


def lines() -> Iterator[str]:
    """Give the lines of the table, for every language whose tag is the usual one."""
    for identifier in sorted(locale_identifiers()):
        tag = identifier.replace("_", "-")
        name = own_name(tag)
        if name and parse_locale(tag, sep="-")[0] not in get_global("language_aliases"):
            yield locales.line(tag, locales.Known(directions.likely(tag), name))


def own_name(tag: str) -> str:
    """Return what Babel calls a language in itself; empty where it does not know the tag as it stands."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    return locale.display_name or "" if str(locale).replace("_", "-") == tag else ""


def main() -> None:
    """Write the table."""
    TABLE.write_text("".join((_NOTICE, *lines())), encoding="utf-8")


if __name__ == "__main__":
    main()
