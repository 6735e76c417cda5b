"""Whether all of the edition's text is on the pages, in its order, and every note with its call."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.excerpt import excerpt
from translate_pub.model.expectation import PAGE_NUMBER, Kind
from translate_pub.model.preflight import Finding
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.typesetting.alignment import Alignment
from translate_pub.preflight.typesetting.folding import fold
from translate_pub.preflight.typesetting.streams import Piece, Stream

_NAMES = {Kind.PARAGRAPH: "paragraph", Kind.HEADING: "heading", Kind.OTHER: "text"}
_MOVED = 6
"""Letters of a text that is looked for in other places."""


def passages(alignment: Alignment) -> Iterator[Finding]:
    """Name every passage that is not on the pages, or not whole, or elsewhere than in its order."""
    texts = alignment.expected.passages
    for index, start, end in _missing(alignment.body):
        passage = texts[index]
        whole = (start, end) == alignment.body.span(index)
        told = excerpt(_words(alignment.body, index, start, end))
        page = _moved(alignment, alignment.body.text[start:end])
        at = _at(passage.source)
        name = _NAMES[passage.kind]
        if page:
            yield error("P172", f"the {name} “{told}”{at} is out of its order", page)
            continue
        what = (
            f"the {name} “{told}”{at} is not on the pages" if whole else f"words are missing of a {name}{at}: “{told}”"
        )
        yield _near(alignment.body.before(start), "P170", what)


def notes(alignment: Alignment) -> Iterator[Finding]:
    """Name every footnote that is not on the pages, or not whole."""
    for index, start, end in _missing(alignment.notes):
        note = alignment.expected.notes[index]
        whole = (start, end) == alignment.notes.span(index)
        told = excerpt(_words(alignment.notes, index, start, end))
        at = f" [^{note.label}]{_at(note.source)}"
        what = (
            f"the footnote{at} is not on the pages: “{told}”"
            if whole
            else f"words are missing of the footnote{at}: “{told}”"
        )
        yield _near(_call(alignment, index), "P171", what)


def calls(alignment: Alignment) -> Iterator[Finding]:
    """Name every footnote that begins on another page than its call."""
    for index, note in enumerate(alignment.expected.notes):
        call, begin = _call(alignment, index), next(iter(alignment.notes.of(index)), None)
        if call is None or begin is None or begin.page == call.page:
            continue
        at = f"the footnote [^{note.label}]{_at(note.source)}"
        if begin.page < call.page:
            yield error("P173", f"{at} stands before its call", begin.page, begin.run.rect)
        else:
            grave = error if begin.page > call.page + 1 else warning
            pages = begin.page - call.page
            later = "on the page after its call" if pages == 1 else f"{pages} pages after its call"
            yield grave("P173", f"{at} begins {later}", call.page, call.run.rect)


def _at(source: str) -> str:
    return f" ({source})" if source else ""


def _near(piece: Piece | None, code: str, message: str) -> Finding:
    """Place a finding where what is missing should follow."""
    return error(code, message) if piece is None else error(code, message, piece.page, piece.run.rect)


def _missing(stream: Stream) -> Iterator[tuple[int, int, int]]:
    """Give what is missing, text by text: which, from where, to where."""
    for begin, end in stream.gaps():
        for index in range(stream.index(begin), stream.index(end - 1) + 1):
            first, last = stream.span(index)
            start, stop = max(first, begin), min(last, end)
            if stream.text[start:stop].strip(PAGE_NUMBER):
                yield index, start, stop


def _words(stream: Stream, index: int, start: int, end: int) -> str:
    """Write the words of a text that hold what is missing."""
    offset, held = stream.span(index)[0], list[str]()
    for word in stream.raw[index].split():
        after = offset + len(fold(word))
        if offset < end and after > start:
            held.append(word.replace(PAGE_NUMBER, "…"))
        offset = after
    return " ".join(held)


def _moved(alignment: Alignment, letters: str) -> int:
    """Return the page where letters stand that are not in their place; 0 where they are nowhere."""
    if len(letters) < _MOVED:
        return 0
    strays = "".join(stray.letters for stray in alignment.strays)
    place = strays.find(letters)
    if place < 0:
        return 0
    reached = 0
    for stray in alignment.strays:
        reached += len(stray.letters)
        if reached > place:
            return stray.page
    return 0


def _call(alignment: Alignment, index: int) -> Piece | None:
    """Return the piece of text that calls a note."""
    note = alignment.expected.notes[index]
    before = fold(alignment.expected.passages[note.passage].text[: note.offset])
    place = alignment.body.span(note.passage)[0] + max(len(before) - 1, 0)
    return next((one for one in alignment.body.of(note.passage) if one.start <= place < one.end), None)
