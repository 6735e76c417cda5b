"""Long footnotes over several pages, and the proof that every footnote is on a page, whole.

WeasyPrint never divides a footnote: one that is too tall moves away from its call, or is drawn over the text and cut
off, without a word in its log. So a section whose notes do not all fit is laid out again with every line of a note as
a footnote of its own (`first_guess`), which shows where the page turns; the pieces of a page are then joined again
(`joined`), and what was laid out is surveyed. Lines, not sentences: a piece that ends where a line ends keeps its line
breaks and its height, so that the second layout is that of the guess, the last line before the turn is justified as it
stands, and a reader sees that the note goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.model.pages import NoteLanding
from translate_pub.publish.boxes import Box, ParentBox, TextBox, generated, inside, kind
from translate_pub.publish.note_text import Cut, Follower, cut, notes_of, printed
from translate_pub.publish.section import Locator, text_of

CSS = """
.note.note-continued { margin-top: 0; padding-top: 0; text-indent: 0 }
.note.note-to-continue { margin-bottom: 0; padding-bottom: 0 }
.note-continued::footnote-call, .note-continued::footnote-marker { content: "" }
.note .continued { margin-top: 0; padding-top: 0; text-indent: 0 }
.note .continued.as-li { display: block }
.note-continued::before, .note .continued::before { content: none }
.note-to-continue::after, .note .to-continue::after { content: none }
.note.turned, .note .turned { text-align-last: justify }
.note.turned > :not(.turned), .note .turned > :not(.turned) { text-align-last: start }
"""
"""How the pieces of a note read as one."""
BEGIN_WITH_THEIR_CALL = ".note:not(.note-continued){footnote-policy:line}"
"""Lets the line of a call go to the next page with its note where not even the note's first lines have room."""
AREA_SHARES = (0.6, 0.75)
"""Of a page's height, what its notes may take where a section has notes that run over; the first that will do."""
LEAST_LINES = 2
"""Lines of a note that stand together before and after a turn."""
_SLACK_PX = 0.5
_ATOMIC = {"TableBox", "InlineTableBox", "BlockReplacedBox", "FlexBox", "GridBox"}

Cuts = Mapping[int, Sequence[Cut]]
"""Number of a note in its section -> where it is cut."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to lay out the notes of a section."""

    cuts: Cuts = field(default_factory=dict)
    css: str = ""
    stand_ins: bool = False
    """Whether empty boxes stand for the pieces, as high as they are: all that a guess needs."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a note as laid out."""

    end: int
    """Printed characters of the note up to its end."""
    depth: int
    """How deep in the note's tree its block stands."""
    block: int
    """Which of the note's blocks it belongs to."""
    divides: bool
    """Whether the note may be cut behind it: not within a word, not within a table."""
    justified: bool
    bottom_px: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A note, or a piece of one, on a page."""

    number: int
    page: int
    inside: bool
    """Whether it stands in the page area, below the text."""
    text: str


@dataclass(slots=True)
class Survey:
    """Where the notes of a section came to stand."""

    calls: dict[int, int] = field(default_factory=dict)
    pieces: dict[int, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    lines: dict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    followers: dict[int, Follower] = field(default_factory=dict)
    tops_px: dict[int, float] = field(default_factory=dict)
    """Where the first piece of each note begins on its page."""
    height_px: float = 0
    """Of the page area, the smallest."""
    bare_pages: int = 0
    """Pages with notes and nothing else."""
    figures: dict[Element, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Figure -> the pages that it stands on: a caption should stay with its image."""

    def settled(self, number: int) -> bool:
        """Whether a note stands whole on the page of its call."""
        return self.whole(number) and {piece.page for piece in self.pieces[number]} == {self.calls.get(number)}

    @property
    def faults(self) -> tuple[int, int, int]:
        """How many notes are lost, how many begin later than their call, and how many pages look bad for notes."""
        late = sum(pieces[0].page != self.calls.get(number) for number, pieces in self.pieces.items() if pieces)
        torn = sum(len(pages) > 1 for pages in self.figures.values())
        return self.lost, late, self.bare_pages + torn

    @property
    def lost(self) -> int:
        """How many notes are not where they can be read."""
        return sum(not (self.pieces[number] and self.whole(number)) for number in self.followers)

    def whole(self, number: int) -> bool:
        """Whether all of a note's text stands where it can be read."""
        return all(piece.inside for piece in self.pieces[number]) and self.followers[number].finished


