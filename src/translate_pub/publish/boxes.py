"""Laid-out boxes, as far as the rest of this floor looks at them. Lengths are WeasyPrint's: CSS px, origin top left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, runtime_checkable
from xml.etree.ElementTree import Element

PT_PER_PX = 0.75
"""72 pt and 96 px an inch (CSS Values 3, 5.2)."""


class Box(Protocol):
    """What every box has."""

    element: Element | None
    element_tag: str
    style: Mapping[str, object]
    position_x: float
    position_y: float
    width: float
    height: float
    margin_bottom: float

    def margin_height(self) -> float:
        """Return its height with padding, border and margin."""

    def content_box_y(self) -> float:
        """Return where its content begins."""


@runtime_checkable
class ParentBox(Protocol):
    """A box with others in it."""

    children: Sequence[Box]


@runtime_checkable
class TextBox(Protocol):
    """A run of text in one style on one line."""

    text: str
    style: Mapping[str, object]
    element: Element | None
    element_tag: str


@runtime_checkable
class ImageBox(Protocol):
    """An image, as placed."""

    replacement: object
    element: Element | None
    width: float
    height: float


def inside(box: object) -> Iterator[object]:
    """Yield a box and every box in it, in document order."""
    yield box
    if isinstance(box, ParentBox):
        for child in box.children:
            yield from inside(child)


def kind(box: object) -> str:
    """Return the name of a box's kind, as WeasyPrint calls it (`LineBox`, `TableBox`...)."""
    return type(box).__name__


def generated(box: object) -> bool:
    """Whether a box comes from a stylesheet (a marker, a call, `::before`) and not from the text."""
    return "::" in str(getattr(box, "element_tag", ""))
