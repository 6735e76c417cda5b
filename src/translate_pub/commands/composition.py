"""One edition on its way to pages: translated, rendered, with its stylesheets and fonts chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from translate_pub.commands import faces
from translate_pub.commands.credits import complete
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.edition import furniture, html, languages, numbering, themes, translation
from translate_pub.model.book import Matter
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import ChapterHtml, Edition, Purpose
from translate_pub.model.pages import Imprint
from translate_pub.model.workspace import Workspace
from translate_pub.publish.chapter import Format
from translate_pub.workspace import files

_RELATIVE_URL = re.compile(r"url\(\s*([\"']?)(?![a-z][a-z\d+.-]*:|/|#)([^\"')]+)\1\s*\)", re.IGNORECASE)
_PRINTED = ("paperback", "hardback", "pdf", "epub")
"""The products that an interior may be for, likeliest first: which of the ISBNs the PDF carries."""


@dataclass(frozen=True, slots=True)
class Composition:
    """An edition, ready for layout."""

    edition: Edition
    sections: tuple[ChapterHtml, ...]
    form: Format
    folios: dict[Matter, str]
    """Matter -> numbering system."""

    @property
    def label(self) -> str:
        """How people call it: `handbook ur`."""
        return f"{self.edition.book.name} {self.edition.language}"

    def write_folio(self, number: int, matter: Matter) -> str:
        """Write the number of a page as this edition does."""
        return numbering.format(number, self.folios[matter])

    def imprint(self) -> Imprint:
        """Gather what the PDF says of itself."""
        edition, book = self.edition, self.edition.book
        settings = book.edition(edition.language)
        isbns = settings.isbn or (book.isbn if edition.language == book.language else {})
        return Imprint(
            title=edition.metadata.title,
            language=edition.language,
            direction=languages.style(edition.language).direction,
            authors=tuple(person.name for person in edition.metadata.contributors if person.role == "author"),
            translators=settings.translators,
            publisher=settings.imprint or edition.metadata.publisher,
            isbn=next((isbns[product] for product in _PRINTED if product in isbns), ""),
            identifier=f"{book.name}:{edition.language}:{edition.purpose.value}",
            trim=book.trim,
            bleed_mm=themes.BLEED_MM,
        )


def compose(
    workspace: Workspace, text: Manuscript, read: Translations, purpose: Purpose, minimum: int
) -> Outcome[Composition]:
    """Translate and render an edition; no value where it is refused.

    Args:
        workspace: where the book is.
        text: the book.
        read: its catalogues in the edition's language.
        purpose: print or proof.
        minimum: per cent of words that a print edition needs.
    """
    book = complete(workspace, text.book, read.language)
    translated = translation.translate(
        book,
        text.sources,
        read.catalogs,
        read.language,
        progress={} if read.language == text.book.language else read.measure(text),
        purpose=purpose,
        minimum=minimum,
    )
    if translated.value is None:
        return Outcome(None, translated.diagnostics)
    chosen = faces.choose(workspace, text.book, read.language)
    if chosen.value is None:
        return Outcome(None, (*translated.diagnostics, *chosen.diagnostics))
    theme = themes.load(text.book, read.language, chosen.value.families)
    rendered = html.render(translated.value, furniture.load(read.language, read.override), theme)
    found = (*translated.diagnostics, *chosen.diagnostics, *rendered.diagnostics)
    if rendered.value is None:
        return Outcome(None, found)
    css = "\n".join((theme.css, *_own_css(workspace, text.book.css)))
    form = Format(css, chosen.value.fonts, text.book.trim, themes.BLEED_MM, str(workspace.root))
    return Outcome(Composition(translated.value, rendered.value, form, theme.folios), found)


def _own_css(workspace: Workspace, paths: Sequence[str]) -> list[str]:
    """Read the book's own stylesheets, their addresses written from the workspace's root."""
    sheets = ((path, (files.read(workspace.root / path) or b"").decode(errors="replace")) for path in paths)
    return [_rebased(text, PurePosixPath(path).parent) for path, text in sheets]


def _rebased(css: str, folder: PurePosixPath) -> str:
    """Write relative addresses, which count from their stylesheet's folder (CSS Values 4, 4.5.1), from the root's."""
    return _RELATIVE_URL.sub(lambda found: f"url({found[1]}{folder / found[2].strip()}{found[1]})", css)
