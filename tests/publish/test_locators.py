"""The pages of index entries, run together."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest

from translate_pub.publish import locators


def shown(folios: list[str], *, ranges: int = 0) -> str:
    """Write an entry's pages; the first `ranges` pairs are marked from one place to another."""
    root = Element("p")
    group = SubElement(root, "span", {"class": "locators", "data-separator": ", "})
    for place, folio in enumerate(folios):
        kind = "locator" if place >= 2 * ranges else ("locator begin", "locator end")[place % 2]
        link = SubElement(group, "a", {"class": kind, "data-page": f"i{place}"})
        link.text, link.tail = folio, "! "
    locators.merge(root, {f"i{place}": folio for place, folio in enumerate(folios)})
    return "".join(root.itertext())


@pytest.mark.parametrize(
    ("folios", "ranges", "expected"),
    [
        ("3 3 7", 0, "3, 7"),
        ("3 4 9", 0, "3, 4, 9"),
        ("3 4 5 9", 0, "3–5, 9"),
        ("9 3 5 4", 0, "3–5, 9"),
        ("3 4", 1, "3–4"),
        ("3 3", 1, "3"),
        ("3 8 5 9", 1, "3–9"),
        ("3 8 12 14 9 13", 2, "3–9, 12–14"),
        ("۳ ۴ ۵ ۹", 0, "۳–۵, ۹"),
        ("iv iv v 1 2 3", 0, "iv, v, 1–3"),
        ("iv 2", 1, "iv–2"),
    ],
)
def test_pages_run_together(folios: str, ranges: int, expected: str) -> None:
    """A page stands once, three in a row are a range, two only where the text is marked so, in any digits."""
    assert shown(folios.split(), ranges=ranges) == expected


def test_pages_that_are_not_known_yet_keep_their_places() -> None:
    """Before the pages are known nothing is run together, so that no mark is forgotten."""
    root = Element("p")
    group = SubElement(root, "span", {"class": "locators"})
    for place in range(3):
        SubElement(group, "a", {"class": "locator", "data-page": f"i{place}"}).text = "188"
    locators.merge(root, {"i0": "1", "i1": "1"})
    assert len(group) == 3
