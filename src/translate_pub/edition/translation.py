"""A book and its catalogues become an edition: every chapter written in the edition's language."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from translate_pub.edition import languages, makeup, markup
from translate_pub.edition.makeup import Classes
from translate_pub.model.book import Book, Matter, Role, SourceFile
from translate_pub.model.catalog import Catalog, Entry, Key
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.edition import Chapter, Edition, Purpose
from translate_pub.model.progress import Progress
from translate_pub.model.source import Segment, Source
from translate_pub.source import metadata, reading, writing
from translate_pub.source.dialect import BOOK, CROSS_REFERENCES
from translate_pub.source.rendition import Rendition, Translate

_NOTHING: Classes = {}


@dataclass(frozen=True, slots=True)
class _Original:
    """Leaves every segment as the source has it, and says where it stands."""

    path: str
    """That of the source."""

    def __call__(self, segment: Segment) -> Rendition:
        return Rendition(segment.text, {"data-source": str(Span(self.path, segment.line))})


@dataclass(frozen=True, slots=True)
class _Translation:
    """Finds the rendition of a segment of one chapter."""

    path: str
    """That of the source."""
    catalog_path: str
    entries: Mapping[Key, Entry]
    purpose: Purpose
    foreign: Mapping[str, str]
    """`lang` and `dir` of the source's language, for passages that are left in it."""

    def __call__(self, segment: Segment) -> Rendition:
        entry = self.entries.get(segment.key)
        places = self._places(segment, entry)
        if entry is None or not entry.msgstr:
            return Rendition(segment.text, {**places, **self.foreign, "class": "untranslated"})
        if not entry.fuzzy:
            return Rendition(entry.msgstr, places)
        if self.purpose is Purpose.PROOF:
            return Rendition(entry.msgstr, {**places, "class": "fuzzy"})
        return Rendition(segment.text, {**places, **self.foreign, "class": "fuzzy"})

    def _places(self, segment: Segment, entry: Entry | None) -> dict[str, str]:
        places = {"data-source": str(Span(self.path, segment.line))}
        if entry is not None:
            places["data-po"] = str(Span(self.catalog_path, entry.line))
        return places


def translate(  # noqa: PLR0913 - an edition is made of all of these
    book: Book,
    sources: Iterable[Source],
    catalogs: Mapping[str, Catalog],
    language: str,
    *,
    progress: Mapping[str, Progress],
    purpose: Purpose = Purpose.PRINT,
    minimum: int = 100,
    touched: Classes = _NOTHING,
) -> Outcome[Edition]:
    """Translate a book into one language.

    A translated message appears in the edition's language. One that is untranslated or fuzzy appears as the source has
    it, with its language and direction and the class `untranslated` or `fuzzy`; a proof shows the fuzzy translation.
    Every block says where it stands: `data-source` and `data-po` (`path:line`).

    Args:
        book: the book; its own language makes the edition of the sources.
        sources: one for each of the edition's files, in any order.
        catalogs: chapter (a file's stem, or `metadata`) -> catalogue; a chapter without one is untranslated.
        language: BCP 47 tag.
        progress: chapter (or `metadata`, `furniture`) -> how far it is, as `checks.progress.measure` says; empty for
            the book's own language. A print edition below `minimum` is refused with the list of its chapters.
        purpose: what the edition is for; a proof is never refused.
        minimum: per cent of words that a print edition needs.
        touched: the classes that make-up gives to the elements of messages.

    Raises:
        EditionError: the language is not known.
    """
    total = sum(progress.values(), Progress())
    if purpose not in {Purpose.PROOF, Purpose.TEMPLATE} and total.percent < minimum:
        return Outcome(None, _shortfall(book, language, progress, minimum))
    texts = {source.path: source for source in sources}
    chapters: list[Chapter] = []
    findings: list[Diagnostic] = []
    for file, number in _numbered(book, language):
        source, catalog = texts[file.path], catalogs.get(file.name)
        rendition: Translate = _Original(source.path)
        if language != (file.language or book.language):
            rendition = _translation(source, catalog, purpose, book.language)
        if file.name in touched:
            rendition = makeup.dress(rendition, touched[file.name])
        chapter = _chapter(file, number, source, rendition, language)
        chapters.append(chapter)
        findings += _lost(chapter, catalog)
    translated = metadata.apply(book.metadata, _printable(catalogs.get(metadata.CHAPTER), purpose))
    return Outcome(Edition(book, language, purpose, translated, tuple(chapters), total), tuple(findings))


