"""Marks at the end of a text, marks twice, the marks that open a question in Spanish, and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import OBJECT, VOID, Prose
from translate_pub.model.diagnostic import Diagnostic, Severity

_KINDS = {
    **dict.fromkeys(".。．｡۔।॥։።་᙮", "full stop"),
    **dict.fromkeys("?？؟՞⸮፧", "question mark"),
    **dict.fromkeys("!！՜", "exclamation mark"),
    **dict.fromkeys(":：׃፦", "colon"),
    **dict.fromkeys(";；؛", "semicolon"),
    **dict.fromkeys(",，،、፣", "comma"),
    "…": "ellipsis",
}
_ALIKE = frozenset(("full stop", "exclamation mark", "ellipsis"))
"""Marks of which a language or a translator may prefer one to the other."""
_LEADING = frozenset((("", "colon"), ("", "comma"), ("comma", "colon"), ("comma", "exclamation mark")))
"""What leads to a list, or stands in one, and a salutation end with another mark in another language."""
_CLOSERS = " \u00a0\u202f\t\n\"'”“’‘»«›‹」』)）]}〉》" + VOID + "\u200e\u200f\u2069\u202c"
_NO_MARKS = frozenset(("th", "lo", "km", "my", "bo", "dz", "ja", "zh", "ko"))
"""Languages that end a sentence without a mark, a short one, or what a colon introduces with a full stop."""
_SENTENCE = 4
"""Words of a source text that may want a full stop."""
_SHORT = re.compile(r"(?:^|[\s(\u2019'.])(?:[^\W\d_]{1,4}|[^\W\d_]+\.[^\W_]+|\d+)\.\Z")
_TAIL = 24
"""Characters at the end of a text in which an abbreviation is looked for."""
_TWICE = re.compile(r"(?<![.…])\.\.(?![./\w])|,,|،،|۔۔(?!۔)|。。(?!。)|，，|、、|;;|؛؛|(?<!:)::(?![:\w])")
_ANY_BRACKET = re.compile("[()（）]")
_DOUBLED = ("..", ",,", "،،", "۔۔", "。。", "，，", "、、", ";;", "؛؛", "::")
_BRACKET = re.compile(rf"(?P<opening>[(（])|(?P<item>(?:(?<=[\s{VOID}])|\A)\w{{1,2}})?[)）]")


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find other marks at the end (C087), unpaired brackets (C091), marks twice (C092), ¿ and ¡ left out (C094)."""
    yield from _ending(pair)
    yield from _brackets(pair)
    plain = pair.target.plain
    twice = _TWICE.search(plain) if any(mark in plain for mark in _DOUBLED) else None
    if twice and not _TWICE.search(pair.source.plain):
        yield Diagnostic("C092", Severity.WARNING, f"the mark {twice[0]} stands twice")
    if pair.subtag in {"es", "gl", "ast"}:
        yield from _opened(pair)


def _ending(pair: Pair) -> Iterator[Diagnostic]:
    """Find the mark at the end that differs."""
    wanted, held = _kind(pair.source, pair.source_language), _kind(pair.target, pair.language)
    if wanted == held or {wanted, held} <= _ALIKE or None in {wanted, held} or (wanted, held) in _LEADING:
        return
    if pair.subtag in _NO_MARKS and "question mark" not in {wanted, held}:
        return
    if {wanted, held} == {"", "question mark"} and pair.segment.kind.startswith("heading"):
        return  # a title that asks in one language names the matter in another
    if "" in {wanted, held} and "full stop" in {wanted, held} and not _is_sentence(pair):
        return
    told = f"the source ends with a {wanted}" if wanted else "the source ends without a mark"
    message = f"{told}, the translation {f'with a {held}' if held else 'without a mark'}"
    yield Diagnostic("C087", Severity.NOTE, message.replace(" a e", " an e"))


def _kind(prose: Prose, language: str) -> str | None:
    """Name the mark that a text ends with; empty for none, None where what ends it is no prose."""
    text = prose.plain.rstrip(_CLOSERS)
    if not text or text[-1] == OBJECT or _SHORT.search(text[-_TAIL:]):
        return None
    if text.endswith("..."):
        return "ellipsis"
    if text[-1] in ";;" and language.startswith("el"):
        return "question mark"
    return _KINDS.get(text[-1], "")


def _is_sentence(pair: Pair) -> bool:
    """Whether the source is more than a label, in a kind of text that ends with a mark."""
    return len(pair.source.words.split()) >= _SENTENCE and not pair.segment.kind.startswith(
        ("heading", "table", "term")
    )


def _brackets(pair: Pair) -> Iterator[Diagnostic]:
    """Find brackets that the source pairs and the translation does not."""
    surplus = _surplus(pair.target.plain)
    if surplus and not _surplus(pair.source.plain):
        bracket = "(" if surplus > 0 else ")"
        yield Diagnostic("C091", Severity.WARNING, f"a bracket {bracket} has no partner")


def _surplus(plain: str) -> int:
    """Count how many more brackets open than close; that of an enumeration, `a)`, closes nothing."""
    if not _ANY_BRACKET.search(plain):
        return 0
    opened = 0
    for found in _BRACKET.finditer(plain):
        if found["opening"]:
            opened += 1
        elif opened > 0 or not found["item"]:
            opened -= 1
    return opened


def _opened(pair: Pair) -> Iterator[Diagnostic]:
    """Find questions and exclamations that nothing opens (Ortografía de la lengua española, 2010, III.3.4.9)."""
    plain = pair.target.plain
    for opening, closing, name in (("¿", "?", "question"), ("¡", "!", "exclamation")):
        ends = len(re.findall(rf"(?<=[^\W_])[\"'”»)*{VOID}]*{re.escape(closing)}+", plain))
        if ends > plain.count(opening) and not _taken_over(pair, closing):
            yield Diagnostic("C094", Severity.NOTE, f"a {name} is not opened with {opening}")


def _taken_over(pair: Pair, closing: str) -> bool:
    """Whether the word before the mark is the source's too: a title, a name."""
    words = re.findall(rf"([\w.-]+){re.escape(closing)}", pair.target.plain)
    return any(f"{word}{closing}" in pair.source.plain for word in words)
