"""A second translation of a message, kept as a translator's comment.

gettext refuses a file that holds two entries for one message, an obsolete one included. Where two catalogues that have
translated a message differently become one, the second translation stays beside the first.
"""

from __future__ import annotations

from dataclasses import replace

from translate_pub.catalog.quoting import escape, unescape
from translate_pub.model.catalog import Entry

_MARK = "another translation: "


def add(entry: Entry, msgstr: str) -> Entry:
    """Return the entry with another translation beside its own."""
    if msgstr == entry.msgstr or msgstr in read(entry):
        return entry
    return replace(entry, comments=(*entry.comments, f'{_MARK}"{escape(msgstr)}"'), raw=None)


def read(entry: Entry) -> tuple[str, ...]:
    """Return the other translations that an entry carries."""
    found = (comment.removeprefix(_MARK) for comment in entry.comments if comment.startswith(_MARK))
    return tuple(unescape(text[1:-1]) for text in found if text.startswith('"'))
