"""WeasyPrint 70.0 writes text that cannot be searched where letters join or stack (Kozea/WeasyPrint#2841).

`draw_first_line` (draw/text.py) notes for each glyph the characters of the first cluster that it was met in. One glyph
serves many letters in Nastaliq, and a letter takes several glyphs: of an Urdu page half of the characters come out of
Poppler as they were written, and a third out of PDFium. `text_layer` draws such lines instead.
"""

from __future__ import annotations

import functools

VERSION = "70.0"


def apply() -> bool:
    """Put our drawing before WeasyPrint's, and say whether it was not there."""
    import weasyprint  # noqa: PLC0415 - loaded on first use, like everywhere
    from weasyprint.draw import text  # noqa: PLC0415 - likewise

    if weasyprint.__version__ != VERSION or isinstance(text.draw_first_line, functools.partial):
        return False
    from translate_pub.publish.text_layer import drawing  # noqa: PLC0415 - needs WeasyPrint

    text.draw_first_line = functools.partial(drawing.draw_first_line, text.draw_first_line)
    return True


def prepare(document: object) -> None:
    """Tell the text of a laid-out document what drawing it will need to know of its lines, where `apply` was of use."""
    from weasyprint.draw import text  # noqa: PLC0415 - loaded on first use, like everywhere

    if isinstance(text.draw_first_line, functools.partial):
        from translate_pub.publish.text_layer import drawing  # noqa: PLC0415 - needs WeasyPrint

        drawing.prepare(document)
