"""Catalogues of before and templates of now -> catalogues of now. No translation is lost on the way."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from translate_pub.catalog import accounting, assembly, corrections, header, po, style
from translate_pub.catalog.dressing import dress
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.matching import book
from translate_pub.catalog.matching.decision import Match, Old, Slot
from translate_pub.model.catalog import Catalog, Entry, Key, Revision, Template
from translate_pub.model.update import Fate, Update

_HEIR_SHARE = 0.25
"""Share of a vanished chapter's translations that another must have taken to inherit what is left of it."""
_HEADER: Key = ("", "")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an update is made for."""

    language: str
    """BCP 47 tag."""
    facts: HeaderFacts
    """What the headers of new catalogues say of the book."""
    path_of: Callable[[str], str]
    """Gives the path of a chapter's catalogue, for chapters that have none."""
    now: dt.datetime
    """The moment of the update, with a time zone; named in the headers of catalogues that change."""
    lines: bool | None = False
    """Whether references carry line numbers; None where each catalogue keeps to what it has."""
    corrected: frozenset[str] = frozenset()
    """Chapters whose source was only corrected: a small change leaves their translations as they are."""
    before: frozenset[corrections.Translated] = frozenset()
    """What was translated before an earlier update that took a correction for a change."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What there was, and where each of it goes."""

    before: Mapping[str, Catalog]
    match: Match
    heirs: Mapping[str, str]
    """Vanished chapter -> the chapter that took over most of it."""
    founders: Mapping[str, str]
    """Chapter of now -> the old chapter that most of its translations are from."""
    homes: Mapping[str, Sequence[Old]]
    """Chapter -> what becomes, or stays, obsolete in its file."""
    setting: Setting


def update(catalogs: Sequence[Catalog], templates: Sequence[Template], setting: Setting) -> Update:
    """Bring the catalogues of one book in one language up to its templates.

    All chapters at once, so that a chapter that was renamed, split, merged or removed keeps every translation. What the
    source no longer has becomes obsolete in its chapter's file; a chapter that is gone leaves its obsolete entries to
    the chapter that took over most of it, or keeps them in its own file where none did. A chapter without a message
    gets no catalogue.

    Args:
        catalogs: every catalogue that the book has in the language.
        templates: every template of the book, in reading order.
        setting: language, headers, paths and time.
    """
    plan = _plan(catalogs, templates, setting)
    live = _live(plan)
    chapters = [template.chapter for template in templates]
    updated = [
        _renew(template, live[template.chapter], plan)
        for template in templates
        if template.messages or template.chapter in plan.before or template.chapter in plan.homes
    ]
    updated += [
        _finish(catalog, (), plan, None)
        for chapter, catalog in plan.before.items()
        if chapter not in chapters and (chapter in plan.homes or catalog.damaged)
    ]
    kept = {catalog.path for catalog in updated}
    removed = [catalog for catalog in catalogs if catalog.path not in kept]
    return Update(
        setting.language,
        tuple(updated),
        tuple(catalog.path for catalog in removed),
        accounting.report(updated, plan.before, plan.match),
        tuple(map(accounting.removal, removed)),
    )


def _plan(catalogs: Sequence[Catalog], templates: Sequence[Template], setting: Setting) -> _Plan:
    chapters = {template.chapter for template in templates}
    match = corrections.accept(_match(catalogs, templates), setting.corrected, setting.before)
    moves = _moves(match)
    heirs = _heirs(match, moves, chapters)
    founders = _most({(new, old): count for (old, new), count in moves.items()})
    before = {catalog.chapter: catalog for catalog in catalogs}
    return _Plan(before, match, heirs, founders, _homes(match, chapters, heirs), setting)


def _match(catalogs: Sequence[Catalog], templates: Sequence[Template]) -> Match:
    """List all entries and all messages, and decide which belong together."""
    waiting = {catalog.chapter: _waiting(catalog) for catalog in catalogs}
    olds = [Old(catalog.chapter, entry) for catalog in catalogs for entry in catalog.entries]
    slots = [
        Slot(template.chapter, message)
        for template in templates
        for message in template.messages
        if message.key not in waiting.get(template.chapter, ())
    ]
    return Match(olds, slots, book.decide(olds, slots))


def _waiting(catalog: Catalog) -> set[Key]:
    """List the messages that stand in damaged entries: an empty entry would be their twin once they are repaired."""
    damaged = {damage.key for damage in catalog.damaged if damage.key}
    return damaged - {entry.key for entry in catalog.entries} if damaged else set()


def _moves(match: Match) -> dict[tuple[str, str], int]:
    """Count the translations that went from each old chapter to each chapter of now, those that stayed included."""
    moves: Counter[tuple[str, str]] = Counter()
    for slot, decision in zip(match.slots, match.decisions, strict=True):
        for index in decision.origins:
            if match.olds[index].live_text:
                moves[match.olds[index].chapter, slot.chapter] += 1
    return moves


