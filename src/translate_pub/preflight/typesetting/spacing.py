"""How lines are filled: too long, too loose, rivers of white, hyphens in a row, last lines of a syllable.

What is looked for is what composition manuals warn of (Bringhurst, The Elements of Typographic Style, 2.4); the limits
are this tool's own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from statistics import fmean

from translate_pub.model.preflight import Finding, Rect
from translate_pub.preflight.found import error, note, warning
from translate_pub.preflight.measures import points, told
from translate_pub.preflight.typesetting.paragraphs import Paragraph, Row, measures

_OVER_MM = 1.5
"""How far a line may reach over its measure."""
_HANGING = 0.7
"""Of the size of the type, how far the strokes of joined scripts reach over: those of Nastaliq by half of it."""
_LOOSE = 0.62
"""Of the size of the type, the mean distance of words in a loose line; it is 0.25 to 0.33 in others."""
_RIVER = 0.5
"""Of the size of the type, the white in each line of a river at least."""
_RIVER_LINES = 4
_HYPHENS = 3
_LAST = 1.4
"""Of the size of the type, the shortest last line."""


def overfull(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name the lines that reach over the measure."""
    found = measures(one for one in paragraphs if not one.note)
    for row in (row for one in paragraphs for row in one.rows):
        measure = found.get(row.page % 2 == 1)
        if measure is None:
            continue
        over = max(row.rect.right - measure.right, measure.left - row.rect.left)
        joined = any(unicodedata.bidirectional(char) == "AL" for run in row.runs for char in run.text)
        if over > (max(_HANGING * row.size, points(_OVER_MM)) if joined else points(_OVER_MM)):
            yield error("P178", f"a line reaches {told(over)} over the text's edge", row.page, row.rect)


def loose(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name the lines whose words stand far apart."""
    for one in paragraphs:
        for row in one.rows[:-1]:
            gaps = row.gaps
            if gaps and fmean(gap.width for gap in gaps) > _LOOSE * row.size:
                yield note("P179", "a loose line: its words stand far apart", row.page, row.rect)


def rivers(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name the rivers: wide gaps that lie below each other through several lines."""
    for one in paragraphs:
        running: list[tuple[Rect, int, Rect]] = []
        for row in one.rows:
            before, running = running, []
            for gap in row.gaps:
                if gap.width < _RIVER * row.size:
                    continue
                above = next((held for held in before if _below(gap, held[2])), None)
                length, whole = (above[1] + 1, above[0].union(gap)) if above else (1, gap)
                running.append((whole, length, gap))
                if length == _RIVER_LINES:
                    message = f"a river: white runs through {_RIVER_LINES} lines or more"
                    yield warning("P180", message, row.page, whole)


def _below(gap: Rect, above: Rect) -> bool:
    """Whether white lies below other white, on the same page."""
    return gap.left < above.right and above.left < gap.right and gap.top < above.top


def hyphens(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name where too many lines in a row end with a broken word."""
    for one in paragraphs:
        row_of: list[Row] = []
        for row in (*one.rows, None):
            if row is not None and row.line.hyphenated:
                row_of.append(row)
                continue
            if len(row_of) >= _HYPHENS:
                rect = row_of[0].rect
                for held in row_of:
                    rect = rect.union(held.rect) if held.page == row_of[0].page else rect
                yield warning("P177", f"{len(row_of)} lines in a row end with a hyphen", row_of[0].page, rect)
            row_of = []


def short_last(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name the last lines that are shorter than the indent of the next paragraph."""
    for one in paragraphs:
        last = one.rows[-1]
        if len(one.rows) > 1 and last.rect.width < _LAST * last.size:
            yield note("P181", "the last line of a paragraph is shorter than an indent", last.page, last.rect)
