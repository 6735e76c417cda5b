"""Repairs of WeasyPrint that belong upstream, each with its reason and the version that it is for."""

from __future__ import annotations

from translate_pub.publish.weasyprint_patches import right_to_left_lines


def apply() -> tuple[str, ...]:
    """Apply what the installed WeasyPrint still needs, and name it; one that does not fit is left out."""
    return tuple(patch.__name__.rsplit(".", 1)[-1] for patch in (right_to_left_lines,) if patch.apply())
