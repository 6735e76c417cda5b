"""The page of editions in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.browsing import ask
from tests.report.test_prospects import REPORT
from translate_pub.report import status_page

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", [1280, 800])
def test_the_page_fits_the_window(tmp_path: Path, width: int) -> None:
    """Nothing has to be moved sideways to be read."""
    page = status_page.write(REPORT, "Press").replace("<details>", "<details open>")
    question = "document.documentElement.scrollWidth <= innerWidth"
    assert ask(page, question, tmp_path, width=width) is True


def test_bars_are_as_long_as_their_words(tmp_path: Path) -> None:
    """The first edition has a tenth reviewed and a fifth missing, and its bar shows that."""
    question = "[...document.querySelector('td .bar').children].map(part => part.getBoundingClientRect().width)"
    widths = ask(status_page.write(REPORT, "Press"), question, tmp_path)
    shares = [round(width / sum(widths), 2) for width in widths]
    assert shares == [0.1, 0.7, 0, 0.2]


def test_a_name_from_right_to_left_leaves_the_figures_beside_it_alone(tmp_path: Path) -> None:
    """The Urdu name stands left of its tag, as every other name does, though it is read from the right."""
    question = """(() => {
      const cell = document.querySelector("td:first-child");
      const [name, tag] = [cell.querySelector("bdi"), cell.querySelector("small")].map(e => e.getBoundingClientRect());
      return name.right <= tag.left;
    })()"""
    assert ask(status_page.write(REPORT, "Press"), question, tmp_path) is True


def test_an_edition_unfolds(tmp_path: Path) -> None:
    """Chapters, charts and people are there when they are asked for."""
    question = """(() => {
      const edition = document.querySelector("details");
      const before = edition.offsetHeight;
      edition.querySelector("summary").click();
      return [before, edition.offsetHeight];
    })()"""
    folded, unfolded = ask(status_page.write(REPORT, "Press"), question, tmp_path)
    assert folded < 80  # px
    assert unfolded > 400
