"""The units of a file that came back -> catalogues, message by message, with no translation lost.

What the catalogue held at the time of the export is known by the stamp that each unit carries, so that who has changed
what since can be told, without the old catalogue.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from translate_pub.catalog import alternatives, remarks, reviews
from translate_pub.catalog.exchange.destinations import Destinations, Place
from translate_pub.catalog.exchange.findings import fail, warn
from translate_pub.catalog.exchange.unit import (
    State,
    Unit,
    by_people,
    identify,
    stamp_comments,
    stamp_text,
)
from translate_pub.catalog.merging import three_way
from translate_pub.catalog.merging.messages import Clash
from translate_pub.model.catalog import Catalog, Entry, Key
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.excerpt import excerpt

_SUGGESTED = "suggested"
_EMPTY = stamp_text("", fuzzy=False)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came back."""

    path: str
    """For findings."""
    today: dt.date
    translator: str = ""
    """Who has worked on it, as far as known."""
    reviewer: str = ""
    """Who vouches for what it calls reviewed; where empty, that is taken as translated."""


@dataclass(slots=True)
class Tally:
    """What became of the units of a file; every unit is counted once."""

    same: int = 0
    """Nothing has changed, or the catalogue has it already."""
    taken: int = 0
    """The translation, its state or its comments were taken."""
    both: int = 0
    """Changed on both sides: both translations are kept."""
    emptied: int = 0
    """The file has no translation where it had one: the catalogue keeps its own."""
    gone: int = 0
    """The book has the message no longer; its translation is kept as an obsolete entry."""
    refused: int = 0
    """Not taken; the findings say why."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """Catalogues with what a file has brought."""

    catalogs: tuple[Catalog, ...]
    """All that were given, in their order."""
    tally: Tally
    diagnostics: tuple[Diagnostic, ...]


def merge(catalogs: Iterable[Catalog], units: Iterable[Unit], arrival: Arrival) -> Arrived:
    """Merge the units of a file into the catalogues of its language and book.

    A translation that was changed in the file and not in the catalogue is taken with its state. Where both were
    changed, both are kept, as in any merge of catalogues (`merging.messages`). What the file has no translation for
    keeps the one of the catalogue.

    Args:
        catalogs: all of the book in the language, also of chapters that are gone.
        units: those of that book and language.
        arrival: the file that they came in.
    """
    return _Merging(tuple(catalogs), arrival).run(units)


@dataclass(frozen=True, slots=True)
class _Brought:
    """What one unit changes."""

    unit: Unit
    theirs: Entry
    """The entry as the file has it."""
    base: Entry | None
    """What both sides began from, as far as known."""
    emptied: bool
    """Whether the file has no translation any more, only other comments."""


@dataclass(slots=True)
class _Merging:
    """One file being merged."""

    catalogs: tuple[Catalog, ...]
    arrival: Arrival
    found: list[Diagnostic] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    brought: dict[Place, _Brought] = field(default_factory=dict)
    """What differs from the catalogues."""
    rivals: dict[Place, list[str]] = field(default_factory=dict)
    """Further translations of messages that stand in the file more than once."""
    added: dict[str, dict[Key, Entry]] = field(default_factory=dict)
    """By chapter, entries of messages that no catalogue has."""
    seen: dict[Place, Unit] = field(default_factory=dict)
    unnamed: int = 0
    """Translations called reviewed, by nobody knows whom."""

    def run(self, units: Iterable[Unit]) -> Arrived:
        """Find where every unit belongs and what it brings, then merge that into the catalogues."""
        destinations = Destinations(self.catalogs)
        for unit in units:
            target = destinations.find(unit)
            if target.code:
                self._say(target.code, unit, target.message, target.hint)
            if target.place is None:
                self._keep_unknown(unit, refused=target.refused)
            elif self._repeats(unit, target.place):
                continue
            else:
                wanted = replace(unit, state=State.FUZZY) if target.doubtful and unit.target else unit
                self._bring(wanted, target.place, destinations.entry(target.place))
        merged = tuple(map(self._merge_catalog, self.catalogs))
        if self.unnamed:
            self.found.append(_unnamed(self.unnamed, self.arrival.path))
        return Arrived(merged, self.tally, tuple(self.found))

    def _repeats(self, unit: Unit, place: Place) -> bool:
        """Keep another translation of a message that was in the file before, and say so."""
        first = self.seen.setdefault(place, unit)
        if first is unit:
            return False
        if unit.target.strip() and first.target != unit.target:
            self._say("C159", unit, f"{first.place} translates the same message otherwise: {_show(unit.source)}")
            self.rivals.setdefault(place, []).append(unit.target)
            self.tally.both += 1
        else:
            self.tally.same += 1
        return True

    def _bring(self, unit: Unit, place: Place, entry: Entry) -> None:
        """Note what a unit changes in its entry."""
        emptied = False
        if not unit.target.strip():
            emptied = bool(entry.msgstr.strip() and unit.exported) and not unit.exported.startswith(_EMPTY)
            if emptied:
                self._say("C162", unit, f"the translation is empty now; the catalogue keeps {_show(entry.msgstr)}")
            unit = replace(unit, target=entry.msgstr, state=None)
        theirs = self._review(unit, _apply(unit, entry))
        self.tally.emptied += emptied
        if theirs is entry:
            self.tally.same += not emptied
        else:
            self.brought[place] = _Brought(unit, theirs, _base(unit, entry, theirs), emptied)

    def _review(self, unit: Unit, theirs: Entry) -> Entry:
        """Note a review that the file tells of."""
        if unit.state is not State.REVIEWED or not theirs.translated or reviews.read(theirs):
            return theirs
        if self.arrival.reviewer:
            return reviews.review(theirs, self.arrival.reviewer, self.arrival.today)
        self.unnamed += 1
        return theirs

    def _merge_catalog(self, ours: Catalog) -> Catalog:
        """Merge what the file has brought to one catalogue; itself where that is nothing."""
        brought = {key: one for (chapter, key), one in self.brought.items() if chapter == ours.chapter}
        merged = self._merge_brought(ours, brought) if brought else ours
        entries = tuple(self._with_rivals(ours.chapter, entry) for entry in merged.entries)
        entries += tuple(self.added.get(ours.chapter, {}).values())
        return merged if entries == merged.entries else replace(merged, entries=entries)

    def _merge_brought(self, ours: Catalog, brought: Mapping[Key, _Brought]) -> Catalog:
        """Merge by the rules of any two versions of a catalogue, and count what came of it."""
        header = _signed(ours.header, self.arrival.translator)
        began, theirs = [], []
        for entry in ours.entries:
            one = brought.get(entry.key)
            theirs.append(one.theirs if one else entry)
            was = one.base if one else entry
            began += [was] if was else []
        # With one header on both, that of the catalogue has changed since, and stays as it is.
        base = replace(ours, header=header, entries=tuple(began))
        merged = three_way.merge(base, ours, replace(ours, header=header, entries=tuple(theirs)))
        taken = set(merged.taken)
        clashes = {clash.key: clash for clash in merged.clashes}
        for key, one in brought.items():
            self._account(key, one, clashes.get(key), taken=key in taken)
        return merged.catalog

    def _account(self, key: Key, one: _Brought, clash: Clash | None, *, taken: bool) -> None:
        """Count what became of a unit, and say what is to be looked at."""
        if clash:
            kept, noted = _show(clash.kept), _show(clash.noted)
            self._say("C163", one.unit, f"translated differently in the catalogue; it keeps {kept} and notes {noted}")
        elif taken and one.theirs.obsolete:
            self._say("C161", one.unit, f"the book has this message no longer: {_show(key[1])}", _KEPT_HINT)
        if not one.emptied:
            self.tally.both += clash is not None
            self.tally.taken += clash is None and taken
            self.tally.same += clash is None and not taken

    def _with_rivals(self, chapter: str, entry: Entry) -> Entry:
        """Note further translations from the file beside an entry."""
        for text in self.rivals.get((chapter, entry.key), ()):
            entry = alternatives.add(entry, text, _plain(self.arrival.translator))
        return entry

    def _keep_unknown(self, unit: Unit, *, refused: bool) -> None:
        """Keep the translation of a message that no catalogue has: obsolete, so that `update` proposes it."""
        address = unit.address
        untouched = unit.exported.startswith(stamp_text(unit.target, fuzzy=unit.state is State.FUZZY))
        if refused or not unit.target.strip() or (untouched and unit.exported):
            self.tally.refused += refused
            self.tally.same += not refused
            return
        known = {catalog.chapter for catalog in self.catalogs}
        if address is None or address.chapter not in known or address.digest != identify(unit.context, unit.source):
            self.tally.refused += 1
            said = f"no catalogue has this message: {_show(unit.source)}, translated {_show(unit.target)}"
            self.found.append(fail("C161", f"{unit.place}: {said}", self.arrival.path, unit.line, _UNKNOWN_HINT))
            return
        self.tally.gone += 1
        self._say("C161", unit, f"the book has this message no longer: {_show(unit.source)}", _KEPT_HINT)
        flags = ("fuzzy",) if unit.state is State.FUZZY else ()
        entry = Entry(
            unit.context, unit.source, unit.target, flags=flags, comments=by_people(unit.comments), obsolete=True
        )
        self.added.setdefault(address.chapter, {})[entry.key] = entry

    def _say(self, code: str, unit: Unit, message: str, *hints: str) -> None:
        """Report something about a unit."""
        said = tuple(hint for hint in hints if hint)
        make = fail if code == "C169" else warn
        self.found.append(make(code, f"{unit.place}: {message}", self.arrival.path, unit.line, *said))


_KEPT_HINT = "its translation is kept as an obsolete entry, which `translate-pub update` takes for a proposal"
_UNKNOWN_HINT = "export the book again and put the translation there"


def _apply(unit: Unit, entry: Entry) -> Entry:
    """Return the entry as the file has it; itself where they agree."""
    state, fuzzy = unit.state, entry.fuzzy
    if state is None:
        fuzzy = entry.fuzzy and unit.target == entry.msgstr
    elif unit.target:
        fuzzy = state is State.FUZZY
    theirs = entry
    if unit.target != entry.msgstr or fuzzy != entry.fuzzy:
        others = tuple(flag for flag in entry.flags if flag != "fuzzy")
        flags = ("fuzzy", *others) if fuzzy else others
        theirs = entry.revise(msgstr=unit.target, flags=flags, previous=entry.previous if fuzzy else None)
        theirs = theirs if fuzzy else remarks.remove(theirs, _SUGGESTED)
    said = by_people(unit.comments)
    if said != by_people(entry.comments):
        ours = tuple(line for line in theirs.comments if line not in by_people(theirs.comments))
        theirs = theirs.revise(comments=(*said, *ours))
    return theirs


def _base(unit: Unit, ours: Entry, theirs: Entry) -> Entry | None:
    """Tell what both sides began from, as far as the stamp of the export shows it; None where it shows nothing."""
    text, comments = [*unit.exported.split("-"), "", ""][:2]
    began = next((one for one in (ours, theirs) if stamp_text(one.msgstr, fuzzy=one.fuzzy) == text), None)
    if began is None and ours.msgstr == theirs.msgstr:
        began = ours
    if began is None:
        return None
    noted = next((one for one in (ours, theirs) if stamp_comments(by_people(one.comments)) == comments), None)
    return began.revise(comments=noted.comments if noted else ())


def _unnamed(count: int, path: str) -> Diagnostic:
    number = "1 translation is" if count == 1 else f"{count:,} translations are"
    hint = "say who has read them: --reviewer NAME"
    return Diagnostic("C166", Severity.NOTE, f"{number} called reviewed and taken as translated", Span(path), (hint,))


def _signed(header: Entry, translator: str) -> Entry:
    """Return a header that names who has worked on the file, or nobody."""
    msgstr, found = _TRANSLATOR.subn(lambda match: match[1] + _plain(translator), header.msgstr)
    text = msgstr if found else f"{msgstr}Last-Translator: {_plain(translator)}\n"
    return header.revise(msgstr=_REVISED.sub("", text))


_TRANSLATOR = re.compile(r"^(Last-Translator: ?).*$", re.MULTILINE)
_REVISED = re.compile(r"^PO-Revision-Date:.*\n?", re.MULTILINE)


def _plain(name: str) -> str:
    """Write a name as the note beside another translation can hold it."""
    return name.partition("<")[0].strip().translate(_BRACKETS)


_BRACKETS = str.maketrans('()"', "[]'")


def _show(text: str) -> str:
    """Quote the beginning of a text."""
    return f"“{excerpt(text)}”"
