"""The index as a section: letters, headings, sub-entries, places for the pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from translate_pub.edition import collation, markup
from translate_pub.edition.collation import Collation
from translate_pub.edition.composition import ComposedChapter
from translate_pub.edition.indexing.entries import Entry, Locator, gather
from translate_pub.edition.indexing.marks import collect
from translate_pub.edition.markup import Element
from translate_pub.edition.setting import Setting
from translate_pub.model.book import Matter
from translate_pub.model.diagnostic import Diagnostic, Severity

DASH = "–"
ANCHOR = "index"
"""The id of its heading."""


def heading(setting: Setting) -> str:
    """Say what the index is called."""
    # TRANSLATORS: heading of the alphabetical index at the end of the book
    return setting.furniture.say("Index")


def marked(chapters: Iterable[ComposedChapter]) -> bool:
    """Whether any chapter has a mark."""
    return any(markup.find(one.root, f".//*[{markup.having('index-mark')}]") for one in chapters)


def write(setting: Setting, chapters: tuple[ComposedChapter, ...]) -> tuple[str, tuple[Diagnostic, ...]]:
    """Write the list of an index as HTML, and say what is wrong with the marks.

    Args:
        setting: the edition's.
        chapters: those whose marks it is made of, of one volume or of several.
    """
    marks, faults = collect(chapters)
    entries, unclear = gather(marks)
    if not collation.available():
        return "", (*faults, *unclear, _unsorted())
    order = Collation(setting.edition.language)
    volumes = len({mark.volume for mark in marks}) > 1
    writer = _Writer(setting, order, volumes=volumes)
    return "".join(writer.lines(entries)), (*faults, *unclear)


def _unsorted() -> Diagnostic:
    packages = collation.PACKAGES["debian"]
    hints = (f"install it: {collation.INSTALL}", f"it is built with: {packages} (Debian); see translate-pub doctor")
    return Diagnostic("E060", Severity.ERROR, "the index cannot be sorted: ICU is not on this machine", hints=hints)


class _Writer:
    """Writes the lines of one index."""

    def __init__(self, setting: Setting, order: Collation, *, volumes: bool) -> None:
        self._setting = setting
        self._order = order
        self._volumes = volumes

    def lines(self, entries: dict[str, Entry]) -> Iterator[str]:
        """Write letters and entries in the order of the language."""
        by_letter = groupby(self._sorted(entries), lambda entry: self._order.letter(entry.sorted_as))
        for letter, own in by_letter:
            lines = "".join(line for entry in own for line in self._entry(entry, 1))
            heading = f'<p class="letter">{escape(letter)}</p>' if letter else ""
            yield f'<div class="letter-group">{heading}{lines}</div>'

    def _sorted(self, entries: dict[str, Entry]) -> list[Entry]:
        return sorted(entries.values(), key=lambda entry: self._order.key(entry.sorted_as))

    def _entry(self, entry: Entry, level: int) -> Iterator[str]:
        """Write an entry and those below it."""
        shown = f'<span class="heading">{escape(entry.shown)}</span>'
        pieces = [*self._locators(entry), *self._references(entry)]
        kind = " leads" if entry.below else ""
        inside = "".join([shown, *(f"{escape(joint)}{piece}" for joint, piece in pieces)])
        yield f'<p class="index-entry level-{level}{kind}">{inside}</p>'
        for below in self._sorted(entry.below):
            yield from self._entry(below, level + 1)

    def _locators(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Write what joins them to the text before, and places for the pages; by volume where there are several."""
        locators, comma = entry.locators, self._setting.style.comma
        joint = self._mark(entry) + comma
        for volume in sorted({locator.volume for locator in locators}):
            # With their commas, so that numbers are told apart where the directions of the text are found out.
            own = escape(comma).join(self._locator(one) for one in locators if one.volume == volume)
            label = ""
            if self._volumes:
                # TRANSLATORS: before the pages of one volume in an index of several: "2: 31, 45"
                label = self._setting.furniture.say("%(volume)s:", volume=self._setting.number(volume)) + " "
            yield joint, f'{escape(label)}<span class="locators" data-separator="{escape(comma)}">{own}</span>'
            joint = self._mark(entry) + self._setting.style.semicolon

    def _mark(self, entry: Entry) -> str:
        """Return the mark that keeps a number behind a foreign word in the direction of the line (UAX #9, 2.6)."""
        if self._setting.style.direction == "rtl":
            return "\N{RIGHT-TO-LEFT MARK}"
        foreign = any(unicodedata.bidirectional(character) in {"R", "AL"} for character in entry.shown)
        return "\N{LEFT-TO-RIGHT MARK}" if foreign else ""

    def _locator(self, locator: Locator) -> str:
        """Write the place of a page or a range; `publish.locators` merges them when folios are known."""
        return DASH.join(
            f'<a class="{kind}" href="#{escape(anchor)}" data-page="{escape(anchor)}">{self._stand_in}</a>'
            for kind, anchor in _ends(locator)
        )

    @property
    def _stand_in(self) -> str:
        return escape(self._setting.stand_in(Matter.BODY))

    def _references(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Write what joins them to the text before, and what an entry refers to."""
        say, style = self._setting.furniture.say, self._setting.style
        # TRANSLATORS: in the index, before the heading to look under instead
        see = say("see")
        # TRANSLATORS: in the index, before another heading to look under as well
        also = say("see also")
        for word, targets, comma in ((see, entry.see, style.comma), (also, entry.also, style.semicolon)):
            joint = self._mark(entry) + comma
            if targets:
                named = style.semicolon.join(style.comma.join(target) for target in targets)
                yield joint, f'<i class="see">{escape(word)}</i> {escape(named)}'


def _ends(locator: Locator) -> tuple[tuple[str, str], ...]:
    """Return class and anchor of the places of a locator."""
    if locator.first == locator.last:
        return (("locator", locator.first),)
    return ("locator begin", locator.first), ("locator end", locator.last)


def listed(inside: str) -> Element:
    """Make the list of an index for a section that has a text of its own before it."""
    root = markup.parse(inside)
    root.set("class", "index-list")
    return root


def section(setting: Setting, inside: str) -> Element:
    """Make the section of an index."""
    title = heading(setting)
    root = markup.parse(f'<h1 id="{ANCHOR}">{escape(title)}</h1><div class="index-list">{inside}</div>')
    root.tag = "section"
    root.set("class", "index")
    root.set("id", "section-index")
    root.set("data-running", title)
    return root
