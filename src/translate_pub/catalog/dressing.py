"""What stands above a message in a catalogue, renewed from the template; the message's own bytes stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from translate_pub.catalog import po, writing
from translate_pub.catalog.layout import AT_NEWLINES, Layout
from translate_pub.model.catalog import Entry, Message

_BODY = re.compile(rb"^(?:#~(?!\|))?[ \t]*msg", re.MULTILINE)
_GAP = re.compile(rb"\s*")


def dress(entry: Entry, message: Message, *, lines: bool, layout: Callable[[], Layout] = Layout) -> Entry:
    """Return the entry with the comments, references and flags of the template.

    An entry that has them already is returned as it is. Otherwise only the lines above its text are written anew, so
    that the text keeps the wrapping that its file has. Comments that a program has merely broken into lines, as polib
    and Babel do, are the template's still.

    Args:
        entry: live, with the message's key.
        message: the template's.
        lines: whether references carry line numbers.
        layout: tells how the file sets its lines; asked where something is written.
    """
    flags = _flags(entry, message)
    references = po.references(message, lines=lines)
    said = _words(entry.extracted) == _words(message.comments)
    if said and entry.references == references and set(entry.flags) == set(flags):
        return entry
    dressed = replace(entry, extracted=message.comments, references=references, flags=flags)
    return renew(dressed, entry.raw, layout())


def _words(lines: Sequence[str]) -> list[str]:
    """Give the words of comment lines, wherever the lines break."""
    return " ".join(lines).split()


def _flags(entry: Entry, message: Message) -> tuple[str, ...]:
    """Take the template's flags, and the entry's own but for those on wrapping, which are the template's to set."""
    if entry.flags == message.flags:
        return entry.flags
    kept = (flag for flag in entry.flags if flag not in {"wrap", "no-wrap"} and (flag != "fuzzy" or entry.msgstr))
    return tuple(dict.fromkeys((*kept, *message.flags)))


def renew(entry: Entry, raw: bytes | None, layout: Layout = AT_NEWLINES) -> Entry:
    """Return the entry with the lines above its text written anew and the rest of the bytes that it was read from.

    Args:
        entry: what its lines are to say; its text and state are those that the bytes hold.
        raw: the bytes; with None, or where they hold no text, it is written as a whole.
        layout: how the file sets its lines.
    """
    body = _BODY.search(raw) if raw else None
    gap = _GAP.match(raw) if raw else None
    if raw is None or body is None or gap is None:
        return replace(entry, raw=None)
    above = "".join(f"{line}\n" for line in writing.write_comments(entry, layout))
    return replace(entry, raw=gap[0] + above.encode() + raw[body.start() :])
