"""Numbers and dates: what is written in digits in the source stands in the translation, in whatever digits.

Signs between digits are not compared, for 1,234.5 is 1 234,5 elsewhere; nor are numbers that a language writes
otherwise: centuries in Roman numerals (19th: XIX, and in Swedish 1800), decades, hours after noon, 1917–18 in full.
Sources: Unicode CLDR 47 (digits, names of the months).
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from babel import Locale, UnknownLocaleError

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import Prose
from translate_pub.model.diagnostic import Diagnostic, Severity

_NUMBER = re.compile(
    r"(?<![A-Za-z_\d])(?<![A-Za-z_]-)"
    r"(?P<digits>\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)|\d+)"
    r"(?P<rest>(?:[.,٫٬·’'/]\d+)*)"
    r"(?!\d|[A-Za-z]+\d|[A-Za-z]{5})(?P<tail>[^\W\d_]{0,4})"
)
_DIGITS = re.compile(r"\d+")
_RANGE = re.compile(r"\s*[–—-]\s*\Z")
_ROMAN = re.compile(r"(?<![^\W_])(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![A-Z\d])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_TENS = {"万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8, "千": 3, "천": 3, "百": 2}
"""What follows a number and multiplies it by so many tens."""
_OTHER_SCALES = frozenset(("ur", "hi", "bn", "pa", "gu", "mr", "ta", "te", "ne", "si", "fa", "zh", "ja", "ko"))
_SMALL = 20
"""Up to here a language may write a number in words, or the source may; and round thousands."""
_IN_WORDS = 100
"""Up to here a source that has numbers in words may have meant the one that the translation has in digits."""
_CONVERTED = re.compile(
    r"\([^()]*\d[\d.,–-]*[ \u00a0-]?(?:feet|foot|ft|inch(?:es)?|in|miles?|mi|yards?|acres?|pounds?|lbs?|ounces?|oz"
    r"|gallons?|°F|degrees Fahrenheit|mph)\b[^()]*\)"
)
"""An aside in measures of Britain and America, which a translation may leave out."""
_LAST_HOUR = 24
_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|millions?"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\w+tieth|dozens?|half|quarter|twice|once"
    r"|century|centuries|double|single|noon|midnight|both|pair|couple|triple)\b",
    re.IGNORECASE,
)


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find numbers that differ (C072) and months that differ (C073)."""
    if _DIGITS.search(pair.source.plain):
        yield from _numbers(pair)
        yield from _months(pair)


def _numbers(pair: Pair) -> Iterator[Diagnostic]:
    """Find numbers of the source that the translation does not have."""
    wanted, held = _read(pair.source), _read(pair.target)
    lost, added = Counter(wanted.keys() - held.keys()), Counter(held.keys() - wanted.keys())
    if not lost:
        return
    if pair.subtag in _OTHER_SCALES:
        for number in [number for number, written in wanted.items() if _is_scaled(pair.source.plain, written)]:
            lost.pop(number, None)
    for number in {number for found in _CONVERTED.finditer(pair.source.plain) for number in _DIGITS.findall(found[0])}:
        lost.pop(number, None)
    _excuse(lost, added, pair)
    written = _DIGITS.findall(_in_latin_digits(pair.entry.msgstr))
    missing = [
        number
        for number in lost
        if number not in written and (added or (int(number) > _SMALL and not number.endswith("000")))
    ]
    if missing:
        shown = ", ".join(wanted[number] for number in missing)
        is_one = len(missing) == 1
        message = f"the number{'' if is_one else 's'} {shown} of the source {'is' if is_one else 'are'} missing"
        hints = (f"instead of it stands: {', '.join(held[number] for number in added)}",) if added else ()
        yield Diagnostic("C072", Severity.WARNING, message, hints=hints)


def _is_scaled(plain: str, written: str) -> bool:
    """Whether a number counts millions or thousands, which other languages count in lakhs, crores or myriads."""
    return bool(re.search(rf"(?<!\d){re.escape(written)}[ \u00a0-](?:thousand|million|billion)", plain))


