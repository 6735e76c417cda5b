"""Numbers are written in the digits and letters of a system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.edition import numbering


@pytest.mark.parametrize(
    ("number", "system", "written"),
    [
        (1917, "latn", "1917"),
        (1917, "arabext", "۱۹۱۷"),
        (1917, "arab", "١٩١٧"),
        (1917, "deva", "१९१७"),
        (14, "lower-roman", "xiv"),
        (1999, "upper-roman", "MCMXCIX"),
        (4000, "lower-roman", "4000"),
        (0, "abjad", "0"),
        (8, "abjad", "ح"),
        (15, "abjad", "یہ"),
        (123, "abjad", "قکج"),
        (15, "abjad-arab", "يه"),
        (27, "lower-alpha", "aa"),
        (702, "upper-alpha", "ZZ"),
    ],
)
def test_number_is_written_in_its_system(number: int, system: str, written: str) -> None:
    """A number reads as its system writes it."""
    assert numbering.format(number, system) == written


@given(st.sampled_from(numbering.SYSTEMS), st.integers(1, 1999), st.integers(1, 1999))
def test_numbers_keep_apart(system: str, first: int, second: int) -> None:
    """Two numbers are never written alike."""
    assert (numbering.format(first, system) == numbering.format(second, system)) == (first == second)


@pytest.mark.parametrize("system", numbering.SYSTEMS)
def test_counter_style_is_named_as_it_is_used(system: str) -> None:
    """CSS finds the counter style that folios ask for, its own or ours."""
    rule = numbering.counter_style(system)
    assert not rule or rule.startswith(f"@counter-style {numbering.counter_name(system)} ")


def test_unknown_system_is_refused() -> None:
    """A system that nobody knows is no silent Latin."""
    with pytest.raises(KeyError):
        numbering.format(1, "klingon")
