"""What `[cover]` of `book.toml` asks for, checked."""

from __future__ import annotations

import re

from translate_pub.model.cover import CoverSettings, ImageArea, SpineDirection
from translate_pub.workspace import colours
from translate_pub.workspace.findings import key_name, quoted
from translate_pub.workspace.sections import Shelf, locate
from translate_pub.workspace.tables import CoverChoices
from translate_pub.workspace.toml import Path

_PRICE_CODE = re.compile(r"\d{2}|\d{5}", re.ASCII)
_LONGEST_QR = 300
"""Characters above which the squares of a QR code on a book's back are too small for a telephone."""


def settings(table: CoverChoices, key: Path, shelf: Shelf) -> CoverSettings:
    """Return what a table asks of a cover, after finding what is wrong with it."""
    _check_codes(table, key, shelf)
    css = [locate(name, (*key, "css", place), shelf) for place, name in enumerate(table.css)]
    return CoverSettings(
        background=colours.css(table.background, (*key, "background"), shelf.findings),
        text=colours.css(table.text, (*key, "text"), shelf.findings),
        accent=colours.css(table.accent, (*key, "accent"), shelf.findings),
        image=_file(table.image, (*key, "image"), shelf),
        image_area=ImageArea(table.image_area) if table.image_area else None,
        logo=_file(table.logo, (*key, "logo"), shelf),
        price=table.price,
        price_code=table.price_code,
        qr=table.qr,
        spine_direction=SpineDirection(table.spine_direction) if table.spine_direction else None,
        barcode_percent=table.barcode_percent,
        css=tuple(path for path in css if path),
        file=_file(table.file, (*key, "file"), shelf),
    )


def _file(written: str, key: Path, shelf: Shelf) -> str:
    return (locate(written, key, shelf) or "") if written else ""


def _check_codes(table: CoverChoices, key: Path, shelf: Shelf) -> None:
    """Find a price add-on of the wrong length, and a QR code that says too much."""
    here = (*key, "price_code")
    if table.price_code and not _PRICE_CODE.fullmatch(table.price_code):
        message = f"{key_name(here)} is {quoted(table.price_code)}"
        hint = 'allowed: two digits, or five, of which the first is often the currency: "51499" is 14.99 US dollars'
        shelf.findings.error("B005", here, message, hint)
    here = (*key, "qr")
    if len(table.qr) > _LONGEST_QR:
        message = f"{key_name(here)} has {len(table.qr)} characters; wanted: at most {_LONGEST_QR}"
        shelf.findings.error("B020", here, message, "give a short address")
