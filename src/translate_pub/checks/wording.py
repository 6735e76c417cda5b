"""Wording: a word twice in a row, text that was left as it is, and text that is far too long or short."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from translate_pub.checks.pair import Pair
from translate_pub.checks.prose import Prose
from translate_pub.model.diagnostic import Diagnostic, Severity

_TWICE = re.compile(r"(?<![\w\u200c'’-])([^\W\d_]{2,})[ \u00a0\n]+\1(?![\w\u200c'’-])", re.IGNORECASE)


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REDUPLICATING = _set(
    "id ms jv su tl fil vi hi bn mr gu pa ne si ta te kn ml or as ur fa ps sd ckb tr az kk ky uz ug th lo km my "
    "sw zu ja zh"
)
"""Languages that double words for a meaning; only their small words are looked at."""
_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "ur": _set("کا کی کے کو میں سے نے پر اور ہے ہیں تھا تھی تھے یہ کہ تک بھی جو اس ان وہ گیا گئی گئے"),
    "fa": _set("از را به در که و است با این آن برای بر تا یا هم اما می"),
    "hi": _set("का की के को में से ने पर और है हैं था थी थे यह कि भी जो"),
    "tr": _set("ve bir bu da de ile için"),
    "id": _set("yang di dan ke dari untuk dengan adalah"),
    "vi": _set("là và của các trong cho với"),
}
"""Language that doubles words -> those that it never does."""
_RIGHT_TWICE: Mapping[str, frozenset[str]] = {
    "en": _set("had that"),
    "fr": _set("nous vous en faire"),
    "de": _set("die der das sie den dem des es"),
    "nl": _set("die dat het zij ze er"),
    "sv": _set("det den de som är på till så"),
    "da": _set("det den de der på til så man"),
    "nb": _set("det den de på til så"),
    "es": _set("no muy nos como"),
    "pt": _set("como nos"),
    "hu": _set("az ez egy"),
    "it": _set("man via così"),
    "he": _set("אחד יותר"),
    "ar": _set("شيئا"),
}
"""Language -> words that stand twice in a right sentence."""

_LETTER_WORD = re.compile(r"(?<![\w@#/.-])[^\W\d_]{2,}(?![\w@/])")
_OF_SENTENCES = _set(
    "the an of to is are be in on at by and or for from with that this these it its not was were has have had as you"
    " we they he she his her their our your who which when what can will would if but into about all no"
)
_LEAST_OF_SENTENCES = 2
"""Of these different words that an English sentence has and a list of commands or keys has not."""
_LEAST_WORDS = 4
"""Words in small letters that a text must have before its like is called untranslated: names and titles have fewer."""

_CODE = re.compile(
    r"^\s*(?:[$#]\s|sudo |import |export |\w+:~?[$#] |\[[\w ./-]+\]$|[\w.-]+\s?=\s?\S|</?\w|&lt;[?/!\w]|- ?\w+:|```)"
    r"|[;{]$|\w\(\)|\w(?:\.\w+)+\(|^\s+[\w-]+:(?:\s|$)",
    re.MULTILINE,
)
"""Lines of a program, a shell or a configuration: a listing that is the same in every language."""

_DENSITY: Mapping[str, float] = {
    "zh": 0.33, "ja": 0.52, "ko": 0.55, "he": 0.8, "ar": 0.9, "fa": 0.98, "th": 0.95, "bo": 1.2, "ta": 1.15, "vi": 0.95,
}  # fmt: skip
"""Language -> characters to one of English, where that is far from 1 (medians of public translations)."""
_TAKEN_OVER = re.compile(r"[A-Za-z0-9@_.-]+")
_SHORTEST = 60
"""Characters of a source text whose length says something of its translation's."""
_SPREAD, _CERTAINTY = 0.6, 4.0
"""How far the logarithm of the proportion may be from the usual one, for long texts and more for short."""


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find doubled words (C075), unchanged text (C085) and lengths out of proportion (C086)."""
    yield from _doubled(pair)
    if pair.entry.msgstr == pair.entry.msgid:
        yield from _unchanged(pair)
    else:
        yield from _length(pair)


def _doubled(pair: Pair) -> Iterator[Diagnostic]:
    """Find a word that was written twice."""
    words = pair.target.plain.casefold().split()
    if not any(map(str.startswith, words[1:], words)):  # the exact expression is slow
        return
    right = _RIGHT_TWICE.get(pair.subtag, frozenset())
    only = _SMALL_WORDS.get(pair.subtag, frozenset()) if pair.subtag in _REDUPLICATING else None
    for found in _TWICE.finditer(pair.target.plain):
        word = found[1].casefold()
        if word in right or (only is not None and word not in only) or _TWICE.search(pair.source.plain):
            continue
        if found[1][0].isupper() and found[0].endswith(found[1]) and found[1] in pair.source.plain:
            continue  # a name that consists of the same word twice, or two names side by side
        yield Diagnostic("C075", Severity.WARNING, f"the word {found[1]} stands twice in a row")
        return


def _unchanged(pair: Pair) -> Iterator[Diagnostic]:
    """Find a sentence that nobody translated."""
    if pair.subtag == pair.source_language.partition("-")[0]:
        return
    if _CODE.search(pair.source.text):
        return
    words = _LETTER_WORD.findall(pair.source.words)
    small = [word for word in words if word.islower()]
    if pair.source_language.partition("-")[0] == "en" and len(_OF_SENTENCES.intersection(small)) < _LEAST_OF_SENTENCES:
        return
    if len(small) >= _LEAST_WORDS and len(small) * 2 > len(words):
        yield Diagnostic("C085", Severity.WARNING, "the translation is the source, word for word")


def _length(pair: Pair) -> Iterator[Diagnostic]:
    """Find a translation of which a part is missing, or that holds more than its source."""
    if not _may_be_off(pair, len(pair.source.plain), len(pair.target.plain)):
        return
    taken_over = set(_TAKEN_OVER.findall(pair.source.words)) & set(_TAKEN_OVER.findall(pair.target.words))
    source, target = (_measured(prose, taken_over) for prose in (pair.source, pair.target))
    if source < _SHORTEST or not target:
        return
    off = math.log(target / source / _usual(pair))
    if abs(off) > _SPREAD * (1 + _CERTAINTY / math.sqrt(source)):
        told = "far longer" if off > 0 else "far shorter"
        message = f"the translation is {told} than usual: {target} characters for {source}"
        yield Diagnostic("C086", Severity.WARNING, message)


def _usual(pair: Pair) -> float:
    """Return how many characters of the translation there usually are to one of the source."""
    return _DENSITY.get(pair.subtag, 1.1) / _DENSITY.get(pair.source_language.partition("-")[0], 1.0)


def _may_be_off(pair: Pair, source: int, target: int) -> bool:
    """Whether a text is long enough to say, and its whole length not the usual one; the exact measure is slow."""
    return source >= _SHORTEST and target > 0 and abs(math.log(target / source / _usual(pair))) > _SPREAD / 2


def _measured(prose: Prose, taken_over: set[str]) -> int:
    """Count the characters of a text without the words that source and translation share: names, terms."""
    left = _TAKEN_OVER.sub(lambda found: "" if found[0] in taken_over else found[0], prose.words)
    return len(" ".join(left.split()))
