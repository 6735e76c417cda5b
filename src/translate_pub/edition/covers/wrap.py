"""The cover as HTML: one page with the back, the spine, the front, and flaps, as the sheet lies outside up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape

from translate_pub.edition import bidi, markup
from translate_pub.edition.covers import regions, spines
from translate_pub.edition.covers.regions import Region
from translate_pub.edition.covers.texts import CoverText
from translate_pub.edition.languages import LanguageStyle
from translate_pub.model.cover import CoverPlan, CoverSettings, ImageArea, Panel, Rectangle, Symbol

_BAND = (0.53, 0.86)
"""Shares of the front's height between which a band of image lies."""
_DISPLAYED = frozenset({"names", "title", "subtitle", "blurb"})
"""Texts that are set large, of the blurb the first paragraph: their lines are made even."""
_ASKED = {
    (Panel.FRONT, "image"): "image",
    (Panel.BACK, "text"): "blurb",
    (Panel.BACK, "foot"): "logo",
    (Panel.SPINE, "mark"): "logo",
    (Panel.BACK_FLAP, "text"): "author_note",
    (Panel.FRONT_FLAP, "text"): "description",
    (Panel.FRONT, "names"): "contributors",
}
"""Region -> the key that asks for what is in it, where that is not the title."""
_GAP_MM = 6.0
"""Between the codes and what stands beside and above them."""


@dataclass(frozen=True, slots=True)
class Cover:
    """All that stands on one cover."""

    text: CoverText
    plan: CoverPlan
    settings: CoverSettings
    style: LanguageStyle
    barcode: Symbol | None = None
    qr: Symbol | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    """Key of `[cover]` or of the metadata -> `path:line` where it is said, for what is found about it."""

    @property
    def image_area(self) -> ImageArea | None:
        """How much of it its image takes; None where it has none."""
        return (self.settings.image_area or ImageArea.BAND) if self.settings.image else None


def render(cover: Cover) -> str:
    """Write a cover as an HTML document of one page.

    What publish asks of it: lengths in mm from the top left corner of the trim; a text that is set smaller until it has
    room is `.fit[data-fit]` in a `.region` of fixed size, its own sizes in em; images relative to the workspace's root.
    """
    parts = (*_images(cover), *_front(cover), *_back(cover), *_spine(cover), *_flaps(cover))
    inside = "".join(_written(region, cover) for region in parts)
    style, plan = cover.style, cover.plan
    area = f" image-{cover.image_area.value}" if cover.image_area else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(style.language)}" dir="{style.direction}"><head><meta charset="utf-8">'
        f"<title>{cover.text.title}</title></head>"
        f'<body class="cover {plan.binding.value}{area}">{inside}</body></html>\n'
    )


def _written(region: Region, cover: Cover) -> str:
    """Write a region; the runs of foreign direction in its text are wrapped."""
    key = _ASKED.get((region.panel, region.name), "title")
    placed = replace(region, source=cover.places.get(key, ""))
    if not region.fit:
        return placed.html()
    root = markup.parse(region.inside)
    bidi.wrap(root, cover.style.direction)
    return replace(placed, inside=markup.write_inside(root)).html()


def _images(cover: Cover) -> Iterator[Region]:
    """Place the image: over the sheet, the front, or a band of it, the bleed included."""
    plan = cover.plan
    if cover.image_area is None:
        return
    front = plan.bled(Panel.FRONT)
    area = {
        ImageArea.WRAP: Rectangle(-plan.bleed, -plan.bleed, plan.width + 2 * plan.bleed, plan.height + 2 * plan.bleed),
        ImageArea.FRONT: front,
        ImageArea.BAND: Rectangle(front.x, plan.height * _BAND[0], front.width, plan.height * (_BAND[1] - _BAND[0])),
    }[cover.image_area]
    yield Region("image", Panel.FRONT, area, _image(cover.settings.image))


def _image(path: str) -> str:
    return f'<img src="{escape(path)}" alt="">'


def _front(cover: Cover) -> Iterator[Region]:
    text, frame = cover.text, regions.frame(cover.plan, Panel.FRONT)
    foot = 0.50 if cover.image_area is ImageArea.BAND else 0.74
    yield Region("names", Panel.FRONT, frame.between(0.0, 0.10), _lines(("names", text.names)), fit=True)
    title = _lines(("volume", text.volume), ("title", text.title)) + '<p class="rule"><span></span></p>'
    title += _lines(("subtitle", text.subtitle))
    credit = "<br>".join(text.credits)
    title += f'<p class="credits">{credit}</p>' if credit else ""
    yield Region("head", Panel.FRONT, frame.between(0.13, foot), title, fit=True)
    publisher = _lines(("publisher", text.publisher))
    yield Region("foot", Panel.FRONT, frame.between(0.925, 1.0), publisher, fit=True)


