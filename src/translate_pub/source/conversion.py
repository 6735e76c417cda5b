"""One run of Python-Markdown over a source, with the walk in it: reading and writing both come here."""

from __future__ import annotations

from dataclasses import dataclass

from markdown import Markdown

from translate_pub.source.dialect import Dialect
from translate_pub.source.guarding import BREAKER
from translate_pub.source.passes import NoteOrder, PinnedIds, Survey
from translate_pub.source.rendition import Translate, untranslated
from translate_pub.source.scratch import footnotes_of
from translate_pub.source.walk import PRIORITY, Walk


@dataclass(frozen=True, slots=True)
class Conversion:
    """A source converted."""

    html: str
    md: Markdown
    walk: Walk
    survey: Survey
    heading_ids: tuple[str | None, ...]


def convert(text: str, dialect: Dialect, translate: Translate) -> Conversion:
    """Convert a source, every segment as `translate` has it."""
    md = dialect.parser()
    walk = Walk(md, text, dialect, translate)
    survey = Survey(md, lambda: walk.finds.lines)
    md.treeprocessors.register(walk, "translate-walk", PRIORITY)
    md.treeprocessors.register(survey, "translate-survey", Survey.PRIORITY)
    if translate is not untranslated:
        pinned = PinnedIds(md, lambda: walk.finds.headings, lambda: _source_ids(text, dialect, walk))
        md.treeprocessors.register(pinned, "translate-ids", PinnedIds.PRIORITY)
    notes = footnotes_of(md)
    if notes and dialect.notes_in_order:
        md.treeprocessors.register(NoteOrder(md, notes), "translate-notes", NoteOrder.PRIORITY)
    html = md.convert(text).replace(BREAKER, "")
    return Conversion(html, md, walk, survey, tuple(heading.get("id") for heading in walk.finds.headings))


def _source_ids(text: str, dialect: Dialect, walk: Walk) -> list[str | None]:
    """Return the ids that headings have in the source; None where nothing was translated: they come by themselves."""
    if walk.offering.verbatim:
        return [None] * len(walk.finds.headings)
    return list(convert(text, dialect, untranslated).heading_ids)
