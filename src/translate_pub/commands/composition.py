"""One edition on its way to pages: translated, rendered, with its stylesheets and fonts chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from translate_pub.commands import addenda, faces, makeup
from translate_pub.commands.commission import Commission
from translate_pub.commands.credits import complete
from translate_pub.commands.makeup import Makeup
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.edition import furniture, html, languages, numbering, themes, titles, translation, volumes
from translate_pub.edition.colours import custom_properties
from translate_pub.edition.furniture import Furniture
from translate_pub.model.book import Matter, Volume
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import ChapterHtml, Edition, Purpose
from translate_pub.model.pages import Imprint, Pagination
from translate_pub.model.printing import Edges
from translate_pub.model.workspace import Workspace
from translate_pub.publish import padding
from translate_pub.publish.chapter import Format
from translate_pub.publish.volumes import split
from translate_pub.workspace import files

_RELATIVE_URL = re.compile(r"url\(\s*([\"']?)(?![a-z][a-z\d+.-]*:|/|#)([^\"')]+)\1\s*\)", re.IGNORECASE)
_PAGE = "/* the printer's page */"
"""Where the rules of a printer's page come to stand in the stylesheet."""
_PRINTED = ("paperback", "hardback", "pdf", "epub")
"""The products that an interior may be for, likeliest first: which of the ISBNs the PDF carries."""


@dataclass(frozen=True, slots=True)
class Composition:
    """An edition, ready for layout."""

    edition: Edition
    sections: tuple[ChapterHtml, ...]
    form: Format
    furniture: Furniture
    folios: dict[Matter, str]
    """Matter -> numbering system."""
    volume: Volume | None = None
    """The one that this is of, where the book has several; None for all of them together."""
    commission: Commission | None = None
    """Who prints it, and how; None where no printer is named."""
    margins: Edges | None = None
    """Of the text in mm, where a printer asks for some."""
    page: str = ""
    """The rules of the page for that printer, as they stand in the stylesheet."""

    original: Composition | None = None
    """The source, where it stands beside the translation."""

    @property
    def label(self) -> str:
        """How people call it: `handbook ur`."""
        return f"{self.edition.book.name} {self.edition.language}"

    @property
    def stem(self) -> str:
        """How the names of its files begin: `handbook-ur`, `handbook-ur-vol2`."""
        suffix = f"-vol{self.volume.number}" if self.volume else ""
        return f"{self.edition.book.name}-{self.edition.language}{suffix}"

    def volumes(self) -> tuple[Composition, ...]:
        """Part it into its volumes; a book in one volume is the only one."""
        if self.volume is not None or not self.edition.metadata.volumes:
            return (self,)
        return tuple(
            replace(self, volume=one, sections=tuple(part for part in self.sections if part.volume == one.number))
            for one in self.edition.metadata.volumes
        )

    def parted(self, pagination: Pagination) -> tuple[tuple[Composition, Pagination], ...]:
        """Part its pages into volumes, each padded as its printer asks."""
        pages = [own for _, own in split(pagination)]
        if self.commission:
            profile = self.commission.profile
            pages = [padding.pad(own, profile.page_multiple, last_page_blank=profile.last_page_blank) for own in pages]
        return tuple(zip(self.volumes(), pages, strict=True))

    def fitted(self, pages: int) -> Composition:
        """Give it the margins that its printer asks for with so many pages; itself where there is no printer."""
        if self.commission is None:
            return self
        book, bleed = self.edition.book, self.commission.bleed_mm
        least = self.commission.least_margins(pages)
        margins, page = themes.fitted(book, self.edition.language, least, bleed)
        css = self.form.css.replace(self.page, page, 1)
        original = self.original and self.original.fitted(pages)
        form = replace(self.form, css=css, bleed_mm=bleed)
        return replace(self, form=form, margins=margins, page=page, original=original)

    @property
    def file_name(self) -> str:
        """The name of its PDF: as its printer asks, or after its book, language and purpose."""
        if self.commission is None:
            return f"{self.stem}-{self.edition.purpose.value}.pdf"
        return self.commission.name(self.commission.profile.interior_name, self.names)

    @property
    def cover_name(self) -> str:
        """The name of its cover's PDF, as its printer asks."""
        return self.commission.name(self.commission.profile.cover_name, self.names) if self.commission else ""

    @property
    def names(self) -> dict[str, str]:
        """What stands in braces in the names of a printer's files."""
        return {
            "book": self.edition.book.name,
            "language": self.edition.language,
            "isbn": self.commission.isbn(self.isbns) if self.commission else "",
            "volume": str(self.volume.number) if self.volume else "",
        }

    @property
    def isbns(self) -> dict[str, str]:
        """Give product -> ISBN as written, of the volume where it is of one."""
        edition, book = self.edition, self.edition.book
        settings = book.edition(edition.language)
        written = settings.isbn or (book.isbn if edition.language == book.language else {})
        prefix = f"volume-{self.volume.number}." if self.volume else ""
        return {name.removeprefix(prefix): isbn for name, isbn in written.items() if name.startswith(prefix)}

    @property
    def title(self) -> str:
        """Give its title as plain text, with the volume's number and title where it is of one."""
        edition = self.edition
        style = languages.style(edition.language)
        title = titles.plain(edition.metadata.title, style)
        if self.volume is None:
            return title
        said = volumes.numbered(self.furniture, title, self.volume.number, style)
        own = titles.plain(self.volume.title, style)
        return f"{said}: {own}" if own else said

    def write_folio(self, number: int, matter: Matter) -> str:
        """Write the number of a page as this edition does."""
        return numbering.format(number, self.folios[matter])

    def imprint(self) -> Imprint:
        """Gather what the PDF says of itself."""
        edition, book = self.edition, self.edition.book
        settings = book.edition(edition.language)
        suffix = f":volume-{self.volume.number}" if self.volume else ""
        return Imprint(
            title=self.title,
            language=edition.language,
            direction=languages.style(edition.language).direction,
            authors=tuple(person.name for person in edition.metadata.contributors if person.role == "author"),
            translators=settings.translators,
            publisher=settings.imprint or edition.metadata.publisher,
            isbn=next((self.isbns[product] for product in _PRINTED if product in self.isbns), ""),
            identifier=f"{book.name}:{edition.language}:{edition.purpose.value}{suffix}",
            trim=book.trim,
            bleed_mm=self.form.bleed_mm,
        )


