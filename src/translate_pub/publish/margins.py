"""Text and images that run out of the type area: over the margin, or off the page, where they would be cut away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.publish.boxes import Box, ImageBox, TextBox, generated, inside, kind
from translate_pub.publish.section import Locator, text_of

TOLERANCE_MM = 1.5
"""How far a line may hang out: less than the eye sees in a margin, more than a hanging space or a slanted letter."""
_PX_PER_MM = 96 / 25.4
PLATE = "plate"
"""Class of figures that fill their page to the bleed."""
_MARGIN_AREAS = {"MarginBox"}


@runtime_checkable
class _Page(Protocol):
    """A page and the area of its text, in px from the left edge of the trimmed page."""

    margin_left: float
    margin_right: float
    width: float
    children: Iterable[object]


def check(pages: Iterable[object], locator: Locator) -> list[Diagnostic]:
    """Hold everything on the pages against the sides of the type area; one finding a table or paragraph, its worst."""
    worst: dict[Element, tuple[float, bool, Span | None]] = {}
    for page in pages:
        if not isinstance(page, _Page):
            continue
        for box, element in _printed(page, locator):
            over = _over(box, page)
            if over > TOLERANCE_MM * _PX_PER_MM:
                owner = _owner(element, locator)
                if owner not in worst or over > worst[owner][0]:
                    worst[owner] = over, _over(box, page, margins=True) > 0, locator.find(element)
    return [_finding(over, owner, span, cut=cut) for owner, (over, cut, span) in worst.items()]


def _printed(page: _Page, locator: Locator) -> Iterator[tuple[Box, Element]]:
    """Yield what the text puts on a page, without its running heads, what stylesheets make, and plates."""
    for area in page.children:
        if kind(area) in _MARGIN_AREAS:
            continue
        for box in inside(area):
            if not isinstance(box, TextBox | ImageBox) or box.element is None or generated(box):
                continue
            if not _fills_page(box.element, locator):
                yield box, box.element  # type: ignore[misc] # every placed box has the measures of `Box`


def _fills_page(element: Element, locator: Locator) -> bool:
    """Whether an image is a plate, which reaches over the trim because it is to be cut there."""
    around = locator.parents.get(element)
    return element.tag == "img" and around is not None and PLATE in (around.get("class") or "").split()


def _over(box: Box, page: _Page, *, margins: bool = False) -> float:
    """Return by how many px a box stands out of the type area, or out of the page."""
    first, last = (
        (0.0, page.margin_left + page.width + page.margin_right)
        if margins
        else (page.margin_left, page.margin_left + page.width)
    )
    return max(first - box.position_x, box.position_x + _width(box) - last)


def _width(box: Box) -> float:
    """Return a box's width without the spaces at its end, which print nothing."""
    if isinstance(box, TextBox) and not box.text.strip():
        return 0.0
    return box.width


def _owner(element: Element, locator: Locator) -> Element:
    """Return what the user would mend: the table, or else the nearest block."""
    blocks = {"table", "p", "li", "dd", "dt", "pre", "figure", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
    around = [one for one in locator.ancestry(element) if str(one.tag) in blocks]
    return next((one for one in around if one.tag == "table"), around[0] if around else element)


def _finding(over: float, owner: Element, span: Span | None, *, cut: bool) -> Diagnostic:
    what = "the table" if owner.tag == "table" else "the image" if owner.tag == "figure" else "the line"
    where = "off the page, where it is cut away" if cut else "into the margin"
    message = f"{what} runs {over / _PX_PER_MM:.0f} mm over the measure, {where}: {text_of(owner)}"
    hint = (
        "a table of so many columns needs shorter words, fewer columns or a wider trim"
        if owner.tag == "table"
        else "write a soft hyphen (&shy;) or a space where the word may be broken"
    )
    return Diagnostic("P014", Severity.ERROR if cut else Severity.WARNING, message, span, (hint,))
