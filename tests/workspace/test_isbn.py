"""Check digits are those of the standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.model import isbn

DIGITS = st.text("0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize("number", ["978-0-306-40615-7", "978-3-16-148410-0", "9780000000101", "979-10-90636-07-1"])
def test_published_numbers(number: str) -> None:
    """The check digit of a number that is in use is its last digit."""
    digits = isbn.compact(number)
    assert isbn.check_digit(digits) == digits[-1]


@given(DIGITS)
def test_weighted_sum(digits: str) -> None:
    """Digits weighted 1 and 3 in turn, the check digit among them, add up to a multiple of ten."""
    whole = digits + isbn.check_digit(digits)
    assert sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(whole)) % 10 == 0


@given(DIGITS, st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_seen(digits: str, place: int, by: int) -> None:
    """A number with one digit mistyped has another check digit."""
    wrong = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    assert isbn.check_digit(wrong) != isbn.check_digit(digits)
