"""The direction of a language, which catalogues, spreadsheets, pages and editions share."""

from __future__ import annotations

import pytest

from translate_pub.catalog.directions import direction


@pytest.mark.parametrize("tag", ["ur", "UR", "pa-Arab", "pa-PK", "ckb-IQ", "yi", "dv", "arz", "nqo", "ur-PK"])
def test_a_language_is_written_from_right_to_left(tag: str) -> None:
    """By the script that its tag names, or by the usual one of the language or of its region."""
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["sv", "ur-Latn", "pt-BR", "pa", "az", "", "no-such-language-at-all"])
def test_a_language_is_written_from_left_to_right(tag: str) -> None:
    """Every other one, and what is no language."""
    assert direction(tag) == "ltr"