def _heirs(match: Match, moves: Mapping[tuple[str, str], int], chapters: set[str]) -> dict[str, str]:
    """Say for each vanished chapter which chapter took over most of its translations; some have none."""
    had = Counter(old.chapter for old in match.olds if old.live_text)
    gone = {pair: count for pair, count in moves.items() if pair[0] not in chapters}
    return _most({pair: count for pair, count in gone.items() if count >= _HEIR_SHARE * had[pair[0]]})


def _most(moves: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Say for each first chapter which second one it has most to do with."""
    best: dict[str, str] = {}
    for one, other in moves:
        if one not in best or moves[one, other] > moves[one, best[one]]:
            best[one] = other
    return best


def _homes(match: Match, chapters: set[str], heirs: Mapping[str, str]) -> dict[str, list[Old]]:
    """Sort what no message took by the chapter in whose file it becomes, or stays, obsolete."""
    taken = match.taken()
    homes: dict[str, list[Old]] = defaultdict(list)
    for index, old in enumerate(match.olds):
        if index not in taken and old.text:
            home = old.chapter if old.chapter in chapters else heirs.get(old.chapter, old.chapter)
            homes[home].append(old)
    for left in homes.values():
        left.sort(key=lambda old: not old.entry.obsolete)
    return homes


def _live(plan: _Plan) -> dict[str, list[tuple[Slot, Entry]]]:
    """Make the entry of every message, by chapter."""
    match = plan.match
    live: dict[str, list[tuple[Slot, Entry]]] = defaultdict(list)
    for slot, decision in zip(match.slots, match.decisions, strict=True):
        entry = assembly.entry_of(slot, decision, match.olds)
        kept = decision.fate is Fate.EXACT
        live[slot.chapter].append((slot, entry if kept else assembly.space(entry)))
    return live


def _renew(template: Template, live: Sequence[tuple[Slot, Entry]], plan: _Plan) -> Catalog:
    """Make the catalogue of a chapter from its entries of now and from what becomes obsolete in it."""
    frame = plan.before.get(template.chapter) or _found(template, plan)
    inherited = [plan.before[chapter] for chapter, heir in plan.heirs.items() if heir == template.chapter]
    frame = replace(frame, header=_credit(frame.header, inherited))
    layout = cache(partial(style.detect, frame))
    lines = style.numbered(frame) if plan.setting.lines is None else plan.setting.lines
    dressed = [dress(entry, slot.message, lines=lines, layout=layout) for slot, entry in live]
    return _finish(frame, dressed, plan, template.revision)


def _found(template: Template, plan: _Plan) -> Catalog:
    """Make the frame of a catalogue that was not there: after the one that its translations are from, or new."""
    setting = plan.setting
    path = setting.path_of(template.chapter)
    founder = plan.founders.get(template.chapter)
    if founder is not None:
        return replace(plan.before[founder], path=path, chapter=template.chapter, entries=(), damaged=(), tail=b"")
    return po.create(template, setting.language, setting.facts, path=path, now=setting.now)


def _credit(top: Entry, inherited: Sequence[Catalog]) -> Entry:
    """Add what the translators of vanished chapters say of themselves above the header."""
    comments = tuple(dict.fromkeys((*top.comments, *(line for old in inherited for line in old.header.comments))))
    return top if set(comments) == set(top.comments) else top.revise(comments=comments)


def _finish(frame: Catalog, live: Sequence[Entry], plan: _Plan, revision: Revision | None) -> Catalog:
    """Put a catalogue together; the one of before is returned where not a byte would differ.

    The header's own note of the source's revision is no difference: a source may change without a message changing,
    and its catalogues follow the one state of it as well as the other.
    """
    left = plan.homes.get(frame.chapter, ())
    obsolete = [
        old.entry if old.chapter == frame.chapter and old.entry.obsolete else assembly.space(assembly.retire(old.entry))
        for old in left
    ]
    entries = assembly.combine(live, obsolete)
    damaged = assembly.place_damage(frame.damaged, frame.entries, entries)
    renewed = replace(frame, entries=entries, damaged=damaged)
    before = plan.before.get(frame.chapter)
    said = header.revision(frame.header)
    told = revision is None or (said is not None and said.segmentation == revision.segmentation)
    if before is not None and told and _same_keys(renewed, before) and po.serialize(renewed) == po.serialize(before):
        return before
    return replace(renewed, header=header.follow(_date(renewed, plan.setting), revision))


def _same_keys(one: Catalog, other: Catalog) -> bool:
    """Say whether two catalogues have the same messages in the same order: writing them both is dearer to find out."""
    return [entry.key for entry in one.entries] == [entry.key for entry in other.entries]


def _date(catalog: Catalog, setting: Setting) -> Entry:
    """Return the header with the moment of the update; a new one where the file has none."""
    missing = catalog.header.raw == b"" and not any(damage.key == _HEADER for damage in catalog.damaged)
    if missing:
        return header.compose(setting.facts, setting.language, setting.now)
    return header.date(catalog.header, header.stamp(setting.now))
