"""The paragraphs on the pages, line by line: as the edition tells them, or as the lines themselves do."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from translate_pub.model.expectation import Kind
from translate_pub.model.preflight import Rect
from translate_pub.preflight.typesetting.alignment import Alignment
from translate_pub.preflight.typesetting.lines import Line, Run, TextPage

_JUSTIFIED = 0.55
"""Of the lines, how many have to end at the same place for paragraphs to be told from them."""
_STEP = 1.5
"""Points by which lines begin or end at the same place."""
_COLUMNS = 1.6
"""Of the size of the type, the distance of two columns at least."""
_LEADER = re.compile(r"(?:\s*[.·]\W){5,}")
_ENOUGH = 12
"""Lines from which a text is judged by its lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a paragraph: of a line of the page what belongs to it."""

    line: Line
    runs: tuple[Run, ...]

    @property
    def page(self) -> int:
        """Its page."""
        return self.line.page

    @property
    def rect(self) -> Rect:
        """Around it."""
        found = self.runs[0].rect
        for run in self.runs[1:]:
            found = found.union(run.rect)
        return found

    @property
    def size(self) -> float:
        """Of its type."""
        return max(self.runs, key=lambda run: len(run.text)).size

    @property
    def gaps(self) -> list[Rect]:
        """The white between its words."""
        return [gap for run in self.runs for gap in run.gaps]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a note, as it stands on the pages."""

    rows: tuple[Row, ...]
    note: bool = False
    source: str = ""
    guessed: bool = False
    """Whether it was told from the lines alone."""

    def by_page(self) -> dict[int, int]:
        """Count its lines on each page."""
        return dict(Counter(row.page for row in self.rows))


def aligned(alignment: Alignment) -> tuple[Paragraph, ...]:
    """Give the paragraphs and notes of an edition that were found."""
    passages = alignment.expected.passages
    found = [
        Paragraph(rows, source=passage.source)
        for index, passage in enumerate(passages)
        if passage.kind is Kind.PARAGRAPH and (rows := _rows(piece.run for piece in alignment.body.of(index)))
    ]
    notes = [
        Paragraph(rows, note=True, source=note.source)
        for index, note in enumerate(alignment.expected.notes)
        if (rows := _rows(piece.run for piece in alignment.notes.of(index)))
    ]
    return (*found, *notes)


def _rows(runs: Iterable[Run]) -> tuple[Row, ...]:
    """Put pieces on their lines."""
    lines: dict[int, tuple[Line, list[Run]]] = {}
    for run in runs:
        if run.line is not None:
            held = lines.setdefault(id(run.line), (run.line, []))[1]
            if run not in held:
                held.append(run)
    rows = [Row(line, tuple(held)) for line, held in lines.values()]
    return tuple(sorted(rows, key=lambda row: (row.page, -row.line.runs[0].baseline)))


@dataclass(frozen=True, slots=True)
class Measure:
    """From where to where lines run."""

    left: float
    right: float


def measures(paragraphs: Iterable[Paragraph]) -> dict[bool, Measure]:
    """Return the measure of rectos (True) and versos: where most full lines begin and end."""
    rows = [row for one in paragraphs for row in one.rows if len(one.rows) > 1]
    found: dict[bool, Measure] = {}
    for recto in (True, False):
        rects = [row.rect for row in rows if (row.page % 2 == 1) is recto]
        if rects:
            found[recto] = Measure(_usual(rect.left for rect in rects), _usual(rect.right for rect in rects))
    return found


def _usual(values: Iterable[float]) -> float:
    """Return the value that most are near to."""
    exact = list(values)
    common = Counter(round(value / _STEP) for value in exact).most_common(1)[0][0]
    return median(value for value in exact if abs(value / _STEP - common) <= 1)


def guessed(pages: Sequence[TextPage]) -> tuple[Paragraph, ...] | str:
    """Tell the paragraphs of pages by their indents and ends, or say why they cannot be told."""
    lines = [line for page in pages for line in page.body if not _in_columns(line)]
    if len(lines) < _ENOUGH:
        return ()
    size = _usual(line.main.size for line in lines for _ in line.text)
    body = [Row(line, tuple(line.runs)) for line in lines if abs(line.main.size - size) < 0.05 * size]
    found = measures([Paragraph(tuple(body))])
    rtl = _right_to_left(lines)
    ends = [abs(_end(row, found[row.page % 2 == 1], rtl=rtl)) <= _STEP for row in body]
    if len(body) < _ENOUGH or sum(ends) < _JUSTIFIED * len(body):
        return "the lines end at different places, and no edition says where paragraphs begin"
    return tuple(_group(body, found, size, rtl=rtl))


def _in_columns(line: Line) -> bool:
    """Whether a line has columns, or dots that lead to a number."""
    size, gaps = line.main.size, [gap.width for run in line.runs for gap in run.gaps]
    pieces = sorted((run.rect for run in line.runs), key=lambda rect: rect.left)
    apart = [two.left - one.right for one, two in pairwise(pieces)]
    return max([*gaps, *apart], default=0.0) > _COLUMNS * size or _LEADER.search(line.text) is not None


def _right_to_left(lines: Iterable[Line]) -> bool:
    kinds = Counter(unicodedata.bidirectional(char) for line in lines for char in line.text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


def _end(row: Row, measure: Measure, *, rtl: bool) -> float:
    """Return how far before the end of the measure a line ends."""
    return row.rect.left - measure.left if rtl else measure.right - row.rect.right


def _indent(row: Row, measure: Measure, *, rtl: bool) -> float:
    return measure.right - row.rect.right if rtl else row.rect.left - measure.left


def _group(rows: Sequence[Row], found: dict[bool, Measure], size: float, *, rtl: bool) -> Iterator[Paragraph]:
    """Begin a paragraph where a line is indented, or where one ended short or far above."""
    gathered: list[Row] = []
    steps = [
        one.line.runs[0].baseline - two.line.runs[0].baseline for one, two in pairwise(rows) if one.page == two.page
    ]
    step = median(steps) if steps else size
    for row in rows:
        if gathered:
            last = gathered[-1]
            measure = found[row.page % 2 == 1]
            short = _end(last, found[last.page % 2 == 1], rtl=rtl) > 2 * size
            indented = _indent(row, measure, rtl=rtl) > 0.7 * size
            apart = last.page == row.page and last.line.runs[0].baseline - row.line.runs[0].baseline > 1.3 * step
            if short or indented or apart or row.page > last.page + 1:
                yield Paragraph(tuple(gathered), guessed=True)
                gathered = []
        gathered.append(row)
    if gathered:
        yield Paragraph(tuple(gathered), guessed=True)
