"""Whose the pictures of an edition are, as `figures.toml` and the sources say: for print and for the list of rights."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from translate_pub.edition import figures, markup, plates
from translate_pub.edition.markup import Element
from translate_pub.model.book import Picture
from translate_pub.model.diagnostic import Span
from translate_pub.model.edition import Chapter, Edition


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture where it is shown."""

    file: str
    """Relative to the workspace's root."""
    chapter: str
    place: Span
    caption: str
    alternative: str
    """What is read out in its place."""
    credit: str
    licence: str
    source: str


def of(address: str, pictures: Iterable[Picture]) -> Picture:
    """Return what `figures.toml` says of an image, by its address from the workspace's root on."""
    file = unquote(urlsplit(address).path)
    return next((one for one in pictures if file == one.file or fnmatch.fnmatchcase(file, one.file)), Picture(file))


def credit(picture: Picture) -> str:
    """Write what is printed beside a picture."""
    return f"{picture.credit} ({picture.licence})" if picture.credit and picture.licence else picture.credit


def shown(edition: Edition) -> tuple[Shown, ...]:
    """List every picture of an edition in reading order, each time that it is shown."""
    return tuple(one for chapter in edition.chapters for one in _of_chapter(chapter, edition))


def _of_chapter(chapter: Chapter, edition: Edition) -> Iterator[Shown]:
    root = markup.parse(chapter.html)
    figures.address_images(root, chapter.source_path.rpartition("/")[0])
    for image in markup.find(root, ".//img[@src]"):
        said = of(image.get("src") or "", edition.metadata.pictures)
        yield Shown(
            file=unquote(urlsplit(image.get("src") or "").path),
            chapter=chapter.name,
            place=_place(image, chapter),
            caption=_caption(image),
            alternative=image.get("alt") or "",
            credit=_own(image, "credit") or said.credit,
            licence=_own(image, "licence") or said.licence,
            source=said.source,
        )


def _own(image: Element, key: str) -> str:
    """Return what the source says beside a picture, at the image or its paragraph."""
    parent = image.getparent()
    holders = (image,) if parent is None else (image, parent)
    return next((holder.get(name) or "" for holder in holders for name in plates.names(key) if holder.get(name)), "")


def _caption(image: Element) -> str:
    parent = image.getparent()
    following = parent.getnext() if parent is not None else None
    if following is not None and "caption" in markup.classes(following):
        return markup.plain(following)
    return image.get("title") or ""


def _place(image: Element, chapter: Chapter) -> Span:
    around: Element | None = image
    while around is not None:
        path, _, line = (around.get("data-source") or "").rpartition(":")
        if path and line.isdecimal():
            return Span(path, int(line))
        around = around.getparent()
    return Span(chapter.source_path)
