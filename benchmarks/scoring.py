"""How good proposals are, measured by what people made of the same messages in the end.

Source of the measures: a proposal is useful if it is at least 0.6 similar to the final translation and bad below 0.4;
an old translation at least 0.75 similar to the final one is missed if nothing near it was proposed. Similarity is the
normalised longest common subsequence of characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from benchmarks.corpus import Case
from translate_pub.model.catalog import Catalog, Key

USEFUL = 0.6
BAD = 0.4
WORTH_FINDING = 0.75
NEAR_THE_BEST = 0.15


@dataclass(frozen=True)
class Quality:
    """Counts of messages."""

    changed: int = 0
    """Messages that are new in the template and have a final translation."""
    findable: int = 0
    """Of these, the ones for which an old translation is worth finding."""
    proposals: int = 0
    useful: int = 0
    bad: int = 0
    missed: int = 0
    worst: tuple[str, ...] = field(default=(), compare=False)
    """The bad and the missed ones, described."""


def score(case: Case, outcome: Mapping[Key, str], best: Mapping[Key, tuple[float, str]]) -> Quality:
    """Score what a tool made of a refresh: by message, the translation in the catalogue that it wrote."""
    alike = {key: similarity(case.final[key], outcome[key]) for key in best if outcome.get(key)}
    missed = [
        key
        for key, (top, _) in best.items()
        if top >= WORTH_FINDING and (key not in alike or alike[key] < top - NEAR_THE_BEST)
    ]
    bad = [key for key, value in alike.items() if value < BAD]
    return Quality(
        len(best),
        sum(top >= WORTH_FINDING for top, _ in best.values()),
        len(alike),
        sum(value >= USEFUL for value in alike.values()),
        len(bad),
        len(missed),
        (
            *(f"bad {key[1]!r} -> {outcome[key]!r}; final {case.final[key]!r}" for key in bad),
            *(
                f"missed {key[1]!r} <- {best[key][1]!r}; got {outcome.get(key)!r}; final {case.final[key]!r}"
                for key in missed
            ),
        ),
    )


def best_of(case: Case) -> dict[Key, tuple[float, str]]:
    """Find for every changed message the old translation most like the final one, and what it translates."""
    known = {entry.key for entry in case.catalog.entries if not entry.obsolete}
    olds = [entry for entry in case.catalog.entries if entry.msgstr]
    texts = [entry.msgstr for entry in olds]
    best: dict[Key, tuple[float, str]] = {}
    for message in case.template.messages:
        final = case.final.get(message.key)
        if final and message.key not in known:
            found = process.extractOne(final, texts, scorer=fuzz.ratio, score_cutoff=50)
            best[message.key] = (found[1] / 100, olds[found[2]].msgid) if found else (0.0, "")
    return best


def similarity(one: str, other: str) -> float:
    """Say how similar two texts are, 0 to 1."""
    return fuzz.ratio(one, other) / 100


def outcome_of(catalog: Catalog) -> dict[Key, str]:
    """Return the translations of a catalogue by message, fuzzy ones included."""
    return {entry.key: entry.msgstr for entry in catalog.live().values()}


def total(qualities: Iterable[Quality]) -> Quality:
    """Add counts up."""
    rows = list(qualities)
    return Quality(
        sum(row.changed for row in rows),
        sum(row.findable for row in rows),
        sum(row.proposals for row in rows),
        sum(row.useful for row in rows),
        sum(row.bad for row in rows),
        sum(row.missed for row in rows),
    )
