"""Characters that nobody sees: marks of direction, joiners, spaces without width, and what a conversion left behind.

Sources: Unicode Standard Annex 9 (directional formatting), Unicode 16 chapter 23 (zero-width characters). The
zero-width non-joiner belongs to Persian, Urdu, Kurdish and the scripts of India, the joiner to those and to emoji, the
zero-width space to scripts that write no spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import Prose
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity

_ISOLATES, _EMBEDDINGS = "\u2066\u2067\u2068", "\u202a\u202b\u202d\u202e"
_POP_ISOLATE, _POP = "\u2069", "\u202c"
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_JOINERS = re.compile("\u200c+")
_NO_NEIGHBOURS = frozenset("،.؛:؟!()[]«»“”\"'۔,;?")
_JUNK = re.compile("[\ufeff\u2060\u180e]+")
_ZERO_SPACES = re.compile("\u200b+")
_LOST = re.compile("\ufffd|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|[ÃÂ][\u0080-\u00bf]|â\u20ac[\u2122\u0153\u201c\u009d]")
_UNSPACED = frozenset(("th", "lo", "km", "my", "bo", "dz", "ja", "zh"))
_NAMES = {
    "\ufeff": "byte order mark",
    "\u2060": "word joiner",
    "\u180e": "Mongolian vowel separator",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
}
_ANY = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\u200b\u200c\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffdÃÂ]|â\u20ac"
)


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find marks of direction left open (C083), characters without width (C084), and lost ones (C093)."""
    text = pair.entry.msgstr
    if not _ANY.search(text):
        return
    if _DIRECTION.search(text):
        yield from _directions(pair, text)
    yield from _without_width(pair, text)
    lost = _LOST.search(text)
    if lost and lost[0] not in pair.entry.msgid:
        shown = " ".join(f"U+{ord(sign):04X}" for sign in lost[0])
        message = f"a character was lost in a conversion; here stands {lost[0]!a} ({shown})"
        yield Diagnostic("C093", Severity.ERROR, message)


def _directions(pair: Pair, text: str) -> Iterator[Diagnostic]:
    """Find isolates and embeddings that nothing ends, and ends of nothing."""
    opened: list[str] = []
    stray: list[int] = []
    for found in _DIRECTION.finditer(text):
        sign = found[0]
        if sign in _ISOLATES + _EMBEDDINGS:
            opened.append(sign)
        elif opened and (sign == _POP) == (opened[-1] in _EMBEDDINGS):
            opened.pop()
        else:
            stray.append(found.start())
    if opened:
        names = ", ".join(f"U+{ord(sign):04X}" for sign in opened)
        message = f"the mark of direction {names} is never ended; wanted: U+2069 after an isolate, U+202C after others"
        yield Diagnostic("C083", Severity.WARNING, message)
    if stray and not _DIRECTION.search(pair.entry.msgid):
        message = f"U+{ord(text[stray[0]]):04X} ends a direction that nothing began"
        edits = tuple(Edit(place, place + 1, "") for place in stray) if not opened else ()
        yield Diagnostic("C083", Severity.WARNING, message, edits=edits)


def _without_width(pair: Pair, text: str) -> Iterator[Diagnostic]:
    """Find characters without width where they do nothing."""
    patterns = [_JUNK] if pair.subtag in _UNSPACED else [_JUNK, _ZERO_SPACES]
    found = [match for pattern in patterns for match in pattern.finditer(text) if match[0][0] not in pair.entry.msgid]
    found += [match for match in _JOINERS.finditer(pair.target.plain) if _joins_nothing(pair.target, match)]
    spans = [match.span() for match in found]
    if spans:
        names = ", ".join(dict.fromkeys(_NAMES[text[start]] for start, _ in sorted(spans)))
        edits = tuple(Edit(*match.span(), _kept(pair.target, match)) for match in found)
        yield Diagnostic("C084", Severity.NOTE, f"{names}, which nobody sees, does nothing here", edits=edits)


def _joins_nothing(prose: Prose, found: re.Match[str]) -> bool:
    """Whether a non-joiner stands beside no letter, or more than one do."""
    sides = prose.before(found.start()), prose.after(found.end())
    return len(found[0]) > 1 or any(not side or side.isspace() or side in _NO_NEIGHBOURS for side in sides)


def _kept(prose: Prose, found: re.Match[str]) -> str:
    """Return what is to stand instead: one non-joiner where several stand between letters."""
    sides = prose.before(found.start()), prose.after(found.end())
    between = all(side and not side.isspace() and side not in _NO_NEIGHBOURS for side in sides)
    return "\u200c" if found[0][0] == "\u200c" and between else ""
