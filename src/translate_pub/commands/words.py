"""`check --accept-words`: words that no dictionary has, put into the workspace's lists of allowed words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.checks import rules, wordlist
from translate_pub.checks.pair import Pair
from translate_pub.checks.rules import Rule
from translate_pub.checks.spelling import Spelling
from translate_pub.commands import manuscript, selection, translations, vocabulary
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.vocabulary import Vocabulary
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.workspace import Workspace
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer
from translate_pub.workspace import dictionaries, files


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was put into lists."""

    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """(path of the list, the words that are new in it), for each list that has new ones."""
    diagnostics: tuple[Diagnostic, ...]
    """Why languages were left out."""


def accept(workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = ()) -> Accepted:
    """Put all unknown words of translations into the lists of allowed words; a person then strikes out the wrong ones.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read or written.
    """
    tongues = selection.languages(workspace, languages)
    texts = [manuscript.read(workspace, name).value for name in selection.books(workspace, books)]
    with vocabulary.opened(workspace, tongues, tongues) as words:
        lists = [
            _extend(workspace, language, _unknown(workspace, [text for text in texts if text], language, words))
            for language in tongues
        ]
        return Accepted(tuple(one for one in lists if one[1]), words.diagnostics)


def _unknown(workspace: Workspace, texts: Sequence[Manuscript], language: str, words: Vocabulary) -> list[str]:
    """Gather the unknown words of all books in a language; none where its spelling cannot be checked."""
    spelling = words.spelling.get(language)
    if spelling is None:
        return []
    found: list[str] = []
    for text in texts:
        read = translations.read(workspace, text, language).value
        for chapter, segments in text.segments().items():
            catalog = read.catalogs.get(chapter) if read else None
            if catalog is not None:
                rules.check(catalog, segments, Comparer(BOOK, {}), rules=(_gatherer(spelling, found),))
    return found


def _gatherer(spelling: Spelling, found: list[str]) -> Rule:
    """Make a rule that finds nothing and keeps the words."""

    def gather(pair: Pair) -> tuple[()]:
        found.extend(spelling.unknown(pair))
        return ()

    return gather


def _extend(workspace: Workspace, language: str, words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Write words into the list of a language; give its path and those that are new."""
    path, text = dictionaries.word_list(workspace.root, language)
    if text.value is None:
        return path, ()
    new = wordlist.extended(text.value, words)
    if new != text.value:
        files.write(workspace.root / path, new.encode(), within=workspace.root)
    return path, tuple(new.removeprefix(text.value).split())
