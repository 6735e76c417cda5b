"""Small books that the tests of the edition floor are told with."""

from __future__ import annotations

from collections.abc import Mapping

from translate_pub.edition import furniture, html, themes, translation
from translate_pub.model.book import Book, Contributor, EditionSettings, Matter, Metadata, Role, SourceFile, Trim
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import ChapterHtml, Edition, Purpose
from translate_pub.model.source import Source

FRONT = {Role.DEDICATION, Role.EPIGRAPH, Role.PREFACE, Role.FOREWORD}
BACK = {Role.APPENDIX, Role.CHRONOLOGY, Role.GLOSSARY, Role.BIBLIOGRAPHY, Role.COLOPHON}
METADATA = Metadata(
    title="A Book",
    subtitle="Of tests",
    place="London",
    publisher="A Press",
    contributors=(Contributor("A. Author", "author"),),
)


class Shelf:
    """A book told by its chapters' Markdown, and what becomes of it."""

    def __init__(self, texts: Mapping[str, str], **changes: object) -> None:
        files = tuple(self._file(name) for name in texts)
        facts: dict[str, object] = {
            "name": "b",
            "folder": "source_texts/b",
            "language": "en",
            "metadata": METADATA,
            "year": 2027,
            "isbn": {"paperback": "978-0-00-000010-1"},
            "trim": Trim(140, 216),
            "theme": "classic",
            "files": files,
            "editions": {},
        }
        self.book = Book(**(facts | changes))  # type: ignore[arg-type] # the fields are those of Book
        self.sources = tuple(Source(file.path, text) for file, text in zip(files, texts.values(), strict=True))

    def translate(
        self, language: str = "en", entries: Mapping[str, list[Entry]] | None = None, purpose: Purpose = Purpose.PRINT
    ) -> Outcome[Edition]:
        """Translate the book with the entries of each chapter."""
        catalogs = {chapter: catalog(chapter, language, own) for chapter, own in (entries or {}).items()}
        return translation.translate(self.book, self.sources, catalogs, language, progress={}, purpose=purpose)

    def render(
        self, language: str = "en", entries: Mapping[str, list[Entry]] | None = None, purpose: Purpose = Purpose.PRINT
    ) -> Outcome[tuple[ChapterHtml, ...]]:
        """Translate the book and render it as HTML."""
        edition = self.translate(language, entries, purpose).value
        assert edition is not None
        return html.render(edition, furniture.load(language), themes.load(self.book, language))

    def section(self, name: str, language: str = "en") -> str:
        """Give the HTML of one section."""
        return next(one.html for one in self.render(language).value or () if one.name == name)

    def codes(self, language: str = "en", entries: Mapping[str, list[Entry]] | None = None) -> list[str]:
        """Give the codes of everything found on the way."""
        found = (*self.translate(language, entries).diagnostics, *self.render(language, entries).diagnostics)
        return [one.code for one in found]

    @staticmethod
    def _file(name: str) -> SourceFile:
        roles = {role.value: role for role in Role}
        role = roles.get(name, Role.CHAPTER)
        matter = Matter.FRONT if role in FRONT else Matter.BACK if role in BACK else Matter.BODY
        return SourceFile(f"source_texts/b/{name}.md", role, matter)


def catalog(chapter: str, language: str, entries: list[Entry]) -> Catalog:
    """Make a catalogue of entries."""
    path = f"locales/{language}/LC_MESSAGES/b/{chapter}.po"
    return Catalog(path, language, "b", chapter, Entry("", ""), tuple(entries))


def settings(language: str, **choices: object) -> dict[str, EditionSettings]:
    """Make the settings of one edition."""
    return {language: EditionSettings(language, **choices)}  # type: ignore[arg-type] # the fields are those of EditionSettings


def one_chapter(text: str) -> str:
    """Give the HTML of a book's only chapter."""
    return Shelf({"01": text}).section("01")
