"""The order of a merged catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from translate_pub.model.catalog import Entry, Key


def arrange(merged: Mapping[Key, Entry], leading: Sequence[Entry], other: Sequence[Entry]) -> tuple[Entry, ...]:
    """Put merged entries in order: that of the side with the newer source, into which the other's are let in.

    A live entry that the leading side has not follows the live one that it follows on the other side; an obsolete one
    comes last, and so does one that merging has made obsolete.

    Args:
        merged: the entries by their keys.
        leading: the entries of the side whose order counts.
        other: those of the other side.
    """
    placed = [entry.key for entry in leading if _stays(entry, merged)]
    after, last = _let_in(merged, set(placed), other)
    keys = list(after[None])
    for key in placed:
        keys += (key, *after.get(key, ()))
    keys += last
    known = set(keys)
    keys += [key for key in merged if key not in known]
    return tuple(merged[key] for key in keys)


def _stays(entry: Entry, merged: Mapping[Key, Entry]) -> bool:
    found = merged.get(entry.key)
    return found is not None and found.obsolete == entry.obsolete


def _let_in(
    merged: Mapping[Key, Entry], placed: set[Key], other: Iterable[Entry]
) -> tuple[Mapping[Key | None, list[Key]], list[Key]]:
    """Say what follows each placed entry (None: what comes first), and what comes last."""
    after: dict[Key | None, list[Key]] = defaultdict(list)
    last: list[Key] = []
    anchor: Key | None = None
    for key in (entry.key for entry in other if entry.key in merged):
        live = not merged[key].obsolete
        if key in placed:
            anchor = key if live else anchor
        elif live:
            after[anchor].append(key)
        else:
            last.append(key)
    return after, last
