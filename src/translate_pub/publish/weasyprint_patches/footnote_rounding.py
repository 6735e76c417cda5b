"""WeasyPrint 70.0 moves footnotes to the next page for a rounding error.

`LayoutContext._update_footnote_area` (layout/__init__.py) compares the bottom of the last note with that of the area
that was made to hold it. Both are sums of the same heights in another order: they differ by some 1e-13 px at times,
and a note for which there is all the room of the page is sent to the next. `overflows`, beside it, has the tolerance.
"""

from __future__ import annotations

from translate_pub.publish.weasyprint_patches.replacement import replace

VERSION = "70.0"
_BEFORE = "        overflow = last_child_bottom > footnote_area_bottom\n"
_AFTER = "        overflow = self.overflows(footnote_area_bottom, last_child_bottom)\n"


def apply() -> bool:
    """Let the comparison be tolerant, and say whether it was not."""
    from weasyprint.layout import LayoutContext  # noqa: PLC0415 - loaded on first use, like everywhere

    return replace(LayoutContext, "_update_footnote_area", VERSION, _BEFORE, _AFTER)
