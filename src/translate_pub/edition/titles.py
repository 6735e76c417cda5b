"""Titles of `book.toml` as inline HTML and as plain text: emphasis is markup there as in the heading of a chapter."""

from __future__ import annotations

from translate_pub.edition import markup
from translate_pub.edition.languages import LanguageStyle
from translate_pub.model.source import Source
from translate_pub.source import writing
from translate_pub.source.dialect import BOOK
from translate_pub.source.rendition import untranslated


def html(title: str, style: LanguageStyle) -> str:
    """Render a title as inline HTML; it is read as a heading, so that `1917. A year` begins no list."""
    line = " ".join(title.split())
    if not line:
        return ""
    root = markup.parse(writing.write(Source("", f"# {line} #"), untranslated, BOOK.quoted(style.smarty)).html)
    return "".join(markup.write_inside(block) for block in root)


def plain(title: str, style: LanguageStyle) -> str:
    """Give a title as plain text: for running heads, the outline, and what a PDF says of itself."""
    return markup.plain(markup.parse(html(title, style)))
