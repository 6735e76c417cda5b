"""The regions of a cover: which part of the sheet each of its texts, images and codes has. Lengths are in mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from translate_pub.model.cover import CoverPlan, Panel, Rectangle


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the sheet with something in it."""

    name: str
    """Its class in the stylesheets, beside that of its panel."""
    panel: Panel
    area: Rectangle
    inside: str
    """HTML; what a text of `fit` regions is too large for makes it smaller."""
    fit: bool = False
    """Whether it is text, which is set smaller until it has room."""
    turn: int = 0
    """By how many degrees it is turned clockwise about its centre."""
    style: dict[str, str] = field(default_factory=dict)
    source: str = ""
    """`path:line` of where what is in it was asked for."""

    def html(self) -> str:
        """Write it as an element."""
        inside = f'<div class="fit" data-fit="{self.key}">{self.inside}</div>' if self.fit else self.inside
        source = f' data-source="{escape(self.source)}"' if self.source else ""
        return (
            f'<div class="region {self.panel.value} {self.name}" style="{escape(self._css())}"{source}>{inside}</div>'
        )

    @property
    def key(self) -> str:
        """The name by which its text is fitted."""
        return f"{self.panel.value}-{self.name}"

    def _css(self) -> str:
        laid = lying(self.area) if self.turn else self.area
        rules = {
            "left": f"{laid.x:.3f}mm",
            "top": f"{laid.y:.3f}mm",
            "width": f"{laid.width:.3f}mm",
            "height": f"{laid.height:.3f}mm",
            **({"transform": f"rotate({self.turn}deg)"} if self.turn else {}),
            **self.style,
        }
        return ";".join(f"{name}:{value}" for name, value in rules.items())


def lying(area: Rectangle) -> Rectangle:
    """Return the rectangle that covers another when it is turned by a quarter about its centre."""
    x = area.x + (area.width - area.height) / 2
    y = area.y + (area.height - area.width) / 2
    return Rectangle(x, y, area.height, area.width)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a panel that its texts keep to."""

    inner: Rectangle

    def between(self, top: float, bottom: float) -> Rectangle:
        """Return what lies between two shares of its height, 0 at the head and 1 at the foot."""
        y = self.inner.y + self.inner.height * top
        return Rectangle(self.inner.x, y, self.inner.width, self.inner.height * (bottom - top))


def frame(plan: CoverPlan, panel: Panel, least_share: float = 0.085) -> Frame:
    """Return the frame of a side or flap: a twelfth of its width inside, and never within the printer's margin."""
    area = plan.panels[panel]
    side = max(plan.margin, area.width * least_share)
    left, right = joint(plan, area)
    head = max(plan.margin, area.height * 0.055)
    return Frame(area.inset(side + left, head, side + right, head))


def joint(plan: CoverPlan, area: Rectangle) -> tuple[float, float]:
    """Return how far the joint of a case goes into a side from its left and its right edge."""
    joints = [fold for fold in plan.folds if area.x < fold < area.right]
    if not joints:
        return 0.0, 0.0
    from_left, from_right = joints[0] - area.x, area.right - joints[0]
    return (from_left, 0.0) if from_left < from_right else (0.0, from_right)


def spine_parts(plan: CoverPlan) -> Iterator[tuple[str, Rectangle]]:
    """Yield the parts of the spine from head to foot: names, title, publisher."""
    spine = plan.panels[Panel.SPINE]
    margin = max(plan.margin, spine.height * 0.05)
    inner = spine.inset(plan.spine_clear, margin, plan.spine_clear, margin)
    shares = (("names", 0.0, 0.34), ("title", 0.36, 0.80), ("publisher", 0.82, 1.0))
    for name, first, last in shares:
        y = inner.y + inner.height * first
        yield name, Rectangle(inner.x, y, inner.width, inner.height * (last - first))
