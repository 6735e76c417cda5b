"""Letters, digits and marks of the alphabet: those of the language, not their likes in another.

Sources: Unicode 16, chapter 9.2 (letters of Urdu and Persian beside Arabic), CLDR 47 (exemplar characters, numbering
systems), Unicode Technical Standard 39 (confusables of Latin, Cyrillic and Greek).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import OBJECT, VOID, Prose
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity

_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff"
_URDU = {
    "ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ۃ", "ۀ": "ۂ",
}  # fmt: skip
_PERSIAN = {"ي": "ی", "ى": "ی", "ك": "ک"}
_LETTERS: Mapping[str, Mapping[str, str]] = {
    "ur": _URDU,
    "fa": _PERSIAN,
    "ckb": {"ي": "ی", "ى": "ی", "ك": "ک"},
    "pnb": _URDU,
}
"""Language -> Arabic letter that its keyboards do not have -> its own."""
_EASTERN = {chr(0x660 + digit): chr(0x6F0 + digit) for digit in range(10)}
_DIGITS: Mapping[str, Mapping[str, str]] = dict.fromkeys(("ur", "fa", "ps", "sd", "pnb", "ks"), _EASTERN)
"""Language -> Arabic-Indic digit -> its own, which 4 to 7 differ from in shape."""
_ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟"}
_MARKS: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("ar", "fa", "ps", "sd", "ckb", "ug", "ks"), _ARABIC_MARKS),
    "ur": {**_ARABIC_MARKS, ".": "۔"},
    "pnb": {**_ARABIC_MARKS, ".": "۔"},
}
"""Language -> mark of the Latin script -> its own."""
_LETTER = re.compile(f"[{_ARABIC}]")
_LONG_WORD = re.compile(f"[{_ARABIC}]{{3}}{VOID}*\\Z")
_ASPIRATED = "بپتٹجچدڈرڑکگلمن"
_HEH = re.compile(f"(?<=[{_ASPIRATED}ك])ه")
_CERTAIN_HEH = re.compile(f"(?<![{_ARABIC}])[کكنبچ]ه(?![{_ARABIC}])")
"""`کہ`, `نہ`, `بہ`, `چہ`: whole words that no aspirate ends."""

_LATIN_LIKES = {
    "Cyrl": dict(zip("АВЕЅІЈКМНОРСТУХасеіјорѕухһ", "ABESIJKMHOPCTYXaceijopsyxh", strict=True)),
    "Grek": dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιυ", "ABEZHIKMNOPTYXovıu", strict=True)),
}
"""Script -> its letter -> the Latin letter that looks the same."""
_CYRILLIC = "\u0400-\u04ff"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_LATIN = "A-Za-zÀ-ɏ"
_MIXED = re.compile(
    rf"(?=[{_LATIN}{_CYRILLIC}]*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]))[{_LATIN}{_CYRILLIC}]+"
    rf"|(?=[{_LATIN}{_GREEK}]*(?:[{_LATIN}][{_GREEK}]|[{_GREEK}][{_LATIN}]))[{_LATIN}{_GREEK}]+"
)
_FOREIGN = re.compile(rf"[{_CYRILLIC}{_GREEK}]")


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find digits (C074), letters (C081) and marks (C082) of another script, and words of two scripts (C090)."""
    prose = pair.target
    language = pair.subtag
    if language in _DIGITS:
        yield from _digits(prose, _DIGITS[language])
    if language in _LETTERS:
        yield from _letters(prose, _LETTERS[language], pair.language)
    if language in _MARKS:
        yield from _marks(prose, _MARKS[language])
    if _FOREIGN.search(prose.plain):
        yield from _mixed(pair, prose)


def _digits(prose: Prose, own: Mapping[str, str]) -> Iterator[Diagnostic]:
    edits = tuple(Edit(place, place + 1, own[sign]) for place, sign in enumerate(prose.plain) if sign in own)
    if edits:
        example = prose.plain[edits[0].start]
        message = f"the Arabic digit {example} (U+{ord(example):04X}) stands for {own[example]}"
        yield Diagnostic("C074", Severity.WARNING, message, edits=edits)


