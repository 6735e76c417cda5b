"""Inner margins by the number of pages, which depends on the inner margins: widened until they are enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate_pub.commands.composition import Composition
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.pages import Pagination

LayOut = Callable[[Sequence[Composition]], Sequence[Outcome[Pagination]]]


def settle(compositions: Sequence[Composition], lay_out: LayOut) -> list[tuple[Composition, Outcome[Pagination]]]:
    """Lay editions out, again with wider inner margins where their pages are more than those were meant for.

    A margin is never made narrower again: a book that has fewer pages with the wider one keeps it, so that there are
    no more layouts than the printer has steps, and mostly one.

    Args:
        compositions: the editions; those for no printer are laid out once.
        lay_out: lays out several at the same time.
    """
    settled = list(compositions)
    outcomes = list(lay_out(settled))
    while wider := _too_narrow(settled, outcomes):
        for place, composition in wider.items():
            settled[place] = composition
        for place, outcome in zip(wider, lay_out(list(wider.values())), strict=True):
            outcomes[place] = outcome
    return list(zip(settled, outcomes, strict=True))


def _too_narrow(compositions: Sequence[Composition], outcomes: Sequence[Outcome[Pagination]]) -> dict[int, Composition]:
    """Return place -> the edition with wider inner margins, where they are needed."""
    wider = {}
    for place, (one, outcome) in enumerate(zip(compositions, outcomes, strict=True)):
        if outcome.value is None:
            continue
        wide = one.fitted(max(len(pages.folios) for _, pages in one.parted(outcome.value)))
        if wide.margins and one.margins and wide.margins.inner > one.margins.inner:
            wider[place] = wide
    return wider
