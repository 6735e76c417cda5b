"""The front of a cover as pictures, for shops and the web: the trimmed front alone, in sRGB."""

from __future__ import annotations

import io

from translate_pub.model.cover import CoverPlan, Panel
from translate_pub.model.pages import Publication

SHOP_PIXELS = 2560
"""Height of the picture for shops (what e-book shops ask of the longer side: Amazon KDP, "Cover image guidelines")."""
WEB_PIXELS = 1200
_JPEG_QUALITY = 92
_POINTS_PER_MM = 72 / 25.4
_POINTS_PER_INCH = 72


def front(cover: Publication, plan: CoverPlan, stem: str) -> tuple[Publication, Publication]:
    """Draw the front of a cover, a JPEG for shops and a PNG for the web.

    Args:
        cover: its PDF, whose page begins at the corner of the bleed.
        plan: where the front lies.
        stem: of the names of the pictures.
    """
    return (
        Publication(f"{stem}-front.jpg", _draw(cover.data, plan, SHOP_PIXELS, "JPEG"), 1),
        Publication(f"{stem}-front.png", _draw(cover.data, plan, WEB_PIXELS, "PNG"), 1),
    )


def _draw(data: bytes, plan: CoverPlan, height: int, kind: str) -> bytes:
    import pypdfium2  # noqa: PLC0415 - only a build of covers pays for it

    area = plan.panels[Panel.FRONT]
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        whole_width, whole_height = page.get_size()
        left, top = (plan.bleed + area.x) * _POINTS_PER_MM, (plan.bleed + area.y) * _POINTS_PER_MM
        right = whole_width - left - area.width * _POINTS_PER_MM
        bottom = whole_height - top - area.height * _POINTS_PER_MM
        scale = height / (area.height * _POINTS_PER_MM)
        picture = page.render(scale=scale, crop=(left, bottom, right, top)).to_pil().convert("RGB")
    out = io.BytesIO()
    dpi = round(scale * _POINTS_PER_INCH)
    picture.save(out, kind, quality=_JPEG_QUALITY, dpi=(dpi, dpi))
    return out.getvalue()
