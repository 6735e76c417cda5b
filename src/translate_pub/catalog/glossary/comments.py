"""What a translator sees of a glossary: a comment on each message that uses a term."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from translate_pub.catalog.glossary import forms
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.model.catalog import Message, Template
from translate_pub.model.glossary import Term

MARK = "glossary: "
"""What such a comment begins with."""


def annotate(template: Template, finder: Finder, plain: Callable[[str], str]) -> Template:
    """Return a template whose messages say which terms they use, below their other comments.

    Args:
        template: of one chapter.
        finder: the terms of one language.
        plain: takes the markup from a message.
    """
    return replace(template, messages=tuple(_annotated(message, finder, plain) for message in template.messages))


def comment(term: Term) -> str:
    """Write a term: `glossary: worker = arbetare, proletär (not: jobbar…) · of a factory`."""
    parts = [f"{MARK}{forms.shown(term.source)} = {forms.shown(term.allowed) or '?'}"]
    parts += [f"(not: {forms.shown(term.forbidden)})"] if term.forbidden else []
    parts += [f"· {term.note}"] if term.note else []
    return " ".join(parts)


def _annotated(message: Message, finder: Finder, plain: Callable[[str], str]) -> Message:
    used = [term for term in finder.find(plain(message.msgid)) if term.allowed or term.forbidden]
    return replace(message, comments=(*message.comments, *map(comment, used))) if used else message
