"""The pages of a file and the text of its edition, laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translate_pub.model.expectation import Expected
from translate_pub.preflight.typesetting.folding import fold
from translate_pub.preflight.typesetting.lines import Run, TextPage
from translate_pub.preflight.typesetting.streams import Stream

_TELLING = 10
"""Letters of a piece that is known again."""
_AHEAD = 400
"""Letters within which the next piece has to follow one that was found far ahead."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A piece of a page that is nowhere in the edition where it should be."""

    letters: str
    page: int
    run: Run = field(repr=False)


@dataclass(slots=True)
class Alignment:
    """Where the text of an edition stands."""

    expected: Expected
    body: Stream
    notes: Stream
    strays: list[Stray] = field(default_factory=list)

    def share(self) -> float:
        """Return how much of the text was found, from 0 to 1."""
        whole = len(self.body.text) + len(self.notes.text)
        missing = sum(end - start for stream in (self.body, self.notes) for start, end in stream.gaps())
        return 1 - missing / whole if whole else 1.0


@dataclass(slots=True)
class _Reader:
    """Goes through the pages."""

    alignment: Alignment
    last: Stream
    pending: list[Stray] = field(default_factory=list)

    def read(self, piece: Stray, following: str) -> None:
        """Find one piece."""
        alignment = self.alignment
        other = alignment.notes if self.last is alignment.body else alignment.body
        both = (self.last, other)
        before = {id(stream): stream.cursor for stream in both}
        for take in (Stream.take, Stream.take_back, Stream.take_near):
            for stream in both:
                if take(stream, piece.letters, piece.page, piece.run):
                    self._found(stream, before[id(stream)])
                    return
        for stream in both:
            place = stream.find_far(piece.letters)
            end = place + len(piece.letters)
            if place >= 0 and (not following or stream.text.find(following, end, end + _AHEAD) >= 0):
                stream.go(place, piece.letters, piece.page, piece.run)
                self._found(stream, before[id(stream)])
                return
        self.pending.append(piece)

    def _found(self, stream: Stream, before: int) -> None:
        """Look again for what was not found in what was passed over."""
        self.last = stream
        start, end = before, stream.pieces[-1].start
        left: list[Stray] = []
        for piece in self.pending:
            filled = stream.fill(start, end, piece.letters, piece.page, piece.run) if start < end else None
            if filled is None:
                left.append(piece)
            else:
                start = filled
        self.pending = left


def align(pages: Sequence[TextPage], expected: Expected) -> Alignment:
    """Find the text of an edition on pages, in the order of both."""
    body = Stream([passage.text for passage in expected.passages])
    notes = Stream([note.text for note in expected.notes])
    alignment = Alignment(expected, body, notes)
    pieces = [piece for page in pages for piece in _pieces(page)]
    reader = _Reader(alignment, body)
    for place, piece in enumerate(pieces):
        following = next((one.letters for one in pieces[place + 1 : place + 4] if len(one.letters) >= _TELLING), "")
        reader.read(piece, following)
    alignment.strays = reader.pending
    return alignment


def _pieces(page: TextPage) -> list[Stray]:
    """Give the pieces of a page, but for running head and folio."""
    apart = {id(line) for line in (page.head, page.folio) if line is not None}
    folded = ((fold(run.text), run) for run in page.runs if id(run.line) not in apart)
    return [Stray(letters, page.number, run) for letters, run in folded if letters]
