"""Quotation marks: those of the language, and in pairs.

Straight ones are no fault: an edition writes the marks of its language for them. Single curly ones are left alone, for
they are apostrophes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import OBJECT, Prose
from translate_pub.model import orthography
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity

_CLOSING = {
    "“": "”",
    "„": "“”‟",
    "”": "”“",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
}
"""Mark that opens -> marks that may close what it opened, in one language or another."""
_MARKS = re.compile("[“„”‟«»‹›「」『』]")
_OPENERS_BEFORE = frozenset(" \u00a0\u202f\n\t([{—–-/¿¡’'\"")
_SPACES = " \u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A pair of marks that belong together."""

    start: int
    end: int
    depth: int
    """0 for one that stands in no other."""


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find the marks of another language (C076), and those without their partner (C077)."""
    prose = pair.target
    if not _MARKS.search(prose.plain):
        return
    quotations, alone = _paired(prose)
    if alone and not _is_open(pair.source):
        mark = prose.plain[alone[0]]
        yield Diagnostic("C077", Severity.WARNING, f"the quotation mark {mark} has no partner")
    habits = orthography.of(pair.language)
    if habits is None:
        return
    wrong = [one for one in quotations if _glyphs(prose, one) not in habits.pairs]
    if wrong:
        shown = ", ".join(dict.fromkeys("…".join(_glyphs(prose, one)) for one in wrong))
        message = f"{shown} is not how {pair.language} quotes; wanted: {'…'.join(map(str.strip, habits.double))}"
        edits = () if alone else tuple(edit for one in wrong for edit in _repaired(prose.plain, one, habits))
        yield Diagnostic("C076", Severity.WARNING, message, edits=edits)


def _paired(prose: Prose) -> tuple[list[_Quotation], list[int]]:
    """Find which marks belong together, and which have no partner."""
    pairs: list[_Quotation] = []
    opened: list[int] = []
    alone: list[int] = []
    for found in _MARKS.finditer(prose.plain):
        place, mark = found.start(), found[0]
        if opened and mark in _CLOSING[prose.plain[opened[-1]]] and not _opens(prose, place):
            pairs.append(_Quotation(opened.pop(), place, len(opened)))
        elif mark in _CLOSING:
            opened.append(place)
        else:
            alone.append(place)
    return sorted(pairs, key=lambda one: one.start), sorted((*opened, *alone))


def _opens(prose: Prose, place: int) -> bool:
    """Whether a mark that could close opens by its place: a space stands before it, and none after."""
    if prose.plain[place] not in _CLOSING:
        return False
    before, after = prose.before(place), prose.after(place + 1)
    return (not before or before in _OPENERS_BEFORE) and bool(after) and (after.isalnum() or after == OBJECT)


def _is_open(source: Prose) -> bool:
    """Whether the message itself leaves a quotation open, as one paragraph of several does."""
    return source.plain.count('"') % 2 == 1 or bool(_MARKS.search(source.plain) and _paired(source)[1])


def _glyphs(prose: Prose, one: _Quotation) -> tuple[str, str]:
    return prose.plain[one.start], prose.plain[one.end]


def _repaired(plain: str, one: _Quotation, habits: orthography.Orthography) -> Iterator[Edit]:
    """Write the marks of the language, with the spaces that it has inside them."""
    opening, closing = habits.single if one.depth else habits.double
    after, before = one.start + 1, one.end
    while after < before and plain[after] in _SPACES:
        after += 1
    while before > after and plain[before - 1] in _SPACES:
        before -= 1
    yield Edit(one.start, after, opening)
    yield Edit(before, one.end + 1, closing)
