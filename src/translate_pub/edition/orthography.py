"""The typographic habits of the languages most books are printed in: quotation marks, dashes, apostrophes.

Sources: Unicode CLDR 47 (delimiters), Chicago Manual of Style 18, Duden, Imprimerie nationale (Lexique des règles
typographiques), Ortografía de la lengua española (RAE 2010), Svenska skrivregler, the house style of Urdu publishers.
A language that is not here is written with the habits of English, and its dashes with spaces.
"""

from __future__ import annotations

from dataclasses import dataclass

SPACE = "\u00a0"
"""A space that does not break: French sets one inside its quotation marks."""


@dataclass(frozen=True, slots=True)
class Orthography:
    """How a language writes what no translator types."""

    double: tuple[str, str]
    """Opening and closing mark of a quotation, the space inside them included."""
    single: tuple[str, str]
    """Opening and closing mark of a quotation inside a quotation."""
    dash: str = " – "
    """The dash that sets a clause off, with the spaces around it."""
    apostrophe: str = "’"
    ellipsis: str = "…"


CURLY = ("“", "”")
CURLY_SINGLE = ("‘", "’")
LOW = ("„", "“")
LOW_SINGLE = ("‚", "‘")
LOW_HIGH = ("„", "”")
RIGHT = ("”", "”")
RIGHT_SINGLE = ("’", "’")
ANGLE = ("«", "»")
INWARD = ("»", "«")
CORNER = ("「", "」")
CLOSE = "—"
SPACED = " – "
WIDE = " — "

ENGLISH = Orthography(CURLY, CURLY_SINGLE, SPACED)

ORTHOGRAPHIES: dict[str, Orthography] = {
    "ar": Orthography(ANGLE, ("“", "”"), SPACED),
    "bg": Orthography(LOW, LOW_SINGLE, SPACED),
    "bn": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "ca": Orthography(ANGLE, CURLY, SPACED),
    "cs": Orthography(LOW, LOW_SINGLE, SPACED),
    "da": Orthography(INWARD, ("›", "‹"), SPACED),
    "de": Orthography(LOW, LOW_SINGLE, SPACED),
    "el": Orthography(ANGLE, CURLY, SPACED),
    "en": Orthography(CURLY, CURLY_SINGLE, CLOSE),
    "es": Orthography(ANGLE, CURLY, CLOSE),
    "fa": Orthography(ANGLE, ("‹", "›"), SPACED),
    "fi": Orthography(RIGHT, RIGHT_SINGLE, SPACED),
    "fr": Orthography(("«" + SPACE, SPACE + "»"), CURLY, SPACED),
    "he": Orthography(RIGHT, RIGHT_SINGLE, SPACED),
    "hi": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "hr": Orthography(LOW_HIGH, ("‚", "’"), SPACED),
    "hu": Orthography(LOW_HIGH, INWARD, SPACED),
    "it": Orthography(ANGLE, CURLY, SPACED),
    "ja": Orthography(CORNER, ("『", "』"), "――"),
    "ka": Orthography(LOW, LOW_SINGLE, WIDE),
    "ko": Orthography(CURLY, CURLY_SINGLE, CLOSE),
    "lt": Orthography(LOW, LOW_SINGLE, SPACED),
    "nb": Orthography(ANGLE, CURLY_SINGLE, SPACED),
    "nl": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "nn": Orthography(ANGLE, CURLY_SINGLE, SPACED),
    "no": Orthography(ANGLE, CURLY_SINGLE, SPACED),
    "pl": Orthography(LOW_HIGH, ANGLE, SPACED),
    "pt": Orthography(CURLY, CURLY_SINGLE, WIDE),
    "pt-PT": Orthography(ANGLE, CURLY, WIDE),
    "ro": Orthography(LOW_HIGH, ANGLE, SPACED),
    "ru": Orthography(ANGLE, LOW, WIDE),
    "sk": Orthography(LOW, LOW_SINGLE, SPACED),
    "sl": Orthography(LOW, LOW_SINGLE, SPACED),
    "sr": Orthography(LOW_HIGH, RIGHT_SINGLE, SPACED),
    "sv": Orthography(RIGHT, RIGHT_SINGLE, SPACED),
    "tr": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "uk": Orthography(ANGLE, LOW, WIDE),
    "ur": Orthography(("”", "“"), ("’", "‘"), SPACED),
    "zh": Orthography(CURLY, CURLY_SINGLE, "——"),
    "zh-Hant": Orthography(CORNER, ("『", "』"), "——"),
}
"""Language -> its habits; a longer tag goes before a shorter one (`pt-PT` before `pt`)."""
