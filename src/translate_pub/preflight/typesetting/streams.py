"""A text that pieces of pages are looked for in, one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from translate_pub.model.expectation import PAGE_NUMBER
from translate_pub.preflight.typesetting.folding import fold
from translate_pub.preflight.typesetting.lines import Run

_WORDS = re.compile(r"(?<=[^\W_])(?=[\W_])|(?<=[\W_])(?=[^\W_])")
"""Between words."""
_FOLIO = re.compile(r"\d{1,60}|[ivxlcdm]{1,9}|[\u0621-\u06d3]{1,5}")
"""The number of a page: in digits, Roman letters, or the Arabic letters that count (abjad)."""
_NEAR = 400
"""Letters ahead within which a piece is looked for first."""
_SURE = 25
"""Letters of a piece that is found anywhere ahead."""
_WORD = 4
"""Letters of a piece that need not be a whole word."""
_LEAST = 10
"""Letters of a piece that is found near."""
_ALIKE = 0.6
"""Of a piece's letters, how many have to be found again where it is not the same."""
_BLOCK = 4
"""Letters together that count as found again."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that stands on a page."""

    start: int
    end: int
    page: int
    run: Run = field(repr=False)


@dataclass(slots=True)
class Stream:
    """Texts in a row, letters and digits alone, and how far they were found."""

    raw: Sequence[str]
    texts: list[str] = field(default_factory=list)
    """The same, folded."""
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: set[int] = field(default_factory=set)
    """Where words end."""
    cursor: int = 0
    left: tuple[int, int, Piece] | None = None
    """What was passed over last, and the piece behind it."""
    pieces: list[Piece] = field(default_factory=list)
    told: dict[int, tuple[str, int, Run]] = field(default_factory=dict)
    """Offset of a page number -> (as it is printed, page, where)."""

    def __post_init__(self) -> None:
        """Put the texts together."""
        for raw in self.raw:
            start = len(self.text)
            self.starts.append(start)
            for word in _WORDS.split(raw):
                letters = fold(word)
                merged = letters.startswith(PAGE_NUMBER) and self.text.endswith(PAGE_NUMBER) and len(self.text) > start
                self.text += letters[1:] if merged else letters
                self.ends.add(len(self.text))
            self.texts.append(self.text[start:])

    def index(self, offset: int) -> int:
        """Return which of the texts an offset is in."""
        return bisect_right(self.starts, offset) - 1

    def span(self, index: int) -> tuple[int, int]:
        """Return where a text begins and ends."""
        return self.starts[index], self.starts[index] + len(self.texts[index])

    def take(self, letters: str, page: int, run: Run) -> bool:
        """Take a piece that is what comes next."""
        end = self._consume(letters, self.cursor, page, run)
        if end is None or (len(letters) < _WORD and not self._is_word(end, run)):
            return False
        self._cover(self.cursor, end, page, run)
        self.cursor = end
        return True

    def take_back(self, letters: str, page: int, run: Run) -> bool:
        """Take a piece that was passed over, and stands above what followed: the reader meets it where it belongs."""
        if self.left is None:
            return False
        start, end, after = self.left
        if after.page != page or run.baseline <= after.run.baseline:
            return False
        reached = self._consume(letters, start, page, run)
        if reached is None or reached > end:
            return False
        self._cover(start, reached, page, run)
        self.left = reached, end, after
        return True

    def take_near(self, letters: str, page: int, run: Run) -> bool:
        """Take a piece that comes soon, or one that is nearly what comes next."""
        if len(letters) < _LEAST:
            return False
        place = self.text.find(letters, self.cursor, self.cursor + len(letters) + _NEAR)
        if place >= 0:
            self.go(place, letters, page, run)
            return True
        return self._take_alike(letters, page, run)

    def find_far(self, letters: str) -> int:
        """Say where a piece comes at all; -1 where it does not, or may not be the same."""
        return self.text.find(letters, self.cursor) if len(letters) >= _SURE else -1

    def go(self, place: int, letters: str, page: int, run: Run) -> None:
        """Take a piece from a place ahead."""
        self._cover(place, place + len(letters), page, run)
        self.left = self.cursor, place, self.pieces[-1]
        self.cursor = place + len(letters)

    def fill(self, start: int, end: int, letters: str, page: int, run: Run) -> int | None:
        """Take a piece from a gap that was left; gives where it ends."""
        place = self.text.find(letters, start, end)
        if place < 0:
            return None
        self._cover(place, place + len(letters), page, run)
        return place + len(letters)

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Give what was not found, but for page numbers that nobody can know."""
        reached = 0
        for piece in sorted(self.pieces, key=lambda one: one.start):
            if piece.start > reached and self.text[reached : piece.start].strip(PAGE_NUMBER):
                yield reached, piece.start
            reached = max(reached, piece.end)
        if self.text[reached:].strip(PAGE_NUMBER):
            yield reached, len(self.text)

    def before(self, offset: int) -> Piece | None:
        """Return the last piece before an offset."""
        ordered = sorted(self.pieces, key=lambda one: one.start)
        place = bisect_left([one.start for one in ordered], offset)
        return ordered[place - 1] if place else None

    def of(self, index: int) -> list[Piece]:
        """Return the pieces of a text, in its order."""
        start, end = self.span(index)
        return [one for one in self.pieces if one.start < end and one.end > start]

    def _is_word(self, end: int, run: Run) -> bool:
        """Whether a short piece up to an offset is a word of its own: letters in a drawing are short, too.

        It is one where a word ends, with the number of a note behind it or without, or is broken; and it does not
        begin a text unless it is all of it, or all of several, as the number of an item would.
        """
        first = self.span(self.index(self.cursor))[0]
        last = self.span(self.index(end - 1))[1]
        ends = end in self.ends or self.text[end : end + 1].isdigit() or run.text.rstrip().endswith("-")
        return ends and (self.cursor != first or end == last)

    def _cover(self, start: int, end: int, page: int, run: Run) -> None:
        self.pieces.append(Piece(start, end, page, run))

    def _take_alike(self, letters: str, page: int, run: Run) -> bool:
        """Take what of a piece is found again near by."""
        window = self.text[self.cursor : self.cursor + 2 * len(letters) + 80]
        matcher = SequenceMatcher(None, letters, window, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size >= _BLOCK]
        if sum(block.size for block in blocks) < _ALIKE * len(letters):
            return False
        base = self.cursor
        for block in blocks:
            self._cover(base + block.b, base + block.b + block.size, page, run)
        self.left = base, base + blocks[0].b, self.pieces[-len(blocks)]
        self.cursor = base + blocks[-1].b + blocks[-1].size
        return True

    def _consume(self, letters: str, start: int, page: int, run: Run) -> int | None:
        """Read a piece from a place on, with any page numbers; gives where it ends, None where it is not there."""
        mark = self.text.find(PAGE_NUMBER, start, start + len(letters) + 1)
        if mark < 0:
            return start + len(letters) if self.text.startswith(letters, start) else None
        before = mark - start
        if not letters.startswith(self.text[start:mark]):
            return None
        rest = letters[before:]
        if not rest:
            return mark
        matched = _FOLIO.match(rest)
        longest = matched.end() if matched else 0
        for length in (*range(longest, 0, -1), 0) if rest[0].isdigit() else (0, *range(longest, 0, -1)):
            end = self._consume(rest[length:], mark + 1, page, run)
            if end is not None:
                if length:
                    self.told[mark] = rest[:length], page, run
                return end
        return None
