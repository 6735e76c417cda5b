"""Entries as lines of a PO file."""

from __future__ import annotations

from dataclasses import replace

from translate_pub.catalog import comments
from translate_pub.catalog.layout import AT_NEWLINES, Layout, Rule
from translate_pub.catalog.quoting import quote
from translate_pub.model.catalog import Entry


def write(entry: Entry, layout: Layout = AT_NEWLINES) -> str:
    """Write an entry, from its first comment to the newline after its last string."""
    if "no-wrap" in entry.flags and layout.rule is not Rule.NEWLINES:
        layout = replace(layout, rule=Rule.NEWLINES)
    return "".join(f"{line}\n" for line in (*write_comments(entry, layout), *_body(entry, layout)))


def write_comments(entry: Entry, layout: Layout = AT_NEWLINES) -> list[str]:
    """Write everything that stands above the message itself, previous texts included."""
    return [
        *comments.write_lines("#", entry.comments),
        *comments.write_lines("#.", entry.extracted),
        *comments.write_references(entry.references, layout.places, layout.fold),
        *comments.write_flags(entry.flags, [flag for flag in entry.sticky if flag in entry.flags]),
        *_previous(entry, layout),
    ]


def _previous(entry: Entry, layout: Layout) -> list[str]:
    if entry.previous is None:
        return []
    context, msgid = entry.previous
    mark = "#~| " if entry.obsolete else "#| "
    lines = _keyword("msgctxt", context, mark, layout) if context else []
    return lines + _keyword("msgid", msgid, mark, layout)


def _body(entry: Entry, layout: Layout) -> list[str]:
    mark = "#~ " if entry.obsolete else ""
    lines = _keyword("msgctxt", entry.context, mark, layout) if entry.context else []
    lines += _keyword("msgid", entry.msgid, mark, layout)
    if entry.plural is None:
        return lines + _keyword("msgstr", entry.msgstr, mark, layout)
    msgid_plural, forms = entry.plural
    lines += _keyword("msgid_plural", msgid_plural, mark, layout)
    for index, form in enumerate(forms):
        lines += _keyword(f"msgstr[{index}]", form, mark, layout)
    return lines


def _keyword(name: str, text: str, mark: str, layout: Layout) -> list[str]:
    first, *rest = quote(text, name, mark, layout)
    return [f"{mark}{name} {first}", *(f"{mark}{line}" for line in rest)]