def _in_latin_digits(text: str) -> str:
    """Write every digit as a Latin one."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def _read(prose: Prose) -> dict[str, str]:
    """Read the numbers of a text: plain Latin digits -> as it is written."""
    numbers: dict[str, str] = {}
    last, last_end = "", 0
    for found in _NUMBER.finditer(prose.plain):
        in_range = bool(last and _RANGE.match(prose.plain[last_end : found.start()]))
        is_decade = found["tail"] == "s"
        for part in (found["digits"] + found["rest"]).split("/"):
            number = _plain(part, found["tail"])
            last = _completed(last, number) if in_range else number
            if not is_decade:
                numbers.setdefault(last, part)
        last_end = found.end("rest")
    return numbers


def _plain(part: str, tail: str) -> str:
    """Write a number in Latin digits alone, multiplied by what follows it."""
    digits = "".join(str(int(sign)) for sign in part if sign.isdecimal())
    return (digits.lstrip("0") or "0") + "0" * _TENS.get(tail[:1], 0)


def _completed(first: str, second: str) -> str:
    """Write the second year of a range in full: 1917–18 ends in 1918."""
    is_short = 1 < len(second) < len(first) <= len("1917")
    return first[: len(first) - len(second)] + second if is_short else second


def _excuse(lost: Counter[str], added: Counter[str], pair: Pair) -> None:
    """Take away what the language only writes in another way."""
    romans = {str(_roman(found[0])) for found in _ROMAN.finditer(pair.target.plain)}
    for number in [number for number in lost if number in romans]:
        del lost[number]
    for number in list(lost):
        instead = next((other for other in _otherwise(number) if other in added), None)
        if instead is not None:
            del lost[number], added[instead]
    months = _mentioned(pair.source.plain, pair.source_language) | _mentioned(pair.target.plain, pair.language)
    for number in [*map(str, months), *_taken_apart(lost, pair.target), *_taken_apart(added, pair.source)]:
        lost.pop(number, None)
        added.pop(number, None)
    if _WORDS.search(pair.source.plain):
        for number in [number for number in added if int(number) <= _IN_WORDS or number.endswith("00")]:
            del added[number]


def _otherwise(number: str) -> Iterator[str]:
    """Give the other numbers that a language may write for one."""
    yield from (number + "0" * tens for tens in range(1, 9))
    yield number.rstrip("0")
    value = int(number)
    if value <= _LAST_HOUR:  # hours after noon; and the 19th century, which is the 1800s in Swedish
        yield from (str(value + 12), str(value - 12), str((value - 1) * 100), str(value - 1))


def _taken_apart(numbers: Iterable[str], prose: Prose) -> Iterator[str]:
    """Give the numbers whose digits stand on the other side with a space or mark between them: 1,2 and 1, 2."""
    together = re.sub(r"(?<=\d)[\s.,;:/·٫٬،–-]+(?=\d)", "", _in_latin_digits(prose.plain))
    yield from (number for number in numbers if number in together)


def _roman(letters: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-value if value < max(values[place:], default=0) else value for place, value in enumerate(values))


def _months(pair: Pair) -> Iterator[Diagnostic]:
    """Find dates whose month is another one."""
    if not _may_name_months(pair.source.plain, pair.source_language):
        return
    wanted = _dated(pair.source.plain, pair.source_language)
    if not wanted:
        return
    every = _mentioned(pair.source.plain, pair.source_language)
    held, near = _mentioned(pair.target.plain, pair.language), _dated(pair.target.plain, pair.language)
    lost, added = wanted - held, near - every
    if lost and added:
        here = ", ".join(_names(pair.source_language)[month][0] for month in sorted(added))
        there = ", ".join(_names(pair.source_language)[month][0] for month in sorted(lost))
        yield Diagnostic("C073", Severity.WARNING, f"the date is in {there} in the source and in {here} here")


def _dated(plain: str, language: str) -> set[int]:
    """Find the months that stand beside a number."""
    return {
        month
        for month, pattern in _patterns(language).items()
        for found in pattern.finditer(plain)
        if re.search(r"\d[\W_]{0,4}(?:de\s+)?\Z", plain[max(0, found.start() - 8) : found.start()])
        or re.match(r"[\W_]{0,3}(?:de\s+)?\d", plain[found.end() : found.end() + 8])
    }


def _mentioned(plain: str, language: str) -> set[int]:
    """Find the months that are named at all."""
    return {month for month, pattern in _patterns(language).items() if pattern.search(plain)}


@functools.cache
def _names(language: str) -> Mapping[int, tuple[str, ...]]:
    """Give the names of the months in a language, first the one that stands alone; none where it is not known."""
    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return {}
    forms = [months[use]["wide"] for use in ("stand-alone", "format")]
    return {month: tuple(dict.fromkeys(form[month] for form in forms)) for month in range(1, 13)}


@functools.cache
def _patterns(language: str) -> Mapping[int, re.Pattern[str]]:
    """Give an expression for the names of each month, inflected ones included."""
    names = _names(language)
    usable = {month: [name for name in forms if not re.search(r"\d", name)] for month, forms in names.items()}
    return {month: _pattern(forms) for month, forms in usable.items() if forms}


def _may_name_months(plain: str, language: str) -> bool:
    """Whether the beginning of a month's name stands in a text at all; few texts have one, and to look is cheap."""
    lowered = plain.lower()
    beginnings = _beginnings(language)
    return not all(map(str.isascii, beginnings)) or any(beginning in lowered for beginning in beginnings)


@functools.cache
def _beginnings(language: str) -> frozenset[str]:
    """Give the first letters of the names of the months."""
    return frozenset(name[:3].lower() for names in _names(language).values() for name in names)


def _pattern(forms: list[str]) -> re.Pattern[str]:
    longest = 4
    stems = [re.escape(form) + (r"\w{0,5}" if len(form) > longest else "") for form in forms]
    if len(forms) > 1 and len(_shared(forms)) >= longest:
        stems.append(re.escape(_shared(forms)) + r"\w{0,4}")
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})(?!\w)", re.IGNORECASE)


def _shared(forms: list[str]) -> str:
    """Return the beginning that all forms of a name have."""
    first, last = min(forms), max(forms)
    differing = (place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differing, len(first))]
