"""How a reader finds the way: running heads, folios, the pages that contents and references name, links, openings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Dictionary, Object, String

from translate_pub.model.edition import Opening
from translate_pub.model.expectation import PAGE_NUMBER
from translate_pub.model.preflight import Finding, Rect
from translate_pub.preflight import reading
from translate_pub.preflight.document import Document
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.typesetting.alignment import Alignment
from translate_pub.preflight.typesetting.folding import fold, number
from translate_pub.preflight.typesetting.lines import TextPage

_CENTRE = 0.1
"""Of the page's width, how far from the middle a folio is still in it."""
_FEWEST = 6
"""Folios from which it is known on which side they stand."""
_LONGEST = 50
"""Signs of a line of contents, as it is told."""
_LINK_SLACK = 2.0


def heads(pages: Sequence[TextPage], alignment: Alignment) -> Iterator[Finding]:
    """Name the running heads that are another chapter's, or nobody's."""
    sections = alignment.expected.sections
    on_page = _sections_of_pages(alignment)
    known = {fold(name): name for one in sections for name in (one.running, one.book) if name}
    for page in pages:
        own = on_page.get(page.number)
        if page.head is None or not own:
            continue
        said = fold(page.head.text)
        meant = {fold(name) for place in own for name in (sections[place].running, sections[place].book) if name}
        if not meant or any(name in said for name in meant):
            continue
        names = ", ".join(f"“{sections[place].running or sections[place].title}”" for place in sorted(own))
        told = f"the running head is “{page.head.text.strip()}”, and the page is of {names}"
        if said in known:
            yield error("P183", told, page.number, page.head.rect)
        else:
            yield warning("P183", told, page.number, page.head.rect)


def _sections_of_pages(alignment: Alignment) -> dict[int, set[int]]:
    """Return the sections that each page has text of."""
    found: dict[int, set[int]] = {}
    for piece in alignment.body.pieces:
        passage = alignment.expected.passages[alignment.body.index(piece.start)]
        found.setdefault(piece.page, set()).add(passage.section)
    return found


def folios(pages: Sequence[TextPage]) -> Iterator[Finding]:
    """Name the folios that do not follow each other, that the file calls otherwise, or that stand on the wrong side."""
    shown = [page for page in pages if page.folio is not None]
    before: tuple[int, int, str] | None = None
    for page in shown:
        text = page.folio.text.strip() if page.folio else ""
        rect = page.folio.rect if page.folio else None
        labelled = fold(page.label)
        if labelled and labelled != fold(text):
            yield error("P184", f"the folio is {text}, and the file calls the page {page.label}", page.number, rect)
        value, kind = number(fold(text)), "digits" if fold(text).isdigit() else "letters"
        if value is None:
            continue
        if before is not None and kind == before[2] and not _follows(before, value, page.number):
            apart = page.number - before[0]
            told = f"the folio is {text}, {apart} page{'s' * (apart > 1)} after {before[1]}"
            yield error("P184", told, page.number, rect)
        before = page.number, value, kind
    yield from _sides(shown)


def _follows(before: tuple[int, int, str], value: int, page: int) -> bool:
    """Whether a folio may follow another: leaves between them need not count, and a volume may begin anew."""
    pages, counted = page - before[0], value - before[1]
    return counted == pages or value == 1 or (pages > 1 and 0 < counted <= pages)


def _sides(shown: Sequence[TextPage]) -> Iterator[Finding]:
    """Name the folios that stand at the other side of the page than those of other pages."""
    sided = [(page, side) for page in shown if (side := _side(page))]
    if len(sided) < _FEWEST:
        return
    usual = Counter((page.recto, side) for page, side in sided)
    for page, side in sided:
        other = "left" if side == "right" else "right"
        if usual[page.recto, other] > 2 * usual[page.recto, side]:
            rect = page.folio.rect if page.folio else None
            told = f"the folio stands at the {side} of its page, those of other such pages at the {other}"
            yield error("P184", told, page.number, rect)


def _side(page: TextPage) -> str:
    """Say on which side of its page a folio stands; nothing of one in the middle."""
    if page.folio is None:
        return ""
    rect = page.folio.rect
    from_middle = (rect.left + rect.right - page.rect.left - page.rect.right) / 2
    return "" if abs(from_middle) < _CENTRE * page.rect.width else "right" if from_middle > 0 else "left"


