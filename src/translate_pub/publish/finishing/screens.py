"""Editions for screens: the whole page and nothing beyond it, the colours of a screen, links, bookmarks and tags.

Plain; or PDF/A-2u, which archives ask for (ISO 19005-2); or PDF/UA-1, for readers who cannot see pages (ISO 14289-1).
A file is written here as the standard that it claims wants it; that it is valid only a validator can say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.pages import Publication
from translate_pub.model.printing import ColourMode, Edges, PrinterProfile, Standard
from translate_pub.publish.finishing import identity, sheets
from translate_pub.publish.finishing.palette import Palette
from translate_pub.publish.finishing.pictures import Pictures, PictureStore
from translate_pub.publish.finishing.printing import opened, save
from translate_pub.publish.finishing.repainting import Repainter
from translate_pub.publish.joining import read_texts, read_widths

PPI = 300.0
"""Pixels an inch above which a picture only weighs, on a screen that shows a page at its size or at twice that."""
_VERSION = "1.7"
_WITHOUT_TEXT = {0xFEFF, 0xFFFE, 0}
"""What a PDF/A may not say that a character is (ISO 19005-2, 6.2.11.7.2)."""


def screen(
    publication: Publication,
    standard: Standard = Standard.PLAIN,
    *,
    ppi: float = PPI,
    store: PictureStore | None = None,
    date: dt.datetime = identity.UNDATED,
) -> Outcome[Publication]:
    """Finish a PDF for screens.

    Args:
        publication: tagged pages (`Format.tagged`).
        standard: plain, A-2u or UA-1.
        ppi: pixels an inch above which pictures are made smaller.
        store: where converted pictures are kept for the next build.
        date: with its zone; when the text was last changed.

    Raises:
        PagesError: the file cannot be read as PDF.
        ValueError: the standard is one for print.
    """
    if standard.for_print:
        message = f"{standard.value} is for print"
        raise ValueError(message)
    wanted = PrinterProfile("screen", "Screens", standard, ColourMode.RGB, most_ppi=ppi)
    palette = Palette(ColourMode.RGB, on_screen=True)
    with opened(publication) as pdf:
        surfaces = Repainter(pdf, palette, overprint=False).run()
        found = Pictures(pdf, palette, wanted, standard, store).convert(surfaces.pictures.values())
        sheets.fit(pdf, wanted, Edges())
        for page in pdf.pages:
            page.obj.Tabs = Name.S
        found += _check_tags(pdf, standard)
        if standard is Standard.A2U:
            found += _check_texts(pdf)
        identity.write(pdf, standard, None, None, date)
        data = save(pdf, _VERSION)
    return Outcome(replace(publication, data=data), tuple(found))


def _check_tags(pdf: Pdf, standard: Standard) -> list[Diagnostic]:
    """Find a file without tags, and pictures that it says nothing of."""
    severity = Severity.ERROR if standard is Standard.UA1 else Severity.WARNING
    if "/StructTreeRoot" not in pdf.Root:
        message = "the pages do not tell their structure, which readers need who cannot see them"
        return [Diagnostic("P027", severity, message, hints=("build with --edition screen",))]
    silent = sum(1 for one in _figures(pdf) if not str(one.get("/Alt", "")).strip())
    if not silent:
        return []
    message = f"{silent} images have no alternative text" if silent > 1 else "an image has no alternative text"
    hints = ("write between the brackets what it shows: ![A street in Minsk, 1898](street.jpg)",)
    return [Diagnostic("P028", severity, message, hints=hints)]


def _figures(pdf: Pdf) -> Iterator[Object]:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == Name.StructElem and one.get("/S") == Name.Figure:
            yield one


def _check_texts(pdf: Pdf) -> list[Diagnostic]:
    """Find fonts with characters that do not tell which they are."""
    silent: dict[str, int] = {}
    for font in _composite_fonts(pdf):
        known = read_texts(font.ToUnicode) if "/ToUnicode" in font else {}
        used = read_widths(font.DescendantFonts[0].get("/W", Array()))
        missing = [code for code in used if code and not _says(known.get(code, ""))]
        if missing:
            name = str(font.BaseFont).lstrip("/").rpartition("+")[2]
            silent[name] = silent.get(name, 0) + len(missing)
    return [_silent(name, count) for name, count in silent.items()]


def _says(text: str) -> bool:
    return bool(text) and not {ord(character) for character in text} & _WITHOUT_TEXT


def _silent(name: str, count: int) -> Diagnostic:
    message = f"{count} shapes of the font {name} do not tell which characters they are, as PDF/A-2u asks"
    return Diagnostic("P030", Severity.ERROR, message, hints=("build a plain screen edition or PDF/UA-1",))


def _composite_fonts(pdf: Pdf) -> Iterator[Object]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == Name.Type0:
            yield one
