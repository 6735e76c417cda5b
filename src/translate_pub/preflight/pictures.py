"""Pictures of findings: the page around a place, with the place marked."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from translate_pub.model.preflight import Finding, Place, Rect

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH, HEIGHT = 480, 320
"""Pixels of a picture at most."""
MOST_OF_A_FINDING = 3
MOST = 120
"""Of a report: it stays a few megabytes."""
_MARK = (220, 0, 90)
_AROUND = 30.0
"""Points of the page that are shown around a place."""
_LEAST = 110.0
"""Points of the page that are shown at least, up and across: a place without its surroundings is not known again."""
_CLOSEST = 4.0
"""Pixels a point at most."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a place."""

    place: Place
    width: int
    height: int
    data: bytes = field(repr=False)
    """A PNG file."""


def draw(data: bytes, findings: Sequence[Finding]) -> dict[int, tuple[Picture, ...]]:
    """Return pictures of the first places of findings, by the finding's position; none of a file that has no pages.

    Args:
        data: the file.
        findings: of one file.
    """
    import pypdfium2  # noqa: PLC0415  # only pictures need it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return {}
    drawn: dict[int, tuple[Picture, ...]] = {}
    left = MOST
    try:
        for position, finding in enumerate(findings):
            places = _few(finding.places)[: min(left, MOST_OF_A_FINDING)]
            made = [picture for place in places if (picture := _picture(document, place)) is not None]
            left -= len(made)
            if made:
                drawn[position] = tuple(made)
    finally:
        document.close()
    return drawn


def _few(places: Sequence[Place]) -> list[Place]:
    """Put places of different pages first."""
    first = {place.page: place for place in reversed(places)}
    of_pages = [first[page] for page in sorted(first)]
    return of_pages + [place for place in places if place not in of_pages]


def _picture(document: Any, place: Place) -> Picture | None:  # noqa: ANN401  # pypdfium2 has no types
    """Draw a place; None where its page cannot be drawn."""
    import pypdfium2  # noqa: PLC0415  # as above

    try:
        page = document[place.page - 1]
        shown = Rect(*page.get_bbox()) if not page.get_rotation() else None
        crop, rect = _window(place.rect, shown)
        wide, high = page.get_size() if crop is None else (crop.width, crop.height)
        scale = min(WIDTH / wide, HEIGHT / high, _CLOSEST)
        edges = (0, 0, 0, 0) if crop is None or shown is None else _cut(crop, shown)
        image = page.render(scale=scale, crop=edges).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError, ValueError, ZeroDivisionError):
        return None
    if rect is not None and crop is not None:
        _mark(image, rect, crop, scale)
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return Picture(place, image.width, image.height, out.getvalue())


def _window(rect: Rect | None, shown: Rect | None) -> tuple[Rect | None, Rect | None]:
    """Return the part of the page that is drawn, and the place in it; all of a page that is turned."""
    if shown is None:
        return None, None
    if rect is None or not rect.meets(shown):
        return shown, None
    inside = rect.intersection(shown)
    around = inside.grown(_AROUND)
    across, up = max(_LEAST * 1.5 - around.width, 0) / 2, max(_LEAST - around.height, 0) / 2
    wide = Rect(around.left - across, around.bottom - up, around.right + across, around.top + up)
    return wide.intersection(shown), inside


def _cut(crop: Rect, shown: Rect) -> tuple[float, float, float, float]:
    """Return what is cut off at the left, foot, right and head, in pt."""
    return crop.left - shown.left, crop.bottom - shown.bottom, shown.right - crop.right, shown.top - crop.top


def _mark(image: Image, rect: Rect, crop: Rect, scale: float) -> None:
    """Draw a frame around a place."""
    from PIL import ImageDraw  # noqa: PLC0415  # as above

    left, right = ((side - crop.left) * scale for side in (rect.left, rect.right))
    top, bottom = ((crop.top - side) * scale for side in (rect.top, rect.bottom))
    frame = (max(left - 3, 0), max(top - 3, 0), min(right + 3, image.width - 1), min(bottom + 3, image.height - 1))
    ImageDraw.Draw(image).rectangle(frame, outline=_MARK, width=2)
