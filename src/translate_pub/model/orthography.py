"""The typographic habits of the languages most books are printed in: quotation marks, dashes, apostrophes.

Editions are written by them, and translations held against them.

Sources: Unicode CLDR 47 (delimiters), Chicago Manual of Style 18, Duden, Imprimerie nationale (Lexique des règles
typographiques), Ortografía de la lengua española (RAE 2010), Svenska skrivregler, the house style of Urdu publishers.
A language that is not here is written with the habits of English, and its dashes with spaces.
"""

from __future__ import annotations

from dataclasses import dataclass

from translate_pub.model.language import look_up

SPACE = "\u00a0"
"""A space that does not break: French sets one inside its quotation marks."""
NARROW = "\u202f"
"""A narrow one: French sets it before ; ! and ?."""


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
    also: tuple[tuple[str, str], ...] = ()
    """Other pairs of marks that the guides of the language allow; spaces inside them are left open."""

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every pair of quotation marks that may stand in the language, without the spaces inside them."""
        return frozenset(
            (opening.strip(), closing.strip()) for opening, closing in (self.double, self.single, *self.also)
        )


CURLY = ("“", "”")
CURLY_SINGLE = ("‘", "’")
LOW = ("„", "“")
LOW_SINGLE = ("‚", "‘")
LOW_HIGH = ("„", "”")
RIGHT = ("”", "”")
RIGHT_SINGLE = ("’", "’")
ANGLE = ("«", "»")
INWARD = ("»", "«")
INWARD_SINGLE = ("›", "‹")
INWARD_SAME = ("»", "»")
ANGLE_SINGLE = ("‹", "›")
CORNER = ("「", "」")
DOUBLE_CORNER = ("『", "』")
CLOSE = "—"
SPACED = " – "
WIDE = " — "

ENGLISH = Orthography(CURLY, CURLY_SINGLE, SPACED)

ORTHOGRAPHIES: dict[str, Orthography] = {
    "af": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "ar": Orthography(ANGLE, ("“", "”"), SPACED, also=(CURLY, RIGHT)),
    "be": Orthography(ANGLE, LOW, WIDE, also=(CURLY,)),
    "bg": Orthography(LOW, LOW_SINGLE, SPACED, also=(CURLY, ANGLE)),
    "bn": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "ca": Orthography(ANGLE, CURLY, SPACED),
    "cs": Orthography(LOW, LOW_SINGLE, SPACED, also=(INWARD,)),
    "da": Orthography(INWARD, INWARD_SINGLE, SPACED, also=(LOW, RIGHT, CURLY)),
    "de": Orthography(LOW, LOW_SINGLE, SPACED, also=(INWARD, INWARD_SINGLE)),
    "de-CH": Orthography(ANGLE, ANGLE_SINGLE, SPACED),
    "el": Orthography(ANGLE, CURLY, SPACED),
    "en": Orthography(CURLY, CURLY_SINGLE, CLOSE),
    "es": Orthography(ANGLE, CURLY, CLOSE, also=(CURLY_SINGLE,)),
    "es-419": Orthography(CURLY, CURLY_SINGLE, CLOSE, also=(ANGLE,)),
    "et": Orthography(LOW, ANGLE, SPACED, also=(LOW_HIGH,)),
    "eu": Orthography(ANGLE, CURLY, SPACED),
    "fa": Orthography(ANGLE, ANGLE_SINGLE, SPACED),
    "fi": Orthography(RIGHT, RIGHT_SINGLE, SPACED, also=(INWARD_SAME,)),
    "fr": Orthography(("«" + SPACE, SPACE + "»"), CURLY, SPACED, also=(ANGLE_SINGLE,)),
    "fr-CH": Orthography(("«" + NARROW, NARROW + "»"), ANGLE_SINGLE, SPACED, also=(CURLY,)),
    "gl": Orthography(ANGLE, CURLY, SPACED),
    "he": Orthography(RIGHT, RIGHT_SINGLE, SPACED, also=(LOW_HIGH, CURLY)),
    "hi": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "hr": Orthography(LOW_HIGH, ("‚", "’"), SPACED, also=(INWARD, ANGLE)),
    "hu": Orthography(LOW_HIGH, INWARD, SPACED, also=(ANGLE,)),
    "id": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "is": Orthography(LOW, LOW_SINGLE, SPACED),
    "it": Orthography(ANGLE, CURLY, SPACED, also=(CURLY_SINGLE,)),
    "ja": Orthography(CORNER, DOUBLE_CORNER, "――", also=(CURLY,)),
    "ka": Orthography(LOW, LOW_SINGLE, WIDE, also=(ANGLE,)),
    "ko": Orthography(CURLY, CURLY_SINGLE, CLOSE, also=(CORNER, ANGLE)),
    "lt": Orthography(LOW, LOW_SINGLE, SPACED),
    "lv": Orthography(ANGLE, LOW_HIGH, SPACED, also=(CURLY, RIGHT, LOW)),
    "mk": Orthography(LOW, LOW_SINGLE, SPACED),
    "nb": Orthography(ANGLE, CURLY_SINGLE, SPACED, also=(LOW, CURLY, RIGHT)),
    "nl": Orthography(CURLY, CURLY_SINGLE, SPACED, also=(LOW_HIGH,)),
    "nn": Orthography(ANGLE, CURLY_SINGLE, SPACED, also=(LOW, CURLY, RIGHT)),
    "no": Orthography(ANGLE, CURLY_SINGLE, SPACED, also=(LOW, CURLY, RIGHT)),
    "pl": Orthography(LOW_HIGH, ANGLE, SPACED, also=(INWARD,)),
    "pt": Orthography(CURLY, CURLY_SINGLE, WIDE, also=(ANGLE,)),
    "pt-PT": Orthography(ANGLE, CURLY, WIDE, also=(CURLY_SINGLE,)),
    "ro": Orthography(LOW_HIGH, ANGLE, SPACED),
    "ru": Orthography(ANGLE, LOW, WIDE, also=(CURLY,)),
    "sk": Orthography(LOW, LOW_SINGLE, SPACED, also=(INWARD,)),
    "sl": Orthography(LOW, LOW_SINGLE, SPACED, also=(INWARD,)),
    "sr": Orthography(LOW_HIGH, RIGHT_SINGLE, SPACED, also=(LOW, INWARD, ANGLE)),
    "sv": Orthography(RIGHT, RIGHT_SINGLE, SPACED, also=(INWARD_SAME, INWARD)),
    "tr": Orthography(CURLY, CURLY_SINGLE, SPACED, also=(ANGLE,)),
    "uk": Orthography(ANGLE, LOW, WIDE, also=(CURLY, LOW_HIGH)),
    "ur": Orthography(("”", "“"), ("’", "‘"), SPACED, also=(CURLY, RIGHT)),
    "vi": Orthography(CURLY, CURLY_SINGLE, SPACED),
    "zh": Orthography(CURLY, CURLY_SINGLE, "——", also=(CORNER, DOUBLE_CORNER)),
    "zh-Hant": Orthography(CORNER, DOUBLE_CORNER, "——", also=(CURLY,)),
}
"""Language -> its habits; a longer tag goes before a shorter one (`pt-PT` before `pt`)."""


def of(language: str) -> Orthography | None:
    """Find the habits of a language, named by a BCP 47 tag; None for one that nothing is known of."""
    return look_up(ORTHOGRAPHIES, language)
