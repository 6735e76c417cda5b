"""Figures and tables: captions, numbers through the book, and the list of illustrations."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from translate_pub.edition import markup, plates
from translate_pub.edition.markup import Element

_MARKS = ("lang", "dir", "data-po", "data-source")
_LONE_IMAGE = ".//p[count(*)=1 and img and not(normalize-space())]"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A figure or table that has a number."""

    anchor: str
    number: int
    caption: Element
    credit: Element | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """How numbers are written before captions."""

    figure: Callable[[int], str]
    """`Figure 3`"""
    table: Callable[[int], str]
    """`Table 2`"""
    inline: Callable[[str], str]
    """Inline Markdown of a caption -> inline HTML."""
    credit: Callable[[str], str] = lambda _address: ""
    """Address of an image, from the workspace's root on -> what `figures.toml` says that is printed beside it."""


def set_figures(root: Element, chapter: str, labels: Labels, start: int) -> tuple[Numbered, ...]:
    """Make figures of the paragraphs that are one image; those with a caption are numbered from `start`."""
    found: list[Numbered] = []
    for paragraph in markup.find(root, _LONE_IMAGE):
        figure, image = _figure(paragraph)
        credit = plates.credit(figure, image, labels.credit, labels.inline)
        caption = _caption(figure, image, labels)
        if caption is not None:
            number = start + len(found)
            figure.set("id", figure.get("id") or f"figure-{chapter}-{len(found) + 1}")
            found.append(Numbered(figure.get("id") or "", number, caption, credit))
            _labelled(caption, labels.figure(number))
        plates.arrange(figure, caption, credit)
    return tuple(found)


def set_tables(root: Element, chapter: str, labels: Labels, start: int) -> tuple[Numbered, ...]:
    """Give tables the caption that stands before them, numbered from `start`."""
    found: list[Numbered] = []
    for paragraph in markup.find(root, f".//p[{markup.having('table-caption')}]"):
        table = paragraph.getnext()
        if table is None or table.tag != "table":
            continue
        caption = markup.build("caption")
        _move(paragraph, caption)
        number = start + len(found)
        table.set("id", paragraph.get("id") or f"table-{chapter}-{len(found) + 1}")
        markup.remove(paragraph)
        table.insert(0, caption)
        found.append(Numbered(table.get("id") or "", number, caption))
        _labelled(caption, labels.table(number))
    return tuple(found)


def address_images(root: Element, folder: str) -> None:
    """Write the addresses of images from the workspace's root on, not from the chapter's folder."""
    for image in markup.find(root, ".//img[@src]"):
        address = urlsplit(image.get("src") or "")
        if not address.scheme and not address.netloc and address.path and not address.path.startswith("/"):
            path = posixpath.normpath(posixpath.join(quote(folder), address.path))
            image.set("src", urlunsplit(address._replace(path=path)))


def mirror_columns(root: Element) -> None:
    """Let columns be set to the start or end of the line, whichever side that is."""
    for cell in markup.find(root, ".//*[self::td or self::th][@style]"):
        style = (cell.get("style") or "").replace("text-align: left", "text-align: start")
        cell.set("style", style.replace("text-align: right", "text-align: end"))


def stray_captions(root: Element) -> tuple[str, ...]:
    """Give the texts of captions that stand beside no image and no table."""
    path = f".//p[{markup.having('caption')} or {markup.having('table-caption')}]"
    return tuple(markup.plain(paragraph) for paragraph in markup.find(root, path))


def _figure(paragraph: Element) -> tuple[Element, Element]:
    image = paragraph[0]
    figure = markup.build("figure")
    for name in (*_MARKS, *plates.KEYS):
        if paragraph.get(name):
            figure.set(name, paragraph.get(name) or "")
    figure.set("class", " ".join(["figure", *markup.classes(paragraph), *markup.classes(image)]))
    for holder in (paragraph, image):
        if anchor := markup.take(holder, "id"):
            figure.set("id", anchor)
    markup.replace(paragraph, figure)
    image.tail = None
    figure.append(image)
    return figure, image


def _caption(figure: Element, image: Element, labels: Labels) -> Element | None:
    """Take the caption from the paragraph after the figure, else from the image's title."""
    title = markup.take(image, "title")
    following = figure.getnext()
    caption = markup.build("figcaption")
    if following is not None and "caption" in markup.classes(following) and not (figure.tail or "").strip():
        _move(following, caption)
        markup.remove(following)
        return caption
    if not title:
        return None
    markup.move_inside(markup.parse(labels.inline(title)), caption)
    return caption


def _move(paragraph: Element, caption: Element) -> None:
    markup.move_inside(paragraph, caption)
    for name in _MARKS:
        if paragraph.get(name):
            caption.set(name, paragraph.get(name) or "")
    kept = [name for name in markup.classes(paragraph) if name not in {"caption", "table-caption"}]
    if kept:
        caption.set("class", " ".join(kept))


def _labelled(caption: Element, label: str) -> Element:
    mark = markup.build("span", {"class": "label"}, label)
    mark.tail, caption.text = " " + (caption.text or "").lstrip(), None
    caption.insert(0, mark)
    return caption
