"""How far editions are, as an SVG picture for a web page: own name, bar, per cent."""

from __future__ import annotations

from html import escape

from translate_pub.model.progress import Count, State
from translate_pub.model.status import EditionStatus, StatusReport
from translate_pub.report.names import own_name

_ROW = 22
"""Height of a line, px; likewise the widths of its three parts."""
_NAME, _BAR, _PERCENT = 130, 110, 46
_WIDTH = _NAME + _BAR + _PERCENT
_COLOURS = {
    State.REVIEWED: "#14683d",
    State.TRANSLATED: "#55a868",
    State.FUZZY: "#e3b341",
    State.UNTRANSLATED: "#d5d8dc",
}
"""A colour a state, in every picture; they differ in lightness too, for those who cannot tell green from yellow."""


def svg(report: StatusReport) -> str:
    """Draw a line for each edition; with several books, each under its name. Sizes are in px."""
    rows: list[str | EditionStatus] = []
    for book in report.books:
        rows += [book.book] if len(report.books) > 1 else []
        rows += book.languages
    height = _ROW * max(1, len(rows))
    drawn = (_heading(row, y) if isinstance(row, str) else _edition(row, y) for y, row in _placed(rows))
    said = ", ".join(row if isinstance(row, str) else f"{row.language} {row.progress.percent} %" for row in rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        'role="img" font-family="Verdana, DejaVu Sans, Noto Sans, sans-serif" font-size="11" fill="#24292f">'
        f"<title>{escape(said) or 'no editions'}</title>"
        f'<rect width="{_WIDTH}" height="{height}" rx="3" fill="#f4f5f6"/>{"".join(drawn)}</svg>\n'
    )


def _bar(words: Count, x: float, y: float, width: float, height: float) -> str:
    """Draw words by state, from what is reviewed to what is untranslated."""
    drawn, left = [], x
    for state in reversed(State):
        span = width * words.states[state] / words.total if words.total else 0.0
        if span:
            drawn.append(
                f'<rect x="{left:.2f}" y="{y}" width="{span:.2f}" height="{height}" fill="{_COLOURS[state]}"/>'
            )
        left += span
    return "".join(drawn)


def _placed(rows: list[str | EditionStatus]) -> list[tuple[int, str | EditionStatus]]:
    return [(index * _ROW, row) for index, row in enumerate(rows)]


def _heading(name: str, y: int) -> str:
    return f'<text x="6" y="{y + 15}" font-weight="bold">{escape(name)}</text>'


def _edition(edition: EditionStatus, y: int) -> str:
    # Each text has its own direction, and the middle of both is the same place.
    name = escape(own_name(edition.language))
    middle = f'text-anchor="middle" y="{y + 15}"'
    return (
        f'<text x="{_NAME / 2}" {middle} style="unicode-bidi:plaintext">{name}</text>'
        f"{_bar(edition.progress.words, _NAME, y + 6, _BAR, _ROW - 12)}"
        f'<text x="{_NAME + _BAR + _PERCENT / 2}" {middle}>{edition.progress.percent} %</text>'
    )
