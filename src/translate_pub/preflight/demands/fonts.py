"""The fonts of a page: embedded, of a kind that the standard takes, with a glyph for every code."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.model.preflight import Finding, Job
from translate_pub.model.printing import Standard
from translate_pub.preflight.document import Page
from translate_pub.preflight.found import error, note
from translate_pub.preflight.painting import Text
from translate_pub.preflight.typefaces import Typeface

_WITH_UNICODE = frozenset((Standard.A2U, Standard.UA1))
_BEFORE_OPENTYPE = frozenset((Standard.X1A_2001, Standard.X1A_2003, Standard.X3_2002, Standard.X3_2003))
"""OpenType files in a PDF are of PDF 1.6 (ISO 32000-1, table 126)."""


def check(page: Page, job: Job) -> Iterator[Finding]:
    """Look at the fonts that a page chooses."""
    for face in page.painting.faces.values():
        yield from _font(face, page.number, job)


def _font(face: Typeface, number: int, job: Job) -> Iterator[Finding]:
    if face.kind == "Type3":
        message = f"the font {face.name} is a Type 3 font: its letters are drawings, which print without hints"
        yield error("P118", message, number)
    elif not face.embedded:
        message = f"the font {face.name or 'without a name'} is not embedded; another would be printed in its place"
        yield error("P117", message, number)
    if face.file_kind == "OpenType" and job.standard in _BEFORE_OPENTYPE:
        hint = "embed it as Type1C, CIDFontType0C or TrueType"
        yield error("P119", f"the font {face.name} is embedded as OpenType, which needs PDF 1.6", number, hint=hint)
    if job.standard in _WITH_UNICODE and not face.unicode:
        message = f"the font {face.name} does not say which characters its glyphs are"
        yield error("P120", message, number)
    if face.embedded and not face.subset and face.kind != "Type3":
        yield note("P121", f"the font {face.name} is embedded whole, with glyphs that no page uses", number)


def glyphs(page: Page, _job: Job) -> Iterator[Finding]:
    """Look for codes that have no glyph: a box, or nothing, is printed in their place."""
    for paint in page.painting.paints:
        if isinstance(paint, Text) and paint.missing and paint.face is not None and paint.seen:
            codes = ", ".join(f"{code:#06x}" for code in paint.missing[:3])
            more = ", ..." if len(paint.missing) > len(paint.missing[:3]) else ""
            message = f"the font {paint.face.name} has no glyph for {codes}{more}: a box or nothing is printed"
            yield error("P122", message, page.number, paint.rect)