def number(root: Element) -> list[Element]:
    """Number the footnotes of a section, and return them."""
    found = list(notes_of(root))
    for index, note in enumerate(found):
        note.set("data-note", str(index))
    return found


def divide(root: Element, trial: Trial) -> None:
    """Put the pieces of cut notes in their place."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for note in list(notes_of(root)):
        places = trial.cuts.get(int(note.get("data-note", "-1")), ())
        if not places:
            continue
        parent, pieces = parents[note], cut(note, places)
        if trial.stand_ins:
            _empty(pieces[:-1], places)
        index = list(parent).index(note)
        pieces[-1].tail = note.tail
        parent[index : index + 1] = pieces


def _empty(pieces: Sequence[Element], places: Sequence[Cut]) -> None:
    for piece, place in zip(pieces, places, strict=True):
        piece[:] = []
        piece.text = None
        piece.set("style", f"height:{place.height_px:.4f}px")


def survey(pages: Sequence[Box], notes: Sequence[Element]) -> Survey:
    """Find every note of a section on its laid-out pages."""
    result = Survey(followers={index: Follower("".join(note.itertext())) for index, note in enumerate(notes)})
    for index, page in enumerate(pages):
        height = page.height
        result.height_px = min(result.height_px or height, height)
        _survey_page(result, index, page)
    return result


def _survey_page(result: Survey, index: int, page: Box) -> None:
    if not isinstance(page, ParentBox):
        return
    areas = [child for child in page.children if kind(child) == "FootnoteAreaBox"]
    body = [child for child in page.children if kind(child) not in {"FootnoteAreaBox", "MarginBox"}]
    floor = max((_bottom(box) for part in body for box in inside(part) if kind(box) == "LineBox"), default=0.0)
    for part in body:
        for box in inside(part):
            called = getattr(getattr(box, "footnote", None), "element", None)
            element = getattr(box, "element", None)
            if element is not None and element.tag == "figure":
                result.figures[element].add(index)
            if called is not None:
                result.calls.setdefault(int(called.get("data-note", "-1")), index)
    result.bare_pages += not floor and any(isinstance(area, ParentBox) and len(area.children) for area in areas)
    top, bottom = page.content_box_y(), page.content_box_y() + page.height
    for area in areas:
        for note in area.children if isinstance(area, ParentBox) else ():
            if note.element is None or note.element.get("data-note") is None:
                continue
            fits = max(top, floor) - _SLACK_PX <= note.position_y and note_bottom(note) <= bottom + _SLACK_PX
            _survey_note(result, index, note, note.element, fits=fits)


def _bottom(box: object) -> float:
    return float(getattr(box, "position_y", 0.0)) + float(box.margin_height() if hasattr(box, "margin_height") else 0)


def note_bottom(note: Box) -> float:
    """Return where a note ends; the space below the last one may reach out of the page area."""
    return _bottom(note) - note.margin_bottom


def _survey_note(result: Survey, page: int, note: Box, element: Element, *, fits: bool) -> None:
    which = int(element.get("data-note", "-1"))
    follower, texts = result.followers[which], []
    result.tops_px.setdefault(which, note.content_box_y())
    depths = dict(_depths(element))
    for block, line in enumerate_lines(note):
        runs = [box for box in inside(line) if isinstance(box, TextBox) and not generated(box)]
        hyphenated = [follower.meet(run.text) for run in runs]
        texts.append("".join(run.text for run in runs))
        if kind(line) == "LineBox" and not printed(texts[-1]):
            continue
        depth = depths.get(getattr(block, "element", None), 0)
        divides = kind(line) == "LineBox" and not (hyphenated and hyphenated[-1])
        result.lines[which].append(Line(follower.position, depth, id(block), divides, _justified(line), _bottom(line)))
    result.pieces[which].append(Piece(len(result.pieces[which]), page, fits, " ".join(texts)))


def _justified(line: object) -> bool:
    return bool(getattr(line, "style", {}).get("text_align_all") == "justify")


def enumerate_lines(box: object, parent: object = None) -> Iterable[tuple[object, object]]:
    """Yield (block, line) of everything that a note consists of, from top to bottom; a table is one line."""
    if kind(box) == "LineBox" or kind(box) in _ATOMIC:
        yield parent, box
    elif isinstance(box, ParentBox) and not generated(box):
        for child in box.children:
            yield from enumerate_lines(child, box)


def _depths(element: Element, depth: int = 0) -> Iterable[tuple[Element | None, int]]:
    yield element, depth
    for child in element:
        yield from _depths(child, depth + 1)


def first_guess(seen: Survey) -> dict[int, list[Cut]]:
    """Cut every note behind each of its lines, but for those that are to stand together."""
    guess = {}
    for note, lines in seen.lines.items():
        if _stays(seen, note):
            continue
        cuts, top = [], seen.tops_px[note]
        for index, (line, following) in enumerate(pairwise(lines), 1):
            if line.divides and LEAST_LINES <= index <= len(lines) - LEAST_LINES:
                depth = line.depth if line.justified and following.block == line.block else None
                cuts.append(Cut(line.end, depth, line.bottom_px - top))
                top = line.bottom_px
        if cuts and seen.followers[note].finished:
            guess[note] = cuts
    return guess


def _stays(seen: Survey, note: int) -> bool:
    """Whether a note stands on a page before everything that will move, and is not too high for its area."""
    first = next((seen.calls.get(one, 0) for one in sorted(seen.followers) if not seen.settled(one)), 0)
    height = seen.lines[note][-1].bottom_px - seen.tops_px[note] if seen.lines[note] else 0
    return seen.calls.get(note, first) < first and height < seen.height_px * AREA_SHARES[0] / 2


def attempts(seen: Survey) -> Iterator[str]:
    """Yield the rules by which long notes may be laid out, likeliest first."""
    low, high = (f"@page{{@footnote{{max-height:{seen.height_px * share:.2f}px}}}}" for share in AREA_SHARES)
    yield low + BEGIN_WITH_THEIR_CALL
    yield low
    yield high + BEGIN_WITH_THEIR_CALL


def joined(seen: Survey, cuts: Cuts) -> dict[int, list[Cut]]:
    """Keep the cuts where the page turns."""
    kept = {}
    for note, places in cuts.items():
        pages = [piece.page for piece in seen.pieces[note]]
        turns = [place for place, (here, there) in zip(places, pairwise(pages), strict=False) if here != there]
        if turns:
            kept[note] = turns
    return kept


def landings(seen: Survey, notes: Sequence[Element]) -> tuple[NoteLanding, ...]:
    """Return the proof: where each note stands, and what it says there."""
    return tuple(
        NoteLanding(
            note.get("data-label", str(index + 1)),
            seen.calls.get(index, -1),
            tuple(dict.fromkeys(piece.page for piece in seen.pieces[index])),
            " ".join(" ".join(piece.text for piece in seen.pieces[index]).split()),
        )
        for index, note in enumerate(notes)
    )


def check(seen: Survey, notes: Sequence[Element], locator: Locator) -> list[Diagnostic]:
    """Report notes that are lost or cut off, and those that begin on a later page than their call."""
    found = []
    for index, note in enumerate(notes):
        label, pieces, call = note.get("data-label", str(index + 1)), seen.pieces[index], seen.calls.get(index)
        if not seen.whole(index) or not pieces:
            what = "does not stand whole on the pages" if pieces else "is on no page"
            message = f"the footnote [^{label}] {what}: {text_of(note)}"
            hints = ("a table or an image in the note may be taller than the page",)
            found.append(Diagnostic("P007", Severity.ERROR, message, locator.find(note), hints))
        elif call is not None and pieces[0].page > call:
            message = f"the footnote [^{label}] begins on the page after its call: {text_of(note)}"
            found.append(Diagnostic("P008", Severity.NOTE, message, locator.find(note)))
    return found
