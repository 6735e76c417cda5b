"""What a workspace says about the words of its translations, as rules: dictionaries and lists of allowed words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from translate_pub.checks import wordlist
from translate_pub.checks.rules import Rule
from translate_pub.checks.spelling import Spelling
from translate_pub.model.diagnostic import Diagnostic, MachineError, Severity
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import dictionaries
from translate_pub.workspace.dictionaries import Shelf


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The rules of the languages that were asked for."""

    spelling: Mapping[str, Spelling] = field(default_factory=dict)
    """By language; without those whose spelling nobody asked for or nobody can check."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def rules(self, language: str) -> tuple[Rule, ...]:
        """Give the rules of a language."""
        return (self.spelling[language],) if language in self.spelling else ()


@contextmanager
def opened(workspace: Workspace, languages: Sequence[str]) -> Iterator[Vocabulary]:
    """Give the rules of languages, which need open dictionaries.

    Args:
        workspace: where lists and dictionaries are.
        languages: those whose spelling is checked.

    Raises:
        WorkspaceError: a list cannot be read.
    """
    with ExitStack() as stack:
        try:
            shelf = stack.enter_context(dictionaries.opened(workspace.root)) if languages else None
        except MachineError as error:
            yield Vocabulary(diagnostics=(Diagnostic("C123", Severity.NOTE, str(error)),))
        else:
            yield _vocabulary(workspace, languages, shelf) if shelf else Vocabulary()


def _vocabulary(workspace: Workspace, languages: Sequence[str], shelf: Shelf) -> Vocabulary:
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
            rules[language] = Spelling(dictionary, wordlist.parse(text.value), path)
    return Vocabulary(rules, tuple(found))


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
