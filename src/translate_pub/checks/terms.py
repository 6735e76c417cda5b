"""Terms: a translation says what the glossary says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate_pub.catalog.glossary import forms, tokens
from translate_pub.catalog.glossary.forms import Form
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.checks import prose
from translate_pub.checks.pair import Pair
from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.model.glossary import Glossary, Term


class Terms:
    """The rule that a message which uses a term is translated with one of its translations, and none that is forbidden.

    What the glossary allows is found with other endings and in compounds too; what it forbids, only as it is written.
    A title that both leave in its language is not looked at.
    """

    def __init__(self, glossary: Glossary, source_language: str) -> None:
        """Make the rule of a language.

        Args:
            glossary: its terms.
            source_language: BCP 47 tag of the language of the books.
        """
        self._path = glossary.path
        self._finder = Finder(glossary.terms, source_language)
        written = {form for term in glossary.terms for form in (*term.allowed, *term.forbidden)}
        self._forms: Mapping[str, Form] = {form: forms.parse(form) for form in written}

    def __call__(self, pair: Pair) -> Iterator[Diagnostic]:
        """Find terms that are missing in a translation, and translations of terms that are forbidden."""
        source, target = tokens.apart(_plain(pair.entry.msgid), _plain(pair.entry.msgstr))
        for term in self._finder.find(source):
            used = [form for form in term.forbidden if forms.stands(self._forms[form], target, pair.language)]
            for form in used:
                yield self._forbidden(term, form)
            if term.allowed and not used and not self._stands(term, target, pair.language):
                yield self._missing(term)

    def _stands(self, term: Term, text: str, language: str) -> bool:
        return any(forms.stands(self._forms[form], text, language, leniently=True) for form in term.allowed)

    def _missing(self, term: Term) -> Diagnostic:
        wanted = " or ".join(f"“{forms.shown((form,))}”" for form in term.allowed)
        message = f"the term “{term.name}” of the source is not translated as the glossary says: {wanted}"
        return Diagnostic("C133", Severity.WARNING, message, hints=(self._place(term, "what else it may be"),))

    def _forbidden(self, term: Term, form: str) -> Diagnostic:
        instead = " or ".join(f"“{forms.shown((form,))}”" for form in term.allowed)
        message = f"the glossary forbids “{forms.shown((form,))}” for the term “{term.name}”"
        wanted = (f"write {instead}",) if instead else ()
        return Diagnostic("C134", Severity.ERROR, message, hints=(*wanted, self._place(term, "what it may be")))

    def _place(self, term: Term, what: str) -> str:
        line = f":{term.line}" if term.line else ""
        return f"{self._path}{line} says {what}" if what == "what it may be" else f"add {what} in {self._path}{line}"


def _plain(text: str) -> str:
    """Take the markup from a text; what is no prose stays as a mark that parts words."""
    return prose.read(text).plain.replace(prose.VOID, "")
