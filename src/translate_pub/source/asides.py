"""Texts that stand in no tree: front matter, titles of link definitions, abbreviations."""

from __future__ import annotations

from dataclasses import replace

from markdown import Markdown

from translate_pub.source import replacing, slots
from translate_pub.source.directives import Comments
from translate_pub.source.location import Lines
from translate_pub.source.offering import Offering, Scope


def offer_front_matter(md: Markdown, keys: tuple[str, ...], offering: Offering, lines: Lines) -> None:
    """Offer the values of front matter that the dialect names."""
    meta: dict[str, list[str]] = getattr(md, "Meta", {})
    for key in keys:
        value = " ".join(meta.get(key, ()))
        if slots.has_words(value):
            scope = Scope(context=f"meta:{key}")
            segment = offering.segment(f"front matter {key}", value, lines.of_key(key), scope)
            if rendition := offering.offer(segment, scope):
                meta[key] = [replacing.plain(rendition.text, value)]


def offer_link_titles(md: Markdown, offering: Offering, lines: Lines) -> None:
    """Offer the titles of link definitions, which a reader sees as a note on the link."""
    scope = Scope(context="ref-title")
    for name, (address, title) in list(md.references.items()):
        if title and slots.has_words(title):
            segment = replace(offering.segment("link title", title, lines.containing(title), scope), path=())
            if rendition := offering.offer(segment, scope):
                md.references[name] = (address, replacing.attribute(rendition.text, title))


def offer_abbreviations(md: Markdown, offering: Offering, lines: Lines, comments: Comments) -> None:
    """Offer abbreviations, each as its whole definition, so that the letters can be translated too."""
    table = replacing.abbreviations(md)
    for key, title in list(table.items()):
        if not title:
            continue
        scope = Scope(context="abbr")
        for directive in comments.about(f"*[{key}]"):
            scope = replace(scope.obeying(directive), context="abbr")
        line = lines.containing(f"*[{key}]")
        segment = replace(offering.segment("abbreviation", f"*[{key}]: {title}", line, scope), path=())
        if rendition := offering.offer(segment, scope):
            replacing.set_abbreviation(table, key, rendition.text)
