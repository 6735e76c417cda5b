"""The rules that every translation is held against: one registry, each rule a function from a pair to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from translate_pub.checks import (
    alphabets,
    dashes,
    endings,
    invisible,
    number_signs,
    numbers,
    quotation,
    spacing,
    structure,
    waivers,
    wording,
)
from translate_pub.checks.pair import Pair
from translate_pub.model.catalog import Catalog
from translate_pub.model.checking import NOTHING_ALLOWED, CheckSettings
from translate_pub.model.diagnostic import Diagnostic, Span
from translate_pub.model.source import Segment
from translate_pub.source.inline import Comparer

Rule = Callable[[Pair], Iterable[Diagnostic]]
"""Finds what is wrong with a translation; where it stands is added by `check`."""

RULES: tuple[Rule, ...] = (
    structure.check,
    numbers.check,
    number_signs.check,
    wording.check,
    quotation.check,
    dashes.check,
    spacing.check,
    alphabets.check,
    invisible.check,
    endings.check,
)


def check(  # noqa: PLR0913  # what is checked, by what, and what the book says of it
    catalog: Catalog,
    segments: Iterable[Segment],
    comparer: Comparer,
    rules: Iterable[Rule] = RULES,
    *,
    settings: CheckSettings = NOTHING_ALLOWED,
    source_language: str = "en",
) -> tuple[Diagnostic, ...]:
    """Hold the translations of a chapter against its messages, in the order of the source.

    What is fuzzy or untranslated is not checked: nobody has said yet that it is right.

    Args:
        catalog: the chapter's translations.
        segments: what was read from the chapter.
        comparer: made of the same chapter.
        rules: what is looked for.
        settings: what the book allows, and how much a finding matters there.
        source_language: BCP 47 tag of the language of the book.
    """
    every = tuple(rules)
    return tuple(
        replace(found, span=Span(catalog.path, pair.entry.line))
        for pair in pairs(catalog, segments, comparer, source_language)
        for found in examine(pair, every, settings)
    )


def examine(
    pair: Pair, rules: Iterable[Rule] = RULES, settings: CheckSettings = NOTHING_ALLOWED
) -> tuple[Diagnostic, ...]:
    """Hold one translation against its message; what is allowed is left out, and nothing says where it stands."""
    found = [finding for rule in rules for finding in rule(pair)]
    return waivers.waive(tuple(waivers.settle(found, settings)), pair.entry)


def pairs(
    catalog: Catalog, segments: Iterable[Segment], comparer: Comparer, source_language: str = "en"
) -> Iterator[Pair]:
    """Give each translated message once, in the order of the source."""
    entries = {key: entry for key, entry in catalog.live().items() if entry.translated}
    for segment in segments:
        entry = entries.pop(segment.key, None)
        if entry is not None:
            yield Pair(entry, segment, catalog.language, comparer, source_language)
