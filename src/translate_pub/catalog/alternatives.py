"""A second translation of a message, kept as a translator's comment.

gettext refuses a file that holds two entries for one message, an obsolete one included. Where two catalogues that have
translated a message differently become one, the second translation stays beside the first:

    # another translation: "..."
    # another translation (Ada Lovelace, 2026-11-20): "..."
"""

from __future__ import annotations

import re

from translate_pub.catalog.quoting import UnknownEscapeError, escape, unescape
from translate_pub.model.catalog import Entry

_NOTE = re.compile(r'another translation(?: \([^()"]*\))?: "(.*)"', re.DOTALL)


def add(entry: Entry, msgstr: str, said_by: str = "") -> Entry:
    """Return the entry with another translation beside its own; an empty one adds nothing.

    Args:
        entry: the message's.
        msgstr: the other translation.
        said_by: whose it is and of which day, as far as known, without round brackets and double quotation marks.
    """
    if not msgstr or msgstr == entry.msgstr or msgstr in read(entry):
        return entry
    origin = f" ({said_by})" if said_by else ""
    return entry.revise(comments=(*entry.comments, f'another translation{origin}: "{escape(msgstr)}"'))


def read(entry: Entry) -> tuple[str, ...]:
    """Return the other translations that an entry carries."""
    found = (_NOTE.fullmatch(comment) for comment in entry.comments)
    return tuple(text for match in found if match and (text := _unescape(match[1])) is not None)


def _unescape(text: str) -> str | None:
    """Read the text of a note; None where somebody has written into it what no text holds."""
    try:
        return unescape(text)
    except UnknownEscapeError:
        return None


def is_alternative(comment: str) -> bool:
    """Say whether a translator's comment is another translation."""
    return _NOTE.fullmatch(comment) is not None
