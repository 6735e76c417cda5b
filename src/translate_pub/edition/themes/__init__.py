"""Themes: the stylesheets that give an edition its look, made up for its page, its script and its language.

A theme is `NAME.css`, upon `book.css`, which all of them share. Sheets for scripts without capitals
(`book-caseless.css`), for a script (`book-arab.css`) and for a language (`classic-ur.css`) follow where they are
there. In them `:recto` and `:verso` stand for the page of that side in the book's direction, and the words
`FRONT-FOLIO` and `BODY-FOLIO` for the counter styles of the folios.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import resources

from translate_pub.edition import languages, numbering
from translate_pub.edition.languages import LanguageStyle
from translate_pub.model.book import Book, Matter, Role, Trim
from translate_pub.model.diagnostic import EditionError
from translate_pub.model.edition import Opening, Theme
from translate_pub.model.printing import Edges

BLEED_MM = 3.0
"""What is printed beyond the trim on every side; printers ask for 3 mm to 5 mm."""
_TALL = frozenset({"Arab"})
"""Scripts whose lines of running heads are tall."""
_RULE = re.compile(r"(?<![\d.])(\d*\.?\d+)pt solid")
_EVERY_LEAF = frozenset(role for role in Role if role.generated)


@dataclass(frozen=True, slots=True)
class _Design:
    """What of a theme is not in its stylesheet."""

    margins: tuple[float, float, float, float]
    """Inner, outer (of the page's width), top and bottom (of its height)."""
    opening: Opening
    leaves: frozenset[Role]
    running: tuple[float, float]
    """What running heads and folios take of the top and bottom margins, in mm, with their distance from the text."""
    running_tall: tuple[float, float]
    """The same where lines are tall, as in Nastaliq."""
    faces: Mapping[str, str] = field(default_factory=dict)
    """Use (`body`, `heading`, `note`, `latin`) -> the family that the theme sets before those of the language.

    Only in scripts with capitals: the faces of others are chosen by language."""


_DESIGNS: dict[str, _Design] = {
    "classic": _Design((0.143, 0.118, 0.100, 0.116), Opening.RECTO, _EVERY_LEAF, (10.5, 11.0), (12.0, 15.0)),
    "pamphlet": _Design(
        (0.128, 0.115, 0.088, 0.105),
        Opening.ANY,
        frozenset({Role.TITLE_PAGE, Role.IMPRINT}),
        (9.6, 10.1),
        (11.5, 14.0),
    ),
    "modern": _Design(
        (0.136, 0.157, 0.093, 0.111),
        Opening.RECTO,
        _EVERY_LEAF,
        (10.5, 11.0),
        (12.0, 15.0),
        {"body": "Noto Serif", "heading": "Noto Sans", "note": "Noto Sans", "latin": "Noto Serif"},
    ),
}

NAMES = tuple(_DESIGNS)
"""The themes that the tool ships."""


def load(book: Book, language: str, fonts: Mapping[str, str] | None = None, sides: str = "") -> Theme:
    """Make the theme of a book up for one of its languages.

    Args:
        book: names the theme and the trim, and how the edition is numbered.
        language: BCP 47 tag.
        fonts: use (`body`, `heading`, `note`, `mono`) -> family that the edition sets before those of its language.
        sides: direction of the book (`ltr` or `rtl`), which tells recto from verso, where it is not the language's own.

    Raises:
        EditionError: there is no such theme, or the language is not known.
    """
    design = _DESIGNS.get(book.theme)
    if design is None:
        near = difflib.get_close_matches(book.theme, NAMES, n=1) or NAMES
        message = f"there is no theme {book.theme!r}; did you mean {near[0]!r}?"
        raise EditionError(message)
    style = _faced(languages.renumbered(languages.style(language), book.edition(language).numbering), design)
    pieces = (
        *(numbering.counter_style(system) for system in sorted(set(style.numbering.values()))),
        _page(book.trim, *_type_area(book.trim, design), BLEED_MM),
        families(style, fonts or {}),
        *(_localize(sheet, style, sides or style.direction) for sheet in _sheets(book.theme, style)),
    )
    body = style.numbering["body"]
    folios = {Matter.FRONT: style.numbering["front"], Matter.BODY: body, Matter.BACK: body}
    return Theme("\n".join(piece for piece in pieces if piece), design.opening, design.leaves, folios)


def faced(style: LanguageStyle, theme: str) -> LanguageStyle:
    """Give a language the faces that a theme sets, for what is not set by its stylesheet: covers."""
    return _faced(style, _DESIGNS[theme])


def _faced(style: LanguageStyle, design: _Design) -> LanguageStyle:
    """Give a language the faces of a theme; where its script has none of them, Latin words alone get theirs."""
    uses = design.faces if style.small_caps else {use: name for use, name in design.faces.items() if use == "latin"}
    chosen = {use: (family, *style.fonts[use]) for use, family in uses.items()}
    return replace(style, fonts={**style.fonts, **chosen})


def fitted(book: Book, language: str, least: Edges, bleed_mm: float) -> tuple[Edges, str]:
    """Make the page of a theme up for a printer: its own margins, raised where the printer asks for more.

    Args:
        book: names the theme and the trim.
        language: BCP 47 tag.
        least: the least distance in mm of anything from the trim, heads and folios too.
        bleed_mm: the bleed that is laid out, on every side.

    Returns:
        The margins of the text in mm, and rules that follow those of the theme.
    """
    design, style = _DESIGNS[book.theme], languages.style(language)
    head, foot = design.running_tall if style.script in _TALL else design.running
    own, _ = _type_area(book.trim, design)
    margins = Edges(
        top=max(own.top, least.top + head),
        bottom=max(own.bottom, least.bottom + foot),
        outer=max(own.outer, least.outer),
        inner=max(own.inner, least.inner),
    )
    measure = book.trim.width_mm - margins.inner - margins.outer
    depth = book.trim.height_mm - margins.top - margins.bottom
    return margins, _page(book.trim, margins, (measure, depth), bleed_mm)


def thickened(css: str, least_pt: float) -> str:
    """Draw no rule thinner than a printer can print; a border is written as `0.3pt solid`."""
    return _RULE.sub(lambda found: f"{max(float(found[1]), least_pt):g}pt solid", css)


def _type_area(trim: Trim, design: _Design) -> tuple[Edges, tuple[float, float]]:
    """Return the margins that a theme has by itself, and the measure and depth of the text between them."""
    inner, outer, top, bottom = design.margins
    width, height = trim.width_mm, trim.height_mm
    margins = Edges(top=height * top, bottom=height * bottom, outer=width * outer, inner=width * inner)
    return margins, (width * (1 - inner - outer), height * (1 - top - bottom))


def _page(trim: Trim, margins: Edges, area: tuple[float, float], bleed_mm: float) -> str:
    """Write the page: size, bleed, and margins that mirror each other; a left page has its spine on the right."""
    inner, outer = f"{margins.inner:.2f}mm", f"{margins.outer:.2f}mm"
    return (
        f"@page {{ size: {trim.width_mm:g}mm {trim.height_mm:g}mm; bleed: {bleed_mm:g}mm;"
        f" margin-top: {margins.top:.2f}mm; margin-bottom: {margins.bottom:.2f}mm; }}\n"
        f"@page :left {{ margin-left: {outer}; margin-right: {inner}; }}\n"
        f"@page :right {{ margin-left: {inner}; margin-right: {outer}; }}\n"
        f":root {{ --measure: {area[0]:.2f}mm;"
        f" --depth: {area[1]:.2f}mm; }}\n"
    )


def families(style: LanguageStyle, own: Mapping[str, str]) -> str:
    """Write the font families of each use as custom properties, the edition's own first."""
    rules = []
    for use, families in style.fonts.items():
        chosen = own.get(use) or (own.get("body") if families == style.fonts["body"] or use == "heading" else None)
        stack = [chosen, *families] if chosen else list(families)
        rules.append(f"--{use}: {', '.join(_quoted(family) for family in stack)};")
    marks = f'--quote-open: "{style.orthography.double[0]}"; --quote-close: "{style.orthography.double[1]}";'
    return f":root {{ {' '.join(rules)} {marks} --digits: {numbering.counter_name(style.numbering['body'])}; }}\n"


def _quoted(family: str) -> str:
    return family if family in {"serif", "sans-serif", "monospace"} else f'"{family}"'


def _localize(sheet: str, style: LanguageStyle, sides: str) -> str:
    """Put the sides of pages and the digits of folios in."""
    recto, verso = ("right", "left") if sides == "ltr" else ("left", "right")
    words = {
        ":recto": f":{recto}",
        ":verso": f":{verso}",
        "FRONT-FOLIO": numbering.counter_name(style.numbering["front"]),
        "BODY-FOLIO": numbering.counter_name(style.numbering["body"]),
    }
    for word, meaning in words.items():
        sheet = sheet.replace(word, meaning)
    return sheet


def _sheets(theme: str, style: LanguageStyle) -> tuple[str, ...]:
    case = () if style.small_caps else ("caseless",)
    tags = (*case, style.script.lower(), style.language.split("-")[0])
    names = ["book", theme, *(f"{sheet}-{tag}" for tag in tags for sheet in ("book", theme)), "plates"]
    return tuple(_read(name) for name in names if _exists(name))


def _exists(name: str) -> bool:
    return resources.files(__name__).joinpath(f"{name}.css").is_file()


@functools.cache
def _read(name: str) -> str:
    return resources.files(__name__).joinpath(f"{name}.css").read_text("utf-8")
