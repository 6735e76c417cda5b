"""WeasyPrint 70.0 lays every right-to-left line out twice.

`get_next_linebox` (layout/inline.py) repeats a line until the floats around it move it no more. For a right-to-left
line it compares the line's right bound with `original_position_x + original_width`, where the width is still that of
the empty line, 0: the comparison fails for every line, and each is laid out again to the same result. The cursor of a
right-to-left line is its right bound already, so the condition for left-to-right lines holds for both directions.
Rendering Urdu takes 0.58 of the time, with identical pages.
"""

from __future__ import annotations

from translate_pub.publish.weasyprint_patches.replacement import replace

VERSION = "70.0"
_BEFORE = """\
        if containing_block.style['direction'] == 'ltr':
            condition = (position_x, position_y) == (
                original_position_x, original_position_y)
        else:
            condition = (position_x + line.width, position_y) == (
                original_position_x + original_width, original_position_y)
"""
_AFTER = """\
        condition = (position_x, position_y) == (
            original_position_x, original_position_y)
"""


def apply() -> bool:
    """Replace the condition, and say whether it was there to be replaced."""
    from weasyprint.layout import inline  # noqa: PLC0415 - loaded on first use, like everywhere

    return replace(inline, "get_next_linebox", VERSION, _BEFORE, _AFTER)
