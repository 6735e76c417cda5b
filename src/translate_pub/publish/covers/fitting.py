"""Texts of a cover made smaller until they have room, and the lines of its titles made equal.

Nothing of a title may be cut away, however long it is, and no word of it stands alone on its last line for want of a
better break: WeasyPrint fills line after line, so the width is found at which as few lines are as even as can be.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.publish.boxes import Box, ImageBox, TextBox, inside, kind
from translate_pub.publish.section import read_place, text_of

LEAST_SCALE = 0.5
"""The least share of its size that a text is set in; below it a title is none, and a blurb not to be read."""
_PASSES = 8
_STEP = 0.98
"""A pass makes a text at least so much smaller, so that few are needed."""
_HALVINGS = 4
"""How often the width of a title's lines is halved towards the best."""
_NARROWEST = 0.5
_TOLERANCE_PX = 0.8
_BLOCKS = frozenset({"BlockBox", "AbsolutePlaceholder"})
"""What WeasyPrint makes of a block, and of one that is placed absolutely."""
BALANCED = "data-balance"
"""The attribute of texts whose lines are made equal; its value tells them apart.

What they are made narrower by is given to them as `--half` and `--whole`, for paddings on both sides or on one.
"""

Lay = Callable[[str], list[Box]]
"""Lays the cover out with further rules and gives its pages."""


@dataclass(slots=True)
class _Width:
    """The width of a title's lines, searched for between one that is too narrow and one that will do."""

    lines: int
    too_narrow: float = _NARROWEST
    wide_enough: float = 1.0

    @property
    def tried(self) -> float:
        return (self.too_narrow + self.wide_enough) / 2


@dataclass(slots=True)
class _Overfull:
    """A text that is larger than its region."""

    share: float
    """Of its size that may have room."""
    text: str
    source: str
    """`path:line` of where it is asked for; empty where that is not known."""


@dataclass(slots=True)
class _Fit:
    """Sizes and widths so far."""

    scales: dict[str, float] = field(default_factory=dict)
    widths: dict[str, float] = field(default_factory=dict)

    def rules(self) -> str:
        """Write them as a stylesheet."""
        sizes = (_size(key, scale) for key, scale in sorted(self.scales.items()))
        widths = (
            f'[{BALANCED}="{key}"]{{--half:{(1 - width) / 2:.2%};--whole:{1 - width:.2%}}}'
            for key, width in sorted(self.widths.items())
        )
        return "".join((*sizes, *widths))


def fit(lay: Lay) -> tuple[str, tuple[Diagnostic, ...]]:
    """Find the sizes at which all texts have room, and the widths at which the lines of titles are even.

    Returns:
        The rules that set them, and what has no room at the smallest size that can be read.
    """
    found = _Fit()
    overfull: dict[str, _Overfull] = {}
    pages: list[Box] = []
    for _ in range(_PASSES):
        pages = lay(found.rules())
        overfull = dict(_overfull(pages))
        small = {key: one for key, one in overfull.items() if found.scales.get(key, 1.0) > LEAST_SCALE}
        if not small:
            break
        for key, one in small.items():
            found.scales[key] = max(LEAST_SCALE, found.scales.get(key, 1.0) * min(one.share, _STEP))
    _balance(lay, found, dict(_lines(pages)))
    return found.rules(), tuple(_finding(key, one) for key, one in overfull.items())


def _size(key: str, scale: float) -> str:
    """Write the size of a text; where it can be no smaller, its words are broken rather than cut away."""
    broken = f'[data-fit="{key}"] *{{hyphens:auto;overflow-wrap:break-word}}' if scale <= LEAST_SCALE else ""
    return f'[data-fit="{key}"]{{font-size:{scale:.4f}em}}{broken}'


def _balance(lay: Lay, found: _Fit, lines: dict[str, int]) -> None:
    """Halve the widths of titles of several lines towards the narrowest that takes no line more."""
    searched = {key: _Width(count) for key, count in lines.items() if count > 1}
    for _ in range(_HALVINGS if searched else 0):
        found.widths = {key: width.tried for key, width in searched.items()}
        pages = lay(found.rules())
        counted, spilling = dict(_lines(pages)), _spilling(pages)
        overfull = any(True for _ in _overfull(pages))
        for key, width in searched.items():
            if counted[key] > width.lines or key in spilling or overfull:
                width.too_narrow = width.tried
            else:
                width.wide_enough = width.tried
    found.widths = {key: width.wide_enough for key, width in searched.items()}


def _lines(pages: Iterable[Box]) -> Iterator[tuple[str, int]]:
    """Count the lines of every title."""
    for box, element in _blocks(pages):
        key = element.get(BALANCED)
        if key:
            yield key, sum(kind(one) == "LineBox" for one in inside(box))


def _spilling(pages: Iterable[Box]) -> set[str]:
    """Name the titles with a word wider than their lines: it would begin at the edge and stand out of the middle."""
    return {
        key
        for box, element in _blocks(pages)
        if (key := element.get(BALANCED))
        and any(
            kind(line) == "LineBox" and _written_width(line) > box.width + _TOLERANCE_PX  # type: ignore[arg-type] # it is
            for line in inside(box)
        )
    }


def _written_width(line: Box) -> float:
    """Return the width of the text of a line."""
    texts = [box for box in inside(line) if isinstance(box, TextBox) and box.text.strip()]
    ends = [(box.position_x, box.position_x + box.width) for box in texts]  # type: ignore[attr-defined] # placed boxes have both
    return max((right for _, right in ends), default=0.0) - min((left for left, _ in ends), default=0.0)


def _overfull(pages: Iterable[Box]) -> Iterator[tuple[str, _Overfull]]:
    """Yield the texts that are larger than their regions."""
    for box, element in _blocks(pages):
        key = next((child.get("data-fit", "") for child in element), "")
        if key and "region" in element.get("class", "").split():
            share = _share(box)
            if share < 1:
                yield key, _Overfull(share, text_of(element), element.get("data-source", ""))


def _blocks(pages: Iterable[Box]) -> Iterator[tuple[Box, Element]]:
    for page in pages:
        for box in inside(page):
            element = getattr(box, "element", None)
            if isinstance(element, Element) and kind(box) in _BLOCKS:
                yield box, element  # type: ignore[misc] # a block has the measures of `Box`


def _share(region: Box) -> float:
    """Return by how much the text of a region is too large: below 1 it has to be smaller."""
    left, top = region.position_x, region.position_y
    right = left + region.width
    wide = deep = 0.0
    for box in inside(region):
        if isinstance(box, ImageBox) or kind(box) == "LineBox":
            deep = max(deep, box.position_y + box.height - top)  # type: ignore[attr-defined] # every placed box has both
        if isinstance(box, TextBox) and box.text.strip():
            wide = max(wide, box.position_x + box.width - right, left - box.position_x)  # type: ignore[attr-defined] # as above
    narrow = region.width / (region.width + wide) if wide > _TOLERANCE_PX else 1.0
    shallow = math.sqrt(region.height / deep) if deep > region.height + _TOLERANCE_PX else 1.0
    return min(narrow, shallow)


def _finding(key: str, one: _Overfull) -> Diagnostic:
    panel, _, what = key.rpartition("-")
    message = f"the text has no room on the {panel} of the cover ({what}), even at half its size: {one.text}"
    hints = ("shorten it, or give it room with a stylesheet of the cover's own (css in [cover])",)
    return Diagnostic("P042", Severity.ERROR, message, read_place(one.source) if one.source else None, hints)
