"""What is done by hand to the pages of an edition: its file of make-up, and the list of its words' breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translate_pub.commands.manuscript import Manuscript
from translate_pub.edition import languages, makeup
from translate_pub.edition.makeup import Classes
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.edition import Purpose
from translate_pub.model.makeup import Breaks
from translate_pub.model.source import Source
from translate_pub.model.workspace import Workspace
from translate_pub.source import reading
from translate_pub.workspace import hyphenations
from translate_pub.workspace import makeup as sheets

_PURPOSES = frozenset({Purpose.PRINT, Purpose.COVER, Purpose.TEMPLATE})
"""Editions with the pages of print; a cover is as wide as they are thick."""


@dataclass(frozen=True, slots=True)
class Makeup:
    """What is done to the paragraphs and words of an edition."""

    classes: Classes = field(default_factory=dict)
    css: tuple[str, ...] = ()
    """The stylesheet that gives the classes their meaning, where there are any."""
    breaks: tuple[Breaks, ...] = ()


def read(
    workspace: Workspace, text: Manuscript, addenda: Sequence[Source], language: str, purpose: Purpose
) -> Outcome[Makeup]:
    """Read the make-up of an edition; no value where it is not understood.

    Args:
        workspace: where it is.
        text: the book.
        addenda: what this edition alone has.
        language: BCP 47 tag of the edition.
        purpose: only editions in print are made up by hand; words are broken alike in all.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    breaks, found = _breaks(workspace, dict.fromkeys((language, text.book.language)))
    classes: Classes = {}
    if purpose in _PURPOSES:
        sheet = sheets.read(workspace, text.book.folder, language)
        found += sheet.diagnostics
        if sheet.value is not None and sheet.value.touches:
            settled = makeup.settle(sheet.value, _chapters(text, addenda, language))
            classes, found = settled.value or {}, [*found, *settled.diagnostics]
    if any(one.severity is Severity.ERROR for one in found):
        return Outcome(None, tuple(found))
    return Outcome(
        Makeup(classes, (makeup.styles(languages.style(language)),) if classes else (), breaks), tuple(found)
    )


def _breaks(workspace: Workspace, tags: Sequence[str] | dict[str, None]) -> tuple[tuple[Breaks, ...], list[Diagnostic]]:
    """Read the lists of the languages that an edition has text in."""
    outcomes = {tag: hyphenations.read(workspace, tag) for tag in tags}
    found = [diagnostic for outcome in outcomes.values() for diagnostic in outcome.diagnostics]
    lists = [outcome.value for outcome in outcomes.values() if outcome.value is not None and outcome.value.words]
    found += [_whole(one.language) for one in lists if languages.style(one.language).hyphenation is None]
    return tuple(lists), found


def _whole(language: str) -> Diagnostic:
    """Say that words of a language are never broken."""
    message = f"words are never broken in {language}: this list is not used"
    return Diagnostic("E087", Severity.WARNING, message, Span(hyphenations.path_of(language)))


def _chapters(text: Manuscript, addenda: Sequence[Source], language: str) -> makeup.Chapters:
    """Give the segments of every chapter that the edition has, by its name."""
    own = {one.path: one for one in addenda}
    chapters = dict(text.segments())
    for file in text.book.edition(language).addenda:
        read = reading.read(own[file.path]).value
        chapters[file.name] = read.segments if read else ()
    return {name: chapters[name] for name in (file.name for file in text.book.files_of(language)) if name in chapters}
