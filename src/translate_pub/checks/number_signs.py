"""Signs inside numbers: what parts thousands and what comes before decimals in the language of the translation.

1,234 is one thousand and more in English, and one and a little in Swedish or Spanish. A number of the source is looked
for by its digits; that a point in the source is a decimal point is believed only where a measure or a sum says so, for
it also stands in versions, sections and hours.

Sources: Unicode CLDR 47 (number symbols); Duden and DIN 5008; Lexique des règles typographiques en usage à l'Imprimerie
nationale; Ortografía de la lengua española (RAE 2010: spaces, and either sign before decimals); Svenska skrivregler;
Chicago Manual of Style 18. Where guides or houses of one language differ, all their ways are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import Prose
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity
from translate_pub.model.language import look_up

_BROAD, _NARROW = "\u00a0", "\u202f"
_SPACES = f"{_BROAD}{_NARROW}\u2009 "
_THIN_SPACES = f"{_NARROW}{_BROAD}\u2009 "


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs of a language, of each kind the usual one first."""

    decimal: str
    thousands: str


_ENGLISH = _Signs(".·", f",{_THIN_SPACES}")
_POINTS = _Signs(",", f".{_SPACES}")
_PARTED = _Signs(",", _SPACES)
_SWISS = _Signs(".,", f"’'{_THIN_SPACES}")
_ARABIC = _Signs("٫.,/", f"٬،,.{_SPACES}")
_EASTERN = _Signs(".٫", f",٬،{_SPACES}")
_SIGNS: Mapping[str, _Signs] = {
    language: signs
    for languages, signs in (
        ("de da nl it pt is id tr el ro hr sl sr bs vi ca gl eu az", _POINTS),
        ("sv nb nn no fi pl cs sk hu ru uk be bg lt lv et sq mk af", _PARTED),
        ("en ga cy gd he sw tl ms th ko ja zh", _ENGLISH),
        ("ur hi bn pa gu mr ta te ne si ml kn", _EASTERN),
        ("ar fa ps sd ckb", _ARABIC),
        ("de-CH de-LI it-CH", _SWISS),
        ("es", _Signs(",.", f"{_THIN_SPACES}.")),
        ("es-419 es-MX es-US es-PR es-GT es-HN es-NI es-SV es-DO es-PA", _ENGLISH),
        ("fr", _Signs(",", _THIN_SPACES)),
        ("fr-CH", _Signs(",.", f"{_THIN_SPACES}’'")),
        ("en-ZA", _Signs(",.", f"{_SPACES},")),
    )
    for language in languages.split()
}
"""Language -> its signs; a language that is not here is not looked at."""
_OTHERS = "'’·٬٫،"
_TOKEN = re.compile(
    rf"(?<![\w.,:/{_OTHERS}-])\d+(?:[.,{_OTHERS}]\d+|[{_SPACES}]\d{{3}}(?!\d))+(?![\d/:]|[.,{_OTHERS}-]\d|[^\W\d_]+\d)"
)
_SIGN = re.compile(r"\D")
_GROUP = 3
_SCALES = (
    r"(?:thousands?|(?:m|b|tr)illions?|bn|per cent|percent|percentage|times|points?|degrees?|square|cubic"
    r"|[cmk]?m|[km]?g|[km]?w|[kmgt]i?b|[kmg]?hz|(?:kilo|centi|milli)?(?:met(?:re|er)|gram(?:me)?|lit(?:re|er)|watt)s?"
    r"|miles?|yards?|feet|foot|inch(?:es)?|acres?|hectares?|tons?|tonnes?|pounds?|poods?|versts?|dessiatins?"
    r"|roubles?|rubles?|dollars?|euros?|francs?|marks|shillings?|pence"
    r"|years?|months?|weeks?|days?|hours?|minutes?|seconds?)"
)
_MEASURED = re.compile(rf"[{_SPACES}-]?(?:[%‰°]|{_SCALES}(?!\w))", re.IGNORECASE)
_MONEY = re.compile(rf"[$€£¥₹₽][{_SPACES}]?\Z")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it is written."""

    start: int
    digits: str
    """In Latin digits, without the signs."""
    signs: tuple[tuple[int, str], ...]
    """Each sign with the number of digits before it."""


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find numbers whose signs are those of another language (C095)."""
    own, theirs = look_up(_SIGNS, pair.language), look_up(_SIGNS, pair.source_language)
    if own is None or theirs is None:
        return
    wanted = _wanted(pair.source, theirs)
    if not wanted:
        return
    shown: list[str] = []
    edits: list[Edit] = []
    for number in _read(pair.target):
        mended = _mended(number, wanted[number.digits], own) if number.digits in wanted else ()
        if mended:
            end = number.start + len(number.digits) + len(number.signs)
            shown.append(pair.target.plain[number.start : end])
            edits += mended
    if edits:
        message = f"signs of another language in {', '.join(dict.fromkeys(shown))}"
        hint = f"{pair.language} has {_told(own.thousands)} between thousands and {_told(own.decimal)} before decimals"
        yield Diagnostic("C095", Severity.WARNING, message, hints=(hint,), edits=tuple(edits))


