"""Spaces: before and after marks as the language has them, none twice, none at the ends.

Sources: Lexique des règles typographiques en usage à l'Imprimerie nationale (narrow space before ; ! ?, full before :
and inside quotation marks, none of them breaking); Guide du typographe (Swiss French: all narrow); Le guide du
rédacteur (Canadian French: only : and quotation marks); Svenska skrivregler and DIN 5008 (a space before %); Unicode
CLDR 47 (Arabic script: no space before a mark).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import OBJECT, VOID, Prose
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity
from translate_pub.model.language import look_up

_BROAD, _NARROW = "\u00a0", "\u202f"
_SPACED: Mapping[str, Mapping[str, str]] = {
    "fr": {";": _NARROW, "!": _NARROW, "?": _NARROW, ":": _BROAD, "«": _BROAD, "»": _BROAD},
    "fr-CH": {";": _NARROW, "!": _NARROW, "?": _NARROW, ":": _NARROW, "«": _NARROW, "»": _NARROW},
    "fr-CA": {":": _BROAD, "«": _BROAD, "»": _BROAD},
}
"""Language -> mark -> the space that does not break before it (after «)."""
_NAMES = {_BROAD: "no-break space", _NARROW: "narrow no-break space"}

_PERCENT = re.compile(r"(?<=\d)(?P<space> ?)(?P<mark>[%‰])(?![\w%])")
_PERCENT_APART = frozenset(("de", "fi", "fr", "nb", "nn", "no", "sv"))
"""Languages whose guides part a number from its per cent sign."""

_ENDS = rf"(?=[\s{VOID}{OBJECT}»”’\"'“)\]]|$)"
_SPACED_MARK = re.compile(rf"(?P<space>[ \u00a0\u202f\u2009]*)(?P<mark>[;!?]+|:){_ENDS}")
_GUILLEMET = re.compile(r"«(?P<after>[ \u00a0\u202f\u2009]*)|(?P<before>[ \u00a0\u202f\u2009]*)»")
_QUOTED = frozenset((OBJECT, *"…?!.“”‹›’*%$€"))
"""What may stand beside a guillemet on its inside, but for letters and digits."""
_BEFORE = re.compile(rf"(?<=[^\s])(?P<space>[ \u00a0\u202f\u2009]+)(?P<mark>[,;:!?)،؛؟۔]|\.(?!\.)){_ENDS}")
_AFTER = re.compile(r"(?P<mark>[(¿¡])(?P<space>[ \u00a0\u202f\u2009]+)(?=[^\W_])")
_ARABIC = "\u0620-\u064a\u066e-\u06d3"
_RUN_ON = re.compile(rf"(?<=[{_ARABIC}])(?P<mark>[،؛؟])(?=[{_ARABIC}])")
_ASTRAY = re.compile(rf"(?<=[{_ARABIC}])[ \u00a0]+(?P<mark>[،؛؟,])(?=[{_ARABIC}])")
_TWO = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,}(?=\S)")
_EDGES = re.compile(r"\A[ \t\u00a0]+|[ \t\u00a0]+\Z")
_NO_SPACES = frozenset(("zh", "ja", "th", "lo", "km", "my"))
"""Languages that write no spaces between words; what stands around their marks is another matter."""


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find spaces that lack, are too many or may break (C079, C080), doubled ones (C088), those at the ends (C089)."""
    prose = pair.target
    spaced = look_up(_SPACED, pair.language) or {}
    if spaced:
        yield from _spaced(pair, prose, spaced)
    if pair.subtag in _PERCENT_APART:
        yield from _before_per_cent(prose)
    if pair.subtag not in _NO_SPACES:
        yield from _unspaced(pair, prose, spaced)
    if "no-wrap" not in pair.segment.flags and "  " not in pair.source.plain:
        yield from _doubled(prose)
    yield from _at_the_ends(pair)


