"""The page on which an alignment is looked through, and its summary."""

from __future__ import annotations

import json

from translate_pub.model.alignment import Block, Fate, Find, Import, Row
from translate_pub.report import alignment

HOSTILE = '</td><script>alert("1")</script>&'


def imported(language: str = "ur") -> Import:
    """Make an import with one line of each state."""
    sure = Find("01", ("", "Sure"), "paragraph", 3, "یقینی", 0.98, (), "a.md", 4, Fate.ENTERED)
    doubtful = Find("01", ("", HOSTILE), "paragraph", 5, HOSTILE, 0.4, (HOSTILE,), HOSTILE, 6, Fate.ENTERED)
    missing = Find("01", ("", "Missing"), "heading 1", 7, confidence=0.95)
    kept = Find("01", ("", "Kept"), "paragraph", 9, "رہا", 0.99, (), "a.md", 9, Fate.KEPT)
    rows = (
        Row((sure, doubtful)),
        Row((missing,)),
        Row((kept,)),
        Row((), (Block("paragraph", HOSTILE, chapter="a.md"),)),
    )
    return Import("book", "en", language, ("a.md",), rows, ("locales/ur/x.po",))


def test_nothing_that_a_file_says_becomes_markup() -> None:
    """Texts, reasons and names are escaped; the page's own script is the only one."""
    page = alignment.page(imported())
    assert page.count("<script>") == 1
    assert "alert(" in page
    assert "src=" not in page
    assert "href=" not in page


def test_each_state_can_be_hidden_and_is_counted() -> None:
    """A box for each state that there is."""
    page = alignment.page(imported())
    for state in ("sure", "doubtful", "missing", "stray", "kept"):
        assert f'value="{state}" checked' in page
        assert f'<tr class="{state}' in page


def test_the_summary_counts_what_became_of_every_place() -> None:
    """Nothing is left out."""
    told = alignment.summary(imported(), written=True)
    assert told == (
        "2 places of the source got a translation; 1 of them doubtful; 1 keep another that was there; 1 found none; "
        "1 text of the translation found no place; 1 catalogue written"
    )


def test_the_json_has_every_place_and_every_stray() -> None:
    """For other programs."""
    value = json.loads(alignment.json(imported()))
    assert [one["doubtful"] for one in value["messages"]] == [False, True, False, False]
    assert [one["text"] for one in value["strays"]] == [HOSTILE]
