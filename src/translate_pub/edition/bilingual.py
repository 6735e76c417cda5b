"""A bilingual edition: the chapters of two languages as strands that are cut at the same paragraphs.

An edition in another language has the same blocks as its source (see `edition`), so the blocks of a chapter are paired
by their order. The source stands on the left-hand page as it is read (the verso), the translation facing it; each page
is set by the theme of its own language, and has its own notes at its foot.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from translate_pub.edition import languages, markup
from translate_pub.edition.markup import Element
from translate_pub.model.book import Role
from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.model.edition import ChapterHtml, Opening

ORIGINAL = "original"
"""The voice of the sections in the source's language, and the class of their pages."""
_PREFIX = "original--"
"""Before the ids of the source's strand: the translation's are the same."""
_DOCUMENT = re.compile(r"(<!DOCTYPE[^>]*>\s*)<html[^>]*>(.*?)<body class=\"([^\"]*)\">(.*)</body></html>\s*", re.DOTALL)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "header"})


@dataclass
class Strand:
    """A chapter in one language, which can be cut between its blocks."""

    section: ChapterHtml
    head: str
    """The document as far as the inside of `html`, without `html` itself."""
    kind: str
    """The classes of its `body`."""
    language: str
    direction: str
    """Of the text."""
    sides: str
    """Direction of the book, which tells a recto from a verso."""
    root: Element
    voice: str = ""
    _pieces: dict[tuple[int, int], ChapterHtml] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many blocks it has."""
        return len(self.root)

    def anchor(self, block: int) -> str:
        """Give the id of a block."""
        return self.root[block].get("id") or ""

    def heads(self, block: int) -> bool:
        """Whether a block is a heading, which no page may end with."""
        return str(self.root[block].tag) in _HEADINGS

    def piece(self, first: int, last: int) -> ChapterHtml:
        """Give a section of the blocks from one to before another."""
        found = self._pieces.get((first, last))
        if found is None:
            found = self._pieces[first, last] = self._cut(first, last)
        return found

    def _cut(self, first: int, last: int) -> ChapterHtml:
        root = markup.build(str(self.root.tag), {str(name): str(value) for name, value in self.root.attrib.items()})
        root.extend(copy.deepcopy(self.root[block]) for block in range(first, last))
        if first:
            markup.take(root, "id")
        kind = f"{self.kind} continued" if first else self.kind
        own = ORIGINAL if self.voice else "translation"
        body = f'<body class="{kind} bilingual {own}" dir="{self.direction}">{markup.write(root)}</body>'
        opening = f'<!DOCTYPE html>\n<html lang="{self.language}" dir="{self.sides}">'
        return replace(
            self.section,
            name=f"{self.section.name}{f' from block {first + 1}' if first else ''}",
            html=f"{opening}{self.head}{body}</html>\n",
            opens=Opening.VERSO if self.voice else Opening.RECTO,
            title="" if first or self.voice else self.section.title,
            voice=self.voice,
        )


@dataclass(frozen=True, slots=True)
class Facing:
    """A chapter in both languages."""

    original: Strand
    translation: Strand


def pair(
    originals: Iterable[ChapterHtml], translations: Iterable[ChapterHtml], source: str, language: str
) -> tuple[tuple[ChapterHtml | Facing, ...], tuple[Diagnostic, ...]]:
    """Pair the sections of a book in two languages.

    Args:
        originals: the sections of the source.
        translations: those of the translation, in whose order they stand; what the tool makes comes from here.
        source: BCP 47 tag of the source.
        language: BCP 47 tag of the translation.

    Returns:
        Single sections and chapters in both languages, and which chapters cannot be paired.
    """
    # Each language sorts an index its own way: line by line they would not be translations of each other.
    held = {one.name: one for one in originals if not one.role.generated and one.role is not Role.INDEX}
    ids = {name for one in held.values() for name in re.findall(r'\bid="([^"]*)"', one.html)}
    arranged: list[ChapterHtml | Facing] = []
    findings: list[Diagnostic] = []
    for one in translations:
        other = held.get(one.name)
        if other is None:
            arranged.append(one)
            continue
        sides = languages.style(language).direction
        original = _strand(_prefixed(other, ids), source, sides, ORIGINAL)
        translation = _strand(one, language, sides)
        if original is None or translation is None or original.count != translation.count:
            findings.append(_unpaired(one))
            arranged.append(one)
        else:
            arranged.append(Facing(original, translation))
    return tuple(arranged), tuple(findings)


def _unpaired(one: ChapterHtml) -> Diagnostic:
    message = (
        f"{one.name} has other blocks in the translation than in the source, and stands there in one language alone"
    )
    return Diagnostic("E070", Severity.WARNING, message)


def _strand(section: ChapterHtml, language: str, sides: str, voice: str = "") -> Strand | None:
    """Make a strand of a section; None where it has nothing that could be cut."""
    found = _DOCUMENT.fullmatch(section.html)
    if found is None:
        return None
    inside = markup.parse(found[4])
    root = next((child for child in inside if child.tag == "section"), None)
    if root is None or not len(root):
        return None
    inside.remove(root)
    for number, block in enumerate(root):
        if not block.get("id"):
            block.set("id", f"{voice or 'block'}--{section.name}--{number}")
    direction = languages.style(language).direction
    return Strand(section, found[2], found[3], language, direction, sides, root, voice)


def _prefixed(section: ChapterHtml, ids: Iterable[str]) -> ChapterHtml:
    """Give the source's ids names of their own, and let its references lead to them."""
    own = frozenset(ids)
    html = re.sub(r'\b(id|data-page)="([^"]*)"', lambda found: _renamed(found, own), section.html)
    return replace(section, html=re.sub(r'\b(href)="#([^"]*)"', lambda found: _renamed(found, own), html))


def _renamed(found: re.Match[str], ids: frozenset[str]) -> str:
    mark = "#" if found[1] == "href" else ""
    return f'{found[1]}="{mark}{_PREFIX if found[2] in ids else ""}{found[2]}"'
