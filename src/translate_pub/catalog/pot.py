"""Templates as POT files."""

from __future__ import annotations

import datetime as dt
import re

from translate_pub.catalog import header, po, writing
from translate_pub.catalog.header import HeaderFacts
from translate_pub.model.catalog import Template

_CREATED = re.compile(rb'^"POT-Creation-Date: ([^"\\\n]*)\\n"', re.MULTILINE)


def serialize(template: Template, facts: HeaderFacts, *, now: dt.datetime, old: bytes | None = None) -> bytes:
    """Write a template, with `#: file:line` at each message.

    Args:
        template: the chapter's messages.
        facts: what the header says of the book.
        now: the moment that the header names if anything else changed.
        old: the bytes of the file as it stands; returned where nothing but the date would differ.
    """
    created = _CREATED.search(old) if old else None
    if created and _write(template, facts, created[1].decode("utf-8", "replace")) == old:
        return old
    return _write(template, facts, header.stamp(now))


def _write(template: Template, facts: HeaderFacts, created: str) -> bytes:
    entries = [
        header.compose_template(facts, created, template.revision),
        *(po.untranslated(message, lines=True) for message in template.messages),
    ]
    return "\n".join(writing.write(entry) for entry in entries).encode()
