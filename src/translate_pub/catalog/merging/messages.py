"""One message that both sides have: which translation holds, and what becomes of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from translate_pub.catalog import alternatives, dressing
from translate_pub.catalog.layout import Layout
from translate_pub.catalog.merging.headers import Lead
from translate_pub.catalog.merging.sides import Side, Three, united
from translate_pub.model.catalog import Entry, Key

_WRAPPING = frozenset({"wrap", "no-wrap"})


@dataclass(frozen=True, slots=True)
class Clash:
    """A message that the two sides have translated differently."""

    key: Key
    kept: str
    """The translation that its entry has now."""
    noted: str
    """The other, in a comment beside it."""
    side: Side
    """Whose translation was kept."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the merging of every message goes by."""

    ahead: Lead
    layout: Layout
    """How our file sets its lines."""
    signatures: Three[str]
    """Who has worked on each side last."""
    base: Mapping[Key, Entry]
    """The entries that both sides began from, as far as known."""
    old_texts: frozenset[str]
    """All their translations."""


def merge(versions: Three[Entry], setting: Setting) -> tuple[Entry, Clash | None]:
    """Make one entry of the two of a message, which keeps its bytes where it is that of a side.

    The text comes with its state, whether it is fuzzy and what it was made for: they belong together.
    """
    untouched = _untouched(versions)
    if untouched is not None:
        return versions.of(untouched.other), None
    side = _same_text(versions, setting) if _text(versions.ours) == _text(versions.theirs) else versions.holder(_text)
    rivals = side is None
    if side is None:
        side = _better(versions, setting)
    if _is_obsolete(versions, setting.ahead) and not versions.of(side).obsolete and not filled(versions.of(side)):
        side = side.other  # this one has emptied it, the other retired it: without a text it would be nothing
    entry = _with_surroundings(versions.of(side), versions, setting.ahead)
    if not rivals:
        return _keep_bytes(entry, versions, side, setting.layout), None
    return _settle(entry, versions, side, setting)


def _untouched(versions: Three[Entry]) -> Side | None:
    """Name a side whose entry has the very bytes of the base, or of the other side: the other's holds as it is."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    if theirs.raw is not None and (theirs.raw == ours.raw or (base is not None and theirs.raw == base.raw)):
        return Side.THEIRS
    return Side.OURS if ours.raw is not None and base is not None and ours.raw == base.raw else None


def _text(entry: Entry) -> tuple[str, tuple[str, tuple[str, ...]] | None]:
    return entry.msgstr, entry.plural


def _state(entry: Entry) -> tuple[bool, Key | None]:
    return entry.fuzzy, entry.previous


def filled(entry: Entry) -> bool:
    """Whether somebody has begun to translate the message."""
    return bool(entry.msgstr) or bool(entry.plural and any(entry.plural[1]))


def texts(entry: Entry) -> tuple[str, ...]:
    """Return the translations that an entry has: one, or one a plural form."""
    return tuple(filter(None, entry.plural[1] if entry.plural else (entry.msgstr,)))


def _same_text(versions: Three[Entry], setting: Setting) -> Side:
    """Say whose state holds where the texts are the same: without a base, that of who has worked last.

    A side that knows of no second translation does not settle which of two is to be taken.
    """
    known = set(alternatives.read(versions.base)) if versions.base else set()
    ours, theirs = (set(alternatives.read(entry)) - known for entry in (versions.ours, versions.theirs))
    if versions.ours.fuzzy and ours - theirs:
        return Side.OURS
    if versions.theirs.fuzzy and theirs - ours:
        return Side.THEIRS
    held = versions.holder(_state)
    if held is not None:
        return held
    if setting.ahead.revision_known:
        return setting.ahead.revision
    return Side.OURS if versions.ours.fuzzy else Side.THEIRS


def _better(versions: Three[Entry], setting: Setting) -> Side:
    """Choose between two texts of which neither is that of the base.

    One that somebody vouches for before one that is fuzzy, somebody's work before what an update has carried there;
    otherwise ours. A text that is noted beside the other already was merged before, and lost: it stays where it is.
    """
    ours, theirs = versions.ours, versions.theirs
    if not filled(theirs) or set(texts(theirs)) <= set(alternatives.read(ours)):
        return Side.OURS
    if not filled(ours) or set(texts(ours)) <= set(alternatives.read(theirs)):
        return Side.THEIRS
    return Side.THEIRS if _worth(theirs, setting) > _worth(ours, setting) else Side.OURS


def _worth(entry: Entry, setting: Setting) -> tuple[bool, bool]:
    return not entry.fuzzy, not _carried(entry, setting)


def _carried(entry: Entry, setting: Setting) -> bool:
    """Whether a fuzzy text only repeats one of the base: an update has carried it there, it is nobody's new work."""
    origin = setting.base.get(entry.previous) if entry.previous else None
    old = setting.old_texts if origin is None else frozenset((origin.msgstr,))
    return entry.fuzzy and old.issuperset(texts(entry))


