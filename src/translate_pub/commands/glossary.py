"""`glossary`: what a book suggests for one, and termbases of other programs in and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.catalog.glossary import candidates, table, tbx
from translate_pub.catalog.glossary.candidates import Passage
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.commands import manuscript, selection, vocabulary
from translate_pub.model.diagnostic import Diagnostic, Outcome, WorkspaceError, has_error
from translate_pub.model.glossary import Candidate, Glossary, Term
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, glossaries
from translate_pub.workspace.text import decode

TABLE, TERMBASE = "csv", "tbx"
FORMATS = (TABLE, TERMBASE)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What books suggest."""

    candidates: tuple[Candidate, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a book or a glossary could not be read."""
        return has_error(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    path: str
    """Of the glossary, relative to the root."""
    added: tuple[Term, ...] = ()
    kept: tuple[tuple[Term, Term], ...] = ()
    """(ours, theirs) of terms that the glossary says otherwise; ours stay."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing could be imported."""
        return has_error(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Exported:
    """A glossary for other programs."""

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...] = ()


def suggest(
    workspace: Workspace, books: Sequence[str] = (), languages: Sequence[str] = (), *, minimum: int = 3
) -> Suggestions:
    """Find frequent names and phrases of books that are not in the glossaries yet.

    Args:
        workspace: where they are.
        books: those to read; all where none is named.
        languages: a term is left out when the glossary of each of them has it; of any language where none is named.
        minimum: how often a candidate stands at least.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read.
    """
    tongues = selection.languages(workspace, languages)
    read = [glossaries.read(workspace, language) for language in tongues]
    found = [finding for outcome in read for finding in outcome.diagnostics]
    passages: list[Passage] = []
    for name in selection.books(workspace, books):
        text = manuscript.read(workspace, name)
        found += text.diagnostics if text.value is None else ()
        for reading in text.value.readings if text.value else ():
            passages += (Passage(vocabulary.plain(one.text), reading.source.path, one.line) for one in reading.segments)
    source = workspace.settings.source_language
    every = candidates.find(passages, source, minimum=minimum)
    finders = [Finder(outcome.value.terms if outcome.value else (), source) for outcome in read]
    missing = all if languages else any
    known = (one for one in every if not finders or not missing(_has(finder, one) for finder in finders))
    return Suggestions(tuple(known), tuple(found))


def bring(workspace: Workspace, file: Path, language: str) -> Imported:
    """Add the terms of a termbase or a table to a glossary; a term that it has already stays as it is there.

    A term of which the file says nothing in the language is left out.

    Args:
        workspace: where the glossary is.
        file: TBX, or a table like ours where its name ends in `.csv`.
        language: BCP 47 tag of the glossary.

    Raises:
        WorkspaceError: a file is missing, cannot be read or written, or was changed in the meantime.
    """
    path = glossaries.path_of(language)
    before = glossaries.text_of(workspace, language)
    ours = decode(before, path)
    have = table.parse(ours.value, path, language) if ours.value is not None else Outcome[Glossary](None)
    theirs = _read(workspace, file, language)
    found = (*ours.diagnostics, *have.diagnostics, *theirs.diagnostics)
    if ours.value is None or have.value is None or theirs.value is None:
        return Imported(path, diagnostics=found)
    known = {form: term for term in have.value.terms for form in term.source}
    added: list[Term] = []
    kept: list[tuple[Term, Term]] = []
    for term in (one for one in theirs.value.terms if one.allowed or one.forbidden):
        ones = [known[form] for form in term.source if form in known]
        kept += [(ones[0], term)] if ones and ones[0].allowed != term.allowed else []
        added += [] if ones else [term]
        known |= dict.fromkeys(term.source, term)
    if added:
        glossaries.write(workspace, language, table.extended(ours.value, added), replaces=before)
    return Imported(path, tuple(added), tuple(kept), found)


def export(workspace: Workspace, language: str, form: str) -> Exported:
    """Write the glossary of a language in one of `FORMATS`.

    Raises:
        WorkspaceError: there is no glossary, or it cannot be read.
    """
    read = glossaries.read(workspace, language)
    if read.value is None:
        return Exported(None, read.diagnostics)
    if not read.value.terms:
        raise WorkspaceError(f"there is no glossary of the language {language}: {read.value.path} has no terms")
    settings = workspace.settings
    if form == TABLE:
        return Exported(table.serialize(read.value.terms).encode(), read.diagnostics)
    return Exported(tbx.serialize(read.value, settings.source_language, settings.project), read.diagnostics)


def _has(finder: Finder, candidate: Candidate) -> bool:
    """Whether a glossary has a candidate."""
    return any(finder.find(form) for form in candidate.forms)


def _read(workspace: Workspace, file: Path, language: str) -> Outcome[Glossary]:
    """Read the file that is brought in."""
    data = files.read(file)
    if data is None:
        raise WorkspaceError(f"{file} is missing")
    if file.suffix.casefold() == ".csv":
        text = decode(data, str(file))
        return (
            table.parse(text.value, str(file), language) if text.value is not None else Outcome(None, text.diagnostics)
        )
    return tbx.parse(data, str(file), workspace.settings.source_language, language)
