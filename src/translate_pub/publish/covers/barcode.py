"""The barcode of a book: its ISBN as EAN-13 with a price add-on, and QR codes, as vector drawings in black alone.

Measures are those of GS1 (General Specifications 24, 5.2.3 and 6.3.3): a module of 0.33 mm at 100 %, bars of 22.85 mm,
guards five modules longer, eleven clear modules before the code and seven behind it, digits of 2.75 mm under the bars,
or above those of an add-on. The modules themselves come from zxing-cpp.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from translate_pub.model import isbn as numbers
from translate_pub.model.cover import Symbol

if TYPE_CHECKING:
    from zxingcpp import Barcode

MODULE_MM = 0.33
_BARS_MM, _GUARD_MM = 22.85, 22.85 + 5 * MODULE_MM
_DIGIT_MM, _DIGIT_GAP_MM = 2.5, 0.35
_ADD_ON_TOP_MM = 2.6
_LINE_MM, _TOP_MM, _FOOT_MM = 3.1, 1.0, 0.6
"""The line of the ISBN above the bars, and the white above and below."""
_LEFT_QUIET, _RIGHT_QUIET, _ADD_ON_QUIET = 12, 9, 7
"""Modules that stay clear: one more, and two, than must be, so that no digit touches the edge of the white."""
_MODULES, _ADD_ON_FIVE, _ADD_ON_GAP = 95, 47, 9
WIDTH_MM = (_LEFT_QUIET + _MODULES + _RIGHT_QUIET) * MODULE_MM
HEIGHT_MM = _TOP_MM + _LINE_MM + _BARS_MM + _DIGIT_GAP_MM + _DIGIT_MM + _FOOT_MM
ADD_ON_MM = (_ADD_ON_GAP - _RIGHT_QUIET + _ADD_ON_FIVE + _ADD_ON_QUIET) * MODULE_MM
"""What the longer add-on makes it wider."""
LEAST_PERCENT, FULL_PERCENT = 80, 100
_GUARDS = ((0, 3), (45, 50), (92, 95))
"""Modules of the longer bars: left, centre and right."""
_DIGIT_SHARE = 0.714
"""Height of a digit of Noto Sans, of its size."""
_FACE = "Noto Sans"
_BLACK, _WHITE = "device-cmyk(0 0 0 1)", "device-cmyk(0 0 0 0)"
_QR_QUIET = 4
"""Modules that a QR code wants clear around it (ISO/IEC 18004:2015, 9.1)."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A run of black modules."""

    start: int
    end: int


def size(add_on: str, percent: float) -> tuple[float, float]:
    """Return width and height of a barcode in mm, its clear zones included."""
    modules = _LEFT_QUIET + _MODULES + _RIGHT_QUIET
    if add_on:
        modules = _LEFT_QUIET + _MODULES + _ADD_ON_GAP + _add_on_modules(add_on) + _ADD_ON_QUIET
    return modules * MODULE_MM * percent / 100, HEIGHT_MM * percent / 100


def draw(isbn: str, add_on: str = "", percent: float = FULL_PERCENT) -> Symbol:
    """Draw the barcode of an ISBN-13.

    Args:
        isbn: as it is written, hyphens included; its check digit is right.
        add_on: nothing, two or five digits.
        percent: of the nominal size, 80 to 200.
    """
    digits = numbers.compact(isbn)
    bars = _bars(digits, add_on)
    left = _LEFT_QUIET * MODULE_MM
    width, height = size(add_on, FULL_PERCENT)
    top = _TOP_MM + _LINE_MM
    pieces = [
        f'<rect width="{width:.3f}" height="{height:.3f}" fill="{_WHITE}"/>',
        _text(f"ISBN {isbn}", left + _MODULES * MODULE_MM / 2, _TOP_MM + 2.2, 2.2),
        *(_bar(bar, left, top) for bar in bars if bar.start < _MODULES),
        *_digits(digits, left, top + _BARS_MM + _DIGIT_GAP_MM + _DIGIT_MM),
    ]
    if add_on:
        start = left + (_MODULES + _ADD_ON_GAP) * MODULE_MM
        pieces += [_add_on_bar(bar, left, top) for bar in bars if bar.start > _MODULES]
        pieces += _add_on_digits(add_on, start, top + _ADD_ON_TOP_MM - 0.5)
    return _symbol(pieces, width, height, percent / 100)


