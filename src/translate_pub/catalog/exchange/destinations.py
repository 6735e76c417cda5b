"""Which message of a book a unit of a file belongs to: by its address, or else by its source text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from translate_pub.catalog.exchange.unit import Unit, identify
from translate_pub.model.catalog import Catalog, Entry, Key
from translate_pub.model.excerpt import excerpt

Place = tuple[str, Key]
"""(chapter, key of the message)."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a unit belongs, and what there is to say about how that was found out."""

    place: Place | None
    """None where nowhere."""
    code: str = ""
    message: str = ""
    hint: str = ""
    doubtful: bool = False
    """Whether the translation may be that of another text: it is fuzzy then."""
    refused: bool = False
    """Whether it must not be taken at all."""


class Destinations:
    """The messages of a book's catalogues in one language, by digest and by source text; obsolete ones too."""

    def __init__(self, catalogs: Iterable[Catalog]) -> None:
        self._entries: dict[Place, Entry] = {}
        self._by_digest: dict[str, list[Place]] = defaultdict(list)
        self._by_source: dict[str, list[Place]] = defaultdict(list)
        for catalog in catalogs:
            for entry in catalog.entries:
                if entry.plural:
                    continue
                place = (catalog.chapter, entry.key)
                self._entries[place] = entry
                self._by_digest[identify(*entry.key)].append(place)
                self._by_source[_flat(entry.msgid)].append(place)

    def entry(self, place: Place) -> Entry:
        """Return the entry at a place."""
        return self._entries[place]

    def find(self, unit: Unit) -> Destination:
        """Find where a unit belongs."""
        if unit.address is None:
            return self._by_text(
                unit, "the row has no id" if unit.place.startswith("row") else "the unit has no address"
            )
        place = self._best(self._by_digest.get(unit.address.digest, ()), unit.address.chapter)
        if place is None:
            genuine = unit.address.digest == identify(unit.context, unit.source)
            return Destination(None) if genuine else self._by_text(unit, "no message has this id")
        source = _flat(unit.source)
        if not source or source == _flat(place[1][1]):
            return Destination(place)
        if self._by_source.get(source):
            said = f"the id is that of another message than the source text: {_short(place[1][1])}"
            return Destination(None, "C169", said, _SHIFTED_HINT, refused=True)
        said = f"the source text was changed in the file; the message is {_short(place[1][1])}"
        return Destination(place, "C160", said, "the translation is taken as fuzzy", doubtful=True)

    def _by_text(self, unit: Unit, lack: str) -> Destination:
        """Find where a unit belongs by its source text alone."""
        chapter = unit.address.chapter if unit.address else ""
        places = self._by_source.get(_flat(unit.source), [])
        places = [place for place in places if not unit.context or place[1][0] == unit.context]
        live = [place for place in places if not self._entries[place].obsolete] or places
        near = [place for place in live if place[0] == chapter] or live
        if len(near) == 1:
            return Destination(near[0], "C158", f"{lack}; found by its source text")
        if near and unit.target.strip():
            said = f"{lack}, and its source text stands in several places: {', '.join(place[0] for place in near)}"
            return Destination(None, "C158", said, "put the ids of the export back", refused=True)
        return Destination(None)

    def _best(self, places: Iterable[Place], chapter: str) -> Place | None:
        """Choose among places of one message: live before obsolete, its own chapter before another."""
        ranked = sorted(places, key=lambda place: (self._entries[place].obsolete, place[0] != chapter))
        return ranked[0] if ranked else None


_SHIFTED_HINT = "some columns were sorted without the others; sort the whole table by the column “id”, or undo it"


def _flat(text: str) -> str:
    """Return a text as it is recognised: programs break lines and double spaces as they like."""
    return " ".join(text.split())


def _short(text: str) -> str:
    return f"“{excerpt(text, 40)}”"
