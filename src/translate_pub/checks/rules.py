"""The rules that every translation is held against: one registry, each rule a function from a pair to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from translate_pub.checks import structure
from translate_pub.checks.pair import Pair
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Diagnostic, Span
from translate_pub.model.source import Segment
from translate_pub.source.inline import Comparer

Rule = Callable[[Pair], Iterable[Diagnostic]]
"""Finds what is wrong with a translation; where it stands is added by `check`."""

RULES: tuple[Rule, ...] = (structure.check,)


def check(
    catalog: Catalog, segments: Iterable[Segment], comparer: Comparer, rules: Iterable[Rule] = RULES
) -> tuple[Diagnostic, ...]:
    """Hold the translations of a chapter against its messages, in the order of the source.

    What is fuzzy or untranslated is not checked: nobody has said yet that it is right.

    Args:
        catalog: the chapter's translations.
        segments: what was read from the chapter.
        comparer: made of the same chapter.
        rules: what is looked for.
    """
    pairs = list(_pairs(catalog, segments, comparer))
    every = tuple(rules)
    return tuple(
        replace(found, span=Span(catalog.path, pair.entry.line))
        for pair in pairs
        for rule in every
        for found in rule(pair)
    )


def _pairs(catalog: Catalog, segments: Iterable[Segment], comparer: Comparer) -> Iterator[Pair]:
    """Give each translated message once."""
    entries = {key: entry for key, entry in catalog.live().items() if entry.translated}
    for segment in segments:
        entry = entries.pop(segment.key, None)
        if entry is not None:
            yield Pair(entry, segment, catalog.language, comparer)
