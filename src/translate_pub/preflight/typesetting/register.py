"""The register of the checks of composition: what the pages alone tell, and what only the edition can tell of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Object

from translate_pub.model.expectation import Expected
from translate_pub.model.preflight import Finding, Unchecked
from translate_pub.preflight import document as documents
from translate_pub.preflight import reading, walk
from translate_pub.preflight.document import Document
from translate_pub.preflight.found import error
from translate_pub.preflight.typesetting import breaks, furniture, lines, navigation, paragraphs, presence, spacing
from translate_pub.preflight.typesetting.alignment import Alignment, align
from translate_pub.preflight.typesetting.lines import TextPage
from translate_pub.preflight.typesetting.paragraphs import Paragraph

Found = Iterable[Finding]


@dataclass(frozen=True, slots=True)
class OfParagraphs:
    """A check that looks at paragraphs, whoever says where they begin."""

    name: str
    check: Callable[[Sequence[Paragraph]], Found]


@dataclass(frozen=True, slots=True)
class OfPages:
    """A check that looks at the pages alone."""

    name: str
    check: Callable[[Sequence[TextPage]], Found]


@dataclass(frozen=True, slots=True)
class OfEdition:
    """A check that holds the pages against their edition."""

    name: str
    check: Callable[[Sequence[TextPage], Alignment, Document], Found]


PARAGRAPHS: tuple[OfParagraphs, ...] = (
    OfParagraphs("widows and orphans", breaks.lonely),
    OfParagraphs("overfull lines", spacing.overfull),
    OfParagraphs("loose lines", spacing.loose),
    OfParagraphs("rivers", spacing.rivers),
    OfParagraphs("hyphens in a row", spacing.hyphens),
    OfParagraphs("short last lines", spacing.short_last),
)
PAGES: tuple[OfPages, ...] = (OfPages("folios", navigation.folios),)
ALONE: tuple[OfPages, ...] = (OfPages("headings at the foot", breaks.large_last),)
"""What is told from the pages where there is no edition to tell it."""
EDITION: tuple[OfEdition, ...] = (
    OfEdition("text of the edition", lambda _, alignment, __: presence.passages(alignment)),
    OfEdition("footnotes of the edition", lambda _, alignment, __: presence.notes(alignment)),
    OfEdition("notes with their calls", lambda _, alignment, __: presence.calls(alignment)),
    OfEdition("headings at the foot", lambda _, alignment, __: breaks.headings(alignment)),
    OfEdition("running heads", lambda pages, alignment, _: navigation.heads(pages, alignment)),
    OfEdition("page numbers that are named", lambda pages, alignment, _: navigation.references(pages, alignment)),
    OfEdition("openings", lambda _, alignment, __: navigation.openings(alignment)),
    OfEdition("links", lambda _, alignment, document: navigation.links(document, alignment)),
)
FACING = "facing pages"
TEXT = "text"
_AT_LEAST = 0.3
"""Of an edition's letters, how many have to be in the file for it to be that edition."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, what could not be checked, and the names of the checks that ran."""

    found: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    checked: tuple[str, ...] = ()


def look(document: Document, expected: Expected | Unchecked | None) -> Looked:
    """Look at the composition of a file's pages.

    Args:
        document: the file.
        expected: its edition; why it cannot be had; None where nobody knows of one.
    """
    pages = _too_deep(document) or lines.read(document.data)
    if isinstance(pages, str):
        return Looked(unchecked=(Unchecked(TEXT, pages),))
    furniture.tell(pages)
    if isinstance(expected, Expected):
        return _with_edition(pages, document, expected)
    alone = _alone(pages)
    asked = (expected,) if isinstance(expected, Unchecked) else ()
    return Looked(alone.found, (*alone.unchecked, *asked), alone.checked)


def _too_deep(document: Document) -> str:
    """Say which page must not be read: forms that draw each other without end take a reader of text for ever."""
    for place, page in documents.numbered(document):
        found = documents.boxes(page)
        if found is None or not any(_has_forms(form) for form in _forms(page.obj)):
            continue
        if walk.walk(page, found.media, document.typecase).followed > walk.MOST_FOLLOWED:
            return f"page {place} draws forms more than {walk.MOST_FOLLOWED:,} times"
    return ""


def _forms(holder: Object) -> Iterator[Object]:
    """Give the forms among the resources of a page or a form, its patterns and what it inherits too."""
    resources = reading.entry(holder, "/Resources")
    inherited = reading.entry(holder, "/Parent", "/Resources")
    for node in (resources, inherited):
        for kind in ("/XObject", "/Pattern"):
            yield from (one for _, one in reading.entries(node, kind))


def _has_forms(form: Object) -> bool:
    return next(_forms(form), None) is not None


def _with_edition(pages: Sequence[TextPage], document: Document, expected: Expected) -> Looked:
    """Hold pages against their edition."""
    alignment = align(pages, expected)
    share = alignment.share()
    if share < _AT_LEAST:
        message = f"this is not the edition that it is held against: {share:.0%} of its text is in the file"
        return Looked((error("P170", message),), checked=(EDITION[0].name,))
    told = paragraphs.aligned(alignment)
    found = [
        *_of_paragraphs(pages, told),
        *(one for check in PAGES for one in check.check(pages)),
        *(one for check in EDITION for one in check.check(pages, alignment, document)),
    ]
    names = (*(one.name for group in (PARAGRAPHS, PAGES, EDITION) for one in group), FACING)
    return Looked(tuple(found), (), names)


def _alone(pages: Sequence[TextPage]) -> Looked:
    """Tell from pages alone what can be told."""
    told = paragraphs.guessed(pages)
    found = [one for check in (*PAGES, *ALONE) for one in check.check(pages)]
    names = tuple(one.name for one in (*PAGES, *ALONE))
    if isinstance(told, str):
        missed = tuple(Unchecked(check.name, told) for check in PARAGRAPHS)
        return Looked(tuple(found), (*missed, Unchecked(FACING, told)), names)
    found += _of_paragraphs(pages, told)
    return Looked(tuple(found), (), (*names, *(one.name for one in PARAGRAPHS), FACING))


def _of_paragraphs(pages: Sequence[TextPage], told: Sequence[Paragraph]) -> Iterator[Finding]:
    for check in PARAGRAPHS:
        yield from check.check(told)
    yield from breaks.depths(pages, told)