def compose(  # noqa: PLR0913, PLR0917  # an edition is made of all of these
    workspace: Workspace,
    text: Manuscript,
    read: Translations,
    purpose: Purpose,
    minimum: int,
    commission: Commission | None = None,
    sides: str = "",
) -> Outcome[Composition]:
    """Translate and render an edition; no value where it is refused.

    Args:
        workspace: where the book is.
        text: the book.
        read: its catalogues in the edition's language.
        purpose: print or proof.
        minimum: per cent of words that a print edition needs.
        commission: who prints it, and how.
        sides: direction of the book that its pages are for, where that is not the language's own.
    """
    translated = _translate(workspace, text, read, purpose, minimum)
    if translated.value is None:
        return Outcome(None, translated.diagnostics)
    edition, by_hand = translated.value
    chosen = faces.choose(workspace, text.book, read.language)
    if chosen.value is None:
        return Outcome(None, (*translated.diagnostics, *chosen.diagnostics))
    theme = themes.load(text.book, read.language, chosen.value.families, sides)
    words = furniture.load(read.language, read.override)
    rendered = html.render(edition, words, theme)
    found = (*translated.diagnostics, *chosen.diagnostics, *rendered.diagnostics)
    if rendered.value is None:
        return Outcome(None, found)
    theirs = (*custom_properties(text.book.colours), *own_css(workspace, text.book.css), *by_hand.css)
    sheets = _sheets(theme.css, theirs, commission)
    bleed = 0.0 if purpose is Purpose.SCREEN else themes.BLEED_MM
    form = Format(
        "\n".join(sheets),
        chosen.value.fonts,
        text.book.trim,
        bleed,
        str(workspace.root),
        not bleed,
        by_hand.breaks,
    )
    made = Composition(edition, rendered.value, form, words, theme.folios, commission=commission)
    if commission is None:
        return Outcome(made, found)
    made = replace(made, page=_PAGE).fitted(0)
    narrow = commission.check_room(made.margins or Edges(), edition.book)
    return Outcome(None if narrow else made, (*found, *narrow))


def _translate(
    workspace: Workspace, text: Manuscript, read: Translations, purpose: Purpose, minimum: int
) -> Outcome[tuple[Edition, Makeup]]:
    """Translate a book with what one edition alone has, and read what is done to that by hand."""
    book = complete(workspace, text.book, read.language)
    own = addenda.read(workspace, book, read.language)
    if own.value is None:
        return Outcome(None, own.diagnostics)
    by_hand = makeup.read(workspace, text, own.value, read.language, purpose)
    found = (*own.diagnostics, *by_hand.diagnostics)
    if by_hand.value is None:
        return Outcome(None, found)
    translated = translation.translate(
        book,
        (*text.sources, *own.value),
        read.catalogs,
        read.language,
        progress={} if read.language == text.book.language else read.measure(text),
        purpose=purpose,
        minimum=minimum,
        touched=by_hand.value.classes,
    )
    found = (*found, *translated.diagnostics)
    return Outcome(None if translated.value is None else (translated.value, by_hand.value), found)


def _sheets(theme: str, own: Sequence[str], commission: Commission | None) -> tuple[str, ...]:
    """Put stylesheets in order: the page of a printer follows the theme's, and the book's own follow it."""
    if commission is None:
        return (theme, *own)
    thick = [themes.thickened(sheet, commission.profile.least_line_pt) for sheet in (theme, *own)]
    return (thick[0], _PAGE, *thick[1:])


def own_css(workspace: Workspace, paths: Sequence[str]) -> list[str]:
    """Read the book's own stylesheets, their addresses written from the workspace's root."""
    sheets = ((path, (files.read(workspace.root / path) or b"").decode(errors="replace")) for path in paths)
    return [_rebased(text, PurePosixPath(path).parent) for path, text in sheets]


def _rebased(css: str, folder: PurePosixPath) -> str:
    """Write relative addresses, which count from their stylesheet's folder (CSS Values 4, 4.5.1), from the root's."""
    return _RELATIVE_URL.sub(lambda found: f"url({found[1]}{folder / found[2].strip()}{found[1]})", css)
