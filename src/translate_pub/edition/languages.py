"""What is known of a language when its pages are set: direction, script, marks, digits, hyphenation, faces."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyphen
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list

from translate_pub.catalog.directions import direction
from translate_pub.edition import numbering
from translate_pub.model.diagnostic import EditionError
from translate_pub.model.language import look_up
from translate_pub.model.orthography import ENGLISH, ORTHOGRAPHIES, Orthography

LATIN_BODY = ("EB Garamond", "Noto Serif", "serif")

_BODY_STACKS: Mapping[str, tuple[str, ...]] = {
    "ur": ("Noto Nastaliq Urdu", "Noto Naskh Arabic", *LATIN_BODY),
    "Arab": ("Noto Naskh Arabic", *LATIN_BODY),
    "Cyrl": ("EB Garamond", "Noto Serif", "serif"),
    "Grek": ("EB Garamond", "Noto Serif", "serif"),
    "Hebr": ("Noto Serif Hebrew", *LATIN_BODY),
    "Deva": ("Noto Serif Devanagari", *LATIN_BODY),
    "Beng": ("Noto Serif Bengali", *LATIN_BODY),
    "Geor": ("Noto Serif Georgian", *LATIN_BODY),
    "Armn": ("Noto Serif Armenian", *LATIN_BODY),
    "Taml": ("Noto Serif Tamil", *LATIN_BODY),
    "Thai": ("Noto Serif Thai", *LATIN_BODY),
}
"""Language or script -> the faces of running text, best first; Latin letters and marks come from the later ones."""

_NOTE_STACKS: Mapping[str, tuple[str, ...]] = {"ur": ("Noto Naskh Arabic", *LATIN_BODY)}
"""Language -> the faces of notes, tables and other small text, where they differ from those of the body."""

_BODY_NUMBERING = {"ur": "arabext", "fa": "arabext", "ps": "arabext", "sd": "arabext", "ar": "arab"}
_FRONT_NUMBERING = {"ur": "abjad", "fa": "abjad", "ps": "abjad", "sd": "abjad", "ar": "abjad-arab"}
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts with capitals and italics; in others emphasis is another face or weight, never a slanted one."""


@dataclass(frozen=True, slots=True)
class LanguageStyle:
    """How a book in one language is set."""

    language: str
    direction: str
    """`ltr` or `rtl`."""
    script: str
    """ISO 15924 code of the script that it is mostly written in."""
    orthography: Orthography
    hyphenation: str | None
    """The pyphen dictionary that breaks its words; None leaves words whole."""
    small_caps: bool
    """Whether its script has capitals: abbreviations may be set in small ones, and emphasis in italics."""
    letter_spacing: bool
    """Whether letters may be spaced; in a joined script they may not."""
    numbering: Mapping[str, str]
    """`body` and `front` -> numbering system."""
    fonts: Mapping[str, tuple[str, ...]]
    """Use (body, heading, note, mono, latin, foreign) -> font families, best first."""

    @property
    def smarty(self) -> dict[str, str]:
        """What Python-Markdown's `smarty` is to write for straight quotes, dashes and dots."""
        marks = self.orthography
        return {
            "left-double-quote": marks.double[0],
            "right-double-quote": marks.double[1],
            "left-single-quote": marks.single[0],
            "right-single-quote": marks.single[1],
            "left-angle-quote": "«",
            "right-angle-quote": "»",
            "apostrophe": marks.apostrophe,
            "ellipsis": marks.ellipsis,
            "ndash": "–",
            "mdash": marks.dash.strip(),
        }

    @property
    def lowers_labels(self) -> bool:
        """Whether `Figure 2` is `figure 2` inside a sentence; English and German keep the capital."""
        return self.small_caps and self.language.split("-")[0] not in {"en", "de", "lb"}

    @property
    def full_stop(self) -> str:
        """The mark that ends a sentence, and follows a number before its note."""
        return "۔" if self.language.split("-")[0] in {"ur", "ps", "sd"} else "."

    def number(self, number: int, matter: str = "body") -> str:
        """Write a number in the digits of the body or the front matter."""
        return numbering.format(number, self.numbering[matter])

    def date(self, date: dt.date) -> str:
        """Write a date out, in the language's own digits."""
        written = format_date(date, "long", locale=_locale(self.language))
        return numbering.translate_digits(written, self.numbering["body"])

    def join(self, names: tuple[str, ...]) -> str:
        """Write names as a list: `A, B and C`."""
        return format_list(list(names), locale=_locale(self.language)) if names else ""

    def join_place(self, *pieces: str) -> str:
        """Write publisher, place and year on one line, with the script's comma."""
        return self.comma.join(piece for piece in pieces if piece)

    @property
    def comma(self) -> str:
        """The script's comma, with the space behind it."""
        return {"Arab": "، ", "Hans": "，", "Hant": "，", "Jpan": "、"}.get(self.script, ", ")

    @property
    def semicolon(self) -> str:
        """The script's semicolon, with the space behind it."""
        return {"Arab": "؛ ", "Hans": "；", "Hant": "；", "Jpan": "；", "Grek": "· "}.get(self.script, "; ")


@functools.cache
def style(language: str) -> LanguageStyle:
    """Gather what is known of a language, named by a BCP 47 tag.

    Raises:
        EditionError: the tag names no language.
    """
    locale = _locale(language)
    script = _script(locale)
    return LanguageStyle(
        language=language,
        direction=direction(language),
        script=script,
        orthography=look_up(ORTHOGRAPHIES, language) or ENGLISH,
        hyphenation=pyphen.language_fallback(language.replace("-", "_")),
        small_caps=script in _CASED,
        letter_spacing=script not in {"Arab", "Syrc", "Mong", "Deva", "Beng"},
        numbering=_numbering(language, locale),
        fonts=_fonts(language, script),
    )


def renumbered(base: LanguageStyle, settings: Mapping[str, str]) -> LanguageStyle:
    """Give a style the numbering that an edition asks for; uses and systems that are unknown are left out."""
    chosen = {use: system for use, system in settings.items() if system in numbering.SYSTEMS}
    return replace(base, numbering={**base.numbering, **chosen})


def _numbering(language: str, locale: Locale) -> dict[str, str]:
    own = locale.default_numbering_system
    body = look_up(_BODY_NUMBERING, language) or (own if own in numbering.DIGIT_ZERO else "latn")
    return {"body": body, "front": look_up(_FRONT_NUMBERING, language) or "lower-roman"}


def _fonts(language: str, script: str) -> dict[str, tuple[str, ...]]:
    body = look_up(_BODY_STACKS, language) or _BODY_STACKS.get(script, LATIN_BODY)
    return {
        "body": body,
        "heading": body,
        "note": look_up(_NOTE_STACKS, language) or body,
        "mono": ("Noto Sans Mono", "monospace"),
        "latin": LATIN_BODY,
        "foreign": LATIN_BODY if script == "Arab" else ("Noto Naskh Arabic", *body),
    }


def _script(locale: Locale) -> str:
    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    full = likely.get(str(locale)) or likely.get(locale.language) or ""
    return next((part for part in full.split("_") if len(part) == len("Latn") and part.isalpha()), "Latn")


@functools.cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        message = f"{language!r} is not the tag of a language that is known (BCP 47: ur, sv, pt-BR, sr-Latn)"
        raise EditionError(message) from error
