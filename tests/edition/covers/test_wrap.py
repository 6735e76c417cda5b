"""What stands on a cover, and in which of its regions."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.edition.shelf import METADATA, Shelf, catalog
from translate_pub.edition import furniture, languages, themes
from translate_pub.edition.covers import look, template, texts, wrap
from translate_pub.edition.covers.wrap import Cover
from translate_pub.edition.setting import setting_of
from translate_pub.model.book import Volume
from translate_pub.model.catalog import Entry
from translate_pub.model.cover import CoverPlan, CoverSettings, ImageArea, Panel, Rectangle, SpineDirection, Symbol
from translate_pub.model.printing import Binding
from translate_pub.source import metadata as segments

TEXTS = replace(METADATA, title="The Circle, 1883–1917", blurb="It *begins*.\n\nIt ends.", author_note="They met.")
CODE = Symbol("<svg viewBox='0 0 38 30'></svg>", 38, 30)


def plan(direction: str = "ltr", *, spine_text: bool = True, flaps: bool = False) -> CoverPlan:
    """Measure a cover of two sides of 140 mm, and perhaps flaps of 80."""
    front, back = Rectangle(152, 0, 140, 216), Rectangle(0, 0, 140, 216)
    if direction == "rtl":
        front, back = back, front
    panels = {Panel.FRONT: front, Panel.BACK: back, Panel.SPINE: Rectangle(140, 0, 12, 216)}
    if flaps:
        panels |= {Panel.BACK_FLAP: Rectangle(-80, 0, 80, 216), Panel.FRONT_FLAP: Rectangle(292, 0, 80, 216)}
    zone = Rectangle(back.x + 95, 176, 38, 30)
    return CoverPlan(
        Binding.FLAPS if flaps else Binding.PAPERBACK, direction, 292, 216, 3, panels, (140, 152), 12, 6, 1, spine_text,
        zone, 200, "cream",
    )  # fmt: skip


def cover(
    language: str = "en", volume: Volume | None = None, measures: CoverPlan | None = None, **settings: object
) -> str:
    """Write the cover of a small book."""
    shelf = Shelf({"one": "# One\n\nText."}, metadata=TEXTS)
    edition = shelf.translate(language).value
    assert edition is not None
    setting = setting_of(edition, furniture.load(language), themes.load(shelf.book, language))
    setting = replace(setting, volume=volume)
    asked = CoverSettings(**settings)  # type: ignore[arg-type] # the fields are those of CoverSettings
    style = languages.style(language)
    return wrap.render(Cover(texts.gather(setting), measures or plan(style.direction), asked, style, CODE))


def region(html: str, name: str) -> dict[str, float]:
    """Give left, top, width and height of a region in mm, and its turn in degrees."""
    found = re.search(rf'<div class="region {name}[^"]*" style="([^"]*)">', html)
    assert found, name
    return {
        key: float(value) for key, value in re.findall(r"(left|top|width|height|transform):\D*?(-?[\d.]+)", found[1])
    }


def test_the_words_of_a_cover() -> None:
    """Names, title, subtitle, publisher, blurb and author note are there, markup as in the book."""
    html = cover()
    for words in ("A. Author", "Of tests", "A Press", "It <em>begins</em>.", "<p>It ends.</p>", "They met."):
        assert words in html


def test_a_range_of_years_is_kept_together() -> None:
    """No line of a title ends inside a range of numbers."""
    assert "1883\u2060–\u20601917" in cover()


def test_the_texts_are_messages() -> None:
    """Blurb and author note are asked of translators, a message a paragraph, at their lines, and come back in place."""
    shelf = Shelf({"one": "# One"}, metadata=TEXTS, lines={"cover.blurb": 12, "cover.author_note": 15})
    found = [(one.context, one.text, one.line) for one in segments.segments(shelf.book) if one.line]
    assert found == [("blurb", "It *begins*.", 12), ("blurb", "It ends.", 12), ("author_note", "They met.", 15)]
    entries = [Entry("blurb", "It ends.", "Den slutar."), Entry("author_note", "They met.", "De träffades.")]
    edition = shelf.translate("sv", {"metadata": entries}).value
    assert edition is not None
    assert (edition.metadata.blurb, edition.metadata.author_note) == ("It *begins*.\n\nDen slutar.", "De träffades.")
    assert catalog("metadata", "sv", entries).entries == tuple(entries)


def test_the_front_of_a_book_from_right_to_left() -> None:
    """The front is on the left half, the barcode on the right one; runs of the other direction are wrapped."""
    html = cover("ur")
    assert 'dir="rtl"' in html
    assert region(html, "front head")["left"] < 140 < region(html, "back barcode")["left"]
    assert '<span class="foreign" dir="ltr">' in html


@pytest.mark.parametrize(
    ("language", "asked", "turn"),
    [
        ("en", None, 90),
        ("de", None, -90),
        ("ur", None, -90),
        ("en", SpineDirection.UP, -90),
        ("de", SpineDirection.DOWN, 90),
    ],
)
def test_the_spine(language: str, asked: SpineDirection | None, turn: int) -> None:
    """The spine runs in the direction of its language's custom, or as is asked, names above title above publisher."""
    html = cover(language, spine_direction=asked)
    parts = [region(html, f"spine {name}") for name in ("names", "title", "publisher")]
    assert [part["transform"] for part in parts] == [turn] * 3
    assert all(part["height"] == 10 and part["left"] + part["width"] / 2 == pytest.approx(146) for part in parts)
    centres = [part["top"] for part in parts]
    assert centres == sorted(centres)


