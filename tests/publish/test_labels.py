"""Folios as page labels."""

from __future__ import annotations

import pikepdf
import pytest

from translate_pub.publish.labels import page_labels


def _unfold(labels: pikepdf.Dictionary) -> list[tuple[int, str]]:
    nums = labels.Nums.as_list()
    return [(int(page), style.unparse().decode()) for page, style in zip(nums[::2], nums[1::2], strict=True)]


def test_runs_are_ranges() -> None:
    """Roman numbers, then arabic ones from 1 again, and a gap."""
    assert _unfold(page_labels(["i", "ii", "1", "2", "5"])) == [
        (0, "<< /S /r /St 1 >>"),
        (2, "<< /S /D /St 1 >>"),
        (4, "<< /S /D /St 5 >>"),
    ]


@pytest.mark.parametrize("folio", ["۱۲", "ب", "", "IV", "01", "iix", "A-1"])
def test_what_pdf_cannot_count_is_written_out(folio: str) -> None:
    """Each page has a label of its own."""
    (entry,) = page_labels([folio]).Nums.as_list()[1:]
    assert str(entry.P) == folio
    assert "/S" not in entry
