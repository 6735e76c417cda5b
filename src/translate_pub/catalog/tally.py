"""Counting what is translated in the catalogues of one chapter, without reading them in full.

`status` needs of an entry only its key and its state. Everything of an entry above its `msgstr` is the same in many
languages, so it is read once and known again by its bytes. What has not the one shape that nearly all entries have is
not counted here: `Tally.count` gives None, and the file is read by `po.parse`, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from translate_pub.catalog import comments, reviews, words
from translate_pub.catalog.quoting import unescape
from translate_pub.model.catalog import Entry, Key, Message
from translate_pub.model.progress import Count, Progress, State, Tallied

_STRING = rb'"[^"\\\n]*+(?:\\[abfnrtv"\\][^"\\\n]*+)*+"'
_TEXT = rb"(" + _STRING + rb"(?:\n" + _STRING + rb")*+)"
_GONE = rb"(" + _STRING + rb"(?:\n#~ " + _STRING + rb")*+)"
_STRINGS = re.compile(_TEXT)
_MESSAGE = re.compile(rb"(?:msgctxt " + _TEXT + rb"\n)?msgid " + _TEXT)
_COMMENTS = re.compile(rb"\n*+(?:#(?!~)[^\n]*+\n)*+")
_OBSOLETE = re.compile(
    rb"\n*+(?:#(?:~\||(?!~))[^\n]*+\n)*+(?:#~ msgctxt " + _GONE + rb"\n)?#~ msgid " + _GONE + rb"\n#~ msgstr " + _GONE
)
_HEADER = re.compile(rb'(?:#(?!~)[^\n]*+\n)*+msgid ""\nmsgstr ' + _TEXT)
_CHARSET = re.compile(rb"Content-Type:[^\"\n]*?charset=([^\s\"\\;]+)", re.IGNORECASE)
_UTF_8 = {b"utf-8", b"utf8"}
_MSGSTR, _MSGID, _BLANK, _REMARK = b'\nmsgstr "', b'msgid "', b"\n\n", b"translate-pub:"
_STATES = tuple(State)
_EMPTY, _FUZZY, _DONE, _READ = range(len(_STATES))


@dataclass(slots=True, eq=False)
class _Head:
    """What stands above the translation of an entry, from its comments to the keyword `msgstr`."""

    bytes: bytes
    """All of it, with the first quotation mark of the translation."""
    number: int
    """The number of its message."""
    fuzzy: bool
    notes: comments.Comments | None
    """Its comments, where there may be a review among them."""
    next: _Head | None = None
    """What stood above the translation after it when it was first met: most files of a chapter have one order."""


class _UnusualError(Exception):
    """A file, or what stands in it, is to be read in full."""


class Tally:
    """The messages of one chapter, and what is known of the entries that its catalogues have for them."""

    def __init__(self, template: Iterable[Key] = ()) -> None:
        """Begin with the messages that the chapter has now."""
        self._numbers: dict[Key, int] = {}
        self._keys: list[Key] = []
        self._words: list[int] = []
        self._heads: dict[bytes, _Head] = {}
        self._messages: dict[bytes, int] = {}
        self._notes: dict[bytes, tuple[bool, comments.Comments | None]] = {}
        self._template = tuple(dict.fromkeys(map(self._number, template)))

    def measure(self, template: bytes) -> bool:
        """Take the messages of the chapter from its template; say whether it could be read here."""
        try:
            self._template = tuple(self._scan(template))
        except _UnusualError:
            return False
        return True

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages of the chapter, by their keys alone."""
        return tuple(Message(*self._keys[number]) for number in self._template)

    @property
    def untranslated(self) -> Progress:
        """The chapter in a language that has no catalogue of it."""
        return self._progress(dict.fromkeys(self._template, _EMPTY))

    def count(self, data: bytes) -> Tallied | None:
        """Count the entries of a PO file; None where it is to be read in full."""
        try:
            found = self._scan(data)
        except _UnusualError:
            return None
        standing = self._progress(found)
        if len(found) == len(self._template) and all(number in found for number in self._template):
            return Tallied(standing, standing)
        return Tallied(standing, self._progress({number: found.get(number, _EMPTY) for number in self._template}))

    def _progress(self, found: dict[int, int]) -> Progress:
        """Add up messages and words by state."""
        messages, amounts = [0] * len(_STATES), [0] * len(_STATES)
        if len(self._words) < len(self._keys):
            self._words += words.count_each([msgid for _, msgid in self._keys[len(self._words) :]])
        counts = self._words
        for number, state in found.items():
            messages[state] += 1
            amounts[state] += counts[number]
        return Progress(_count(messages), _count(amounts))

    def _scan(self, data: bytes) -> dict[int, int]:
        """Read a file: the number of each message with its state.

        Raises:
            _UnusualError: there is something in it that is not read here.
        """
        position = _after_header(data)
        found: dict[int, int] = {}
        head: _Head | None = None
        entries = 0
        while True:
            expected = head.next if head else None
            if expected is not None and data.startswith(expected.bytes, position):
                head = expected
            else:
                middle = data.find(_MSGSTR, position)
                if middle < 0:
                    break
                head = self._follow(head, data[position : middle + len(_MSGSTR)])
            start = position + len(head.bytes) - 1
            end = data.find(b"\n", start)
            if not data.startswith(_BLANK, end):
                end = data.find(_BLANK, end) if end >= 0 else -1
                end = end if end >= 0 else len(data.rstrip(b"\n"))
            entries += 1
            if not head.fuzzy and head.notes is None and _is_line(data, start, end):
                found[head.number] = _DONE
            else:
                found[head.number] = self._settle(head, data[start:end])
            position = end + 2
        if entries != len(found) or any(self._numbers.get(key) in found for key in _read_obsolete(data[position:])):
            raise _UnusualError
        return found

    def _follow(self, before: _Head | None, data: bytes) -> _Head:
        """Return a head by its bytes, and remember that it follows another.

        Raises:
            _UnusualError: it is not of the usual shape.
        """
        head = self._heads.get(data)
        if head is None:
            head = self._heads[data] = self._read_head(data)
        if before is not None and before.next is None:
            before.next = head
        return head

    def _read_head(self, data: bytes) -> _Head:
        """Read what stands above a translation.

        Raises:
            _UnusualError: it is not of the usual shape.
        """
        head = data[: -len(_MSGSTR)]
        start = 0 if head.startswith(_MSGID) else head.find(b"\n" + _MSGID) + 1
        notes = self._notes.get(head[:start])
        if notes is None:
            start, notes = self._read_notes(head)
        body = head[start:]
        number = self._messages.get(body)
        if number is None:
            number = self._messages[body] = self._number_of(body)
        return _Head(data, number, *notes)

    def _read_notes(self, head: bytes) -> tuple[int, tuple[bool, comments.Comments | None]]:
        """Read the comments that stand above a message: where they end, and what they say of its state."""
        match = _COMMENTS.match(head)
        above = match[0] if match else b""
        found: tuple[bool, comments.Comments | None] = (False, None)
        if b"#," in above or b"#=" in above or _REMARK in above:
            read = comments.read(above.decode().lstrip("\n").split("\n")[:-1])
            found = ("fuzzy" in read.flags, read if _REMARK in above else None)
        self._notes[above] = found
        return len(above), found

    def _number_of(self, body: bytes) -> int:
        """Return the number of the message whose `msgctxt` and `msgid` these are.

        Raises:
            _UnusualError: they are not of the usual shape.
        """
        if not body.startswith(_MSGID):
            match = _MESSAGE.fullmatch(body)
            if not match:
                raise _UnusualError
            return self._number((_text(_inside(match[1] or b'""')), _text(_inside(match[2]))))
        inside = _inside(body[len(_MSGID) - 1 :])
        number = self._messages.get(inside)
        if number is None:
            number = self._messages[inside] = self._number(("", _text(inside)))
        return number

    def _number(self, key: Key) -> int:
        """Return the number of a message, the next one for a new message.

        Raises:
            _UnusualError: it is no message but a second header.
        """
        number = self._numbers.get(key)
        if number is None:
            if key == ("", ""):
                raise _UnusualError
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return number

    def _settle(self, head: _Head, text: bytes) -> int:
        """Say what state an entry is in whose translation has to be looked at.

        Raises:
            _UnusualError: its strings are not of the usual shape.
        """
        if text == b'""':
            return _EMPTY
        inside = _inside(text)
        if not inside:
            return _EMPTY
        if head.fuzzy:
            return _FUZZY
        if head.notes is None:
            return _DONE
        context, msgid = self._keys[head.number]
        return _READ if reviews.read(Entry(context, msgid, _text(inside), comments=head.notes.translator)) else _DONE


