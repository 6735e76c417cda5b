"""Suggestions go into empty entries: fuzzy, and marked with where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from translate_pub.catalog import remarks
from translate_pub.catalog.remarks import Remark
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.memory import Filled, Manner, Suggestion

_WORD = "suggested"


def empty(catalog: Catalog) -> tuple[str, ...]:
    """Return the messages that nobody has begun to translate, in file order."""
    return tuple(entry.msgid for entry in catalog.entries if _is_empty(entry))


def fill(catalog: Catalog, suggestions: Mapping[str, Suggestion]) -> tuple[Catalog, tuple[Filled, ...]]:
    """Enter suggestions into the empty entries of a catalogue; the very same catalogue where there is none for it."""
    filled: list[Filled] = []
    entries = []
    for entry in catalog.entries:
        suggestion = suggestions.get(entry.msgid) if _is_empty(entry) else None
        if suggestion is not None:
            filled.append(Filled(catalog.path, entry.key, suggestion))
        entries.append(entry if suggestion is None else _enter(entry, suggestion))
    return (replace(catalog, entries=tuple(entries)) if filled else catalog), tuple(filled)


def _is_empty(entry: Entry) -> bool:
    return not (entry.msgstr or entry.obsolete or entry.plural)


def _enter(entry: Entry, suggestion: Suggestion) -> Entry:
    """Write a suggestion into an entry. It is fuzzy whatever its score: nobody has read it here."""
    flags = entry.flags if entry.fuzzy else ("fuzzy", *entry.flags)
    made = remarks.remove(entry, _WORD).revise(msgstr=suggestion.text, flags=flags)
    return remarks.add(made, Remark(_WORD, f"{suggestion.origin} {_how(suggestion)}"))


def _how(suggestion: Suggestion) -> str:
    if suggestion.manner is Manner.MACHINE:
        return "by machine"
    return f"{suggestion.score:.2f}{' by sentences' if suggestion.manner is Manner.SENTENCES else ''}"
