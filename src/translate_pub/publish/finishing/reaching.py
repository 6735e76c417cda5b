"""Whether anything is printed in the bleed: the pages are drawn small, and what lies beyond the trim is looked at."""

from __future__ import annotations

_SCALE = 0.5
"""Pixels a pt: 36 an inch, enough for whatever is meant to be seen at the edge."""
_PAPER = 250
"""Brightness, 0 to 255, from which a pixel is bare paper."""


def beyond_trim(data: bytes) -> bool:
    """Whether any page of a PDF has ink between its trim and its media box."""
    import pypdfium2  # noqa: PLC0415 - only a profile that wants no empty bleed asks

    document = pypdfium2.PdfDocument(data)
    try:
        return any(_inked(page) for page in document)
    finally:
        document.close()


def _inked(page: object) -> bool:
    image = page.render(scale=_SCALE, grayscale=True).to_pil()  # type: ignore[attr-defined] # pypdfium2 has no types
    left, bottom, right, top = (float(value) for value in page.get_trimbox())  # type: ignore[attr-defined] # likewise
    x0, _, _, y1 = (float(value) for value in page.get_mediabox())  # type: ignore[attr-defined] # likewise
    inner = [round(value * _SCALE) for value in (left - x0, y1 - top, right - x0, y1 - bottom)]
    if inner[0] <= 0 and inner[1] <= 0:
        return False
    # A pixel at the trim belongs to both sides.
    image.paste(255, (max(0, inner[0] - 1), max(0, inner[1] - 1), inner[2] + 1, inner[3] + 1))
    return bool(image.getextrema()[0] < _PAPER)
