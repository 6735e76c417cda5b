"""What can be told of a block without knowing its language: length, kind, marks, and tokens that translation keeps."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

_ADDRESS = re.compile(r"\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)")
_CALL = re.compile(r"\[\^([^\]]+)\]")
_CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{[:#.][^{}]*\}")
_URL = re.compile(r"(?:https?|ftp)://[^\s)>\]]+")
_NUMBER = re.compile(r"\d+")
_SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f\u1780-\u17ff"
_SIGNS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
"""Vowel signs and accents, which stand inside words."""
_LETTER = rf"(?:[^\W\d_{_SPACELESS}]|[{_SIGNS}])"
_WORD = re.compile(rf"{_LETTER}+(?:['’\u200c]{_LETTER}+)*|[{_SPACELESS}]+")
_SPACELESS_START = re.compile(f"[{_SPACELESS}]")
_LETTERS_ALONE = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"([.!?…:;,؟۔।。！？：；،؛])[\"'”’»)\]*_`}」』）]*$")
_SENTENCE = re.compile(r"[.!?…؟۔।][\"'”’»)\]*_`}]*(?=\s|$)|[。！？]")
_ENDINGS = str.maketrans("…؟۔।。！？：；،؛", ".?...!?:;,;")
_LETTERS = 5
"""Of a word, so many letters are kept: endings differ between languages, and within one."""
_FEW_LETTERS = 4

SENTENCES = 7
"""Which of the marks of a block is the number of its sentences (`Features.marks`)."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of one block."""

    length: int
    """Characters that a reader sees."""
    kind: str
    marks: tuple[int, ...]
    """How many calls of footnotes, links, images, pieces of code, question marks, brackets, line breaks, sentences."""
    ending: str
    """Its last mark as Latin punctuation, or nothing."""
    letters: str
    """Its letters and digits alone, in small letters, by which a text that was left as it is is known."""
    opening: str
    """Its first mark, if it begins with one that is neither quotation mark nor bracket, or nothing."""
    tokens: frozenset[str]
    """What a translation may keep: `n1906`, `x` with an address or code, `w` with the first letters."""
    words: frozenset[str]
    """The first letters of its words; pairs of characters in scripts that put no spaces."""
    capital: frozenset[str]
    """Those of `words` that begin with a capital letter here."""


@lru_cache(maxsize=65536)
def of(kind: str, text: str) -> Features:
    """Take the features of a text."""
    exact = {f"x{found[2]}" for found in _CODE.finditer(text)} | {f"x{address}" for address in _ADDRESS.findall(text)}
    exact |= {f"x{address.rstrip('.,;')}" for address in _URL.findall(text)}
    exact |= {f"x^{label}" for label in _CALL.findall(text)}
    plain = plain_text(text)
    words, capital = _words(plain)
    numbers = {f"n{number}" for number in map(_ascii_digits, _NUMBER.findall(_CODE.sub(" ", plain)))}
    return Features(
        length=max(len(plain.strip()), 1),
        kind=kind,
        marks=_marks(text, plain),
        ending=ending(plain),
        letters="".join(_LETTERS_ALONE.findall(text)).lower(),
        opening=_opening(text),
        tokens=frozenset(exact | numbers | {f"w{word}" for word in words if len(word) >= _FEW_LETTERS}),
        words=frozenset(words),
        capital=frozenset(capital),
    )


def join(parts: tuple[Features, ...]) -> Features:
    """Take the features of blocks that follow each other as if they were one."""
    if len(parts) == 1:
        return parts[0]
    return Features(
        length=sum(part.length for part in parts),
        kind=parts[0].kind,
        marks=tuple(map(sum, zip(*(part.marks for part in parts), strict=True))),
        ending=parts[-1].ending,
        letters="".join(part.letters for part in parts),
        opening=parts[0].opening,
        tokens=frozenset().union(*(part.tokens for part in parts)),
        words=frozenset().union(*(part.words for part in parts)),
        capital=frozenset().union(*(part.capital for part in parts)),
    )


def with_tokens(features: Features, tokens: set[str]) -> Features:
    """Return features with more tokens."""
    return replace(features, tokens=features.tokens | tokens)


def plain_text(text: str) -> str:
    """Leave out what a reader does not see: addresses, labels of footnotes, tags."""
    return _URL.sub("", _TAG.sub("", _CALL.sub("", _ADDRESS.sub("]", text))))


def masked(text: str) -> str:
    """Put `x` for what is one thing and may not be cut: code, addresses, calls of footnotes, tags."""
    for pattern in (_CODE, _ADDRESS, _CALL, _TAG, _URL):
        text = pattern.sub(lambda found: "x" * len(found[0]), text)
    return text


def ending(plain: str) -> str:
    """Give the mark at the end of a text, as Latin punctuation has it."""
    found = _ENDING.search(plain.rstrip())
    return found[1].translate(_ENDINGS) if found else ""


def _marks(text: str, plain: str) -> tuple[int, ...]:
    calls = len(_CALL.findall(text))
    images = text.count("![")
    return (
        calls,
        len(_ADDRESS.findall(text)) - images,
        images,
        len(_CODE.findall(text)),
        sum(text.count(mark) for mark in "?؟？"),
        sum(text.count(mark) for mark in "(（") - len(_ADDRESS.findall(text)),
        text.count("\n"),
        len(_SENTENCE.findall(plain)) or 1,
    )


def _opening(text: str) -> str:
    first = text.lstrip("*_ \"'“”‘’«»„(\\")[:1]
    return "" if not first or first.isalnum() or first in "[`¡¿!" else first.translate(_ENDINGS)


def _ascii_digits(text: str) -> str:
    """Write the decimal digits of any script as ASCII's."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(char)) for char in text)


def _words(plain: str) -> tuple[set[str], set[str]]:
    words: set[str] = set()
    capital: set[str] = set()
    for word in _WORD.findall(plain):
        if _SPACELESS_START.match(word):
            words.update(word[at : at + 2] for at in range(max(len(word) - 1, 1)))
            continue
        stem = _fold(word)[:_LETTERS]
        words.add(stem)
        if word[0].isupper():
            capital.add(stem)
    return words, capital


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    """Leave out case and accents, so that `Martínez` is `martinez`; other scripts keep their letters."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(char for char in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(char))
