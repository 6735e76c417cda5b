"""The template of a cover for a designer who draws it elsewhere: edges, folds and safe areas, with their measures."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from translate_pub.edition.covers import regions
from translate_pub.model.cover import CoverPlan, Panel, Rectangle

TRIM, BLEED, FOLD, SAFE, CODE = (
    "device-cmyk(0 0 0 1)",
    "device-cmyk(0 1 1 0)",
    "device-cmyk(1 0 0 0)",
    "device-cmyk(0.8 0 1 0)",
    "device-cmyk(0 0 0 0.25)",
)
_NAMES = {
    Panel.FRONT: "Front",
    Panel.BACK: "Back",
    Panel.SPINE: "Spine",
    Panel.FRONT_FLAP: "Front flap",
    Panel.BACK_FLAP: "Back flap",
}
_LABEL_MM = 4.5


def render(plan: CoverPlan, facts: tuple[str, ...]) -> str:
    """Write the template as an HTML document of one page.

    Args:
        plan: the measures.
        facts: what it is a template for, a line each: book, language, pages, paper, printer.
    """
    whole = Rectangle(0, 0, plan.width, plan.height)
    inside = "".join((_drawing(plan, whole), *_labels(plan, whole), _legend(plan, facts)))
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Cover template</title></head>'
        f'<body class="template">{inside}</body></html>\n'
    )


def _drawing(plan: CoverPlan, whole: Rectangle) -> str:
    """Draw the lines: bleed, trim, folds, safe areas, the place of the barcode."""
    bleed = _grown(whole, plan.bleed)
    safe = (_rectangle(area, SAFE, dash="1.5 1") for area in _safe_areas(plan))
    folds = (
        f'<path d="M{x:.3f} {bleed.y:.3f}V{bleed.bottom:.3f}" stroke="{FOLD}" stroke-dasharray="3 1.5"/>'
        for x in plan.folds
    )
    pieces = (
        f'<rect {_place(plan.barcode)} fill="{CODE}" stroke="none"/>',
        *safe,
        *folds,
        _rectangle(whole, TRIM),
        _rectangle(bleed, BLEED),
    )
    return (
        f'<svg class="lines" viewBox="{bleed.x:.3f} {bleed.y:.3f} {bleed.width:.3f} {bleed.height:.3f}" '
        f'style="{_box(bleed)}" fill="none" stroke-width="0.25">{"".join(pieces)}</svg>'
    )


def _safe_areas(plan: CoverPlan) -> Iterator[Rectangle]:
    """Yield what every panel leaves for text, its joint left out."""
    for panel, area in plan.panels.items():
        if panel is Panel.SPINE:
            if plan.spine_text:
                yield area.inset(plan.spine_clear, plan.margin, plan.spine_clear, plan.margin)
            continue
        left, right = regions.joint(plan, area)
        yield area.inset(plan.margin + left, plan.margin, plan.margin + right, plan.margin)


def _labels(plan: CoverPlan, whole: Rectangle) -> Iterator[str]:
    """Yield the names and measures of panels, of the whole, and of the place of the barcode."""
    for panel, area in plan.panels.items():
        turned = panel is Panel.SPINE
        words = f"{_NAMES[panel]} {_mm(area.width)} × {_mm(area.height)} mm"
        middle = Rectangle(area.x, whole.height * 0.5 - _LABEL_MM, area.width, 2 * _LABEL_MM)
        yield _label("panel", area if turned else middle, words, turned=turned)
    size = f"cut {_mm(plan.width)} × {_mm(plan.height)} mm"
    bled = f"with bleed {_mm(plan.width + 2 * plan.bleed)} × {_mm(plan.height + 2 * plan.bleed)} mm"
    front = plan.panels[Panel.FRONT]
    head = Rectangle(front.x, plan.margin + 2, front.width, _LABEL_MM)
    yield _label("whole", head, f"{size}; {bled}")
    for x in plan.folds:
        yield _label("fold", Rectangle(x + 0.7, plan.height * 0.2, _LABEL_MM, 40), f"fold at {_mm(x)} mm", turned=True)
    words = f"Barcode {_mm(plan.barcode.width)} × {_mm(plan.barcode.height)} mm"
    yield _label("code", plan.barcode, words)


def _legend(plan: CoverPlan, facts: tuple[str, ...]) -> str:
    """Write what it is a template for and what the lines mean, on the front."""
    area = regions.frame(plan, Panel.FRONT).between(0.56, 1.0)
    edge = "turn-in, folded over the boards" if plan.binding.value == "case" else "bleed"
    meanings = (
        (BLEED, f"{edge}: {_mm(plan.bleed)} mm beyond the cut; background and images reach this line"),
        (TRIM, "cut" if plan.binding.value != "case" else "edge of the boards"),
        (FOLD, "fold, or edge of the spine"),
        (SAFE, f"safe area: text and logos stay inside, {_mm(plan.margin)} mm from cut and folds"),
        (CODE, "place of the barcode: white, or nothing"),
    )
    lines = "".join(f"<p>{escape(fact)}</p>" for fact in facts)
    keys = "".join(
        f'<p><span class="key" style="background:{colour}"></span>{escape(text)}</p>' for colour, text in meanings
    )
    last = "<p>Take these lines out before the file is saved for print.</p>"
    return f'<div class="legend" style="{_box(area)}">{lines}<div class="keys">{keys}</div>{last}</div>'


def _label(kind: str, area: Rectangle, words: str, *, turned: bool = False) -> str:
    laid = regions.lying(area) if turned else area
    turn = ";transform:rotate(90deg)" if turned else ""
    style = f"{_box(laid)};line-height:{laid.height:.3f}mm{turn}"
    return f'<div class="label {kind}" style="{style}">{escape(words)}</div>'


def _grown(area: Rectangle, by: float) -> Rectangle:
    return area.inset(-by, -by, -by, -by)


def _rectangle(area: Rectangle, colour: str, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<rect {_place(area)} stroke="{colour}"{dashes}/>'


def _place(area: Rectangle) -> str:
    return f'x="{area.x:.3f}" y="{area.y:.3f}" width="{area.width:.3f}" height="{area.height:.3f}"'


def _box(area: Rectangle) -> str:
    return f"left:{area.x:.3f}mm;top:{area.y:.3f}mm;width:{area.width:.3f}mm;height:{area.height:.3f}mm"


def _mm(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")
