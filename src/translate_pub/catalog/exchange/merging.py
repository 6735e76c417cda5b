"""The units of a file that came back -> catalogues, message by message, with no translation lost.

What the catalogue held at the time of the export is known by the stamp that each unit carries, so that who has changed
what since can be told, without the old catalogue.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from translate_pub.catalog import remarks, reviews
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
from translate_pub.catalog.merging import headers, messages
from translate_pub.catalog.merging.headers import Lead
from translate_pub.catalog.merging.messages import Setting
from translate_pub.catalog.merging.sides import Side, Three
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Diagnostic, Severity, Span

_SHOWN = 60
_SUGGESTED = "suggested"
_EMPTY = stamp_text("", fuzzy=False)
_LEAD = Lead(Side.OURS, Side.OURS, revision_known=False)


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


@dataclass(slots=True)
class _Merging:
    """One file being merged."""

    catalogs: tuple[Catalog, ...]
    arrival: Arrival
    found: list[Diagnostic] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    changed: dict[Place, Entry] = field(default_factory=dict)
    added: dict[str, dict[tuple[str, str], Entry]] = field(default_factory=dict)
    seen: dict[Place, Unit] = field(default_factory=dict)
    unnamed: int = 0
    """Translations called reviewed, by nobody knows whom."""

    def run(self, units: Iterable[Unit]) -> Arrived:
        """Merge every unit, then make the catalogues."""
        destinations = Destinations(self.catalogs)
        signatures = {catalog.chapter: self._setting(catalog) for catalog in self.catalogs}
        for unit in units:
            target = destinations.find(unit)
            if target.code:
                self._say(target.code, unit, target.message, target.hint)
            if target.place is None:
                self._keep_unknown(unit, refused=target.refused)
                continue
            entry = self.changed.get(target.place) or destinations.entry(target.place)
            wanted = replace(unit, state=State.FUZZY) if target.doubtful and unit.target else unit
            self._note_repeated(unit, target.place)
            self._merge_unit(wanted, target.place, entry, signatures[target.place[0]])
        if self.unnamed:
            self.found.append(_unnamed(self.unnamed, self.arrival.path))
        return Arrived(tuple(map(self._renew, self.catalogs)), self.tally, tuple(self.found))

    def _setting(self, catalog: Catalog) -> Setting:
        names = Three(None, headers.signature(catalog), _plain(self.arrival.translator))
        return Setting(_LEAD, names, frozenset())

    def _merge_unit(self, unit: Unit, place: Place, entry: Entry, setting: Setting) -> None:
        """Merge one unit into its entry."""
        emptied = False
        if not unit.target.strip():
            emptied = bool(entry.msgstr.strip() and unit.exported) and not unit.exported.startswith(_EMPTY)
            if emptied:
                self._say("C162", unit, f"the translation is empty now; the catalogue keeps {_show(entry.msgstr)}")
            unit = replace(unit, target=entry.msgstr, state=None)
        theirs = _apply(unit, entry)
        merged, clash = messages.merge(Three(_base(unit, entry, theirs), entry, theirs), setting)
        if clash:
            kept, noted = _show(clash.kept), _show(clash.noted)
            self._say("C163", unit, f"translated differently in the catalogue; it keeps {kept} and notes {noted}")
        if entry.obsolete and merged.msgstr != entry.msgstr:
            self._say("C161", unit, f"the book has this message no longer: {_show(unit.source)}", _KEPT_HINT)
        merged = self._review(unit, merged)
        changed = merged != entry
        self.tally.emptied += emptied
        self.tally.both += clash is not None and not emptied
        self.tally.taken += clash is None and changed and not emptied
        self.tally.same += clash is None and not changed and not emptied
        if changed:
            self.changed[place] = merged

    def _review(self, unit: Unit, entry: Entry) -> Entry:
        """Note a review that the file tells of, where the wording is what was read."""
        if unit.state is not State.REVIEWED or entry.msgstr != unit.target or not entry.translated:
            return entry
        if reviews.read(entry):
            return entry
        if self.arrival.reviewer:
            return reviews.review(entry, self.arrival.reviewer, self.arrival.today)
        self.unnamed += 1
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

    def _note_repeated(self, unit: Unit, place: Place) -> None:
        """Say that a message stands twice in the file, each time with another translation."""
        first = self.seen.setdefault(place, unit)
        if first is not unit and first.target != unit.target:
            self._say("C159", unit, f"{first.place} translates the same message otherwise: {_show(unit.source)}")

    def _renew(self, catalog: Catalog) -> Catalog:
        """Return a catalogue with its changed and added entries; itself where there are none."""
        changed = {key: entry for (chapter, key), entry in self.changed.items() if chapter == catalog.chapter}
        added = self.added.get(catalog.chapter, {})
        if not changed and not added:
            return catalog
        entries = tuple(changed.get(entry.key, entry) for entry in catalog.entries)
        return replace(catalog, entries=(*entries, *added.values()))

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
    text, _, comments = unit.exported.partition("-")
    began = next((one for one in (ours, theirs) if stamp_text(one.msgstr, fuzzy=one.fuzzy) == text), None)
    if began is None and ours.msgstr == theirs.msgstr:
        began = ours
    if began is None:
        return None
    noted = next((one for one in (ours, theirs) if stamp_comments(by_people(one.comments)) == comments), None)
    return replace(began, comments=noted.comments if noted else ())


def _unnamed(count: int, path: str) -> Diagnostic:
    number = "1 translation is" if count == 1 else f"{count:,} translations are"
    hint = "say who has read them: --reviewer NAME"
    return Diagnostic("C166", Severity.NOTE, f"{number} called reviewed and taken as translated", Span(path), (hint,))


def _plain(name: str) -> str:
    """Write a name as the note beside another translation can hold it."""
    return name.partition("<")[0].strip().translate(_BRACKETS)


_BRACKETS = str.maketrans('()"', "[]'")


def _show(text: str) -> str:
    """Quote the beginning of a text."""
    flat = " ".join(text.split())
    return f"“{flat[:_SHOWN]}…”" if len(flat) > _SHOWN else f"“{flat}”"
