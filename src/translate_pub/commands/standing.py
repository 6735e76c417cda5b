"""How far the editions of several books are: what changed since the last time is measured, the rest remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from translate_pub.commands import remembered
from translate_pub.commands.measurement import Job, Measured
from translate_pub.model.book import Book
from translate_pub.model.catalog import FURNITURE, METADATA
from translate_pub.model.claims import Claim
from translate_pub.model.diagnostic import Diagnostic, Outcome
from translate_pub.model.progress import Progress
from translate_pub.model.status import BookStatus, ChapterStatus, EditionStatus
from translate_pub.model.workspace import Workspace
from translate_pub.report.names import own_name
from translate_pub.workspace import claims, places
from translate_pub.workspace.cache import Cache
from translate_pub.workspace.discovery import FIGURES_FILE

_LARGE = 8_000_000
"""Bytes of catalogues that are worth a second process."""


@dataclass(slots=True)
class _Chapter:
    """A chapter of a book, and what is known of it."""

    book: Book
    name: str
    source: str
    """What its messages are made of, relative to the root."""
    template: str
    untranslated: Progress | None = None
    languages: dict[str, tuple[Progress, Progress]] = field(default_factory=dict)
    """Against the sources as they are now, and as it stands."""
    wanted: tuple[str, ...] = ()
    """Languages whose catalogues have to be counted."""
    refused: set[str] = field(default_factory=set)
    """Languages whose catalogues cannot be read."""
    found: tuple[Diagnostic, ...] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        """What its messages depend on, relative to the root: credits of pictures are among those of the metadata."""
        beside = (f"{self.book.folder}/{FIGURES_FILE}",) if self.name == METADATA else ()
        return (self.source, *beside, self.template)

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"chapter {self.book.name} {self.name}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Measures books in some languages."""

    workspace: Workspace
    cache: Cache
    languages: Sequence[str]

    def books(self, names: Sequence[str]) -> tuple[Outcome[BookStatus], ...]:
        """Measure books; no value for one that cannot be read.

        Raises:
            WorkspaceError: a name is unknown, or a file cannot be read.
        """
        loaded = [remembered.book(self.workspace, self.cache, name) for name in names]
        chapters = [self._chapters(read.value) if read.value else [] for read in loaded]
        self._measure([chapter for each in chapters for chapter in each])
        words = {language: self._words(language) for language in self.languages}
        taken = {language: claims.read(self.workspace, language) for language in self.languages}
        shared = sum((each.diagnostics for each in words.values()), ())
        shared += sum((each.diagnostics for each in taken.values()), ())
        return tuple(
            self._book(read, own, words, {language: outcome.value or () for language, outcome in taken.items()}, shared)
            for read, own in zip(loaded, chapters, strict=True)
        )

    def _chapters(self, book: Book) -> list[_Chapter]:
        """List the chapters of a book with what is remembered of them."""
        files = [(METADATA, book.configuration), *((file.name, file.path) for file in book.files)]
        chapters = [
            _Chapter(book, name, path, places.template_path(self.workspace, book.name, name)) for name, path in files
        ]
        for chapter in chapters:
            self._recall(chapter)
        return chapters

    def _recall(self, chapter: _Chapter) -> None:
        """Remember what is known of a chapter, and note what is not."""
        chapter.untranslated = remembered.progress(self.cache.recall(chapter.key, *chapter.origins))
        for language in self.languages:
            path = places.catalog_path(self.workspace, chapter.book.name, language, chapter.name)
            if self.cache.stands(path):
                known = remembered.both(self.cache.recall(path, path, *chapter.origins))
                if known is None:
                    chapter.wanted += (language,)
                else:
                    chapter.languages[language] = known

    def _measure(self, chapters: Iterable[_Chapter]) -> None:
        """Measure what is not remembered."""
        todo = [chapter for chapter in chapters if chapter.wanted or chapter.untranslated is None]
        if not todo:
            return
        from translate_pub.commands import measuring  # noqa: PLC0415  # a warm cache spares what it loads
        from translate_pub.workspace import pool  # noqa: PLC0415  # as above

        jobs = [Job(self.workspace, one.book, one.name, one.source, one.wanted) for one in todo]
        size = sum(self.cache.size(job.catalog(language)) for job in jobs for language in job.languages)
        done = pool.run(measuring.measure, jobs, workers=None if size > _LARGE else 1)
        for chapter, job, measured in zip(todo, jobs, done, strict=True):
            self._learn(chapter, job, measured)

    def _learn(self, chapter: _Chapter, job: Job, measured: Measured) -> None:
        """Take in what was measured, and remember what there is nothing to say about."""
        chapter.untranslated, chapter.found = measured.untranslated, measured.found
        if measured.untranslated is not None:
            row = remembered.row(measured.untranslated)
            self.cache.keep(chapter.key, row, *chapter.origins)
        for language, counted in measured.languages.items():
            chapter.found += counted.diagnostics
            if counted.value is None:
                chapter.refused.add(language)
                continue
            chapter.languages[language] = counted.value.now, counted.value.standing
            if not counted.diagnostics:
                path, row = job.catalog(language), remembered.row(*chapter.languages[language])
                self.cache.keep(path, row, path, *chapter.origins)

    def _words(self, language: str) -> Outcome[Progress]:
        """Measure the tool's own words in a language."""
        path = places.furniture_path(self.workspace, language)
        known = remembered.progress(self.cache.recall(f"words {language}", path))
        if known:
            return Outcome(known)
        from translate_pub.commands import tool_words  # noqa: PLC0415  # as above

        measured = tool_words.measure(self.workspace, language)
        if measured.value is not None and not measured.diagnostics:
            self.cache.keep(f"words {language}", remembered.row(measured.value), path)
        return measured

    def _book(
        self,
        read: Outcome[Book],
        chapters: Sequence[_Chapter],
        words: Mapping[str, Outcome[Progress]],
        taken: Mapping[str, Sequence[Claim]],
        shared: tuple[Diagnostic, ...],
    ) -> Outcome[BookStatus]:
        """Put together what is known of a book."""
        found = (*read.diagnostics, *(each for chapter in chapters for each in chapter.found), *shared)
        if read.value is None or any(chapter.untranslated is None for chapter in chapters):
            return Outcome(None, found)
        editions = []
        for language in self.languages:
            own = words[language].value
            if own is not None and not any(language in chapter.refused for chapter in chapters):
                launch = read.value.edition(language).launch
                parts = (*_parts(chapters, language, taken[language]), ChapterStatus(FURNITURE, own, own))
                editions.append(EditionStatus(language, parts, launch, name=self._name(language)))
        return Outcome(BookStatus(read.value.name, tuple(editions)), found)

    def _name(self, language: str) -> str:
        """Name a language in itself."""
        known = self.cache.recall(f"name {language}")
        if isinstance(known, str):
            return known
        name = own_name(language)
        self.cache.keep(f"name {language}", name)
        return name


def _parts(chapters: Iterable[_Chapter], language: str, taken: Iterable[Claim]) -> list[ChapterStatus]:
    """Say how far each chapter is in a language, and who has taken it on."""
    claimed = {(claim.book, claim.chapter): claim for claim in taken}
    return [
        ChapterStatus(
            chapter.name,
            *chapter.languages.get(language, (begun, begun)),
            claimed.get((chapter.book.name, chapter.name)),
        )
        for chapter in chapters
        if (begun := chapter.untranslated)
    ]
