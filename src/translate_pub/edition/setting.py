"""An edition with all that decides how it is set: its language's habits, the tool's words, the theme."""

from __future__ import annotations

from dataclasses import dataclass

from translate_pub.edition import languages, numbering
from translate_pub.edition.furniture import Furniture
from translate_pub.edition.languages import LanguageStyle
from translate_pub.edition.markup import Element
from translate_pub.model.book import EditionSettings, Matter, Metadata, Role, Volume
from translate_pub.model.edition import Edition, Opening, Theme


@dataclass(frozen=True, slots=True)
class Setting:
    """What every section of one edition is set by."""

    edition: Edition
    furniture: Furniture
    theme: Theme
    style: LanguageStyle
    volume: Volume | None = None
    """The volume that is being set, where the book has several."""

    @property
    def metadata(self) -> Metadata:
        """What the reader sees of the book, in the edition's language."""
        return self.edition.metadata

    @property
    def choices(self) -> EditionSettings:
        """What `book.toml` says of this edition."""
        return self.edition.book.edition(self.edition.language)

    def number(self, number: int) -> str:
        """Write a number in the digits of the body."""
        return self.style.number(number)

    def stand_in(self, matter: Matter) -> str:
        """Write a number of likely width, for the folio that pagination fills in."""
        return numbering.format(8 if matter is Matter.FRONT else 188, self.theme.folios.get(matter, "latn"))


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the edition before it is written as a document."""

    name: str
    role: Role
    matter: Matter
    root: Element
    """A `section` element."""
    opens: Opening
    title: str = ""
    """Plain text, for the outline; empty keeps it out."""
    volume: int = 1
    folios: bool = True
    """Whether its pages count and carry folios."""
    behind_page: int | None = None
    """The page of its volume that its leaves are bound behind."""


def setting_of(edition: Edition, furniture: Furniture, theme: Theme) -> Setting:
    """Gather the setting of an edition."""
    style = languages.style(edition.language)
    return Setting(
        edition, furniture, theme, languages.renumbered(style, edition.book.edition(edition.language).numbering)
    )
