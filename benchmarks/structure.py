"""Paragraphs that are split or joined, made from a real catalogue, so that the right part of the text is known."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.scoring import similarity
from translate_pub.catalog import po
from translate_pub.catalog.matching.cutting import glue
from translate_pub.model.catalog import Catalog, Entry, Key, Message, Template

_WORDS = range(8, 81)
"""Words that a paragraph may have; a block of code or a heading is never split."""
_ENDS = tuple(".!?:")
_SEED = 5
PAIRS = 60
RIGHT = 0.8
"""Similarity to the known part from which a half has the right one."""


@dataclass(frozen=True)
class Structure:
    """A catalogue, a template of the same text in other paragraphs, and the parts that belong in each."""

    old: bytes
    catalog: Catalog
    template: Template
    parts: dict[Key, tuple[str, ...]]


@dataclass(frozen=True)
class Parts:
    """How many halves, or joined paragraphs, there were, and how many have the right text."""

    right: int = 0
    all: int = 0


NONE = Parts()


def split(catalog: Catalog) -> Structure:
    """Make neighbouring paragraphs one in the catalogue and two in the template."""
    entries, pairs = _pairs(catalog)
    olds: list[Entry] = []
    parts: dict[Key, tuple[str, ...]] = {}
    for number, entry in enumerate(entries):
        if number in pairs:
            after = entries[number + 1]
            olds.append(
                entry.revise(
                    msgid=f"{entry.msgid} {after.msgid}", msgstr=glue([entry.msgstr, after.msgstr]), comments=()
                )
            )
            parts |= {part.key: (part.msgstr,) for part in (entry, after)}
        elif number - 1 not in pairs:
            olds.append(entry)
    return _structure(catalog, olds, [entry.key for entry in entries], parts)


def join(catalog: Catalog) -> Structure:
    """Make neighbouring paragraphs one in the template."""
    entries, pairs = _pairs(catalog)
    news: list[Key] = []
    parts: dict[Key, tuple[str, ...]] = {}
    for number, entry in enumerate(entries):
        if number in pairs:
            after = entries[number + 1]
            key = entry.context, f"{entry.msgid} {after.msgid}"
            parts[key] = (entry.msgstr, after.msgstr)
            news.append(key)
        elif number - 1 not in pairs:
            news.append(entry.key)
    return _structure(catalog, entries, news, parts)


def count_halves(structure: Structure, outcome: dict[Key, str]) -> Parts:
    """Count the halves that have their own part of the translation."""
    right = sum(similarity(part, outcome.get(key, "")) >= RIGHT for key, (part,) in structure.parts.items())
    return Parts(right, len(structure.parts))


def count_joins(structure: Structure, outcome: dict[Key, str]) -> Parts:
    """Count the joined paragraphs that have both parts."""
    right = sum(all(part.strip() in outcome.get(key, "") for part in parts) for key, parts in structure.parts.items())
    return Parts(right, len(structure.parts))


def _pairs(catalog: Catalog) -> tuple[Sequence[Entry], set[int]]:
    """Choose pairs of neighbouring paragraphs: the number of the first of each."""
    entries = list(catalog.live().values())
    able = [n for n in range(len(entries) - 1) if _is_paragraph(entries[n]) and _is_paragraph(entries[n + 1])]
    random.Random(_SEED).shuffle(able)  # noqa: S311  # the same pairs on every run, not a secret
    chosen: set[int] = set()
    for number in able:
        if len(chosen) < PAIRS and chosen.isdisjoint(range(number - 2, number + 3)):
            chosen.add(number)
    return entries, chosen


def _is_paragraph(entry: Entry) -> bool:
    text = entry.msgid
    return (
        entry.translated
        and len(text.split()) in _WORDS
        and "\n" not in text
        and text[0] != "`"
        and text.endswith(_ENDS)
    )


def _structure(
    catalog: Catalog, olds: Sequence[Entry], news: Sequence[Key], parts: dict[Key, tuple[str, ...]]
) -> Structure:
    old = replace(catalog, entries=tuple(olds), damaged=(), tail=b"")
    template = Template(catalog.book, catalog.chapter, tuple(Message(context, msgid) for context, msgid in news))
    return Structure(po.serialize(old), old, template, parts)
