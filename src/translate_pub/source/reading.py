"""A source becomes segments, references and findings."""

from __future__ import annotations

import functools

from translate_pub.model.diagnostic import Outcome
from translate_pub.model.source import Reading, Source
from translate_pub.source import findings
from translate_pub.source.conversion import Conversion, convert
from translate_pub.source.dialect import BOOK, CROSS_REFERENCES, INDEX, Dialect
from translate_pub.source.rendition import untranslated


def read(source: Source, dialect: Dialect = BOOK) -> Outcome[Reading]:
    """Read a source; there is always a reading, whatever was found.

    What was read as a book is kept: each language of a book asks for the same chapters.
    """
    return _kept(source.path, source.text, source.blob) if dialect is BOOK else _read(source, dialect)


@functools.lru_cache(maxsize=128)
def _kept(path: str, text: str, blob: str) -> Outcome[Reading]:
    return _read(Source(path, text, blob), BOOK)


def _read(source: Source, dialect: Dialect) -> Outcome[Reading]:
    done = convert(source.text, dialect, untranslated)
    reading = Reading(
        source=source,
        segments=tuple(done.walk.offering.segments),
        references=tuple(_references(done)),
    )
    return Outcome(reading, findings.find(source, dialect, done))


def _references(done: Conversion) -> list[tuple[str, str, int | None]]:
    found = []
    for seen in done.survey.found.links:
        scheme, _, target = seen.text.partition(":")
        if scheme == INDEX:
            continue
        line = done.walk.lines.containing(seen.text, seen.near)
        found.append((scheme, target, line) if scheme in CROSS_REFERENCES else ("link", seen.text, line))
    return found
