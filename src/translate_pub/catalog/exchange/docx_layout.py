"""The table in Word that writer and reader agree on: its styles, and the XML of a row (ECMA-376, part 1, 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape as escape_xml

from translate_pub.catalog.directions import direction
from translate_pub.catalog.exchange.escaping import escape
from translate_pub.catalog.exchange.office_tags import office_tag
from translate_pub.catalog.exchange.unit import Unit

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"

SOURCE, TARGET, STATE, MARK = "ExchangeSource", "ExchangeTranslation", "ExchangeState", "ExchangeMark"
CONTEXT, NOTE, COMMENT, EARLIER = "ExchangeContext", "ExchangeNote", "ExchangeComment", "ExchangeEarlier"
"""Ids of paragraph styles; what a paragraph is, its style says."""

STYLES = {
    SOURCE: ("Exchange Source", 20, "000000"),
    TARGET: ("Exchange Translation", 22, "000000"),
    STATE: ("Exchange State", 14, "606060"),
    MARK: ("Exchange Mark", 8, "A0A0A0"),
    CONTEXT: ("Exchange Context", 14, "606060"),
    NOTE: ("Exchange Note", 14, "606060"),
    COMMENT: ("Exchange Comment", 14, "805000"),
    EARLIER: ("Exchange Earlier", 14, "A04040"),
}
"""Style -> its name, its size in half points and its colour."""

WIDTHS = (1360, 6370, 6370)
"""Of state, source and translation, in twentieths of a point, on A4 across."""
_BREAKS = re.compile(r"([\n\t])")
_NASTALIQ = {"ur", "ks", "skr"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """How text of one language is marked, so that Word sets and spells it rightly."""

    language: str

    @property
    def from_right(self) -> bool:
        """Whether it is written from right to left."""
        return direction(self.language) == "rtl"

    def paragraph(self) -> str:
        """Return what the properties of a paragraph say of it; the mark at its end is what typing goes on from."""
        return f"{'<w:bidi/>' if self.from_right else ''}<w:rPr>{self.run()}</w:rPr>"

    def run(self, others: str = "") -> str:
        """Return what the properties of a run say of it, around others that the schema puts in their midst."""
        tag = office_tag(self.language)
        if not self.from_right:
            return f'{others}<w:lang w:val="{tag}"/>'
        font = '<w:rFonts w:cs="Urdu Typesetting"/>' if self.language.partition("-")[0] in _NASTALIQ else ""
        return f'{font}{others}<w:rtl/><w:lang w:bidi="{tag}"/>'


def paragraph(style: str, text: str, tongue: Tongue | None = None, *, hidden: bool = False) -> str:
    """Write a paragraph; a newline of the text is a line break, a tab a tab."""
    run = tongue.run() if tongue else f"<w:noProof/>{'<w:vanish/>' if hidden else ''}"
    ends = tongue.paragraph() if tongue else f"<w:rPr>{run}</w:rPr>"
    parts = "".join(map(_part, _BREAKS.split(escape(text))))
    body = f"<w:r><w:rPr>{run}</w:rPr>{parts}</w:r>" if parts else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{ends}</w:pPr>{body}</w:p>'


def _part(text: str) -> str:
    if text == "\n":
        return "<w:br/>"
    if text == "\t":
        return "<w:tab/>"
    return f'<w:t xml:space="preserve">{escape_xml(text)}</w:t>' if text else ""


def row(unit: Unit, source: Tongue, target: Tongue) -> str:
    """Write the row of a unit: state and marks, the source with what there is to say of it, the translation."""
    state = unit.state.value if unit.state else ""
    first = paragraph(STATE, state) + "".join(
        paragraph(MARK, mark, hidden=True) for mark in (str(unit.address or ""), unit.exported) if mark
    )
    about = [
        *([paragraph(CONTEXT, unit.context)] if unit.context else ()),
        *(paragraph(NOTE, line) for line in unit.notes),
        paragraph(SOURCE, unit.source, source),
        *([paragraph(EARLIER, unit.previous, source)] if unit.previous else ()),
        *(paragraph(COMMENT, line) for line in unit.comments),
    ]
    return _row((first, "".join(about), paragraph(TARGET, unit.target, target)))


def head(headings: Iterable[str]) -> str:
    """Write the row of headings, which Word repeats on every page."""
    cells = [paragraph(STATE, heading) for heading in headings]
    return _row(cells, "<w:trPr><w:tblHeader/></w:trPr>")


def _row(cells: Iterable[str], properties: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(WIDTHS, cells, strict=True)
    )
    return f"<w:tr>{properties}{made}</w:tr>"


def table(rows: Iterable[str], *, from_right: bool) -> str:
    """Write a table.

    Args:
        rows: its rows.
        from_right: whether its first column stands at the right, as it does for readers of a source that is written
            from right to left; said either way, so that no Word of another language turns the table round.
    """
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for side in sides)
    visual = "" if from_right else ' w:val="0"'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    return (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:bidiVisual{visual}/><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
