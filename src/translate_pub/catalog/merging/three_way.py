"""Two versions of a catalogue and what both began from -> one catalogue, in which no translation is lost.

Message by message, whatever the order, wrapping and line numbers of the files. There is never a conflict to be resolved
in the file: where both have translated a message, one text holds and the other stands in a comment beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from translate_pub.catalog import assembly, style
from translate_pub.catalog.merging import headers, inheritance, messages, order
from translate_pub.catalog.merging.messages import Clash, Setting
from translate_pub.catalog.merging.sides import Side, Three
from translate_pub.model.catalog import Catalog, Damage, Entry, Key


@dataclass(frozen=True, slots=True)
class Merged:
    """What two catalogues have become."""

    catalog: Catalog
    """Ours in path, language, book and chapter."""
    clashes: tuple[Clash, ...] = ()
    """Messages that both have translated, each differently, in file order."""
    taken: tuple[Key, ...] = ()
    """Messages whose entry differs from ours, in file order."""


def merge(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Merged:
    """Merge what has become of a catalogue on two sides.

    A message that one side has changed is taken from it. Where both have changed its translation, one that is vouched
    for comes before a fuzzy one, and ours before theirs; the other is noted beside it (`alternatives`), and if both
    were vouched for, the entry is fuzzy, so that somebody looks at it. Comments are united. The side whose source is
    newer gives the order, the comments from the source, the references, and whether a message is obsolete, where both
    have changed them. A message that one side has no longer goes, unless the other has translated it since, or it had
    a translation that is found nowhere on that side: then it is obsolete. Damaged blocks of both sides stay.

    An entry that is the same as a side's has its bytes. Merging again with either side changes nothing.

    Args:
        base: what both began from; None where it is not known: then nothing that one side alone has goes.
        ours: the version that holds where nothing else decides, and into which the other is merged.
        theirs: the other version.
    """
    return _Merging(Three(base, ours, theirs)).run()


class _Merging:
    """One merging, under way."""

    def __init__(self, catalogs: Three[Catalog]) -> None:
        self._catalogs = catalogs
        base = _by_key(catalogs.base) if catalogs.base else None
        self._entries: Three[Mapping[Key, Entry]] = Three(base, _by_key(catalogs.ours), _by_key(catalogs.theirs))
        self._setting = Setting(
            headers.lead(catalogs),
            style.detect(catalogs.ours),
            Three(None, headers.signature(catalogs.ours), headers.signature(catalogs.theirs)),
            base or {},
            frozenset(entry.msgstr for entry in (base or {}).values()),
        )
        self._merged: dict[Key, Entry] = {}
        self._clashes: list[Clash] = []

    def run(self) -> Merged:
        """Merge everything."""
        for key in (*self._entries.ours, *(key for key in self._entries.theirs if key not in self._entries.ours)):
            self._merge_message(key)
        for side in Side:
            self._settle_absent(side)
        ahead = self._setting.ahead.template
        catalogs = self._catalogs
        entries = order.arrange(self._merged, catalogs.of(ahead).entries, catalogs.of(ahead.other).entries)
        catalog = replace(
            catalogs.ours,
            header=headers.merge(catalogs, self._setting.ahead),
            entries=_spaced(entries),
            damaged=_damage(catalogs, entries),
            newline=catalogs.of(catalogs.holder(lambda found: found.newline) or Side.OURS).newline,
            charset=catalogs.of(headers.encoding(catalogs)).charset,
            bom=catalogs.ours.bom and catalogs.theirs.bom,  # gettext refuses it, so one side without it is enough
            tail=_tail(catalogs),
        )
        return Merged(catalog, tuple(self._clashes), tuple(self._taken(entries)))

    def _merge_message(self, key: Key) -> None:
        """Merge a message that both sides have; take one that is new on a side as it is."""
        three = self._entries
        base = None if three.base is None else three.base.get(key)
        ours, theirs = three.ours.get(key), three.theirs.get(key)
        if ours and theirs:
            self._merged[key], clash = messages.merge(Three(base, ours, theirs), self._setting)
            self._clashes += [clash] if clash else []
        elif base is None and (entry := ours or theirs):
            self._merged[key] = entry

    def _settle_absent(self, side: Side) -> None:
        """Settle what becomes of messages of the base that one side has and the other has not, or has retired."""
        base, mine, other = self._entries.base, self._entries.of(side), self._entries.of(side.other)
        if base is None:
            return
        find = inheritance.heirs(base, other)
        texts = {text for entry in other.values() for text in messages.texts(entry)}
        unread = {damage.key for damage in self._catalogs.of(side.other).damaged}
        for key, entry in mine.items():
            was, now = base.get(key), self._merged.get(key)
            if was is None or (now is not None and not now.obsolete):
                continue
            worked = messages.filled(entry) and messages.texts(entry) != messages.texts(was)
            new = [heir for heir in find(key) if heir not in mine] if worked else []
            handed = inheritance.hand_down(self._merged, was, entry, new, self._setting.signatures.of(side))
            if key in other:
                continue
            if None in unread or key in unread:
                self._merged[key] = entry
            elif messages.filled(entry) and not handed and (worked or _missing(was, texts)):
                self._merged[key] = assembly.retire(entry)

    def _taken(self, entries: tuple[Entry, ...]) -> Iterator[Key]:
        ours = self._entries.ours
        return (entry.key for entry in entries if entry != ours.get(entry.key))


def _by_key(catalog: Catalog) -> dict[Key, Entry]:
    return {entry.key: entry for entry in catalog.entries}


def _missing(was: Entry, texts: set[str]) -> bool:
    """Whether a translation that was live is found nowhere on the other side: it was not moved but dropped."""
    return not was.obsolete and not texts.issuperset(messages.texts(was))


def _spaced(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Set what was a file's first entry apart, now that others may stand before it."""
    return tuple(assembly.space(entry) if index else entry for index, entry in enumerate(entries))


def _damage(catalogs: Three[Catalog], entries: tuple[Entry, ...]) -> tuple[Damage, ...]:
    """Keep the damaged blocks of both sides, each once, but for those of the base that one side has repaired."""
    was = _blocks(catalogs.base) if catalogs.base else set()
    ours, theirs = _blocks(catalogs.ours), _blocks(catalogs.theirs)
    found: list[Damage] = []
    for one, gone, known in (
        (catalogs.ours, was - theirs, set()), (catalogs.theirs, was - ours, ours),
    ):  # fmt: skip
        kept = [damage for damage in one.damaged if damage.raw.strip() not in gone | known]
        found += assembly.place_damage(kept, one.entries, entries)
    return tuple(sorted(found, key=lambda damage: damage.index))


def _blocks(catalog: Catalog) -> set[bytes]:
    return {damage.raw.strip() for damage in catalog.damaged}


def _tail(catalogs: Three[Catalog]) -> bytes:
    """Return what stands after the last entry; of both sides where both have changed it."""
    held = catalogs.holder(lambda found: found.tail)
    if held:
        return catalogs.of(held).tail
    ours, theirs = catalogs.ours.tail, catalogs.theirs.tail
    return ours if theirs.strip() in ours else theirs if ours.strip() in theirs else ours + theirs