def _printable(catalog: Catalog | None, purpose: Purpose) -> Callable[[Key], str | None]:
    """Give the translations that an edition may show: a proof those that need a look too."""
    entries = catalog.live() if catalog else {}

    def look_up(key: Key) -> str | None:
        entry = entries.get(key)
        shown = entry is not None and (entry.translated or purpose is Purpose.PROOF)
        return entry.msgstr if entry is not None and shown else None

    return look_up


def _numbered(book: Book, language: str) -> Iterator[tuple[SourceFile, int | None]]:
    """Give the files of an edition in order, the chapters of the body with their numbers."""
    number = 0
    for file in book.files_of(language):
        chapter = file.role is Role.CHAPTER and file.matter is Matter.BODY
        number += chapter
        yield file, number if chapter else None


def _translation(source: Source, catalog: Catalog | None, purpose: Purpose, language: str) -> _Translation:
    style = languages.style(language)
    foreign = {"lang": style.language, "dir": style.direction}
    path, entries = (catalog.path, catalog.live()) if catalog else ("", {})
    return _Translation(source.path, path, entries, purpose, foreign)


def _heading(file: SourceFile, title: str) -> str:
    """Write the heading of a chapter that has its title in the front matter alone, as many web sites keep it."""
    return f'<h1 id="{html.escape(file.name)}">{html.escape(title)}</h1>\n'


def _chapter(file: SourceFile, number: int | None, source: Source, rendition: Translate, language: str) -> Chapter:
    """Write one chapter in the edition's language."""
    written = writing.write(source, rendition, BOOK.quoted(languages.style(language).smarty))
    found = reading.read(source).value
    title = next((heading.html for heading in written.headings if heading.level == 1), "")
    opening = "" if title or "title" not in written.meta else _heading(file, written.meta["title"])
    title = title or html.escape(written.meta.get("title") or file.name)
    return Chapter(
        name=file.name,
        role=file.role,
        matter=file.matter,
        part=file.part,
        source_path=file.path,
        title=title,
        short_title=written.meta.get("short-title") or title,
        number=number,
        html=opening + written.html,
        meta=dict(written.meta),
        references=found.references if found else (),
        volume=file.volume,
        station=file.station,
        insert=file.insert,
    )


def _lost(chapter: Chapter, catalog: Catalog | None) -> Iterator[Diagnostic]:
    """Find the cross-references of the source that the translation left out."""
    root = markup.parse(chapter.html)
    kept = Counter(link.get("href") or "" for link in markup.find(root, ".//a[@href]"))
    wanted = Counter(f"{scheme}:{target}" for scheme, target, _ in chapter.references if scheme in CROSS_REFERENCES)
    for reference in wanted - kept:
        entry = next((one for one in catalog.entries if reference in one.msgid), None) if catalog else None
        span = Span(catalog.path, entry.line) if catalog and entry else Span(chapter.source_path)
        yield Diagnostic(
            "E002",
            Severity.ERROR,
            f"the cross-reference []({reference}) of the source is missing in the translation",
            span,
            (f"write []({reference}) where the number or title is to stand",),
        )


def _shortfall(book: Book, language: str, progress: Mapping[str, Progress], minimum: int) -> tuple[Diagnostic, ...]:
    """Say that the edition is not complete enough, and which chapters are not."""
    total = sum(progress.values(), Progress())
    missing = [f"{name}: {_missing(one)}" for name, one in progress.items() if not one.complete]
    return (
        Diagnostic(
            "E009",
            Severity.ERROR,
            f"{book.name} ({language}) is {total.percent} % translated and {minimum} % are asked: {_missing(total)}",
            None,
            (
                *missing,
                f"--min {total.percent} prints it with the source text in their place; a proof shows them tinted",
            ),
        ),
    )


def _missing(progress: Progress) -> str:
    count = progress.messages
    noun = "message" if count.total == 1 else "messages"
    return f"{count.untranslated} untranslated, {count.fuzzy} fuzzy of {count.total} {noun}"
