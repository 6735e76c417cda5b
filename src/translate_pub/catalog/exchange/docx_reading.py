"""A document of Word (DOCX) that comes back: its rows, whatever Word has made of their text inside.

Word cuts a text into runs, marks what was changed, and makes links of addresses; what counts is what a reader sees.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from translate_pub.catalog.exchange import docx_layout, libraries, rows
from translate_pub.catalog.exchange.autocorrection import restore
from translate_pub.catalog.exchange.docx_layout import W
from translate_pub.catalog.exchange.escaping import unescape
from translate_pub.catalog.exchange.findings import fail, warn
from translate_pub.catalog.exchange.unit import Address, Exchange, Unit
from translate_pub.model.diagnostic import Diagnostic, Outcome

_STAMP = re.compile(r"[0-9a-f]{16}-[0-9a-f]{8}-[uftr]")
_CELLS = 3
_GONE = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rPr", f"{W}pPr", f"{W}tbl"}
"""Elements whose text a reader does not see; a table inside a cell is none of ours."""
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a document, whoever saved it.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    docx = libraries.load("docx", "a document for Word")
    try:
        document = docx.Document(io.BytesIO(data))
        remarks = {str(one.comment_id): (one.author, one.text) for one in document.comments}
        body: etree._Element = document.element.body
    except (KeyError, ValueError, AttributeError, TypeError, etree.LxmlError, zipfile.BadZipFile) as error:
        said = f"the document cannot be read: {str(error) or 'its parts are not those of a document'}"
        return Outcome(None, (fail("C153", said, path, None, "open it in Word and save it as DOCX again"),))
    reading = _Reading(path, remarks)
    units = tuple(reading.run(body))
    if not units:
        said = "the document has no table with messages in it"
        return Outcome(None, (*reading.found, fail("C155", said, path, None, "the table of the export must be kept")))
    languages = [unit.address.language for unit in units if unit.address]
    language = max(set(languages), key=languages.count) if languages else ""
    source = str(document.core_properties.category or "")
    return Outcome(Exchange(source, language, units), tuple(reading.found))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph as a reader sees it."""

    style: str
    text: str


@dataclass(slots=True)
class _Reading:
    """One document being read."""

    path: str
    remarks: dict[str, tuple[str, str]]
    """Comments of Word by their ids: author and text."""
    found: list[Diagnostic] = field(default_factory=list)

    def run(self, body: etree._Element) -> Iterator[Unit]:
        """Read the rows of every table; they are counted through, headings not."""
        number = 0
        for row in body.iter(f"{W}tr"):
            if row.find(f"{W}trPr/{W}tblHeader") is not None or _gone(row):
                continue
            if next(row.iterancestors(f"{W}tc"), None) is not None:
                continue  # of a table inside a cell
            number += 1
            cells = list(row.iterchildren(f"{W}tc"))
            unit = self._read_row(row, cells, f"row {number}")
            if unit is not None:
                yield unit

    def _read_row(self, row: etree._Element, cells: list[etree._Element], place: str) -> Unit | None:
        """Read a row, or say why it cannot be."""
        texts = [_paragraphs(cell) for cell in cells]
        if not any(one.text.strip() for cell in texts for one in cell):
            return None
        if len(cells) != _CELLS:
            said = f"{place} has {len(cells)} cells in place of {_CELLS}"
            self.found.append(fail("C168", said, self.path, None, "cells were joined or cut; undo it"))
            return None
        marks, about, translation = texts
        address = next((one for mark in marks if (one := Address.parse(mark.text))), None)
        if address is None and marks[0].text.strip().casefold() == "state":
            return None
        source = "\n".join(one.text for one in about if one.style in {docx_layout.SOURCE, ""} or not _ours(one))
        target = restore(source, "\n".join(one.text for one in translation))
        self._look_at_formatting(cells[2], target, place)
        if rows.lost_letters(target, source):
            said = f"{place}: question marks stand where letters were"
            self.found.append(fail("C154", said, self.path, None, "the program that saved it lost the letters"))
            return None
        return Unit(
            address,
            source,
            target,
            rows.read_state({"target": target, "state": _state(marks)}, place, None, self.found, self.path),
            "\n".join(_of(about, docx_layout.CONTEXT)),
            _of(about, docx_layout.NOTE),
            (*_of(about, docx_layout.COMMENT), *self._said(row)),
            "\n".join(_of(about, docx_layout.EARLIER)),
            next((mark.text.strip() for mark in marks if _STAMP.fullmatch(mark.text.strip())), ""),
            place,
        )

    def _said(self, row: etree._Element) -> Iterator[str]:
        """Return what was said about a row in comments of Word."""
        for reference in row.iter(f"{W}commentReference"):
            author, text = self.remarks.get(str(reference.get(f"{W}id")), ("", ""))
            for line in text.splitlines():
                if line.strip():
                    yield f"{author}: {line.strip()}" if author else line.strip()

    def _look_at_formatting(self, cell: etree._Element, target: str, place: str) -> None:
        """Say that words were set in bold or italics where markup was meant."""
        styled = [run for run in cell.iter(f"{W}r") if not _gone(run) and _emphasised(run)]
        words = [text for run in styled if (text := _text(run).strip()) and any(map(str.isalpha, text))]
        if words and len("".join(words)) < len(target.strip()) and not any(f"*{word}*" in target for word in words):
            said = f"{place}: “{words[0][:40]}” is set in bold or italics, which is not taken"
            self.found.append(warn("C165", said, self.path, None, "emphasis is written with asterisks: *so*, **so**"))


