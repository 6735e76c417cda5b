"""The boxes of a page: where it is cut, how far it is printed beyond that, and that nothing lies around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.model.printing import Standard
from translate_pub.preflight import measures, reading
from translate_pub.preflight.document import Page, asked_bleed
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.measures import SLACK, told, told_size
from translate_pub.preflight.painting import Shape
from translate_pub.preflight.summary import Summary

_HAIR = 1.5
"""Marks are drawn with lines no thicker than this, in pt."""


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Hold the boxes of a page against each other, the book and the standard."""
    found = page.boxes
    if abs(found.media.left) > SLACK or abs(found.media.bottom) > SLACK:
        yield warning(
            "P105",
            f"the media box begins at {found.media.left:g}, {found.media.bottom:g} pt, not at 0, 0",
            page.number,
            hint="some programs move such pages; begin every box of the page from zero",
        )
    if found.trim is None and found.art is None and job.standard.for_print:
        yield error("P106", f"the page has no trim box, which {job.standard.value} asks for", page.number)
    elif found.trim is None and found.art is None and job.trim is None and not _screen(job):
        yield warning("P106", "the page has no trim box; it is taken to be cut at its edges", page.number)
    yield from _nesting(page)
    yield from _trim(page, job)
    yield from _turned(page)


def _nesting(page: Page) -> Iterator[Finding]:
    """See that trim lies in bleed, and bleed in media and crop."""
    found = page.boxes
    named = (("trim", found.trim), ("bleed", found.bleed), ("crop", found.crop), ("media", found.media))
    for place, (inner, small) in enumerate(named):
        for outer, large in named[place + 1 :]:
            if small and large and not large.contains(small, SLACK):
                yield error("P107", f"the {inner} box reaches beyond the {outer} box", page.number, small)
    if found.trim and found.art:
        yield error("P107", "the page has both a trim box and an art box", page.number)


def _screen(job: Job) -> bool:
    """Whether the file is for screens, which cut nothing."""
    return job.standard in {Standard.A2U, Standard.UA1}


def _trim(page: Page, job: Job) -> Iterator[Finding]:
    """Hold the trim against the book's; a cover's is its own check."""
    if job.trim is None or job.cover:
        return
    width, height = measures.points(job.trim.width_mm), measures.points(job.trim.height_mm)
    if abs(page.trim.width - width) > SLACK or abs(page.trim.height - height) > SLACK:
        found, asked = told_size(page.trim.width, page.trim.height), told_size(width, height)
        yield error("P109", f"the page is cut to {found}, the book to {asked}", page.number, page.trim)


def _turned(page: Page) -> Iterator[Finding]:
    """See that the page stands as it is printed."""
    turn = int(reading.number(reading.entry(page.source.obj, "/Rotate"))) % 360
    unit = reading.number(reading.entry(page.source.obj, "/UserUnit"), 1.0)
    if turn:
        yield warning("P112", f"the page is turned by {turn} degrees for the screen", page.number)
    if unit != 1:
        yield error("P112", f"the page is scaled: its unit is {unit:g} pt", page.number)


def room(page: Page, job: Job) -> Iterator[Finding]:
    """See that marks are where the printer wants them, or nowhere."""
    around = page.boxes.bleed or asked_bleed(page, job)
    marks = [paint for paint in page.painting.paints if isinstance(paint, Shape) and _is_mark(paint, page.trim)]
    if job.profile.marks:
        if not marks:
            yield warning("P111", "the page has no crop marks, which the printer asks for", page.number)
        elif any(around.contains(mark.rect, -SLACK) for mark in marks):
            yield error("P111", "crop marks stand within the bleed", page.number, marks[0].rect)
        return
    for mark in marks:
        yield error("P111", "the page has crop or registration marks", page.number, mark.rect)
    media = page.boxes.media
    if not marks and not around.contains(media, 2 * SLACK) and not _screen(job):
        wide, high = media.width - around.width, media.height - around.height
        told_room = f"{told(max(wide, 0))} across and {told(max(high, 0))} up"
        yield error("P111", f"the page is larger than its trim with the bleed: {told_room}", page.number, media)


def _is_mark(shape: Shape, trim: Rect) -> bool:
    """Whether a shape is a thin line outside of where the page is cut."""
    thin = shape.line is not None and shape.line <= _HAIR
    return thin and shape.fill is None and shape.seen and not trim.meets(shape.rect, -SLACK)


def sizes(pages: Sequence[Summary], _job: Job) -> Iterator[Finding]:
    """See that all pages have the same size, media and trim."""
    counted = Counter(_size(one) for one in pages)
    usual = max(counted, key=lambda size: counted[size])
    for one in pages:
        if any(abs(a - b) > SLACK for a, b in zip(_size(one), usual, strict=True)):
            found, most = told_size(*_size(one)[2:]), told_size(*usual[2:])
            media, all_media = told_size(*_size(one)[:2]), told_size(*usual[:2])
            message = f"the page is {media}, cut to {found}; most are {all_media}, cut to {most}"
            yield error("P108", message, one.number)


def _size(one: Summary) -> tuple[float, ...]:
    sides = (one.media.width, one.media.height, one.trim.width, one.trim.height)
    return tuple(round(side, 2) for side in sides)


def bleeds(pages: Sequence[Summary], job: Job) -> Iterator[Finding]:
    """Hold the bleed box of every page against the bleed that the printer asks for."""
    if _screen(job):
        return
    wanted = job.profile.bleed_everywhere or job.cover or any(one.bleeding for one in pages)
    for one in pages:
        around = one.bleed or one.crop or one.media
        if not wanted:
            if not one.trim.contains(around, SLACK):
                message = "the page has a bleed, though nothing in the file reaches the edge"
                yield warning("P110", message, one.number)
            continue
        yield from _sides(one, around)


def _sides(one: Summary, around: Rect) -> Iterator[Finding]:
    """Compare the bleed side by side."""
    asked, trim = one.asked, one.trim
    sides = {
        "left": (trim.left - around.left, trim.left - asked.left),
        "right": (around.right - trim.right, asked.right - trim.right),
        "foot": (trim.bottom - around.bottom, trim.bottom - asked.bottom),
        "head": (around.top - trim.top, asked.top - trim.top),
    }
    for side, (has, wants) in sides.items():
        if abs(has - wants) > SLACK:
            say = error if has < wants else warning
            yield say("P110", f"the bleed at the {side} is {told(has)}, the printer asks for {told(wants)}", one.number)