def _spaced(pair: Pair, prose: Prose, spaced: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Find marks of French that lack their space, or have one at which a line may break."""
    edits = [*_before_marks(pair, prose, spaced), *_inside_guillemets(prose, spaced)]
    if edits:
        marks = " ".join(dict.fromkeys(mark for mark, _ in edits))
        spaces = dict.fromkeys(_NAMES[spaced[mark]] for mark, _ in edits)
        message = f"{marks} wants a {' or '.join(spaces)}"
        yield Diagnostic("C079", Severity.WARNING, message, edits=tuple(edit for _, edit in edits))


def _before_per_cent(prose: Prose) -> Iterator[Diagnostic]:
    """Find per cent signs that touch their number, or may be parted from it."""
    edits = tuple(Edit(*found.span("space"), _BROAD) for found in _PERCENT.finditer(prose.plain))
    if edits:
        yield Diagnostic("C079", Severity.NOTE, f"% wants a {_NAMES[_BROAD]} before it", edits=edits)


def _before_marks(pair: Pair, prose: Prose, spaced: Mapping[str, str]) -> Iterator[tuple[str, Edit]]:
    for found in _SPACED_MARK.finditer(prose.plain):
        mark, space = found["mark"][0], found["space"]
        before = prose.before(found.start())
        wanted = spaced.get(mark)
        if wanted is None or space in {_BROAD, _NARROW} or not before or before in "([{;!?:<":
            continue
        if not space and before.isspace():  # the mark itself is spoken of: *?*
            continue
        if not space and _is_of_source(pair, prose, found):
            continue
        yield mark, Edit(found.start(), found.end("space"), wanted)


def _is_of_source(pair: Pair, prose: Prose, found: re.Match[str]) -> bool:
    """Whether a word with its mark is taken over from the source: a title, `Yahoo!`."""
    word = re.search(r"[\w.-]+\Z", prose.plain[: found.start()])
    return bool(word) and f"{word[0]}{found['mark']}" in pair.source.plain if word else False


def _inside_guillemets(prose: Prose, spaced: Mapping[str, str]) -> Iterator[tuple[str, Edit]]:
    for found in _GUILLEMET.finditer(prose.plain):
        side = "after" if found["after"] is not None else "before"
        mark = "«" if side == "after" else "»"
        outside = prose.after(found.end()) if side == "after" else prose.before(found.start())
        if mark in spaced and (outside.isalnum() or outside in _QUOTED) and found[side] not in {_BROAD, _NARROW}:
            yield mark, Edit(*found.span(side), spaced[mark])


def _unspaced(pair: Pair, prose: Prose, spaced: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Find spaces before a mark that has none, after one that opens, and their lack between Arabic words."""
    plain, source = prose.plain, pair.source.plain
    before = (match for match in _BEFORE.finditer(plain) if match["mark"] not in spaced and match[0] not in source)
    found = [
        *((f"a space before {match['mark']}", match) for match in before if prose.before(match.start()) not in "([{"),
        *((f"a space after {match['mark']}", match) for match in _AFTER.finditer(plain) if match[0] not in source),
    ]
    edits = [Edit(*match.span("space"), "") for _, match in found]
    lacking = list(_RUN_ON.finditer(plain))
    edits += [Edit(match.end(), match.end(), " ") for match in lacking]
    astray = list(_ASTRAY.finditer(plain))
    edits += [Edit(*match.span(), f"{match['mark']} ") for match in astray]
    told = [*(what for what, _ in found), *(f"no space after {match['mark']}" for match in lacking)]
    told += [f"a space before {match['mark']}, and none after it" for match in astray]
    if edits:
        yield Diagnostic("C080", Severity.WARNING, ", ".join(dict.fromkeys(told)), edits=tuple(edits))


def _doubled(prose: Prose) -> Iterator[Diagnostic]:
    """Find two spaces in a row; one that does not break is the one that was meant."""
    edits = tuple(Edit(*found.span(), found[0].strip(" ")[:1] or " ") for found in _TWO.finditer(prose.plain))
    if edits:
        yield Diagnostic("C088", Severity.NOTE, "two spaces in a row", edits=edits)


def _at_the_ends(pair: Pair) -> Iterator[Diagnostic]:
    """Find spaces at the beginning or end that the message does not have."""
    edits = tuple(
        Edit(*found.span(), "") for found in _EDGES.finditer(pair.entry.msgstr) if not _EDGES.search(pair.entry.msgid)
    )
    if edits and pair.entry.msgstr.strip():
        yield Diagnostic("C089", Severity.NOTE, "a space at the beginning or end", edits=edits)
