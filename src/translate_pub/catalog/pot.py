"""Templates as POT files."""

from __future__ import annotations

import datetime as dt
import re

from translate_pub.catalog import header, po, writing
from translate_pub.catalog.header import HeaderFacts
from translate_pub.model.catalog import Revision, Template

_CREATED = re.compile(rb'^"POT-Creation-Date: ([^"\\\n]*)\\n"', re.MULTILINE)
_BLOB = re.compile(rb'^"X-Source-Revision: ([0-9a-f]{40})\\n"$', re.MULTILINE)
_SEGMENTATION = re.compile(rb'^"X-Segmentation: ([0-9]{1,9})\\n"$', re.MULTILINE)


def serialize(template: Template, facts: HeaderFacts, *, now: dt.datetime, old: bytes | None = None) -> bytes:
    """Write a template, with `#: file:line` at each message.

    Args:
        template: the chapter's messages.
        facts: what the header says of the book.
        now: the moment that the header names if anything else changed.
        old: the bytes of the file as it stands; returned where nothing but the date would differ. Its line ends are
            kept: git may have made them so for this machine.
    """
    lines = old.replace(b"\r\n", b"\n") if old else b""
    created = _CREATED.search(lines)
    if old and created and _write(template, facts, created[1].decode("utf-8", "replace")) == lines:
        return old
    written = _write(template, facts, header.stamp(now))
    return written.replace(b"\n", b"\r\n") if old and old.count(b"\r\n") == lines.count(b"\n") else written


def revision(data: bytes) -> Revision | None:
    """Return which state of its source a template file was made of; None where it does not tell."""
    top = data[: data.find(b"\n\n")]
    blob, segmentation = _BLOB.search(top), _SEGMENTATION.search(top)
    return Revision(blob[1].decode(), int(segmentation[1])) if blob and segmentation else None


def _write(template: Template, facts: HeaderFacts, created: str) -> bytes:
    entries = [
        header.compose_template(facts, created, template.revision),
        *(po.untranslated(message, lines=True) for message in template.messages),
    ]
    return "\n".join(writing.write(entry) for entry in entries).encode()
