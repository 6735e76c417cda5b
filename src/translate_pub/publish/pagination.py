"""Folios and sides of every page of a book, until the references that show folios show the right ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from translate_pub.model.book import Matter
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import ChapterPages, Pagination, PlacedChapter
from translate_pub.publish import inserts, section
from translate_pub.publish.chapter import Format, LayoutJob

ROUNDS = 5
"""Layouts of the book that may be made before its page numbers must have settled."""

WriteFolio = Callable[[int, Matter], str]
"""Writes a folio as the edition numbers that matter (roman, abjad, the digits of a script)."""
LayOutAll = Callable[[Sequence[LayoutJob]], Sequence[ChapterPages]]
"""Lays out sections, in whatever processes, and returns them in the same order."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How the sections in one language of a bilingual edition are set."""

    form: Format
    write_folio: WriteFolio


NO_OTHERS: Mapping[str, Voice] = {}


@dataclass(frozen=True, slots=True)
class _Place:
    first_page: int
    first_folio: int


def paginate(
    sections: Sequence[ChapterHtml],
    form: Format,
    write_folio: WriteFolio,
    lay_out_all: LayOutAll,
    others: Mapping[str, Voice] = NO_OTHERS,
) -> Outcome[Pagination]:
    """Lay out an edition's sections, number their pages and fill in the references.

    Front matter counts from 1, the body from 1 again, and the back matter goes on with the body. A volume begins on a
    recto; its front matter counts from 1, and its body goes on from the volume before or begins anew. The first round
    takes every section to begin where the last guess says; afterwards only sections are laid out again whose side,
    first folio or references have changed.

    Args:
        sections: in the order of the book.
        form: how they are set.
        write_folio: writes their folios.
        lay_out_all: lays sections out.
        others: name (`ChapterHtml.voice`) -> how the sections in another language are set.
    """
    book = _Book(tuple(sections), {**others, "": Voice(form, write_folio)}, lay_out_all)
    places = [_Place(index * 2, 1) for index in range(len(sections))]
    folios: dict[str, str] = {}
    for _ in range(ROUNDS):
        chapters = book.lay_out(places, folios)
        moved = book.place(chapters)
        anchors = _folios(chapters, moved, book.writers, write_folio)
        settled = moved == places and book.told(anchors) == book.told(folios)
        places, folios = moved, anchors
        if settled:
            return _finish(
                chapters, _Folios(chapters, places, book.writers, write_folio), places, book.dangling(folios)
            )
    message = f"the page numbers do not settle after {ROUNDS} layouts; some references may be a page off"
    chapters = book.lay_out(places, folios)
    places = book.place(chapters)
    written = _Folios(chapters, places, book.writers, write_folio)
    return _finish(chapters, written, places, [Diagnostic("P009", Severity.ERROR, message)])


_BOUND_IN = _Place(0, 1)
"""That of plates that are bound in between two signatures, whose pages are put in at the end."""


@dataclass
class _Book:
    """The sections of an edition, each laid out again only when what it shows has changed."""

    sections: tuple[ChapterHtml, ...]
    voices: Mapping[str, Voice]
    lay_out_all: LayOutAll
    done: dict[LayoutJob, ChapterPages] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shown = [section.referred(part.html) for part in self.sections]

    def lay_out(self, places: Sequence[_Place], folios: Mapping[str, str]) -> list[ChapterPages]:
        """Lay out what is not laid out yet for these places and folios."""
        jobs = [
            self._job(part, place, {target: folios[target] for target in targets if target in folios})
            for part, place, targets in zip(self.sections, places, self.shown, strict=True)
        ]
        todo = [job for job in dict.fromkeys(jobs) if job not in self.done]
        self.done.update(zip(todo, self.lay_out_all(todo), strict=True))
        self.done = {job: self.done[job] for job in jobs}
        return [self.done[job] for job in jobs]

    def _job(self, part: ChapterHtml, place: _Place, folios: Mapping[str, str]) -> LayoutJob:
        side = Opening.VERSO if place.first_page % 2 else Opening.RECTO
        return LayoutJob(part, self.voices[part.voice].form, side, place.first_folio, tuple(sorted(folios.items())))

    def place(self, chapters: Sequence[ChapterPages]) -> list[_Place]:
        """Put the sections one after the other, with blanks where one must open on the other side."""
        counter = _Counter(continuous=all(part.folios_go_on for part in self.sections))
        return [counter.place(chapter) if chapter.behind_page is None else _BOUND_IN for chapter in chapters]

    @property
    def writers(self) -> list[WriteFolio]:
        """Give what writes the folios of each section."""
        return [self.voices[part.voice].write_folio for part in self.sections]

    def told(self, folios: Mapping[str, str]) -> list[str | None]:
        """Return every folio that the sections show."""
        return [folios.get(target) for targets in self.shown for target in targets]

    def dangling(self, folios: Mapping[str, str]) -> list[Diagnostic]:
        """Report references to what stands nowhere."""
        return [
            Diagnostic("P010", Severity.ERROR, f"{part.name} shows the page of “{target}”, which stands nowhere")
            for part, targets in zip(self.sections, self.shown, strict=True)
            for target in targets
            if target not in folios
        ]


