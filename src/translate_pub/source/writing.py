"""A source and the renditions of its segments become an HTML fragment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from translate_pub.model.source import Source
from translate_pub.source.conversion import convert
from translate_pub.source.dialect import BOOK, Dialect
from translate_pub.source.guarding import BREAKER
from translate_pub.source.rendition import Translate


@dataclass(frozen=True, slots=True)
class WrittenHeading:
    """A heading of the edition."""

    level: int
    html: str
    """Inline HTML, calls of footnotes left out."""


@dataclass(frozen=True, slots=True)
class Written:
    """A chapter in the edition's language."""

    html: str
    """Python-Markdown's fragment.

    A footnote is the `li` with the id `fn:LABEL` in the last `div.footnote`; its call is the `a` that links to it.
    """
    meta: Mapping[str, str]
    """The front matter, translated where the dialect says so."""
    headings: tuple[WrittenHeading, ...]
    """In document order; empty where the dialect has no `toc`."""


def write(source: Source, translate: Translate, dialect: Dialect = BOOK) -> Written:
    """Write a source in another language.

    Args:
        source: the chapter.
        translate: gives the rendition of each segment; None leaves the source text.
        dialect: as it was read with; `Dialect.quoted` gives it the quotes of the language.
    """
    done = convert(source.text, dialect, translate)
    meta: Mapping[str, list[str]] = getattr(done.md, "Meta", {})
    tokens: list[dict[str, Any]] = getattr(done.md, "toc_tokens", [])
    return Written(
        html=done.html,
        meta={key: " ".join(values) for key, values in meta.items()},
        headings=tuple(_headings(tokens)),
    )


def _headings(tokens: Iterable[dict[str, Any]]) -> Iterable[WrittenHeading]:
    for token in tokens:
        yield WrittenHeading(int(token["level"]), str(token["html"]).replace(BREAKER, ""))
        yield from _headings(token["children"])