def _settle(entry: Entry, versions: Three[Entry], side: Side, setting: Setting) -> tuple[Entry, Clash | None]:
    """Note the losing text beside the winning one, but for one that was carried there when the winning was not.

    Two texts that were both vouched for leave the entry fuzzy: a comment alone is seen by nobody who does not open the
    very entry, and every editor and every count shows what is fuzzy.
    """
    won, lost = versions.of(side), versions.of(side.other)
    old = _carried(lost, setting) and not _carried(won, setting)
    settled = entry
    for text in () if old else texts(lost):
        settled = alternatives.add(settled, text, setting.signatures.of(side.other))
    if settled is entry:
        return _keep_bytes(entry, versions, side, setting.layout), None
    if won.translated and lost.translated:
        settled = settled.revise(flags=("fuzzy", *settled.flags))
    return _keep_bytes(settled, versions, side, setting.layout), Clash(entry.key, won.msgstr, lost.msgstr, side)


def _with_surroundings(entry: Entry, versions: Three[Entry], ahead: Lead) -> Entry:
    """Give the entry of the side whose text holds everything else that the two sides agree on."""
    ours, theirs = versions.ours, versions.theirs
    was = versions.base or Entry("", "")
    from_source = versions.of(versions.holder(_from_source) or ahead.template)
    flags = _flags(entry, versions, ahead)
    return replace(
        entry,
        flags=flags,
        comments=united(was.comments, ours.comments, theirs.comments),
        extracted=from_source.extracted,
        references=from_source.references,
        obsolete=_is_obsolete(versions, ahead),
        sticky=tuple(flag for flag in flags if flag in (*ours.sticky, *theirs.sticky)),
    )


def _from_source(entry: Entry) -> tuple[object, ...]:
    return entry.extracted, entry.references


def _is_obsolete(versions: Three[Entry], ahead: Lead) -> bool:
    return versions.of(versions.holder(lambda entry: entry.obsolete) or ahead.template).obsolete


def _flags(entry: Entry, versions: Three[Entry], ahead: Lead) -> tuple[str, ...]:
    """Unite the flags; fuzzy belongs to the text, and those on wrapping are the source's to set."""
    was = versions.base or Entry("", "")
    both = united(_lasting(was), _lasting(versions.ours), _lasting(versions.theirs))
    wrapping = versions.of(versions.holder(_wrapping) or ahead.template)
    flags = (*(("fuzzy",) if entry.fuzzy else ()), *both, *_wrapping(wrapping))
    return entry.flags if set(flags) == set(entry.flags) else flags


def _lasting(entry: Entry) -> tuple[str, ...]:
    return tuple(flag for flag in entry.flags if flag != "fuzzy" and flag not in _WRAPPING)


def _wrapping(entry: Entry) -> tuple[str, ...]:
    return tuple(flag for flag in entry.flags if flag in _WRAPPING)


def _keep_bytes(entry: Entry, versions: Three[Entry], side: Side, layout: Layout) -> Entry:
    """Give a merged entry the bytes of the side that it equals, or else as many of them as still hold."""
    equal = [one for one in (side, side.other) if _equal(entry, versions.of(one))]
    if len(equal) > 1:
        return versions.of(versions.holder(lambda found: found.raw) or side)
    if equal:
        return versions.of(equal[0])
    source = versions.of(side)
    if entry.obsolete != source.obsolete or _text(entry) != _text(source):
        return entry.revise()
    return dressing.renew(entry, source.raw, layout)


def _equal(entry: Entry, other: Entry) -> bool:
    return replace(entry, flags=tuple(sorted(entry.flags))) == replace(other, flags=tuple(sorted(other.flags)))
