"""`doctor`: what this machine has and lacks for the languages of a workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate_pub.commands import faces, machine, presses, selection
from translate_pub.commands.machine import Item, Remedy, State
from translate_pub.edition import collation, furniture, languages
from translate_pub.edition.languages import LanguageStyle
from translate_pub.model.book import Book
from translate_pub.model.diagnostic import MachineError
from translate_pub.model.workspace import Workspace
from translate_pub.publish import fonts, glyphs
from translate_pub.publish.fonts import FontSet, character_name
from translate_pub.workspace import catalogs, config, dictionaries

_SHOWN = 8
"""How many missing characters are named."""
_FONTS = Remedy(anywhere="in a checkout: make fonts; otherwise install translate-pub again")
_DICTIONARY = Remedy(
    debian="apt-cache search hunspell",
    fedora="dnf search hunspell",
    anywhere=f"put a dictionary of hunspell's into {dictionaries.FOLDER}/",
)
_ICU = Remedy(
    f"sudo apt-get install {collation.PACKAGES['debian']}",
    f"sudo dnf install {collation.PACKAGES['fedora']}",
    f"brew install {collation.PACKAGES['macos']}",
    f"then {collation.INSTALL}",
)
_OWN_FONT = Remedy(anywhere="name a font that has them in [editions.LANGUAGE.fonts] of book.toml")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was looked for, in groups."""

    items: tuple[Item, ...]

    @property
    def well(self) -> bool:
        """Whether books can be made here."""
        return all(item.state is not State.MISSING for item in self.items)


def run(workspace: Workspace | None) -> Diagnosis:
    """Look for everything that translators and printers need.

    Args:
        workspace: its languages are looked for too; None outside of one.
    """
    of_languages = _languages(workspace) if workspace else ()
    return Diagnosis((*machine.libraries(), *of_languages, *machine.programs()))


def _languages(workspace: Workspace) -> Sequence[Item]:
    """Look for fonts and hyphenation of every language, and for what their printers need."""
    styles = [languages.style(tag) for tag in (workspace.settings.source_language, *workspace.settings.languages)]
    books = [book for name in selection.books(workspace) if (book := config.load_book(workspace, name).value)]
    try:
        found = [_font(workspace, style, books) for style in styles]
    except MachineError as error:
        found = [Item("fonts", "those of the tool", State.MISSING, str(error), _FONTS)]
    hyphenation = [_hyphenation(style) for style in styles]
    return [*found, *hyphenation, *_spelling(workspace), _sorting(), *presses.look(workspace, books)]


def _font(workspace: Workspace, style: LanguageStyle, books: Sequence[Book]) -> Item:
    """See whether the fonts of a language have every character that is printed in it.

    Raises:
        MachineError: the fonts that come with the tool are not on this machine.
    """
    known, own = fonts.shipped(), list[str]()
    for book in books:
        chosen = faces.choose(workspace, book, style.language)
        if chosen.value is None:
            return Item("fonts", style.language, State.MISSING, "; ".join(map(str, chosen.diagnostics)), _OWN_FONT)
        known, own = known.with_faces(chosen.value.fonts.faces), [*own, *chosen.value.families.values()]
    families = tuple(dict.fromkeys((*own, *style.fonts["body"])))
    return _coverage(style.language, families, known, _characters(workspace, style, books))


def _coverage(language: str, families: Sequence[str], known: FontSet, characters: Iterable[str]) -> Item:
    """Hold the characters of a language against fonts."""
    has = known.characters(families)
    lacking = sorted(sign for sign in characters if ord(sign) not in has and not glyphs.ignorable(sign))
    names = ", ".join(families)
    if not lacking:
        return Item("fonts", language, State.PRESENT, f"{names}: every character of its catalogues")
    told = ", ".join(f"“{sign}” {character_name(sign)}" for sign in lacking[:_SHOWN])
    more = f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else ""
    return Item("fonts", language, State.MISSING, f"{names} lack {told}{more}", _OWN_FONT)


def _characters(workspace: Workspace, style: LanguageStyle, books: Iterable[Book]) -> set[str]:
    """Gather what is printed in a language: its catalogues, the tool's words, and the dates of a year for a new one."""
    texts = {entry.msgstr for entry in furniture.catalog(style.language).entries}
    texts |= {style.date(dt.date(2000, month, 1)) for month in range(1, 13)}
    for book in books:
        read = catalogs.read(workspace, book, style.language).value
        texts |= {entry.msgstr for catalog in read or () for entry in catalog.live().values()}
    return set().union(*texts)


def _spelling(workspace: Workspace) -> Sequence[Item]:
    """See of which languages the spelling can be checked."""
    try:
        with dictionaries.opened(workspace.root) as shelf:
            found = {tag: shelf.dictionary(tag) for tag in workspace.settings.languages}
    except MachineError as error:
        return (Item("spelling", "dictionaries", State.OPTIONAL, str(error)),)
    return [
        Item("spelling", tag, State.PRESENT, f"dictionary {one.tag}")
        if one
        else Item("spelling", tag, State.OPTIONAL, "no dictionary; spelling is not checked", _DICTIONARY)
        for tag, one in found.items()
    ]


def _sorting() -> Item:
    """See whether an index can be sorted."""
    if collation.available():
        return Item("index", "ICU", State.PRESENT, "sorts an index as its language does")
    return Item("index", "ICU", State.OPTIONAL, "not there; a book with index marks is refused", _ICU)


def _hyphenation(style: LanguageStyle) -> Item:
    """See whether there is a dictionary that breaks the words of a language."""
    if style.hyphenation:
        return Item("hyphenation", style.language, State.PRESENT, f"dictionary {style.hyphenation}")
    if not style.letter_spacing:
        return Item("hyphenation", style.language, State.PRESENT, "none; words of this script are not broken")
    return Item("hyphenation", style.language, State.OPTIONAL, "no dictionary; words are left whole")