@dataclass
class _Counter:
    """Where the next section comes to stand."""

    continuous: bool
    """Whether the body of a volume goes on with the folios of the volume before."""
    page: int = 0
    folio: int = 1
    matter: Matter = Matter.FRONT
    volume: int = 1
    counts: bool = True
    """Whether the pages of the last section count."""
    last: int = 0
    """The last folio of the volumes before."""

    def place(self, chapter: ChapterPages) -> _Place:
        """Take a section in."""
        if chapter.volume != self.volume:
            self._turn_to(chapter.volume)
        begins_body = self.matter is Matter.FRONT and chapter.matter is not Matter.FRONT
        # The body's page 1 is a recto, or odd folios would stand on versos; so they would behind plates that do not
        # count, did those not fill their leaves.
        odd = begins_body and chapter.opens is not Opening.VERSO
        opens = Opening.RECTO if odd or self.counts != chapter.folios else chapter.opens
        if (opens is Opening.RECTO and self.page % 2) or (opens is Opening.VERSO and not self.page % 2):
            self._leave_blank()
        if begins_body:
            # In a bilingual edition the body begins on a verso, which is its page 2.
            self.folio = (self.last + 1 if self.continuous else 1) + self.page % 2
        place = _Place(self.page, self.folio)
        self.page += chapter.pages
        self.folio += chapter.pages if chapter.folios else 0
        self.matter, self.counts = chapter.matter, chapter.folios
        return place

    def _leave_blank(self) -> None:
        self.page, self.folio = self.page + 1, self.folio + self.counts

    def _turn_to(self, volume: int) -> None:
        """Begin a volume; a book has whole leaves, and the blank at its end counts."""
        if self.page % 2:
            self._leave_blank()
        self.last = self.folio - 1 if self.matter is not Matter.FRONT else self.last
        self.folio, self.matter, self.volume, self.counts = 1, Matter.FRONT, volume, True


def _folios(
    chapters: Sequence[ChapterPages],
    places: Sequence[_Place],
    writers: Sequence[WriteFolio],
    write_folio: WriteFolio,
) -> dict[str, str]:
    """Return the folio of every anchor of the book; the first of a name counts.

    What stands on leaves that do not count has the folio of the page before them.
    """
    folios: dict[str, str] = {}
    written = _Folios(chapters, places, writers, write_folio)
    for chapter, place, write in zip(chapters, places, writers, strict=True):
        for landing in chapter.landings:
            folio = write(place.first_folio + landing.page, chapter.matter)
            folios.setdefault(landing.anchor, folio if chapter.folios else written.before(chapter, place))
    return folios


class _Folios:
    """The folio of every page, but for those of plates that are bound in."""

    def __init__(
        self,
        chapters: Sequence[ChapterPages],
        places: Sequence[_Place],
        writers: Sequence[WriteFolio],
        write_folio: WriteFolio,
    ) -> None:
        self.pages: list[str] = []
        self.starts: dict[int, int] = {}
        """Volume -> its first page."""
        following, matter, counts = 1, Matter.FRONT, True
        for chapter, place, write in zip(chapters, places, writers, strict=True):
            if chapter.behind_page is not None:
                continue
            while len(self.pages) < place.first_page:
                self.pages.append(write_folio(following, matter) if counts else "")
                following += 1
            self.starts.setdefault(chapter.volume, len(self.pages))
            numbers = range(place.first_folio, place.first_folio + chapter.pages)
            self.pages += [write(number, chapter.matter) if chapter.folios else "" for number in numbers]
            following = place.first_folio + (chapter.pages if chapter.folios else 0)
            matter, counts = chapter.matter, chapter.folios
        if len(self.pages) % 2:
            self.pages.append(write_folio(following, matter) if counts else "")

    def bound_at(self, chapter: ChapterPages) -> int:
        """Return the page that plates are bound before, at the end of their volume where it is shorter."""
        start = self.starts.get(chapter.volume, 0)
        end = min((page for page in self.starts.values() if page > start), default=len(self.pages))
        return min(start + (chapter.behind_page or 0), end)

    def before(self, chapter: ChapterPages, place: _Place) -> str:
        """Return the folio of the last page that counts before leaves that do not."""
        page = place.first_page if chapter.behind_page is None else self.bound_at(chapter)
        return next((folio for folio in reversed(self.pages[:page]) if folio), "")


def _finish(
    chapters: Sequence[ChapterPages], folios: _Folios, places: Sequence[_Place], found: Sequence[Diagnostic]
) -> Outcome[Pagination]:
    """Write the folio of every page, a blank's as of the section before it, and bind plates in."""
    placed = [
        PlacedChapter(chapter, place.first_page)
        for chapter, place in zip(chapters, places, strict=True)
        if chapter.behind_page is None
    ]
    pages = Pagination(tuple(placed), tuple(folios.pages))
    bound = [(folios.bound_at(chapter), chapter) for chapter in chapters if chapter.behind_page is not None]
    # From the end on, so that no place moves before it is needed; those of one place come to stand in their order.
    for page, number in sorted(((page, number) for number, (page, _) in enumerate(bound)), reverse=True):
        pages = inserts.bind(pages, bound[number][1], page)
    short = [
        _too_short(chapter)
        for page, chapter in bound
        if page - folios.starts.get(chapter.volume, 0) < (chapter.behind_page or 0)
    ]
    diagnostics = [*found, *short, *(finding for chapter in chapters for finding in chapter.diagnostics)]
    return Outcome(pages, tuple(dict.fromkeys(diagnostics)))


def _too_short(chapter: ChapterPages) -> Diagnostic:
    message = (
        f"{chapter.name} is to be bound behind page {chapter.behind_page}, and the volume ends before it: it stands at "
        "the end"
    )
    return Diagnostic("P015", Severity.WARNING, message)