def references(pages: Sequence[TextPage], alignment: Alignment) -> Iterator[Finding]:
    """Name the page numbers, of contents and in the text, that are not those of the pages they are meant to be."""
    targets = anchors(alignment)
    for offset, (printed, page, run) in sorted(alignment.body.told.items()):
        anchor = _reference(alignment, offset)
        target = targets.get(anchor)
        if target is None:
            continue
        meant = pages[target - 1]
        folio = meant.folio.text.strip() if meant.folio else meant.label
        passage = alignment.expected.passages[alignment.body.index(offset)]
        if folio and printed != fold(folio) and alignment.expected.sections[_section(alignment, anchor)].counted:
            told = " ".join(passage.text.replace(PAGE_NUMBER, "…").split())
            yield error(
                "P185", f"“{_short(told)}” names page {printed}, and what it means is on page {folio}", page, run.rect
            )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _reference(alignment: Alignment, offset: int) -> str:
    """Return the id whose page a number tells; nothing where several numbers may have been merged."""
    index = alignment.body.index(offset)
    passage = alignment.expected.passages[index]
    folded = alignment.body.texts[index]
    if folded.count(PAGE_NUMBER) != len(passage.references):
        return ""
    start = alignment.body.span(index)[0]
    return passage.references[folded[: offset - start].count(PAGE_NUMBER)]


def anchors(alignment: Alignment) -> dict[str, int]:
    """Return the page that each id begins on."""
    found: dict[str, int] = {}
    for index, passage in enumerate(alignment.expected.passages):
        pieces = sorted(alignment.body.of(index), key=lambda piece: piece.start) if passage.anchors else []
        for anchor, offset in passage.anchors:
            place = alignment.body.span(index)[0] + len(fold(passage.text[:offset]))
            piece = next((one for one in pieces if one.end > place), None)
            if piece is not None:
                found[anchor] = piece.page
    return found


def _section(alignment: Alignment, anchor: str) -> int:
    return next((one.section for one in alignment.expected.passages if anchor in dict(one.anchors)), 0)


def openings(alignment: Alignment) -> Iterator[Finding]:
    """Name the sections that begin on the wrong side."""
    sides = {Opening.RECTO: "recto", Opening.VERSO: "verso"}
    seen: set[int] = set()
    for index, passage in enumerate(alignment.expected.passages):
        pieces = alignment.body.of(index)
        if passage.section in seen or not pieces:
            continue
        seen.add(passage.section)
        section = alignment.expected.sections[passage.section]
        page = pieces[0].page
        if section.opens in sides and section.counted and (page % 2 == 1) is not (section.opens is Opening.RECTO):
            told = f"“{section.title or section.name}” opens on a {'recto' if page % 2 else 'verso'}"
            yield error("P186", f"{told}, and is to open on a {sides[section.opens]}", page)


def links(document: Document, alignment: Alignment) -> Iterator[Finding]:
    """Name the links on page numbers that lead to another page than the one that is named."""
    targets = anchors(alignment)
    places = {reading.identity(source.obj): place for place, source in enumerate(document.pdf.pages, start=1)}
    names = _destinations(document)
    telling = {page for _, page, _ in alignment.body.told.values()}
    led = {page: list(_links(document, page, places, names)) for page in telling}
    for offset, (printed, page, run) in sorted(alignment.body.told.items()):
        target = targets.get(_reference(alignment, offset))
        over = [(rect, to) for rect, to in led[page] if rect.meets(run.rect, -_LINK_SLACK) and to != page]
        if target and over and all(to != target for _, to in over):
            rect, to = over[0]
            told = f"the link of page {printed} leads to page {to} of the file, and what it means is on page {target}"
            yield error("P187", told, page, rect)


def _destinations(document: Document) -> dict[str, Object]:
    """Return what the names of destinations stand for (ISO 32000-1, 12.3.2.3)."""
    tree = reading.entry(document.pdf.Root, "/Names", "/Dests")
    if tree is None:
        return {}
    try:
        return {str(name): value for name, value in pikepdf.NameTree(tree).items()}
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return {}


def _links(
    document: Document, page: int, places: Mapping[tuple[int, int], int], names: Mapping[str, Object]
) -> Iterator[tuple[Rect, int]]:
    """Give the links of a page that stay in the file: where they are, and to which page they lead."""
    for one in reading.items(reading.entry(document.pdf.pages[page - 1].obj, "/Annots")):
        sides = reading.numbers(reading.entry(one, "/Rect"))
        target = reading.entry(one, "/Dest") or reading.entry(one, "/A", "/D")
        if reading.name(reading.entry(one, "/Subtype")) != "Link" or len(sides) != len(("x", "y")) * 2:
            continue
        named = names.get(str(target)) if isinstance(target, String) else target
        inside = reading.entry(named, "/D") if isinstance(named, Dictionary) else named
        leaf = next(iter(reading.items(inside)), None)
        place = places.get(reading.identity(leaf)) if leaf is not None else None
        if place:
            yield Rect(*sides), place
