"""WeasyPrint 70.0 breaks a line after its first word when only the space at the end of the text is too much.

Where the rest of a paragraph's text fits a line but for the space behind it (before an inline element, say), Pango
keeps it on one line and lets the space hang. `split_first_line` (text/line_break.py) finds that line, space included,
wider than the column, takes it for one overlong word, and returns the first word alone: a line of one word in the
middle of a justified paragraph, about once in fifty inline elements. Its callers let a space at the end hang already,
so the line may be returned as Pango made it.
"""

from __future__ import annotations

from translate_pub.publish.weasyprint_patches.replacement import replace

VERSION = "70.0"
_BEFORE = """\
    if resume_index is None and first_line_width <= max_width:
"""
_AFTER = """\
    if resume_index is None and space_collapse and first_line_width > max_width and text.endswith(' '):
        layout.set_text(text.rstrip(' '))
        bare_line, bare_index = layout.get_first_line()
        bare_width, _ = line_size(bare_line, style)
        layout.set_text(text)
        first_line, resume_index = layout.get_first_line()
        if bare_index is None and bare_width <= max_width:
            first_line_width = bare_width
    if resume_index is None and first_line_width <= max_width:
"""


def apply() -> bool:
    """Put the case in, and say whether there was need."""
    from weasyprint.text import line_break  # noqa: PLC0415 - loaded on first use, like everywhere

    return replace(line_break, "split_first_line", VERSION, _BEFORE, _AFTER)
