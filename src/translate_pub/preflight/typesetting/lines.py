"""The lines of a file's pages, with their places: what a reader sees, in the order in which the file has it."""

from __future__ import annotations

import ctypes
import itertools
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from translate_pub.model.preflight import Rect

_SAME_LINE = 1.0
"""Points by which the baselines of one line may differ."""
_RAISED = 0.55
"""Of its size, how far a smaller piece (the call of a note) may stand above or below its line."""
_JUMP = 4.0
"""Of its size, the gap from which a piece of text is another: the next column, the next cell."""
_LINE_END_HYPHENS = frozenset((0x02, 0xFFFE))
_HYPHENS = frozenset("-\u2010\u00ad\u2011")


@dataclass(slots=True)
class Run:
    """A piece of text on one baseline, in the order of the file."""

    text: str
    rect: Rect
    baseline: float
    size: float
    gaps: tuple[Rect, ...] = ()
    """Between its words."""
    line: Line | None = field(default=None, repr=False)


@dataclass(slots=True)
class Line:
    """What stands on one baseline across the page."""

    page: int
    runs: list[Run]

    @property
    def rect(self) -> Rect:
        """Around all of it."""
        found = self.runs[0].rect
        for run in self.runs[1:]:
            found = found.union(run.rect)
        return found

    @property
    def main(self) -> Run:
        """The longest of its pieces."""
        return max(self.runs, key=lambda run: len(run.text))

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(run.text.strip() for run in self.runs)

    @property
    def hyphenated(self) -> bool:
        """Whether a word is broken at its end."""
        last = self.runs[-1].text.rstrip()
        return bool(last) and last[-1] in _HYPHENS and len(last) > 1 and last[-2].isalpha()


@dataclass(slots=True)
class TextPage:
    """A page as text."""

    number: int
    """Counted from 1."""
    label: str
    """Its number as the file tells it; empty where it tells none."""
    rect: Rect
    runs: list[Run]
    """In the order of the file."""
    lines: list[Line]
    """From the head to the foot."""
    head: Line | None = None
    folio: Line | None = None

    @property
    def recto(self) -> bool:
        """Whether it is the front of its leaf."""
        return self.number % 2 == 1

    @property
    def body(self) -> list[Line]:
        """The lines but for running head and folio."""
        return [line for line in self.lines if line is not self.head and line is not self.folio]


@dataclass(slots=True)
class _Char:
    text: str
    rect: Rect
    baseline: float


def read(data: bytes) -> tuple[TextPage, ...] | str:
    """Read the lines of every page, or say why they cannot be read."""
    import pypdfium2  # noqa: PLC0415  # only text needs it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return f"the text cannot be read: {' '.join(str(error).split())}"
    try:
        return tuple(_page(document, place) for place in range(len(document)))
    except (pypdfium2.PdfiumError, ValueError, OSError) as error:
        return f"the text cannot be read: {' '.join(str(error).split())}"
    finally:
        document.close()


def _page(document: Any, place: int) -> TextPage:  # noqa: ANN401  # pypdfium2 has no types
    page = document[place]
    text = page.get_textpage()
    try:
        runs = list(_runs(text))
        rect = Rect(*page.get_trimbox())
        return TextPage(place + 1, document.get_page_label(place), rect, runs, _lines(place + 1, runs))
    finally:
        text.close()
        page.close()


def _runs(page: Any) -> Iterator[Run]:  # noqa: ANN401  # as above
    """Gather characters to pieces: until the file goes to another line, or leaves a gap as wide as a column's."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # as above

    gathered: list[_Char] = []
    size = 0.0
    for index in range(page.count_chars()):
        char = _letter(pdfium.FPDFText_GetUnicode(page, index))
        if char in "\r\n":
            yield from _run(gathered, size)
            gathered = []
            continue
        read_char = _char(pdfium, page, index, char)
        if gathered and _apart(gathered, read_char, size):
            yield from _run(gathered, size)
            gathered = []
        if not gathered:
            size = _size(pdfium, page, index)
        gathered.append(read_char)
    yield from _run(gathered, size)


def _letter(code: int) -> str:
    """Return a character; the hyphen at the end of a line has a code of the library's own."""
    return "-" if code in _LINE_END_HYPHENS else chr(code)


def _char(pdfium: Any, page: Any, index: int, char: str) -> _Char:  # noqa: ANN401  # as above
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, index, left, right, bottom, top)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    return _Char(char, Rect(left.value, bottom.value, right.value, top.value), y.value)


def _size(pdfium: Any, page: Any, index: int) -> float:  # noqa: ANN401  # as above
    """Return the size of type as it stands on the page."""
    matrix = pdfium.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(page, index, matrix) else 1.0
    return float(pdfium.FPDFText_GetFontSize(page, index)) * (scale or 1.0)


def _apart(gathered: list[_Char], char: _Char, size: float) -> bool:
    """Whether a character begins another piece."""
    if not _inked(char.text):
        return False
    last = next((one for one in reversed(gathered) if _inked(one.text)), None)
    if last is None:
        return False
    gap = max(char.rect.left - last.rect.right, last.rect.left - char.rect.right)
    return abs(char.baseline - last.baseline) > _SAME_LINE or gap > _JUMP * size


def _inked(char: str) -> bool:
    """Whether a character has a shape, and so a place."""
    return not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc", "Mn"}


def _run(chars: list[_Char], size: float) -> Iterator[Run]:
    """Make a piece; none of what has no shape."""
    inked = [char for char in chars if _inked(char.text)]
    if not inked:
        return
    rect = inked[0].rect
    for char in inked[1:]:
        rect = rect.union(char.rect)
    text = "".join(char.text for char in chars)
    yield Run(text, rect, median(char.baseline for char in inked), size, tuple(_gaps(chars)))


def _gaps(chars: list[_Char]) -> Iterator[Rect]:
    """Give the white between the words; words that overlap have none."""
    words = list(_words(chars))
    for one, other in itertools.pairwise(words):
        left, right = (one, other) if one.left <= other.left else (other, one)
        if left.right < right.left:
            yield Rect(left.right, min(one.bottom, other.bottom), right.left, max(one.top, other.top))


def _words(chars: list[_Char]) -> Iterator[Rect]:
    """Give the place of each word."""
    word: Rect | None = None
    for char in chars:
        if char.text.isspace():
            if word is not None:
                yield word
            word = None
        elif _inked(char.text):
            word = char.rect if word is None else word.union(char.rect)
    if word is not None:
        yield word


def _lines(page: int, runs: list[Run]) -> list[Line]:
    """Put pieces on their lines."""
    lines: list[Line] = []
    for run in sorted(runs, key=lambda one: -one.size):
        home = next((line for line in lines if _belongs(run, line.runs[0])), None)
        if home is None:
            home = Line(page, [])
            lines.append(home)
        home.runs.append(run)
        run.line = home
    order = {id(run): place for place, run in enumerate(runs)}
    for line in lines:
        line.runs.sort(key=lambda run: order[id(run)])
    return sorted(lines, key=lambda line: -line.runs[0].baseline)


def _belongs(run: Run, first: Run) -> bool:
    """Whether a piece stands on the line of another, which is no smaller."""
    apart = abs(run.baseline - first.baseline)
    return apart <= _SAME_LINE or (run.size < 0.85 * first.size and apart < _RAISED * run.size + _SAME_LINE)