def _wanted(prose: Prose, signs: _Signs) -> dict[str, int]:
    """Read the numbers of the source: digits -> how many of them stand before decimals, where nothing is in doubt."""
    every: dict[str, set[int | None]] = {}
    for number in _read(prose):
        every.setdefault(number.digits, set()).add(_whole_digits(number, signs, prose.plain))
    return {digits: whole for digits, (whole, *others) in every.items() if whole is not None and not others}


def _read(prose: Prose) -> Iterator[_Number]:
    """Give the numbers of a text that have signs inside."""
    for found in _TOKEN.finditer(prose.plain):
        signs = tuple((sign.start() - place, sign[0]) for place, sign in enumerate(_SIGN.finditer(found[0])))
        digits = "".join(str(int(digit)) for digit in found[0] if digit.isdecimal())
        yield _Number(found.start(), digits, signs)


def _whole_digits(number: _Number, signs: _Signs, plain: str) -> int | None:
    """Return how many digits of a number of the source stand before its decimals; None where that is in doubt."""
    last, sign = number.signs[-1]
    has_decimals = sign in signs.decimal and sign not in signs.thousands
    whole = last if has_decimals else len(number.digits)
    groups = number.signs[:-1] if has_decimals else number.signs
    if not groups:
        return whole if _is_decimal(number, signs, plain) else None
    used = {sign for _, sign in groups}
    is_grouped = len(used) == 1 and used <= set(signs.thousands) and [place for place, _ in groups] == _groups(whole)
    return whole if is_grouped else None


def _groups(whole: int) -> list[int]:
    """Give the places where thousands are parted in so many digits."""
    return [place for place in range(1, whole) if (whole - place) % _GROUP == 0]


def _is_decimal(number: _Number, signs: _Signs, plain: str) -> bool:
    """Whether the only sign of a number of the source stands before decimals, and not in a version or a section."""
    if signs.decimal[0] != ".":
        return True
    before, after = plain[: number.start], plain[number.start + len(number.digits) + 1 :]
    return bool(_MONEY.search(before) or _MEASURED.match(after))


def _mended(number: _Number, whole: int, signs: _Signs) -> tuple[Edit, ...]:
    """Give what is to be changed in a number of the translation; nothing where its signs stand elsewhere."""
    places = [place for place, _ in number.signs]
    groups, decimals = [place for place in places if place != whole], whole in places
    if (groups and groups != _groups(whole)) or decimals != (whole < len(number.digits)):
        return ()
    wanted = [signs.decimal if place == whole else signs.thousands for place in places]
    return tuple(
        Edit(number.start + place + earlier, number.start + place + earlier + 1, allowed[0])
        for earlier, ((place, sign), allowed) in enumerate(zip(number.signs, wanted, strict=True))
        if sign not in allowed
    )


def _told(signs: str) -> str:
    """Name the sign that is usual."""
    names = {_BROAD: "a no-break space", _NARROW: "a narrow no-break space"}
    return names.get(signs[0], signs[0])
