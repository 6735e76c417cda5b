"""Repairs of WeasyPrint that belong upstream, each with its reason and the version that it is for."""

from __future__ import annotations

from translate_pub.publish.weasyprint_patches import (
    footnote_rounding,
    footnotes_stay,
    hanging_spaces,
    listed_breaks,
    right_to_left_lines,
    searchable_text,
)

PATCHES = (right_to_left_lines, hanging_spaces, listed_breaks, footnote_rounding, footnotes_stay, searchable_text)


def apply() -> tuple[str, ...]:
    """Apply what the installed WeasyPrint still needs, and name it; one that does not fit is left out."""
    return tuple(patch.__name__.rpartition(".")[2] for patch in PATCHES if patch.apply())
