"""The plan of a cover: how wide its spine is, and where its panels lie."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.covers.press import CREAM, block, plan, profile
from translate_pub.model.book import Trim
from translate_pub.model.cover import Panel
from translate_pub.model.printing import BarcodeZone, Binding, CaseMeasures, Paper, Spine
from translate_pub.publish.covers import planning, spine


@pytest.mark.parametrize(
    ("paper", "pages", "wanted"),
    [
        pytest.param(Paper("caliper", caliper_um=115), 612, 35.19, id="caliper"),
        pytest.param(Paper("inch", pages_per_inch=444), 444, 25.4, id="pages-an-inch"),
        pytest.param(Paper("volume", grams_per_m2=90, volume=1.75), 320, 25.2, id="grams-and-volume"),
        pytest.param(Paper("nothing"), 320, None, id="unknown"),
    ],
)
def test_the_thickness_of_pages(paper: Paper, pages: int, wanted: float | None) -> None:
    """Pages are as thick as their paper's caliper, pages an inch, or weight and volume say."""
    assert spine.thickness(pages, paper) == (pytest.approx(wanted) if wanted else None)


@pytest.mark.parametrize(
    ("binding", "wanted"),
    [
        (Binding.PAPERBACK, 12.5),
        (Binding.FLAPS, 12.5),
        (Binding.CASE, 17.5),
        (Binding.JACKET, 17.5),
        (Binding.STAPLED, 0),
    ],
)
def test_the_width_of_a_spine(binding: Binding, wanted: float) -> None:
    """A spine is as wide as the pages, what the printer adds, and the boards that it goes round."""
    assert spine.width(12, binding, Spine(extra_mm=0.5), CaseMeasures(board_thickness_mm=2.5)) == wanted


def test_a_least_spine() -> None:
    """No spine is narrower than what the printer makes."""
    assert spine.width(1, Binding.PAPERBACK, Spine(least_mm=3), CaseMeasures()) == 3


def test_a_paperback() -> None:
    """Back, spine and front lie side by side, the front on the right."""
    made = plan()
    assert (made.width, made.height, made.spine) == (292, 216, 12)
    assert [(panel.value, area.x, area.width) for panel, area in made.panels.items()] == [
        ("back", 0, 140),
        ("spine", 140, 12),
        ("front", 152, 140),
    ]


def test_a_book_from_right_to_left() -> None:
    """The front is the left half, and the barcode on the right one, near the spine."""
    made = plan(direction="rtl")
    assert made.panels[Panel.FRONT].x == 0
    back = made.panels[Panel.BACK]
    assert back.x == 152
    assert back.x < made.barcode.x < back.x + 10
    assert made.barcode.right < back.right


def test_a_case() -> None:
    """Boards stand out over the pages, and the turn-in takes the place of the bleed."""
    made = plan(binding=Binding.CASE)
    assert (made.bleed, made.spine, made.height) == (15, 17, 222)
    assert made.width == 2 * (140 + 3 + 2.5) + 17
    assert [round(fold - 145.5, 1) for fold in made.folds] == [-8, 0, 17, 25]


@pytest.mark.parametrize(("binding", "side"), [(Binding.FLAPS, 140), (Binding.JACKET, 145.5)])
def test_flaps(binding: Binding, side: float) -> None:
    """A flap stands outside either side; that of the front is beside the front."""
    made = plan(binding=binding, direction="rtl")
    assert [panel.value for panel in made.panels] == ["front-flap", "front", "spine", "back", "back-flap"]
    assert (made.panels[Panel.FRONT_FLAP].width, made.panels[Panel.FRONT].width) == (80, side)


def test_a_stapled_book() -> None:
    """It has no spine, and nothing is said of a text that it cannot have."""
    outcome = planning.plan(block(binding=Binding.STAPLED, paper=Paper("any")), profile())
    assert outcome.value is not None
    assert Panel.SPINE not in outcome.value.panels
    assert (outcome.value.folds, outcome.value.spine_text, outcome.diagnostics) == ((140,), False, ())


@pytest.mark.parametrize(
    ("pages", "from_pages", "reason"),
    [(64, 0, "text needs 5.3 mm, with 1 mm clear on either side"), (200, 300, "from 300 pages on")],
)
def test_a_spine_without_text(pages: int, from_pages: int, reason: str) -> None:
    """A spine too narrow for text, or of fewer pages than the printer wants, is left without, and it is said."""
    printer = profile(spine=Spine(clear_mm=1, text_from_pages=from_pages))
    outcome = planning.plan(block(pages=pages), printer)
    assert outcome.value is not None
    assert not outcome.value.spine_text
    assert [(one.code, reason in one.message) for one in outcome.diagnostics] == [("P041", True)]


def test_a_tall_script() -> None:
    """A script that is taller than others needs a wider spine."""
    latin, nastaliq = (planning.plan(block(pages=110, least_text=least), profile()).value for least in (3.3, 5.4))
    assert latin is not None
    assert nastaliq is not None
    assert (latin.spine_text, nastaliq.spine_text) == (True, False)


def test_a_paper_without_thickness() -> None:
    """There is no cover where nobody knows how thick the paper is."""
    outcome = planning.plan(block(paper=Paper("cream")), profile())
    assert outcome.value is None
    assert [one.code for one in outcome.diagnostics] == ["P040"]


def test_the_printers_place_of_a_barcode() -> None:
    """The barcode's place is measured from foot and spine, and is never nearer to them than the safe margin."""
    printer = profile(barcode=BarcodeZone(50, 30, 10, 9), cover_margin_mm=6)
    made = planning.plan(block(), printer).value
    assert made is not None
    assert (made.barcode.right, made.barcode.bottom, made.barcode.width) == (140 - 9, 216 - 10, 50)


@given(
    pages=st.integers(2, 1200),
    width=st.floats(90, 230),
    binding=st.sampled_from(Binding),
    direction=st.sampled_from(["ltr", "rtl"]),
)
def test_panels_fill_the_sheet(pages: int, width: float, binding: Binding, direction: str) -> None:
    """Whatever the book, its panels lie side by side without a gap, and the barcode lies on the back."""
    made = planning.plan(
        block(pages=pages, trim=Trim(width, 216), binding=binding, direction=direction, paper=CREAM), profile()
    ).value
    assert made is not None
    areas = list(made.panels.values())
    assert areas[0].x == 0
    assert areas[-1].right == pytest.approx(made.width)
    assert all(one.right == pytest.approx(two.x) for one, two in itertools.pairwise(areas))
    back = made.panels[Panel.BACK]
    assert back.x <= made.barcode.x <= made.barcode.right <= back.right + 1e-9
    assert 0 < made.barcode.y < made.barcode.bottom < made.height