def qr(text: str, side: float) -> Symbol:
    """Draw a QR code of so many mm a side, the clear zone included."""
    import zxingcpp  # noqa: PLC0415 - only a build of covers pays for it

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    rows = _pixels(code)
    modules = len(rows) + 2 * _QR_QUIET
    paths = "".join(
        f"M{bar.start + _QR_QUIET} {y + _QR_QUIET}h{bar.end - bar.start}v1H{bar.start + _QR_QUIET}z"
        for y, row in enumerate(rows)
        for bar in _runs(row)
    )
    pieces = [f'<rect width="{modules}" height="{modules}" fill="{_WHITE}"/><path fill="{_BLACK}" d="{paths}"/>']
    return _symbol(pieces, modules, modules, side / modules)


def _add_on_modules(add_on: str) -> int:
    """Count the modules of an add-on: a guard of four, seven a digit, two between digits (GS1, 5.2.2.5)."""
    return 4 + 7 * len(add_on) + 2 * (len(add_on) - 1)


def _bars(digits: str, add_on: str) -> list[_Bar]:
    """Encode an ISBN; bars are counted from the first of the code, and those of an add-on stand behind its gap."""
    import zxingcpp  # noqa: PLC0415 - as above

    code = zxingcpp.create_barcode(f"{digits} {add_on}".strip(), zxingcpp.BarcodeFormat.EAN13)
    rows = _pixels(code)
    row = rows[len(rows) // 2]
    first = row.index(0)
    bars = [_Bar(bar.start - first, bar.end - first) for bar in _runs(row)]
    behind = next((bar.start for bar in bars if bar.start >= _MODULES), 0)
    shift = _MODULES + _ADD_ON_GAP - behind
    return [bar if bar.start < _MODULES else _Bar(bar.start + shift, bar.end + shift) for bar in bars]


def _pixels(code: Barcode) -> list[list[int]]:
    """Return a code as rows of grey values, a pixel a module."""
    # The stubs do not say that an image has the buffer of its pixels.
    image = memoryview(cast("bytes", code.to_image(scale=1, add_quiet_zones=False)))
    height, width = image.shape or (0, 0)
    return [[image[y, x] for x in range(width)] for y in range(height)]


def _runs(row: Sequence[int]) -> Iterator[_Bar]:
    """Yield the runs of black in a row of grey values."""
    place = 0
    for black, group in itertools.groupby(row, key=lambda value: value == 0):
        length = len(list(group))
        if black:
            yield _Bar(place, place + length)
        place += length


def _bar(bar: _Bar, left: float, top: float) -> str:
    guard = any(first <= bar.start < last for first, last in _GUARDS)
    return _rectangle(bar, left, top, _GUARD_MM if guard else _BARS_MM)


def _add_on_bar(bar: _Bar, left: float, top: float) -> str:
    return _rectangle(bar, left, top + _ADD_ON_TOP_MM, _GUARD_MM - _ADD_ON_TOP_MM)


def _rectangle(bar: _Bar, left: float, top: float, height: float) -> str:
    x, width = left + bar.start * MODULE_MM, (bar.end - bar.start) * MODULE_MM
    return f'<rect x="{x:.3f}" y="{top:.3f}" width="{width:.3f}" height="{height:.3f}" fill="{_BLACK}"/>'


def _digits(digits: str, left: float, base: float) -> list[str]:
    """Write the digits under the bars: the first in the clear zone, six under each half, and a mark at the end."""
    centres = [-6.5, *(3 + 7 * place + 3.5 for place in range(6)), *(50 + 7 * place + 3.5 for place in range(6))]
    written = [
        _text(digit, left + centre * MODULE_MM, base, _DIGIT_MM) for digit, centre in zip(digits, centres, strict=True)
    ]
    return [*written, _text("&gt;", left + (_MODULES + 5) * MODULE_MM, base, _DIGIT_MM)]


def _add_on_digits(add_on: str, start: float, base: float) -> list[str]:
    return [
        _text(digit, start + (4 + 9 * place + 3.5) * MODULE_MM, base, _DIGIT_MM * 0.8)
        for place, digit in enumerate(add_on)
    ]


def _text(text: str, centre: float, base: float, height: float) -> str:
    return (
        f'<text x="{centre:.3f}" y="{base:.3f}" font-family="{_FACE}" font-size="{height / _DIGIT_SHARE:.3f}" '
        f'text-anchor="middle" fill="{_BLACK}">{text}</text>'
    )


def _symbol(pieces: Sequence[str], width: float, height: float, scale: float) -> Symbol:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width * scale:.3f}mm" height="{height * scale:.3f}mm">{"".join(pieces)}</svg>'
    )
    return Symbol(svg, width * scale, height * scale)
