"""Running heads and folios, told from the text by where they stand on many pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from translate_pub.preflight.typesetting.folding import fold, number
from translate_pub.preflight.typesetting.lines import Line, TextPage

_LONGEST_FOLIO = 9
"""Signs of a folio: lxxxviii has eight."""
_LEVEL = 1.5
"""Points by which the same line differs from page to page."""
_FEWEST = 3
"""Pages on which a line has to stand at the same height."""
_APART = 1.4
"""Of the distance between lines, how far a running head is from the text at least."""


def tell(pages: Sequence[TextPage]) -> None:
    """Say of each page which lines are its folio and its running head."""
    for place, accept in ((-1, False), (0, True)):
        candidates = [(page, page.lines[place]) for page in pages if page.lines]
        numbers = [(page, line) for page, line in candidates if page.folio is None and _is_number(line, page.label)]
        for page, line in _level(numbers, _least(pages)):
            page.folio = line
        if accept:
            _heads(pages)


def _least(pages: Sequence[TextPage]) -> int:
    """Return on how many pages folios have to stand at the same height; a leaflet has few."""
    return min(_FEWEST, max(len(pages) // 4, 1))


def _is_number(line: Line, label: str) -> bool:
    """Whether a line is a number and nothing else, or what the file calls the page."""
    folded = fold(line.text)
    if not folded or len(line.runs) != 1:
        return False
    return folded == fold(label) or (len(folded) <= _LONGEST_FOLIO and number(folded) is not None)


def _heads(pages: Sequence[TextPage]) -> None:
    """Find the running heads: what stands first, apart from the text, at a height where heads are repeated."""
    first = [(page, page.body[0]) for page in pages if len(page.body) > 1 and _stands_apart(page)]
    said = Counter(fold(line.text) for _, line in first)
    repeated = [(page, line) for page, line in first if said[fold(line.text)] > 1]
    heights = [line.runs[0].baseline for _, line in repeated]
    shared = [one for one in heights if sum(abs(one - other) <= _LEVEL for other in heights) > 1]
    for page, line in first:
        # A heading may say the same as a running head, but stands lower.
        if shared and abs(line.runs[0].baseline - max(shared)) <= _LEVEL:
            page.head = line


def _stands_apart(page: TextPage) -> bool:
    """Whether the first line of a page is further from the second than lines are."""
    one, other, *rest = page.body
    gap = one.runs[0].baseline - other.runs[0].baseline
    steps = sorted(a.runs[0].baseline - b.runs[0].baseline for a, b in zip([other, *rest], rest, strict=False))
    return not steps or gap > _APART * steps[len(steps) // 2] or gap > 2 * other.main.size


def _level(found: Iterable[tuple[TextPage, Line]], least: int) -> list[tuple[TextPage, Line]]:
    """Keep the lines that stand at the height where most of them stand."""
    lines = list(found)
    near = [[two for two in lines if abs(two[1].runs[0].baseline - one[1].runs[0].baseline) <= _LEVEL] for one in lines]
    best = max(near, key=len, default=[])
    return best if len(best) >= least else []
