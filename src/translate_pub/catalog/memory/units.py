"""What a memory is made of: the translations of catalogues, and the sentences of both sides that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate_pub.catalog import sentences
from translate_pub.model.catalog import Catalog
from translate_pub.model.memory import Unit

_LENGTHS = 2.5
"""How many times as long as expected a sentence's translation may be, or as short, to be taken for its own."""


def of_catalogs(catalogs: Iterable[Catalog]) -> Iterator[Unit]:
    """Give the translations of catalogues that are not fuzzy, retired ones included: their text may come again."""
    for catalog in catalogs:
        for entry in catalog.entries:
            if entry.translated and not entry.plural:
                yield Unit(entry.msgid, entry.msgstr, f"{catalog.book}/{catalog.chapter}")


def cut(units: Iterable[Unit], source_language: str, language: str) -> Iterator[Unit]:
    """Give the sentences of units that have as many of them on both sides, each of about the length to be expected."""
    for unit in units:
        before = sentences.split(unit.source, source_language)
        after = sentences.split(unit.target, language) if len(before) > 1 else ()
        if len(before) == len(after) and _belong(before, after):
            for source, target in zip(before, after, strict=True):
                yield Unit(source.strip(), target.strip(), unit.origin)


def _belong(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether every sentence has its share of the length."""
    usual = sum(map(len, after)) / max(1, sum(map(len, before)))
    shares = (len(target) / max(1.0, usual * len(source)) for source, target in zip(before, after, strict=True))
    return all(1 / _LENGTHS < share < _LENGTHS for share in shares)
