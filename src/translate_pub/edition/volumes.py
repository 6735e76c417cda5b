"""What the volumes of a book say of themselves and of each other."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from translate_pub.edition import titles
from translate_pub.edition.furniture import Furniture
from translate_pub.edition.languages import LanguageStyle
from translate_pub.edition.setting import Setting
from translate_pub.model.book import FolioRun

_STOPS = (".", "\N{ARABIC FULL STOP}")


def settings(setting: Setting) -> tuple[Setting, ...]:
    """Give the setting of every volume; a book in one volume has one, of no volume."""
    return tuple(replace(setting, volume=volume) for volume in setting.metadata.volumes) or (setting,)


def number(setting: Setting) -> int:
    """Give the number of a setting's volume, 1 for a book in one."""
    return setting.volume.number if setting.volume else 1


def own_id(setting: Setting, identifier: str) -> str:
    """Give an id of a section that the tool makes for every volume: those of later volumes say which."""
    return id_in(number(setting), identifier)


def id_in(volume: int, identifier: str) -> str:
    """Give the id that a section of the tool's has in a volume."""
    return identifier if volume == 1 else f"{identifier}-volume-{volume}"


def go_on(setting: Setting) -> bool:
    """Whether the folios of a volume's body go on from the volume before."""
    return setting.edition.book.division.folios is FolioRun.CONTINUOUS


def label(setting: Setting, volume: int) -> str:
    """Name a volume by its number, as plain text."""
    # TRANSLATORS: on title pages and in the contents, above the title of a volume
    return setting.furniture.say("Volume %(number)s", number=setting.number(volume))


def lines(setting: Setting) -> list[tuple[str, str]]:
    """Give (class, HTML) of what title pages say of their volume."""
    volume = setting.volume
    if volume is None:
        return []
    return [
        ("volume", escape(label(setting, volume.number))),
        ("volume-title", titles.html(volume.title, setting.style)),
        ("volume-subtitle", titles.html(volume.subtitle, setting.style)),
    ]


def running_title(setting: Setting, volume: int) -> str:
    """Give the running head of versos: the book's title, and the volume where there are several."""
    title = titles.plain(setting.metadata.short_title or setting.metadata.title, setting.style)
    if not setting.metadata.volumes:
        return title
    return numbered(setting.furniture, title, volume, setting.style)


def numbered(furniture: Furniture, title: str, volume: int, style: LanguageStyle) -> str:
    """Write a title with the number of a volume behind it."""
    # TRANSLATORS: running head of a book in several volumes
    return furniture.say("%(title)s, volume %(number)s", title=title, number=style.number(volume))


def page_elsewhere(setting: Setting, volume: int, page: str, before: str) -> tuple[str, int]:
    """Write a reference to a page of another volume.

    Args:
        setting: of the edition.
        volume: the other one.
        page: HTML that is to show the folio.
        before: the text before the reference.

    Returns:
        HTML, and how many characters before the reference it takes the place of: behind a word for page it is
        `31 (vol. 2)`, elsewhere `vol. 2, p. 31`, also in the place of an abbreviation ("p.").
    """
    written = escape(setting.number(volume))
    word = _page_word(setting, before)
    if len(word) > 1 and not word.endswith(_STOPS):
        # TRANSLATORS: a page of another volume, after a word for page: "see page 31 (vol. 2)"
        return setting.furniture.say("%(page)s (vol. %(volume)s)", page=page, volume=written), 0
    # TRANSLATORS: a page of another volume: "see vol. 2, p. 31"
    html = setting.furniture.say("vol. %(volume)s, p. %(page)s", page=page, volume=written)
    return html, len(before) - len(before.rstrip().removesuffix(word)) if word else 0


def _page_word(setting: Setting, before: str) -> str:
    """Return the word for page that a text ends with; empty where it ends otherwise."""
    # TRANSLATORS: words that stand before the number of a page, separated by commas
    said = setting.furniture.say("page, pages, p., pp.")
    words = {word.strip().casefold() for word in said.replace("\N{ARABIC COMMA}", ",").split(",")}
    last = re.split(r"[\s(\[\N{EM DASH}]", before.rstrip())[-1]
    return last if last.casefold() in words - {""} else ""
