"""Pictures that fill a page to the bleed, with the caption on the page that faces them; credits of all pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate_pub.edition import markup
from translate_pub.edition.markup import Element
from translate_pub.edition.setting import Section
from translate_pub.model.book import Insert
from translate_pub.model.edition import Opening

PLATE = "plate"
"""Class of an image that fills its page."""
_VERSO = "verso"
"""Class of a plate that stands on the left of a spread (on the right in a book bound on the right)."""
_SPELLINGS = {"credit": ("credit",), "licence": ("licence", "license")}
KEYS = tuple(name for names in _SPELLINGS.values() for name in names)
"""Keys that say beside an image whose it is: `![Map](map.png){credit="A. Name" licence="CC BY 4.0"}`."""


def names(key: str) -> tuple[str, ...]:
    """Give the spellings of a key."""
    return _SPELLINGS[key]


def credit(figure: Element, image: Element, said: Callable[[str], str], inline: Callable[[str], str]) -> Element | None:
    """Make the credit line of a picture, of the keys in the source or else of `figures.toml`; None without one."""
    own = {key: _take(figure, image, key) for key in _SPELLINGS}
    text = said(image.get("src") or "")
    if own["credit"]:
        text = f"{own['credit']} ({own['licence']})" if own["licence"] else own["credit"]
    if not text:
        return None
    line = markup.build("span", {"class": "credit"})
    markup.move_inside(markup.parse(inline(text)), line)
    return line


def _take(figure: Element, image: Element, key: str) -> str:
    found = [markup.take(holder, name) for holder in (image, figure) for name in names(key)]
    return next((text for text in found if text), "")


def arrange(figure: Element, caption: Element | None, credit: Element | None) -> None:
    """Put the caption and the credit below a picture, or on the page that faces a plate."""
    if PLATE in markup.classes(figure):
        _hoist(figure)
    if caption is None and credit is not None:
        caption = markup.build("figcaption", {"class": "uncaptioned"})
    if caption is None:
        if PLATE in markup.classes(figure):
            _facing(figure, None)
        return
    if credit is not None:
        caption.append(credit)
    if PLATE in markup.classes(figure):
        _facing(figure, caption)
    else:
        figure.append(caption)


def _hoist(figure: Element) -> None:
    """Put a plate behind the list or quotation that it stands in, whose indents it must not have."""
    block = figure
    while (parent := block.getparent()) is not None and parent.tag != "section":
        block = parent
    if block is not figure and parent is not None:
        markup.remove(figure)
        parent.insert(parent.index(block) + 1, figure)
        figure.tail, block.tail = block.tail, None


def _facing(figure: Element, caption: Element | None) -> None:
    """Let a plate stand opposite its caption: the caption before it, or behind a plate on a verso."""
    parent = figure.getparent()
    if parent is None or caption is None:
        return
    page = markup.build("div", {"class": "plate-caption"})
    for name in ("lang", "dir", "data-po", "data-source"):
        if figure.get(name):
            page.set(name, figure.get(name) or "")
    caption.tag = "p"
    markup.add_class(caption, "figcaption")
    page.append(caption)
    verso = _VERSO in markup.classes(figure)
    markup.add_class(page, "faces-verso" if verso else "faces-recto")
    markup.add_class(figure, "faced")
    tail, figure.tail = figure.tail, None
    parent.insert(parent.index(figure) + verso, page)
    (page if verso else figure).tail = tail


def inserted(section: Section, insert: Insert | None, *, bound: bool) -> Section:
    """Make leaves of their own of a section of plates; its first page is left blank where a caption is to face one.

    Args:
        section: the plates.
        insert: how they are put into the book; None for a section like others.
        bound: whether there will be signatures; on a screen plates follow the last chapter.
    """
    first = section.root[0] if len(section.root) else None
    if first is not None and "faces-recto" in markup.classes(first):
        section.root.insert(0, markup.build("div", {"class": "flyleaf"}))
    if insert is None:
        return section
    if not insert.folios:
        markup.add_class(section.root, "uncounted")
    return replace(
        section, opens=Opening.RECTO, folios=insert.folios, behind_page=insert.behind_page if bound else None
    )