def _after_header(data: bytes) -> int:
    """Return where the first entry after the header begins.

    Raises:
        _UnusualError: the file has no usual header, or is not plain UTF-8 with newlines.
    """
    end = data.find(_BLANK)
    block = data[:end] if end >= 0 else data.removesuffix(b"\n")
    charset = _CHARSET.search(block)
    if not charset or charset[1].lower() not in _UTF_8 or not _HEADER.fullmatch(block):
        raise _UnusualError
    if b"\r" in data or b"\0" in data:
        raise _UnusualError
    try:
        data.decode()
    except UnicodeDecodeError:
        raise _UnusualError from None
    return end + 2 if end >= 0 else len(data)


def _read_obsolete(rest: bytes) -> list[Key]:
    """Return the keys of the obsolete entries that a file ends with.

    Raises:
        _UnusualError: something else is there too.
    """
    keys = []
    for block in rest.strip(b"\n").split(_BLANK) if rest.strip(b"\n") else ():
        match = _OBSOLETE.fullmatch(block)
        if not match:
            raise _UnusualError
        context, msgid = (_text(_inside(part.replace(b"\n#~ ", b"\n"))) if part else "" for part in match.group(1, 2))
        keys.append((context, msgid))
    if len(set(keys)) < len(keys) or ("", "") in keys:
        raise _UnusualError
    return keys


def _is_line(data: bytes, start: int, end: int) -> bool:
    """Whether a text that begins with a quotation mark is one string, and neither empty nor with an escape."""
    return (
        data.find(b'"', start + 1, end) == end - 1 > start + 1
        and data.find(b"\\", start, end) < 0
        and data.find(b"\n", start, end) < 0
    )


def _inside(text: bytes) -> bytes:
    """Return what stands in the strings of a field, run together; escapes are left.

    Raises:
        _UnusualError: there are not just strings: a quotation mark at both ends of every line, no other, and no unknown
            escape.
    """
    joined = text.replace(b'"\n"', b"") if b"\n" in text else text
    escapes = joined.count(b"\\")
    if escapes and (escapes != joined.count(b'\\"') or joined.endswith(b'\\"') or b'\\"\n' in text):
        if not _STRINGS.fullmatch(text):
            raise _UnusualError
    elif joined.count(b'"') != escapes + 2 or joined[:1] + joined[-1:] != b'""' or b"\n" in joined:
        raise _UnusualError
    return joined[1:-1]


def _text(inside: bytes) -> str:
    """Return the text that the inside of a string means."""
    text = inside.decode()
    return unescape(text) if "\\" in text else text


def _count(amounts: list[int]) -> Count:
    """Make a count of amounts by state."""
    return Count(amounts[_DONE] + amounts[_READ], amounts[_FUZZY], amounts[_EMPTY], amounts[_READ])
