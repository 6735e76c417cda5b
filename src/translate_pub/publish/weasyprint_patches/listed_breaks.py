"""WeasyPrint 70.0 breaks words by patterns alone; a book has names and compounds that they break wrongly.

Soft hyphens are no way out: where one stands in the rest of a paragraph, `split_first_line` (text/line_break.py) breaks
by soft hyphens only and leaves all other words whole (CSS Text 3 says so of a word, not of a paragraph), and they stand
in the text that readers copy. So a word of the list is answered by the list in the place of the patterns' dictionary,
and its text stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import pyphen

from translate_pub.model.makeup import Breaks
from translate_pub.publish.weasyprint_patches.replacement import replace

VERSION = "70.0"
_BEFORE = """\
            dictionary = pyphen.Pyphen(lang=lang, left=left, right=right)
"""
_AFTER = """\
            dictionary = pyphen.Pyphen(lang=lang, left=left, right=right)
            from translate_pub.publish.weasyprint_patches import listed_breaks
            dictionary = listed_breaks.over(dictionary, lang)
"""
_listed: ContextVar[Mapping[str, Mapping[str, tuple[int, ...]]]] = ContextVar("listed")


class ListedDictionary:
    """The patterns of a language, with a list that goes before them."""

    def __init__(self, patterns: pyphen.Pyphen, words: Mapping[str, tuple[int, ...]]) -> None:
        self._patterns = patterns
        self._words = words

    def iterate(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the two pieces of a word for every place where it may be broken, the last place first."""
        places = self._words.get(word.lower())
        if places is None or len(word.lower()) != len(word):
            yield from self._patterns.iterate(word)
            return
        for place in reversed(places):
            yield word[:place], word[place:]


def over(patterns: pyphen.Pyphen, language: str) -> pyphen.Pyphen | ListedDictionary:
    """Put the list of a language, if there is one, before its patterns; `language` is a name of pyphen's."""
    words = _listed.get({}).get(language)
    return ListedDictionary(patterns, words) if words else patterns


@contextmanager
def listed(breaks: Sequence[Breaks]) -> Iterator[None]:
    """Break words as lists say while pages are laid out."""
    by_language = {pyphen.language_fallback(one.language.replace("-", "_")) or "": dict(one.words) for one in breaks}
    before = _listed.set(by_language)
    try:
        yield
    finally:
        _listed.reset(before)


def apply() -> bool:
    """Put the list in, and say whether there was need."""
    from weasyprint.text import line_break  # noqa: PLC0415 - loaded on first use, like everywhere

    return replace(line_break, "split_first_line", VERSION, _BEFORE, _AFTER)
