"""Catalogues -> the units of a file of exchange."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from translate_pub.catalog.exchange.unit import Address, State, Unit, identify, stamp, state_of
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Diagnostic, Severity, Span


def extract(
    catalogs: Iterable[Catalog], only: Collection[State] = tuple(State)
) -> tuple[tuple[Unit, ...], tuple[Diagnostic, ...]]:
    """Return the messages of catalogues in their order, of certain states only, and what had to stay behind.

    Obsolete entries are not for translating and stay out. No format here but PO has plural forms, which sources never
    have; an entry with some is reported.
    """
    units: list[Unit] = []
    found: list[Diagnostic] = []
    for catalog in catalogs:
        for entry in catalog.entries:
            if entry.obsolete or state_of(entry) not in only:
                continue
            if entry.plural:
                found.append(_stays(catalog, entry))
            else:
                units.append(of_entry(catalog, entry))
    return tuple(units), tuple(found)


def of_entry(catalog: Catalog, entry: Entry) -> Unit:
    """Make the unit of an entry."""
    address = Address(catalog.language, catalog.book, catalog.chapter, identify(entry.context, entry.msgid))
    return Unit(
        address,
        entry.msgid,
        entry.msgstr,
        state_of(entry),
        entry.context,
        entry.extracted,
        entry.comments,
        entry.previous[1] if entry.previous and entry.fuzzy else "",
        stamp(entry.msgstr, state_of(entry), entry.comments),
    )


def _stays(catalog: Catalog, entry: Entry) -> Diagnostic:
    return Diagnostic(
        "C164",
        Severity.ERROR,
        f"a message with plural forms cannot be exported: {entry.msgid[:60]!r}",
        Span(catalog.path, entry.line),
        ("translate it in the catalogue",),
    )