def _gone(element: etree._Element) -> bool:
    """Say whether an element is inside something that was deleted, or is a row that was."""
    if element.find(f"{W}trPr/{W}del") is not None:
        return True
    return any(above.tag in {f"{W}del", f"{W}moveFrom"} for above in element.iterancestors())


def _paragraphs(cell: etree._Element) -> list[_Paragraph]:
    """Read the paragraphs of a cell, those inside content controls too."""
    made: list[_Paragraph] = []
    joined = False
    for element in cell.iter(f"{W}p"):
        if next(element.iterancestors(f"{W}tc")) is not cell:
            continue
        text = unescape(_text(element))
        if joined and made:
            made[-1].text += text
        else:
            made.append(_Paragraph(_style(element), text))
        # The mark at its end was deleted: to a reader the next paragraph goes on in this one.
        joined = element.find(f"{W}pPr/{W}rPr/{W}del") is not None
    return made


def _text(element: etree._Element) -> str:
    """Return the text of a paragraph or run as a reader sees it."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for inner in element:
        if inner.tag in _GONE:
            continue
        if inner.tag == f"{W}t":
            yield inner.text or ""
        elif inner.tag in _SIGNS:
            yield _SIGNS[str(inner.tag)]
        else:
            yield from _pieces(inner)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))


def _ours(paragraph: _Paragraph) -> bool:
    """Say whether a paragraph beside the source is one of those that are written there about it."""
    return paragraph.style in docx_layout.STYLES and paragraph.style != docx_layout.SOURCE


def _of(paragraphs: list[_Paragraph], style: str) -> tuple[str, ...]:
    return tuple(one.text for one in paragraphs if one.style == style)


def _state(marks: list[_Paragraph]) -> str:
    """Return the word that says the state: what is written beside the marks."""
    words = (mark.text.strip() for mark in marks)
    return next((word for word in words if word and not Address.parse(word) and not _STAMP.fullmatch(word)), "")


def _emphasised(run: etree._Element) -> bool:
    properties: Any = run.find(f"{W}rPr")
    if properties is None:
        return False
    return any(
        mark is not None and mark.get(f"{W}val", "1") not in {"0", "false"}
        for mark in (properties.find(f"{W}{name}") for name in ("b", "i", "bCs", "iCs"))
    )