def _letters(prose: Prose, own: Mapping[str, str], language: str) -> Iterator[Diagnostic]:
    """Find Arabic letters; which h an Arabic one stands for is certain only where no consonant is aspirated."""
    places = [(place, sign) for place, sign in enumerate(prose.plain) if sign in own]
    if not places:
        return
    open_to_doubt = _doubtful(prose.plain) if "ه" in own else frozenset()
    signs = dict.fromkeys(sign for _, sign in places)
    shown = ", ".join(f"{sign} (U+{ord(sign):04X}) for {own[sign]}" for sign in signs)
    edits = tuple(Edit(place, place + 1, own[sign]) for place, sign in places if place not in open_to_doubt)
    hints = ("ه after a consonant may be ہ or ھ: write which",) if open_to_doubt else ()
    message = f"{'letters' if len(places) > 1 else 'a letter'} of Arabic in {language}: {shown}"
    yield Diagnostic("C081", Severity.WARNING, message, hints=hints, edits=edits)


def _doubtful(plain: str) -> frozenset[int]:
    """Find every ه that may be an aspirate; a writer who has ھ on the keyboard would have typed it."""
    if "ھ" in plain:
        return frozenset()
    sure = {found.end() - 1 for found in _CERTAIN_HEH.finditer(plain)}
    return frozenset(found.start() for found in _HEH.finditer(plain) if found.start() not in sure)


def _marks(prose: Prose, own: Mapping[str, str]) -> Iterator[Diagnostic]:
    every = re.finditer(rf"[{re.escape(''.join(own))}]", prose.plain)
    edits = [Edit(*found.span(), own[found[0]]) for found in every if _follows_arabic(prose, found)]
    if edits:
        shown = ", ".join(f"{sign} for {own[sign]}" for sign in dict.fromkeys(prose.plain[one.start] for one in edits))
        yield Diagnostic("C082", Severity.WARNING, f"marks of the Latin script: {shown}", edits=tuple(edits))


def _follows_arabic(prose: Prose, found: re.Match[str]) -> bool:
    """Whether a mark ends a word of Arabic letters; a full stop that of no abbreviation."""
    before, after = prose.before(found.start()), prose.after(found.end())
    if not before or not _LETTER.match(before):
        return False
    ends = not after or after.isspace() or after in "»”“’\"')]" + OBJECT
    if found[0] != ".":
        return ends or bool(_LETTER.match(after))
    return ends and bool(_LONG_WORD.search(prose.plain[: found.start()]))


def _mixed(pair: Pair, prose: Prose) -> Iterator[Diagnostic]:
    """Find words in which a letter of one script stands for its like in another."""
    words: list[str] = []
    edits: list[Edit] = []
    for found in _MIXED.finditer(prose.plain):
        if found[0] in pair.source.plain:
            continue
        repaired = _in_one_script(found[0])
        if repaired is not None:
            words.append(found[0])
            edits += [Edit(*found.span(), repaired)] if repaired else []
    if words:
        shown = ", ".join(dict.fromkeys(words))
        yield Diagnostic("C090", Severity.WARNING, f"letters of two scripts in one word: {shown}", edits=tuple(edits))


def _in_one_script(word: str) -> str | None:
    """Write a word in the one script that it is of; empty where it could be of either, None where it is of both."""
    script = "Grek" if re.search(f"[{_GREEK}]", word) else "Cyrl"
    to_latin = _LATIN_LIKES[script]
    from_latin = {latin: other for other, latin in to_latin.items()}
    latin = [sign for sign in word if re.match(f"[{_LATIN}]", sign)]
    others = [sign for sign in word if not re.match(f"[{_LATIN}]", sign)]
    is_latin = all(sign in to_latin for sign in others)
    is_other = all(sign in from_latin for sign in latin)
    if is_latin and is_other:
        return ""
    if is_latin:
        return "".join(to_latin.get(sign, sign) for sign in word)
    return "".join(from_latin.get(sign, sign) for sign in word) if is_other else None
