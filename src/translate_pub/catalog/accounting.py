"""What an update did, counted from its outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from translate_pub.catalog import alternatives, words
from translate_pub.catalog.matching.decision import Match
from translate_pub.model.catalog import Catalog
from translate_pub.model.update import CatalogUpdate, Fate, Proposal


def report(updated: Sequence[Catalog], before: Mapping[str, Catalog], match: Match) -> tuple[CatalogUpdate, ...]:
    """Report on every catalogue of an update."""
    proposals, fates = _fates(match)
    lost = _lost(updated, match)
    retired = _retired(updated, match)
    return tuple(
        replace(
            _report(catalog, before, proposals, fates),
            obsolete=retired[catalog.chapter],
            lost=lost[catalog.chapter],
        )
        for catalog in updated
    )


def _retired(updated: Sequence[Catalog], match: Match) -> dict[str, int]:
    """Count by chapter the obsolete entries that were live before."""
    known = {old.entry.key for old in match.olds if old.entry.obsolete}
    return {
        catalog.chapter: sum(entry.obsolete and entry.key not in known for entry in catalog.entries)
        for catalog in updated
    }


def _fates(match: Match) -> tuple[dict[str, list[Proposal]], dict[str, dict[Fate, int]]]:
    """Sort the decisions by chapter."""
    proposals: dict[str, list[Proposal]] = defaultdict(list)
    fates: dict[str, dict[Fate, int]] = defaultdict(lambda: dict.fromkeys(Fate, 0))
    for slot, decision in zip(match.slots, match.decisions, strict=True):
        fates[slot.chapter][decision.fate] += 1
        if decision.fate is not Fate.EXACT and decision.fate is not Fate.NEW:
            origins = tuple(match.olds[index].source for index in decision.origins)
            proposals[slot.chapter].append(Proposal(slot.message.key, decision.fate, origins, decision.score))
    return proposals, fates


def _lost(updated: Sequence[Catalog], match: Match) -> dict[str, int]:
    """Count by chapter the translations that can be found in no catalogue any more."""
    entries = [entry for catalog in updated for entry in catalog.entries]
    texts = {entry.msgstr for entry in entries}
    texts.update(text for entry in entries if entry.comments for text in alternatives.read(entry))
    taken = match.taken()
    lost: dict[str, int] = defaultdict(int)
    for index, old in enumerate(match.olds):
        lost[old.chapter] += bool(old.entry.msgstr) and old.entry.msgstr not in texts and index not in taken
    return lost


def _report(
    catalog: Catalog,
    before: Mapping[str, Catalog],
    proposals: Mapping[str, list[Proposal]],
    fates: Mapping[str, Mapping[Fate, int]],
) -> CatalogUpdate:
    old = before.get(catalog.chapter)
    changed = old is not catalog
    words_after = _words(catalog)
    counts = fates.get(catalog.chapter, {})
    return CatalogUpdate(
        catalog.path,
        catalog.chapter,
        created=old is None,
        changed=changed,
        **{fate.value: count for fate, count in counts.items()},
        words_before=0 if old is None else _words(old) if changed else words_after,
        words_after=words_after,
        proposals=tuple(proposals.get(catalog.chapter, ())),
    )


def translated(catalogs: Iterable[Catalog]) -> int:
    """Count the source words that catalogues have translated, not fuzzy."""
    return sum(_words(catalog) for catalog in catalogs)


def removal(catalog: Catalog) -> CatalogUpdate:
    """Report on a catalogue that is to be deleted, everything of it being elsewhere."""
    return CatalogUpdate(catalog.path, catalog.chapter, created=False, changed=True, words_before=_words(catalog))


def _words(catalog: Catalog) -> int:
    """Count the source words that a catalogue has translated."""
    return sum(words.count_each([e.msgid for e in catalog.entries if e.translated and not e.obsolete]))
