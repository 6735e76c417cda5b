"""Every colour that a page paints with, against the inks of the job and what the standard allows."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job, Rect
from translate_pub.model.printing import ColourMode, Standard
from translate_pub.preflight.colours import ALMOST, PROCESS, REGISTRATION, Colour, Family, Space
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.painting import Paint, Picture, Shade, Shape, Text

_NO_PROFILES = frozenset((Standard.X1A_2001, Standard.X1A_2003))
"""Colours with a profile of their own are forbidden (ISO 15930-1, 6.5; ISO 15930-4, 6.5)."""
_MIXED = {ColourMode.GREY: "black alone", ColourMode.CMYK: "CMYK", ColourMode.SPOT: "black and one named ink"}


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at every object's colours, and at the spaces that nothing is painted in."""
    painted: set[Space] = set()
    sound: set[int] = set()  # colours that many objects share, of which one was found in order
    for paint in page.painting.paints:
        what = _what(paint)
        for colour in paint.colours:
            if id(colour) in sound:
                continue
            painted.add(colour.space)
            found = [
                *_space(colour.space, what, page, paint.rect, job),
                *_inks(colour, what, page, paint.rect, job),
            ]
            if not found and REGISTRATION not in colour.space.inks:
                sound.add(id(colour))
            yield from found
        if isinstance(paint, Picture | Shade) and paint.space is not None:
            painted.add(paint.space)
            yield from _space(paint.space, what, page, paint.rect, job)
            yield from _plates(paint.space, what, page, paint.rect, job)
    for space in page.painting.spaces - painted:
        if job.colour is not ColourMode.RGB and space.is_rgb:
            message = f"the page chooses {space}, though nothing is painted in it"
            yield warning("P130", message, page.number)


def _what(paint: Paint) -> str:
    if isinstance(paint, Text):
        return "text"
    if isinstance(paint, Picture):
        return "an image"
    if isinstance(paint, Shade):
        return "a gradient"
    return "a line" if isinstance(paint, Shape) and paint.fill is None else "a surface"


def _space(space: Space, what: str, page: Page, rect: Rect, job: Job) -> Iterator[Finding]:
    """Hold a colour space against the inks and the standard."""
    if job.colour is not ColourMode.RGB and space.is_rgb:
        message = f"{what} is in {space}; the job is printed in {_MIXED[job.colour]}"
        yield error("P130", message, page.number, _place(rect))
    elif job.colour is not ColourMode.RGB and space.has_profile:
        message = f"{what} is in {space.printed}, and is converted again on its way to the press"
        say = error if job.standard in _NO_PROFILES else warning
        yield say("P130", message, page.number, _place(rect))
    elif space.printed.family is Family.UNKNOWN:
        yield error("P130", f"{what} is in a colour space that cannot be read", page.number, _place(rect))


def _inks(colour: Colour, what: str, page: Page, rect: Rect, job: Job) -> Iterator[Finding]:
    """See that a colour asks for no ink that the job does not have."""
    asked = colour.inks()
    if asked is None or colour.pattern:
        return
    used = {ink for ink, amount in asked.items() if amount > 1 - ALMOST}
    yield from _foreign(used, what, page, rect, job)


def _plates(space: Space, what: str, page: Page, rect: Rect, job: Job) -> Iterator[Finding]:
    """See that an image or gradient is in a space whose inks the job has; which of them it uses is not found out."""
    mixed = space.printed
    if mixed.family is Family.CMYK or (mixed.family is Family.ICC and mixed.components == len(PROCESS)):
        used = set(PROCESS)
    else:
        used = set(mixed.inks)
    yield from _foreign(used, what, page, rect, job)


def _foreign(used: set[str], what: str, page: Page, rect: Rect, job: Job) -> Iterator[Finding]:
    if job.colour is ColourMode.RGB:
        return
    allowed = {"Black", "None"}
    if job.colour is ColourMode.CMYK:
        allowed |= set(PROCESS)
    if job.colour is ColourMode.SPOT and job.profile.spot:
        allowed.add(job.profile.spot[0])
    if REGISTRATION in used:
        if page.trim.meets(rect, -1):
            message = f"{what} is in the colour of registration marks, which prints all inks on top of each other"
            yield error("P131", message, page.number, _place(rect))
        used = used - {REGISTRATION}
    foreign = sorted(used - allowed)
    if foreign:
        message = f"{what} asks for {', '.join(foreign)}; the job is printed in {_MIXED[job.colour]}"
        yield error("P131", message, page.number, _place(rect))


def _place(rect: Rect) -> Rect | None:
    return None if rect.empty else rect
