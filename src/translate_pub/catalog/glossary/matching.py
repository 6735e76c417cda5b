"""Which terms of a glossary a text uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pub.catalog.glossary import forms, tokens
from translate_pub.catalog.glossary.forms import Form
from translate_pub.catalog.glossary.tokens import Word
from translate_pub.model.glossary import Term

_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class _Named:
    """A form of a term."""

    term: int
    form: Form


_NONE: Sequence[_Named] = ()


class Finder:
    """Finds terms in texts of the language that the books are written in.

    The longer term goes before the shorter: where `working class` stands, `class` is not meant.
    """

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        """Sort the forms of terms by the word that they begin with.

        Args:
            terms: what to find.
            language: BCP 47 tag of the texts.
        """
        self.terms = tuple(terms)
        self._spaceless = forms.spaceless(language)
        self._whole: dict[str, list[_Named]] = defaultdict(list)
        self._stems: dict[str, list[_Named]] = defaultdict(list)
        self._others: list[_Named] = []
        plural = language.partition("-")[0] == "en"
        for place, term in enumerate(self.terms):
            for written in term.source:
                for form in _plurals(written) if plural else (written,):
                    self._add(_Named(place, forms.parse(form)))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def find(self, text: str) -> tuple[Term, ...]:
        """Give the terms that a text without markup uses, each once, in the order in which they stand there."""
        found = self._parts(text) if self._spaceless else self._words(tokens.read(text))
        return tuple(self.terms[place] for place in dict.fromkeys(found))

    def _add(self, named: _Named) -> None:
        first = named.form.pieces[0]
        if first.before:
            self._others.append(named)
        else:
            (self._stems if first.after else self._whole)[first.text.casefold()].append(named)

    def _words(self, words: Sequence[Word]) -> Iterator[int]:
        place = 0
        while place < len(words):
            longest = 0, 0
            for named in self._beginning(words[place]):
                longest = max(longest, (forms.length(named.form, words, place), -named.term))
            if longest[0]:
                yield -longest[1]
            place += longest[0] or 1

    def _beginning(self, word: Word) -> Sequence[_Named]:
        """Give the forms that may begin with a word; most words begin none."""
        whole = self._whole.get(word.folded, _NONE)
        if not self._lengths and not self._others:
            return whole
        stems = (self._stems.get(word.folded[:length], _NONE) for length in self._lengths)
        return [*whole, *(named for group in stems for named in group), *self._others]

    def _parts(self, text: str) -> Iterator[int]:
        """Find terms in a text without spaces; a form inside a longer one that stands there too does not count."""
        every = [named for group in (*self._whole.values(), *self._stems.values()) for named in group] + self._others
        there = [named for named in every if forms.within(named.form, text)]
        written = {named.form.written for named in there}
        for named in sorted(there, key=lambda one: text.find(one.form.written)):
            if not any(named.form.written != other and named.form.written in other for other in written):
                yield named.term


def _plurals(written: str) -> tuple[str, ...]:
    """Give an English term, and its plural where it may have one."""
    last = written.rpartition(" ")[2]
    if written.endswith(forms.STAR) or len(last) < 3 or not last.isalpha():  # noqa: PLR2004  # "no", "of"
        return (written,)
    if last.endswith("y") and last[-2] not in "aeiou":
        return written, f"{written[:-1]}ies"
    return written, f"{written}{'es' if last.endswith(_SIBILANTS) else 's'}"
