"""Corrections of a source that an update has taken for changes already: what was translated before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate_pub.catalog import po
from translate_pub.catalog.corrections import Translated
from translate_pub.model.catalog import Catalog
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import revisions

_VERSIONS = 20
"""Versions of a catalogue that are looked at: a correction is mostly noticed soon."""


def before(workspace: Workspace, catalogs: Iterable[Catalog]) -> frozenset[Translated]:
    """Find which fuzzy translations were settled ones of the text that their entry names as the previous one.

    A fuzzy entry does not tell whether its translation was ever looked at: it may be a machine's. Git does.

    Args:
        workspace: where the catalogues are.
        catalogs: as they are now.
    """
    return frozenset(pair for catalog in catalogs for pair in _of_one(workspace, catalog))


def _of_one(workspace: Workspace, catalog: Catalog) -> Iterator[Translated]:
    sought = {
        (entry.previous, entry.msgstr)
        for entry in catalog.entries
        if entry.fuzzy and not entry.obsolete and entry.previous and entry.msgstr
    }
    if not sought:
        return
    for data in revisions.versions(workspace, catalog.path, _VERSIONS):
        then = po.parse(data, catalog.path, catalog.language, catalog.book, catalog.chapter).value
        there = [entry for entry in then.entries if (entry.key, entry.msgstr) in sought] if then else []
        yield from ((entry.key, entry.msgstr) for entry in there if entry.translated)
        # The newest word counts: who marked a translation as doubtful since then has not been answered.
        sought -= {(entry.key, entry.msgstr) for entry in there}
        if not sought:
            return