def _back(cover: Cover) -> Iterator[Region]:
    plan, text, settings = cover.plan, cover.text, cover.settings
    frame = regions.frame(plan, Panel.BACK).inner
    codes = _codes(cover)
    highest = min((region.area.y for region in codes), default=frame.bottom)
    free = _beside([region.area for region in codes], frame, plan)
    note = "" if Panel.BACK_FLAP in plan.panels else _paragraphs("note", text.author_note)
    blurb = Rectangle(frame.x, frame.y, frame.width, highest - _GAP_MM - frame.y)
    yield Region("text", Panel.BACK, blurb, _paragraphs("blurb", text.blurb, even=True) + note, fit=True)
    yield from codes
    mark = _image(settings.logo) if settings.logo else ""
    lines = _lines(("publisher", text.publisher), ("price", escape(settings.price)))
    yield Region("foot", Panel.BACK, free, f'<div class="mark">{mark}</div>{lines}', fit=True)


def _codes(cover: Cover) -> list[Region]:
    """Place the barcode in its zone at the spine and the foot, and the QR code beside it."""
    plan, found = cover.plan, []
    at_left = plan.direction == "rtl"
    zone = plan.barcode
    edge = zone.x if at_left else zone.right
    for name, symbol in (("barcode", cover.barcode), ("qr", cover.qr)):
        if symbol is None:
            continue
        x = edge if at_left else edge - symbol.width
        area = Rectangle(x, zone.bottom - symbol.height, symbol.width, symbol.height)
        found.append(Region(name, Panel.BACK, area, symbol.svg))
        edge = area.right + _GAP_MM if at_left else area.x - _GAP_MM
    return found


def _beside(codes: list[Rectangle], frame: Rectangle, plan: CoverPlan) -> Rectangle:
    """Return what the codes leave free of the foot of the back: towards the fore-edge, which a reader sees last."""
    height = max((code.height for code in codes), default=plan.height * 0.12)
    top = min((code.y for code in codes), default=frame.bottom - height)
    if not codes:
        return Rectangle(frame.x, top, frame.width, height)
    if plan.direction == "rtl":
        left = max(code.right for code in codes) + _GAP_MM
        return Rectangle(left, top, frame.right - left, height)
    return Rectangle(frame.x, top, min(code.x for code in codes) - _GAP_MM - frame.x, height)


def _spine(cover: Cover) -> Iterator[Region]:
    """Set names, title and publisher along the spine, whatever the direction in the same places."""
    plan, text = cover.plan, cover.text
    if not plan.spine_text:
        return
    direction = cover.settings.spine_direction or spines.direction(cover.style.language)
    turn = spines.turn(direction, cover.style.direction)
    whole = " · ".join(part for part in (text.title, text.volume) if part)
    logo = cover.settings.logo
    words = {"names": text.names, "title": whole, "publisher": "" if logo else text.publisher}
    for name, area in regions.spine_parts(plan):
        size = spines.letters(cover.style.language, cover.style.script).size(area.width)
        style = {"line-height": f"{area.width:.3f}mm", "font-size": f"{size:.2f}pt", "text-align": _side(name, turn)}
        if words[name]:
            line = f'<p class="{name}">{words[name]}</p>'
            yield Region(name, Panel.SPINE, area, line, fit=True, turn=turn, style=style)
        elif name == "publisher" and logo:
            side = min(area.width, area.height)
            foot = Rectangle(area.x, area.bottom - side, area.width, side)
            yield Region("mark", Panel.SPINE, foot, _image(logo))


def _side(name: str, turn: int) -> str:
    """Say at which end of its line a part of the spine stands: names towards the head, the publisher to the foot."""
    head, foot = ("left", "right") if turn > 0 else ("right", "left")
    return {"names": head, "publisher": foot}.get(name, "center")


def _flaps(cover: Cover) -> Iterator[Region]:
    for panel, paragraphs in (
        (Panel.FRONT_FLAP, _paragraphs("blurb", cover.text.description)),
        (Panel.BACK_FLAP, _paragraphs("note", cover.text.author_note)),
    ):
        if panel in cover.plan.panels and paragraphs:
            yield Region("text", panel, regions.frame(cover.plan, panel).inner, paragraphs, fit=True)


def _lines(*lines: tuple[str, str]) -> str:
    return "".join(f'<p class="{name}"{_balance(name)}>{text}</p>' for name, text in lines if text)


def _balance(name: str) -> str:
    """Ask for even lines where a text is set large."""
    return f' data-balance="{name}"' if name in _DISPLAYED else ""


def _paragraphs(name: str, paragraphs: tuple[str, ...], *, even: bool = False) -> str:
    """Write paragraphs, with the lines of the first, which is set larger, made even."""
    first = _balance(name) if even else ""
    inside = "".join(f"<p{'' if place else first}>{text}</p>" for place, text in enumerate(paragraphs))
    return f'<div class="{name}">{inside}</div>' if inside else ""
