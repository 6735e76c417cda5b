"""Words as translators count them."""

from __future__ import annotations

import pytest

from translate_pub.catalog import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The second congress, in 1903.", 5),
        ("don't re-elect the editor-in-chief", 4),
        ("a **bold** _word_ and `some code here`", 4),
        ('see [the rules](https://example.org/rules "of the party") and <https://example.org>', 7),
        ("a note[^12] and ![a map](maps/russia.svg){: .wide #map }", 5),
        ("[Iskra][iskra] was printed&nbsp;abroad", 4),
        ("<span class='x y'>two words</span>", 2),
        ("3,000 roubles and 1.5 poods", 5),
        ("رسوا ہوئے کوچہ و بازار", 5),
        ("列宁在1903年", 5),
        ("… — *** --", 0),
    ],
)
def test_markup_and_addresses_are_no_words(text: str, count: int) -> None:
    """Words and numbers count; markup, code, addresses and labels do not; an ideograph counts as a word."""
    assert words.count(text) == count
