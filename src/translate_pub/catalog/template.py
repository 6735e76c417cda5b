"""Segments -> the template of a chapter: its messages, each once, with everywhere that it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate_pub.model.catalog import Key, Message, Reference, Revision, Template
from translate_pub.model.source import Segment
from translate_pub.source.dialect import SEGMENTATION

_PLACES_SHOWN = 5
"""How many places of a message its comments describe; a cell that says "yes" may stand in hundreds."""


def build(book: str, chapter: str, segments: Iterable[Segment], source_path: str, blob: str = "") -> Template:
    """Merge the segments of a chapter by (msgctxt, msgid) into messages, in the order of their first places.

    Args:
        book: the book's name.
        chapter: the chapter's name, the stem of its files.
        segments: in document order.
        source_path: the chapter's file relative to the workspace's root, for references.
        blob: git's name of that file's bytes.
    """
    places: dict[Key, list[Segment]] = {}
    for segment in segments:
        if segment.text.strip():
            places.setdefault(segment.key, []).append(segment)
    messages = tuple(_message(same, source_path) for same in places.values())
    return Template(book, chapter, messages, Revision(blob, SEGMENTATION) if blob else None)


def _message(places: Sequence[Segment], source_path: str) -> Message:
    notes = dict.fromkeys(line for segment in places for note in segment.notes for line in _lines(note))
    return Message(
        places[0].context,
        places[0].text,
        (*_describe(places), *notes),
        tuple(dict.fromkeys(Reference(source_path, segment.line) for segment in places)),
        tuple(dict.fromkeys(flag for segment in places for flag in segment.flags)),
    )


def _lines(note: str) -> list[str]:
    return [line.strip() for line in note.strip().splitlines()]


def _describe(places: Sequence[Segment]) -> list[str]:
    """Say what a message is and where: `heading 2 · The split › The rules`, a line for each different place."""
    lines = list(dict.fromkeys(_place(segment) for segment in places))
    if len(lines) <= _PLACES_SHOWN:
        return lines
    return [*lines[:_PLACES_SHOWN], f"and in {len(lines) - _PLACES_SHOWN} more places"]


def _place(segment: Segment) -> str:
    path = " › ".join(" ".join(heading.split()) for heading in segment.path)
    return f"{segment.kind} · {path}" if path else segment.kind
