"""What a workspace says about the words of its translations: glossaries, dictionaries, lists of allowed words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from translate_pub.catalog.glossary import comments, forms
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.checks import prose, wordlist
from translate_pub.checks.rules import Rule
from translate_pub.checks.spelling import Spelling
from translate_pub.checks.terms import Terms
from translate_pub.model.catalog import Template
from translate_pub.model.diagnostic import Diagnostic, MachineError, Outcome, Severity
from translate_pub.model.glossary import Glossary
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import dictionaries, glossaries
from translate_pub.workspace.dictionaries import Shelf


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rules of the languages that were asked for."""

    terms: Mapping[str, Terms] = field(default_factory=dict)
    """By language; without those that have no glossary."""
    spelling: Mapping[str, Spelling] = field(default_factory=dict)
    """By language; without those whose spelling nobody asked for or nobody can check."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def rules(self, language: str) -> tuple[Rule, ...]:
        """Give the rules of a language."""
        return tuple(rules[language] for rules in (self.terms, self.spelling) if language in rules)


@contextmanager
def opened(workspace: Workspace, languages: Sequence[str], spelled: Sequence[str]) -> Iterator[Vocabulary]:
    """Give the rules of languages, which need open dictionaries.

    Args:
        workspace: where glossaries, lists and dictionaries are.
        languages: those that are checked.
        spelled: those of them whose spelling is.

    Raises:
        WorkspaceError: a file cannot be read.
    """
    read = {language: glossaries.read(workspace, language) for language in languages}
    known = {language: outcome.value for language, outcome in read.items() if outcome.value}
    source = workspace.settings.source_language
    terms = {language: Terms(glossary, source) for language, glossary in known.items() if glossary.terms}
    found = [finding for outcome in read.values() for finding in outcome.diagnostics]
    with ExitStack() as stack:
        try:
            shelf = stack.enter_context(dictionaries.opened(workspace.root)) if spelled else None
        except MachineError as error:
            shelf = None
            found.append(Diagnostic("C123", Severity.NOTE, str(error)))
        spelling = _spelling(workspace, spelled, known, shelf) if shelf else Outcome({})
        yield Vocabulary(terms, spelling.value or {}, (*found, *spelling.diagnostics))


def annotate(workspace: Workspace, language: str, templates: tuple[Template, ...]) -> Outcome[tuple[Template, ...]]:
    """Return templates whose messages say which terms of a language's glossary they use.

    No value where the glossary cannot be read: its terms would all be taken from the catalogues.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    read = glossaries.read(workspace, language)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    if not read.value.terms:
        return Outcome(templates, read.diagnostics)
    finder = Finder(read.value.terms, workspace.settings.source_language)
    return Outcome(tuple(comments.annotate(one, finder, plain) for one in templates), read.diagnostics)


def plain(message: str) -> str:
    """Take the markup from a message; what is no prose stays as a mark that parts words."""
    return prose.read(message).plain.replace(prose.VOID, "")


def _spelling(
    workspace: Workspace, languages: Sequence[str], known: Mapping[str, Glossary], shelf: Shelf
) -> Outcome[dict[str, Spelling]]:
    """Make the rules of languages of what is on the shelf, and find what is not."""
    found = list(shelf.damaged)
    rules = {}
    for language in languages:
        path, text = dictionaries.word_list(workspace.root, language)
        found += text.diagnostics
        dictionary = shelf.dictionary(language)
        if dictionary is None:
            found.append(_missing(language))
        elif text.value is not None:
            allowed = wordlist.joined(wordlist.parse(text.value), wordlist.of(_words(known.get(language))))
            rules[language] = Spelling(dictionary, allowed, path)
    return Outcome(rules, tuple(found))


def _words(glossary: Glossary | None) -> Iterator[str]:
    """Give the words that a glossary's translations are made of."""
    for term in glossary.terms if glossary else ():
        for form in term.allowed:
            yield from (word.lstrip(forms.STAR) for word in form.split())


def _missing(language: str) -> Diagnostic:
    """Say that nobody can check the spelling of a language."""
    tag = language.replace("-", "_")
    return Diagnostic(
        "C121",
        Severity.NOTE,
        f"the spelling of the language {language} is not checked: this machine has no dictionary of it",
        hints=(
            "the system's packages have dictionaries: on Debian and Ubuntu, see `apt-cache search hunspell`",
            f"or put one of hunspell's into the workspace: {dictionaries.FOLDER}/{tag}.dic and .aff",
        ),
    )
