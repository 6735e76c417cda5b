"""The register of checks: every demand that is looked at, in the words by which a report names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translate_pub.model.preflight import Finding, Job, Unchecked
from translate_pub.preflight.demands import (
    boxes,
    colour,
    counts,
    cover,
    edges,
    fonts,
    forbidden,
    identification,
    images,
    lines,
    overprint,
    remarks,
    small_type,
    transparency,
)
from translate_pub.preflight.document import Document, Page
from translate_pub.preflight.summary import Summary

Found = Iterable[Finding | Unchecked]


@dataclass(frozen=True, slots=True)
class OfFile:
    """A check that looks at the file as a whole."""

    name: str
    check: Callable[[Document, Job], Found]


@dataclass(frozen=True, slots=True)
class OfPage:
    """A check that looks at a page and what it paints."""

    name: str
    check: Callable[[Page, Job], Found]


@dataclass(frozen=True, slots=True)
class OfPages:
    """A check that looks at all pages together, each in a few words."""

    name: str
    check: Callable[[Sequence[Summary], Job], Found]


FILE: tuple[OfFile, ...] = (
    OfFile("file size", identification.size),
    OfFile("encryption", identification.unlocked),
    OfFile("PDF version", identification.version),
    OfFile("standard", identification.check),
    OfFile("output intent", identification.intent),
    OfFile("scripts, forms and files", forbidden.scripts),
    OfFile("packing", forbidden.packing),
    OfFile("bookmarks", remarks.bookmarks),
)
PAGE: tuple[OfPage, ...] = (
    OfPage("content", forbidden.content),
    OfPage("boxes", boxes.check),
    OfPage("marks", boxes.room),
    OfPage("fonts", fonts.check),
    OfPage("missing glyphs", fonts.glyphs),
    OfPage("colours", colour.check),
    OfPage("small text", small_type.check),
    OfPage("image resolution", images.check),
    OfPage("thin lines", lines.check),
    OfPage("transparency", transparency.check),
    OfPage("white that overprints", overprint.check),
    OfPage("annotations", remarks.check),
    OfPage("actions and media", forbidden.on_pages),
    OfPage("bleed reached", edges.bleed),
    OfPage("margins", edges.margins),
    OfPage("cover size", cover.size),
    OfPage("spine text", cover.spine),
    OfPage("barcode zone", cover.barcode),
)
PAGES: tuple[OfPages, ...] = (
    OfPages("page sizes", boxes.sizes),
    OfPages("bleed", boxes.bleeds),
    OfPages("number of pages", counts.check),
    OfPages("blank pages", counts.blanks),
)
LAST: tuple[OfFile, ...] = (OfFile("damage", identification.damage),)
"""What the library had to mend is known when everything was read."""
INK = "ink coverage"
"""Measured on pictures that another program makes."""
VALIDATION = "veraPDF"
COVER_ALONE = frozenset(("cover size", "spine text", "barcode zone"))
"""Checks that an interior has no need of."""


def names(job: Job) -> tuple[str, ...]:
    """Return the names of the checks that a job asks for, but for those that need other programs."""
    every = (one.name for group in (FILE, PAGE, PAGES, LAST) for one in group)
    return tuple(name for name in every if job.cover or name not in COVER_ALONE)
