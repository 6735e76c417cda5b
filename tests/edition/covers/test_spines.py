"""In which direction the text of a spine runs."""

from __future__ import annotations

import pytest

from translate_pub.edition.covers import spines
from translate_pub.model.cover import SpineDirection

DOWN, UP = SpineDirection.DOWN, SpineDirection.UP


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", DOWN), ("en-GB", DOWN), ("sv", DOWN), ("nl", DOWN), ("da", DOWN), ("ur", DOWN), ("ar", DOWN),
        ("de", UP), ("de-AT", UP), ("fr", UP), ("es-MX", UP), ("it", UP), ("pt-BR", UP), ("ru", UP),
    ],
)  # fmt: skip
def test_the_custom_of_a_language(language: str, wanted: SpineDirection) -> None:
    """English, Swedish and Dutch run down, German, French, Spanish and Italian up, whatever the country."""
    assert spines.direction(language) is wanted


@pytest.mark.parametrize(
    ("writing", "spine", "turn"), [("ltr", DOWN, 90), ("ltr", UP, -90), ("rtl", DOWN, -90), ("rtl", UP, 90)]
)
def test_how_a_line_is_turned(writing: str, spine: SpineDirection, turn: int) -> None:
    """A line that begins at its right end is turned the other way round to run in the same direction."""
    assert spines.turn(spine, writing) == turn


@pytest.mark.parametrize(
    ("language", "script", "size"), [("sv", "Latn", 17.0), ("ur", "Arab", 16.44), ("fa", "Arab", 18)]
)
def test_the_size_of_letters(language: str, script: str, size: float) -> None:
    """Letters are as large as the spine leaves room for in their script, and never as large as a title's."""
    letters = spines.letters(language, script)
    assert letters.size(10) == pytest.approx(size, abs=0.01)
    assert letters.size(letters.least_mm) >= 7.9
