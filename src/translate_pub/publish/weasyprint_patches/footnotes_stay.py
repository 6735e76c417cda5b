"""WeasyPrint 70.0 sends footnotes away from their calls so that one line more fits the page.

Where the second line of a paragraph does not fit and the first may not stand alone (orphans), `_linebox_layout`
(layout/block.py) moves notes that stand on the page already to the next, last first, until the line has room. In a
book it is the paragraph that moves: a note belongs under its call, and a page may be a line short.
"""

from __future__ import annotations

from translate_pub.publish.weasyprint_patches.replacement import replace

VERSION = "70.0"
_BEFORE = "            report = not context.in_column and can_break_now and not could_break_before\n"
_AFTER = "            report = False\n"


def apply() -> bool:
    """Let notes stay, and say whether they did not."""
    from weasyprint.layout import block  # noqa: PLC0415 - loaded on first use, like everywhere

    return replace(block, "_linebox_layout", VERSION, _BEFORE, _AFTER)
