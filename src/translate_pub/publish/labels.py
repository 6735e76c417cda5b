"""Page labels: what a viewer calls each page, which is the folio printed on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pikepdf import Array, Dictionary, Name, String

from translate_pub.edition import numbering

_ROMAN = "lower-roman"


def page_labels(folios: Sequence[str]) -> Dictionary:
    """Write the number tree of page labels (ISO 32000-1, 12.4.2).

    Runs of arabic or lower-case roman numbers are ranges; any other folio (abjad, the digits of another script) is
    written out page by page as a label of its own, since PDF has no style for it.
    """
    nums = Array()
    described = [_describe(folio) for folio in folios]
    runs = groupby(enumerate(described), key=lambda item: _run_key(item[0], item[1], folios[item[0]]))
    for _, run in runs:
        page, (style, number) = next(run)
        nums.append(page)
        if style:
            nums.append(Dictionary(S=Name(f"/{style}"), St=number))
        else:
            nums.append(Dictionary(P=String(folios[page])))
    return Dictionary(Nums=nums)


def _describe(folio: str) -> tuple[str, int]:
    """Return PDF's style and number of a folio; no style where PDF cannot count like that."""
    if folio.isascii() and folio.isdecimal() and not folio.startswith("0"):
        return "D", int(folio)
    number = _read_roman(folio)
    return ("r", number) if number else ("", 0)


def _run_key(page: int, described: tuple[str, int], folio: str) -> tuple[str, int | str]:
    style, number = described
    return (style, number - page) if style else ("", f"{page} {folio}")


def _read_roman(text: str) -> int:
    """Return the value of a lower-case roman number, or 0."""
    value, rest = 0, text
    for worth, letters in numbering.ADDITIVE[_ROMAN].items():
        while rest.startswith(letters):
            value, rest = value + worth, rest.removeprefix(letters)
    return value if not rest and numbering.format(value, _ROMAN) == text else 0
