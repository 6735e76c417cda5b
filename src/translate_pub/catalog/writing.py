"""Entries as lines of a PO file, as `msgcat --no-wrap` writes them."""

from __future__ import annotations

from translate_pub.catalog import comments
from translate_pub.catalog.quoting import quote
from translate_pub.model.catalog import Entry


def write(entry: Entry) -> str:
    """Write an entry, from its first comment to the newline after its last string."""
    return "".join(f"{line}\n" for line in (*write_comments(entry), *_body(entry)))


def write_comments(entry: Entry) -> list[str]:
    """Write everything that stands above the message itself, previous texts included."""
    return [
        *comments.write_lines("#", entry.comments),
        *comments.write_lines("#.", entry.extracted),
        *comments.write_references(entry.references),
        *comments.write_flags(entry.flags),
        *_previous(entry),
    ]


def _previous(entry: Entry) -> list[str]:
    if entry.previous is None:
        return []
    context, msgid = entry.previous
    mark = "#~| " if entry.obsolete else "#| "
    return [*(_keyword("msgctxt", context, mark) if context else ()), *_keyword("msgid", msgid, mark)]


def _body(entry: Entry) -> list[str]:
    mark = "#~ " if entry.obsolete else ""
    lines = _keyword("msgctxt", entry.context, mark) if entry.context else []
    lines += _keyword("msgid", entry.msgid, mark)
    if entry.plural is None:
        return lines + _keyword("msgstr", entry.msgstr, mark)
    msgid_plural, forms = entry.plural
    lines += _keyword("msgid_plural", msgid_plural, mark)
    for index, form in enumerate(forms):
        lines += _keyword(f"msgstr[{index}]", form, mark)
    return lines


def _keyword(name: str, text: str, mark: str) -> list[str]:
    first, *rest = quote(text)
    return [f"{mark}{name} {first}", *(f"{mark}{line}" for line in rest)]
