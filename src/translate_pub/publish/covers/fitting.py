"""Texts of a cover made smaller until they have room: nothing of a title may be cut away, however long it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.publish.boxes import Box, ImageBox, TextBox, inside, kind
from translate_pub.publish.section import text_of

LEAST_SCALE = 0.5
"""The least share of its size that a text is set in; below it a title is none, and a blurb not to be read."""
_PASSES = 8
_STEP = 0.98
"""A pass makes a text at least so much smaller, so that few are needed."""
_TOLERANCE_PX = 0.8

Lay = Callable[[str], list[Box]]
"""Lays the cover out with further rules and gives its pages."""


def fit(lay: Lay) -> tuple[str, tuple[Diagnostic, ...]]:
    """Find the sizes at which all texts have room.

    Returns:
        The rules that set them, and what has no room at the smallest size that can be read.
    """
    scales: dict[str, float] = {}
    overfull: dict[str, tuple[float, str]] = {}
    for _ in range(_PASSES):
        overfull = {key: found for key, *found in _overfull(lay(_rules(scales)))}  # type: ignore[misc] # the rest is two
        small = {key: share for key, (share, _) in overfull.items() if scales.get(key, 1.0) > LEAST_SCALE}
        if not small:
            break
        for key, share in small.items():
            scales[key] = max(LEAST_SCALE, scales.get(key, 1.0) * min(share, _STEP))
    return _rules(scales), tuple(_finding(key, text) for key, (_, text) in overfull.items())


def _rules(scales: dict[str, float]) -> str:
    return "".join(f'[data-fit="{key}"]{{font-size:{scale:.4f}em}}' for key, scale in sorted(scales.items()))


def _overfull(pages: Iterable[Box]) -> Iterator[tuple[str, float, str]]:
    """Yield the texts that are larger than their regions: key, the share of its size that may have room, its words."""
    for page in pages:
        for box in inside(page):
            element = getattr(box, "element", None)
            if (
                isinstance(element, Element)
                and "region" in element.get("class", "").split()
                and kind(box) == "BlockBox"
            ):
                share = _share(box)  # type: ignore[arg-type] # a block has the measures of `Box`
                key = next((child.get("data-fit", "") for child in element), "")
                if key and share < 1:
                    yield key, share, text_of(element)


def _share(region: Box) -> float:
    """Return by how much the text of a region is too large: below 1 it has to be smaller."""
    left, top = region.position_x, region.position_y
    right, bottom = left + region.width + _TOLERANCE_PX, top + region.height + _TOLERANCE_PX
    wide = deep = 0.0
    for box in inside(region):
        if isinstance(box, TextBox | ImageBox):
            deep = max(deep, box.position_y + box.height - top)  # type: ignore[union-attr] # every placed box has both
        if isinstance(box, TextBox) and box.text.strip():
            over = max(box.position_x + box.width - right, left - _TOLERANCE_PX - box.position_x)  # type: ignore[attr-defined] # as above
            wide = max(wide, over)
    narrow = region.width / (region.width + wide) if wide else 1.0
    shallow = math.sqrt(region.height / deep) if deep > bottom - top else 1.0
    return min(narrow, shallow)


def _finding(key: str, text: str) -> Diagnostic:
    panel, _, what = key.partition("-")
    message = f"the text has no room on the {panel} of the cover ({what}), even at half its size: {text}"
    hints = ("shorten it, or give it room with a stylesheet of the cover's own (css in [cover])",)
    return Diagnostic("P042", Severity.ERROR, message, None, hints)
