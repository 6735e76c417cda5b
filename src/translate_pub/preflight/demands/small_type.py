"""Small type that a press cannot hold: in several inks, knocked out, or black that leaves a hole.

No printer's page gives these figures alike. They are what the inks' register allows: sheets shift by a tenth of a
millimetre, which is the stem of a letter of 9 pt.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job
from translate_pub.model.printing import ColourMode
from translate_pub.preflight.colours import ALMOST, Colour
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.measures import told_number
from translate_pub.preflight.painting import Paint, Picture, Text
from translate_pub.preflight.summary import inks, is_surface

TWO_INKS_PT = 9.0
"""Text in two inks is not smaller."""
MANY_INKS_PT = 12.0
"""Text in three inks or more is not smaller."""
WHITE_PT = 6.0
"""White text in a surface is not smaller."""
HOLE_PT = 18.0
"""Black text up to this size is printed over a colour, not into a hole in it."""
_MANY = 3


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at small text."""
    if job.colour is ColourMode.RGB:
        return
    under: list[Paint] = []
    for paint in page.painting.paints:
        if not isinstance(paint, Text):
            if is_surface(paint) and _coloured(paint):
                under.append(paint)
        elif paint.seen and paint.fill is not None:
            yield from _inks(paint, paint.fill, page)
            yield from _white(paint, page)
            yield from _hole(paint, paint.fill, under, page)


def _inks(text: Text, fill: Colour, page: Page) -> Iterator[Finding]:
    amounts = fill.inks() or {}
    used = [ink for ink, amount in amounts.items() if amount > 1 - ALMOST]
    size = f"text of {told_number(text.size)} pt is printed in {len(used)} inks ({', '.join(used)})"
    if len(used) >= _MANY and text.size < MANY_INKS_PT:
        hint = "black text is best in black alone"
        yield error("P132", f"{size}; it blurs below {told_number(MANY_INKS_PT)} pt", page.number, text.rect, hint=hint)
    elif len(used) == _MANY - 1 and text.size < TWO_INKS_PT:
        yield warning("P132", f"{size}; it blurs below {told_number(TWO_INKS_PT)} pt", page.number, text.rect)


def _white(text: Text, page: Page) -> Iterator[Finding]:
    if text.is_white and text.size < WHITE_PT:
        size = told_number(text.size)
        message = f"white text of {size} pt; below {told_number(WHITE_PT)} pt the ink around it runs in"
        yield warning("P133", message, page.number, text.rect)


def _coloured(paint: Paint) -> bool:
    """Whether it puts another ink than black on the paper."""
    if isinstance(paint, Picture):
        return paint.space is not None and paint.space.printed.components > 1
    return any(
        ink != "Black" and amount > 1 - ALMOST
        for colour in paint.colours
        for ink, amount in (colour.inks() or {}).items()
    )


def _hole(text: Text, fill: Colour, under: list[Paint], page: Page) -> Iterator[Finding]:
    """Find black text that is not overprinted on a colour: where inks shift, white shows at its edge."""
    amounts = fill.inks() or {}
    black = amounts.get("Black", 0) >= ALMOST and sum(amounts.values()) < 1 + (1 - ALMOST)
    if not black or text.manner.overprint_fill or text.size > HOLE_PT or not inks(text):
        return
    if any(paint.rect.meets(text.rect, -1) for paint in under):
        message = f"black text of {told_number(text.size)} pt leaves a hole in the colour that it stands on"
        yield warning("P150", message, page.number, text.rect, hint="let black text overprint")