def test_a_spine_without_text() -> None:
    """Where there is no room for it, nothing stands on the spine."""
    assert "region spine" not in cover(measures=plan(spine_text=False))


def test_a_cover_of_a_volume() -> None:
    """The number and title of a volume stand on front and spine."""
    html = cover(volume=Volume(2, "The Storm, 1905–1907"))
    assert html.count("Volume 2 · The Storm, 1905\u2060–\u20601907") == 2


@pytest.mark.parametrize(
    ("area", "left", "width"), [(ImageArea.BAND, 152, 143), (ImageArea.FRONT, 152, 143), (ImageArea.WRAP, -3, 298)]
)
def test_an_image(area: ImageArea, left: float, width: float) -> None:
    """An image takes a band of the front, the front, or all of the sheet, and reaches the end of the bleed."""
    placed = region(cover(image="a.svg", image_area=area), "front image")
    assert (placed["left"], placed["width"]) == (left, width)


def test_flaps() -> None:
    """With flaps, what is said of the author stands on that of the back, and on the back no more."""
    html = cover(measures=plan(flaps=True))
    assert html.count("They met.") == 1
    assert html.index("back-flap") < html.index("They met.")


def test_a_logo_and_a_price() -> None:
    """The publisher's mark stands on spine and back, and the price beside the barcode."""
    html = cover(logo="mark.svg", price="£9 & 1s")
    assert html.count('src="mark.svg"') == 2
    assert '<p class="price">£9 &amp; 1s</p>' in html


@pytest.mark.parametrize(
    ("background", "text"),
    [("", look.BLACK), ("#fff", look.BLACK), ("#1d2c4a", look.WHITE), ("device-cmyk(0.15 0.95 0.85 0.25)", look.WHITE)],
)
def test_the_colour_of_the_text(background: str, text: str) -> None:
    """Where nothing is asked for, text is black on light and white on dark, and so are rules."""
    chosen = look.colours(CoverSettings(background=background))
    assert (chosen.text, chosen.accent) == (text, text)


@pytest.mark.parametrize("theme", themes.NAMES)
@pytest.mark.parametrize("language", ["sv", "ur", "ar"])
def test_stylesheets(theme: str, language: str) -> None:
    """Every theme has a cover; in scripts without capitals nothing is spaced, slanted or in small capitals."""
    css = look.css(theme, languages.style(language), {}, look.colours(CoverSettings(background="#abc")))
    assert "@page { background: #abc; }" in css
    assert ("letter-spacing: 0 !important" in css) is (language != "sv")


def test_a_template() -> None:
    """A template names every panel with its measures, what it is for, and what its lines mean."""
    html = template.render(plan(flaps=True), ("book-sv", "200 pages"))
    for words in (
        "Front 140 × 216 mm", "Spine 12 × 216 mm", "Back flap 80 × 216 mm", "Barcode 38 × 30 mm", "fold at 140 mm",
        "cut 292 × 216 mm; with bleed 298 × 222 mm", "book-sv", "200 pages", "3 mm beyond the cut",
    ):  # fmt: skip
        assert words in html


@pytest.mark.parametrize("key", ["names", "head", "foot"])
def test_nothing_is_nearer_than_the_margin(key: str) -> None:
    """The texts of the front stay away from cut and spine by more than the printer's margin."""
    placed = region(cover(), f"front {key}")
    assert placed["left"] >= 152 + 6
    assert placed["left"] + placed["width"] <= 292 - 6
    assert 6 <= placed["top"] <= placed["top"] + placed["height"] <= 216 - 6
