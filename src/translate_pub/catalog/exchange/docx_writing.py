"""A table for Word (DOCX), by python-docx: source at the left, translation at the right, a row a message."""

from __future__ import annotations

import io
from itertools import groupby
from typing import Any

from translate_pub.catalog.exchange import docx_layout, libraries
from translate_pub.catalog.exchange.docx_layout import NAMESPACE, STYLES, Tongue
from translate_pub.catalog.exchange.findings import fail
from translate_pub.catalog.exchange.unit import Exchange, State, Unit
from translate_pub.model.diagnostic import Diagnostic, Outcome

MOST_ROWS = 20_000
"""Rows of a document; Word needs minutes for more, and we half a gigabyte of memory."""
_STATES = ", ".join(state.value for state in State)
_HELP = (
    "Write your translation into the right column, beside its source. A line of its own is made with Shift+Enter.",
    "Markup stays markup: *so*, **so**, [^note], [so](address), {#id}. Bold and italic type of Word do not count.",
    f"The narrow column says how far a row is: {_STATES}. A row that you fill in counts as translated.",
    "Write fuzzy there where somebody should look again, and translated over a fuzzy that you have put right.",
    "Leave the source as it is; it is only there to be read. Remarks are best made as Word's own comments.",
    "Save as DOCX and send the file back; it is merged message by message, and nothing is overwritten.",
)
_A4_ACROSS = (842, 595)
_MARGIN = 62


def write(exchange: Exchange) -> Outcome[bytes]:
    """Write a document, with a heading and a table for each chapter.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    docx = libraries.load("docx", "a document for Word")
    kept, left = exchange.units[:MOST_ROWS], exchange.units[MOST_ROWS:]
    document = docx.Document()
    _set_page(document)
    _set_styles(document, exchange)
    _set_properties(document, exchange)
    document.add_heading(_title(exchange), level=1)
    for line in _HELP:
        document.add_paragraph(line, style="List Bullet")
    parse = libraries.load("docx.oxml", "a document for Word").parse_xml
    source, target = Tongue(exchange.source_language), Tongue(exchange.language)
    for (book, chapter), units in groupby(kept, key=_chapter):
        document.add_heading(f"{book} · {chapter}" if book else "Messages", level=2)
        rows = [docx_layout.head(("state", "source", "translation"))]
        rows += [docx_layout.row(unit, source, target) for unit in units]
        table = parse(docx_layout.table(rows, from_right=source.from_right))
        # Before the properties of the last section, which must stay the last element of the body.
        document.element.body.insert(len(document.element.body) - 1, table)
        document.add_paragraph()
    out = io.BytesIO()
    document.save(out)
    return Outcome(out.getvalue(), tuple(_stays(unit) for unit in left))


def _stays(unit: Unit) -> Diagnostic:
    said = f"a document for Word has room for {MOST_ROWS:,} messages, and this is one more: {unit.source[:60]!r}"
    return fail("C164", said, str(unit.address or ""), None, "export fewer chapters at a time: --chapter")


def _chapter(unit: Unit) -> tuple[str, str]:
    return (unit.address.book, unit.address.chapter) if unit.address else ("", "")


def _title(exchange: Exchange) -> str:
    books = dict.fromkeys(_chapter(unit)[0] for unit in exchange.units if unit.address)
    return f"{', '.join(books) or 'Translation'}: {exchange.source_language} → {exchange.language}"


def _set_page(document: Any) -> None:  # noqa: ANN401  # python-docx carries no types
    """Lay the page across, and put a header and the page's number on it."""
    shared = libraries.load("docx.shared", "a document for Word")
    section = document.sections[0]
    section.page_width, section.page_height = (shared.Pt(size) for size in _A4_ACROSS)
    section.orientation = 1
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, shared.Pt(_MARGIN))
    section.header.paragraphs[0].text = "Source at the left, your translation at the right. Markup such as *so* stays."
    number = section.footer.paragraphs[0]
    number.alignment = 1
    parse = libraries.load("docx.oxml", "a document for Word").parse_xml
    number._p.append(parse(f'<w:fldSimple xmlns:w="{NAMESPACE}" w:instr="PAGE"/>'))  # noqa: SLF001  # python-docx knows no fields


def _set_styles(document: Any, exchange: Exchange) -> None:  # noqa: ANN401  # as above
    """Add a style for each kind of paragraph; the two of the texts carry their languages."""
    parse = libraries.load("docx.oxml", "a document for Word").parse_xml
    tongues = {docx_layout.SOURCE: Tongue(exchange.source_language), docx_layout.TARGET: Tongue(exchange.language)}
    for identifier, (name, size, colour) in STYLES.items():
        size_and_colour = f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size + 4}"/>'
        tongue = tongues.get(identifier)
        written = tongue.run(size_and_colour) if tongue else f"<w:noProof/>{size_and_colour}"
        document.styles.element.append(
            parse(
                f'<w:style xmlns:w="{NAMESPACE}" w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
                f'<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>'
                f"<w:rPr>{written}</w:rPr></w:style>"
            )
        )


def _set_properties(document: Any, exchange: Exchange) -> None:  # noqa: ANN401  # as above
    """Say in the document's properties what it is."""
    properties = document.core_properties
    properties.title = _title(exchange)
    properties.author = "translate-pub"
    properties.comments = ""
    properties.language = exchange.language
    properties.category = exchange.source_language
