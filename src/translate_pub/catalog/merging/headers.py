"""The header of a merged catalogue: its dates, and whose word counts where both sides have changed a field."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from translate_pub.catalog.merging.sides import Side, Three, united
from translate_pub.model.catalog import Catalog, Entry

CREATED = "POT-Creation-Date"
REVISED = "PO-Revision-Date"
_OF_TEMPLATE = frozenset({CREATED, "X-Source-Revision", "X-Segmentation"})
_OF_REVISION = frozenset({REVISED, "Last-Translator", "X-Generator"})
_CONTENT = "Content-Type"
_NOBODY = "FULL NAME"
_ADDRESS = re.compile(r"\s*<[^>]*>\s*")

Fields = dict[str, str]
"""Name -> value, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Which side is ahead."""

    template: Side
    """Whose source is newer: its order, its comments from the source and its references count."""
    revision: Side
    """Who has worked on it last."""
    revision_known: bool
    """Whether the dates tell; ours is named where they do not."""


def fields(header: Entry) -> Fields:
    """Read the fields of a header; a line without a name belongs to the field before it."""
    found: Fields = {}
    name = ""
    for line in header.msgstr.split("\n"):
        head, colon, value = line.partition(":")
        if colon and re.fullmatch(r"[!-9;-~]+", head):
            name = head
            found[name] = value.strip()
        elif line and name:
            found[name] += line
    return found


def moment(written: str) -> dt.datetime | None:
    """Read a date as gettext and its kin write them, with a time zone; None where it is none."""
    try:
        found = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def lead(catalogs: Three[Catalog]) -> Lead:
    """Say which side has the newer source, and which was worked on last."""
    three = _fields(catalogs)
    template = three.holder(lambda found: found.get(CREATED)) or _newer(three, CREATED) or Side.OURS
    if three.ours.get(CREATED) == three.theirs.get(CREATED):
        template = catalogs.holder(_order) or Side.OURS
    revision = _newer(three, REVISED)
    return Lead(template, revision or Side.OURS, revision is not None)


def merge(catalogs: Three[Catalog], ahead: Lead) -> Entry:
    """Merge the headers; one whose text is that of a side keeps the bytes of that side."""
    tops = Three(catalogs.base.header if catalogs.base else None, catalogs.ours.header, catalogs.theirs.header)
    if not tops.ours.msgstr or not tops.theirs.msgstr:
        return tops.ours if tops.ours.msgstr else tops.theirs
    was = tops.base or Entry("", "")
    msgstr = _text(_merge_fields(_fields(catalogs), ahead))
    comments = united(was.comments, tops.ours.comments, tops.theirs.comments)
    flags = tops.of(tops.holder(lambda top: top.fuzzy) or Side.OURS).flags
    for side in (tops.ours, tops.theirs):
        if (fields(side), side.comments, side.fuzzy) == (_read(msgstr), comments, "fuzzy" in flags):
            return side
    return tops.ours.revise(msgstr=msgstr, comments=comments, flags=flags)


def encoding(catalogs: Three[Catalog]) -> Side:
    """Say whose encoding the merged file is in: it must be that which the merged header names."""
    return _fields(catalogs).holder(lambda found: found.get(_CONTENT)) or Side.OURS


def signature(catalog: Catalog) -> str:
    """Say who has worked on a catalogue last, and on which day: `Ada Lovelace, 2026-11-20`; empty where unknown."""
    found = fields(catalog.header)
    name = _ADDRESS.sub("", found.get("Last-Translator", "")).strip()
    when = moment(found.get(REVISED, ""))
    parts = ("" if name.startswith(_NOBODY) else name, when.date().isoformat() if when else "")
    return ", ".join(part for part in parts if part).replace('"', "'").translate(_BRACKETS)


_BRACKETS = str.maketrans({"(": "[", ")": "]"})


def _fields(catalogs: Three[Catalog]) -> Three[Fields]:
    base = fields(catalogs.base.header) if catalogs.base else None
    return Three(base, fields(catalogs.ours.header), fields(catalogs.theirs.header))


def _order(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    return tuple(entry.key for entry in catalog.entries if not entry.obsolete)


def _newer(three: Three[Fields], name: str) -> Side | None:
    """Say whose date is the newer; None where they are the same or one cannot be read."""
    ours, theirs = moment(three.ours.get(name, "")), moment(three.theirs.get(name, ""))
    if ours is None or theirs is None:
        return Side.OURS if ours else Side.THEIRS if theirs else None
    return None if ours == theirs else Side.OURS if ours > theirs else Side.THEIRS


def _merge_fields(three: Three[Fields], ahead: Lead) -> Fields:
    """Take each field from the side that holds it, in the order of ours."""
    chosen: Fields = {}
    for name in (*three.ours, *(name for name in three.theirs if name not in three.ours)):
        value = three.of(_holder(three, name, ahead)).get(name)
        if value is not None:
            chosen[name] = value
    return chosen


def _holder(three: Three[Fields], name: str, ahead: Lead) -> Side:
    if name in _OF_REVISION and ahead.revision_known:
        return ahead.revision if name in three.of(ahead.revision) else ahead.revision.other
    if name in _OF_TEMPLATE and three.ours.get(CREATED) != three.theirs.get(CREATED):
        return ahead.template
    held = three.holder(lambda found: found.get(name))
    return held or (Side.OURS if name in three.ours else Side.THEIRS)


def _text(found: Fields) -> str:
    return "".join(f"{name}: {value}\n" for name, value in found.items())


def _read(msgstr: str) -> Fields:
    return fields(Entry("", "", msgstr))
