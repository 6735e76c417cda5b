"""Counting what is translated in the catalogues of one chapter, without reading them in full.

`status` needs of an entry only its key and its state. Everything of an entry above its `msgstr` is the same in many
languages and comes in the same order, so it is read once, and after that it is only seen to stand there again. What has
not the one shape that nearly all entries have is not counted here: `Tally.count` gives None, and the file is read by
`po.parse`, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from translate_pub.catalog import comments, reviews, words
from translate_pub.catalog.quoting import unescape
from translate_pub.model.catalog import Entry, Key, Message
from translate_pub.model.progress import Count, Progress, State, Tallied

# Groups are repeated greedily, not for good: Python before 3.11.5 gets those wrong (its issue 106052).
_STRING = rb'"[^"\\\n]*+(?:\\[abfnrtv"\\][^"\\\n]*+)*"'
_TEXT = rb"(" + _STRING + rb"(?:\n" + _STRING + rb")*)"
_GONE = rb"(" + _STRING + rb"(?:\n#~ " + _STRING + rb")*)"
_STRINGS = re.compile(_TEXT)
_MESSAGE = re.compile(rb"(?:msgctxt " + _TEXT + rb"\n)?msgid " + _TEXT)
_MARKS = re.compile(rb'"(?:\\")*"(?:\n"(?:\\")*")*')
_NO_MARKS = bytes(byte for byte in range(256) if byte not in b'"\\\n')
_COMMENTS = re.compile(rb"\n*+(?:#(?!~)[^\n]*+\n)*")
_OBSOLETE = re.compile(
    rb"\n*+(?:#(?!~[^|])[^\n]*+\n)*(?:#~ msgctxt " + _GONE + rb"\n)?#~ msgid " + _GONE + rb"\n#~ msgstr " + _GONE
)
_HEADER = re.compile(rb'(?:#(?!~)[^\n]*+\n)*msgid ""\nmsgstr ' + _TEXT)
_CHARSET = re.compile(rb"Content-Type:[^\"\n]*?charset=([^\s\"\\;]+)", re.IGNORECASE)
_UTF_8 = {b"utf-8", b"utf8"}
_MSGSTR, _MSGID, _BLANK, _REMARK, _MARK = b"\nmsgstr ", b'msgid "', b"\n\n", b"translate-pub:", b'"'
_FUZZY_FLAG = b"\n#, fuzzy\n"
_NOTHING, _HOLLOW = b'""', b'""\n""'
"""An empty translation, and how one begins that may be empty though it has more strings."""
_GONE_MSGID, _GONE_LINE = b'#~ msgid "', b"\n#~ "
_BREAK, _CUT = b'"\n"', b'\\"\n'
"""What stands between the strings of one text, and what it looks like after an escape that it has cut in two."""
_STATES = tuple(State)
_EMPTY, _FUZZY, _DONE, _READ = range(len(_STATES))


@dataclass(slots=True, eq=False)
class _Head:
    """What stands above the translation of an entry, from its comments to the keyword `msgstr`."""

    above: bytes
    """All of it, with the space after the keyword."""
    number: int
    """The number of its message."""
    fuzzy: bool
    notes: comments.Comments | None
    """Its comments, where there may be a review among them."""
    plain: bool
    """Whether a translation below it is simply translated: it is not fuzzy, and there is no review."""
    next: _Head | None = None
    """What came after it the last time."""
    other: _Head | None = None
    """What came after it before that: catalogues are wrapped in two ways, and some entries are fuzzy."""


_Numbers = tuple[Collection[int], ...]
"""The numbers of the messages in each of the states, in the order of `State`."""


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
        self._first = _Head(b"", 0, fuzzy=False, notes=None, plain=False)
        self._messages: dict[bytes, int] = {}
        self._notes: dict[bytes, tuple[bool, comments.Comments | None]] = {}
        self._template = frozenset(map(self._number, template))

    def measure(self, template: bytes) -> bool:
        """Take the messages of the chapter from its template; say whether it could be read here."""
        try:
            self._template = frozenset().union(*self._scan(template))
        except (_UnusualError, UnicodeDecodeError):
            return False
        return True

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages of the chapter, by their keys alone."""
        return tuple(Message(*self._keys[number]) for number in sorted(self._template))

    @property
    def untranslated(self) -> Progress:
        """The chapter in a language that has no catalogue of it."""
        return self._progress((self._template, (), (), ()))

    def count(self, data: bytes) -> Tallied | None:
        """Count the entries of a PO file; None where it is to be read in full."""
        try:
            found = self._scan(data)
        except (_UnusualError, UnicodeDecodeError):
            return None
        standing = self._progress(found)
        there = frozenset().union(*found)
        if there == self._template:
            return Tallied(standing, standing)
        empty, *others = ([number for number in numbers if number in self._template] for numbers in found)
        return Tallied(standing, self._progress(((*empty, *(self._template - there)), *others)))

    def _progress(self, found: _Numbers) -> Progress:
        """Add up messages and words by state."""
        if len(self._words) < len(self._keys):
            self._words += words.count_each([msgid for _, msgid in self._keys[len(self._words) :]])
        counts = self._words.__getitem__
        return Progress(_count([len(numbers) for numbers in found]), _count([sum(map(counts, one)) for one in found]))

    def _scan(self, data: bytes) -> _Numbers:
        """Read a file: the numbers of the messages in each state.

        Raises:
            _UnusualError: there is something in it that is not read here.
            UnicodeDecodeError: it is not UTF-8. Every byte is decoded once, here or where a head is first met.
        """
        start, end = _after_header(data), len(data.rstrip(b"\n"))
        found: tuple[list[int], ...] = ([], [], [], [])
        add_empty, add_done, find, starts = found[_EMPTY].append, found[_DONE].append, data.find, data.startswith
        lines, texts, gone, head = [], [], [], self._first
        while start < end:
            next_head = head.next
            if next_head is None or not starts(next_head.above, start):
                next_head = self._follow(head, data, start)
                if next_head is None:
                    gone.append(_block(data, start, end))
                    start += len(gone[-1]) + 2
                    continue
            head = next_head
            start += len(head.above)
            stop = find(_MARK, start + 1) + 1
            text = data[start:stop]
            if (starts(_BLANK, stop) or stop == end) and _is_line(text):
                lines.append(text)
            else:
                text = _block(data, start, end)
                texts.append(text)
            start += len(text) + 2
            if text == _NOTHING:
                add_empty(head.number)
            elif head.plain and not text.startswith(_HOLLOW):
                add_done(head.number)
            else:
                found[self._settle(head, text)].append(head.number)
        _check_strings(lines, texts)
        self._check(found, _read_obsolete(block for block in gone if block))
        return found

    def _follow(self, head: _Head, data: bytes, start: int) -> _Head | None:
        """Find what stands where a block begins, after another head; None where no translation does."""
        following = head.other
        if following is None or not data.startswith(following.above, start):
            above, keyword, _ = _block(data, start, len(data)).partition(_MSGSTR)
            if not keyword:
                return None
            following = self._heads.get(above) or self._read_head(above)
        head.next, head.other = following, head.next
        return following

    def _check(self, found: _Numbers, gone: Iterable[Key]) -> None:
        """See that no message stands twice in a file.

        Raises:
            _UnusualError: one does.
        """
        there = frozenset().union(*found)
        if len(there) < sum(map(len, found)) or any(self._numbers.get(key) in there for key in gone):
            raise _UnusualError

    def _read_head(self, data: bytes) -> _Head:
        """Read what stands above a translation.

        Raises:
            _UnusualError: it is not of the usual shape.
        """
        data.decode()
        start = 0 if data.startswith(_MSGID) else data.find(b"\n" + _MSGID) + 1
        notes = self._notes.get(data[:start])
        if notes is None:
            start, notes = self._read_notes(data)
        body = data[start:]
        joined = body.replace(_BREAK, b"") if b"\n" in body else body
        number = self._messages.get(joined)
        if number is None or _CUT in body:
            number = self._messages[joined] = self._number(_read_key(body))
        fuzzy, comment = notes
        plain = not fuzzy and comment is None
        head = self._heads[data] = _Head(data + _MSGSTR, number, fuzzy, comment, plain=plain)
        return head

    def _read_notes(self, head: bytes) -> tuple[int, tuple[bool, comments.Comments | None]]:
        """Read the comments that stand above a message: where they end, and what they say of its state."""
        match = _COMMENTS.match(head)
        above = match[0] if match else b""
        found: tuple[bool, comments.Comments | None] = (False, None)
        remarked, fuzzy = _REMARK in above, _FUZZY_FLAG in above
        if remarked or (not fuzzy and (b"#," in above or b"#=" in above)):
            read = comments.read(above.decode().lstrip("\n").split("\n")[:-1])
            found = ("fuzzy" in read.flags, read if remarked else None)
        elif fuzzy:
            found = (True, None)
        self._notes[above] = found
        return len(above), found

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
        if not text.strip(b'"\n'):
            return _EMPTY
        if head.fuzzy:
            return _FUZZY
        if head.notes is None:
            return _DONE
        context, msgid = self._keys[head.number]
        entry = Entry(context, msgid, _text(_inside(text)), comments=head.notes.translator)
        return _READ if reviews.read(entry) else _DONE


def _after_header(data: bytes) -> int:
    """Return where the first entry after the header begins.

    Raises:
        _UnusualError: the file has no usual header, does not say that it is UTF-8, or has other ends of lines.
    """
    end = data.find(_BLANK)
    block = data[:end] if end >= 0 else data.removesuffix(b"\n")
    charset = _CHARSET.search(block)
    if not charset or charset[1].lower() not in _UTF_8 or not _HEADER.fullmatch(block):
        raise _UnusualError
    block.decode()
    if b"\r" in data or b"\0" in data:
        raise _UnusualError
    return end + 2 if end >= 0 else len(data)


def _block(data: bytes, start: int, end: int) -> bytes:
    """Return what stands from one place to the next blank line, or to the end."""
    stop = data.find(_BLANK, start)
    return data[start : stop if 0 <= stop < end else end]


def _is_line(text: bytes) -> bool:
    """Whether a text that ends with its second quotation mark is a string on one line, without escapes."""
    return text.startswith(_MARK) and b"\\" not in text and b"\n" not in text


def _check_strings(lines: list[bytes], texts: list[bytes]) -> None:
    """See that texts are strings, all together: whether lines are does not depend on those beside them.

    Args:
        lines: strings on one line, of which only the encoding is in question.
        texts: any others.

    Raises:
        _UnusualError: there are not just strings.
        UnicodeDecodeError: they are not UTF-8.
    """
    b"\n".join(lines).decode()
    joined = b"\n".join(texts)
    joined.decode()
    if texts and not _are_strings(joined):
        raise _UnusualError


def _read_obsolete(blocks: Iterable[bytes]) -> list[Key]:
    """Return the keys of the obsolete entries, whose blocks these are.

    Raises:
        _UnusualError: something else is there too.
    """
    keys = []
    for block in blocks:
        block.decode()
        keys.append(_read_gone(block))
    if len(set(keys)) < len(keys) or ("", "") in keys:
        raise _UnusualError
    return keys


def _read_gone(block: bytes) -> Key:
    """Return the key of one obsolete entry.

    Raises:
        _UnusualError: it is none.
    """
    if block.startswith(_GONE_MSGID) and block.count(_GONE_LINE) == block.count(b"\n"):
        above, _, text = block.replace(_GONE_LINE, b"\n")[len("#~ ") :].partition(_MSGSTR)
        _inside(text)
        return _read_key(above)
    match = _OBSOLETE.fullmatch(block)
    if not match:
        raise _UnusualError
    context, msgid = (_text(_inside(part.replace(_GONE_LINE, b"\n"))) if part else "" for part in match.group(1, 2))
    return context, msgid


def _are_strings(text: bytes) -> bool:
    """Whether these are lines of strings, as `_STRINGS` has them; seen from the marks in them alone where it can be."""
    marks = text.translate(None, _NO_MARKS)
    if b"\\" in marks and marks.count(b"\\") != text.count(b'\\"'):
        return _STRINGS.fullmatch(text) is not None
    return (
        _MARKS.fullmatch(marks) is not None
        and text.startswith(b'"')
        and text.endswith(b'"')
        and text.count(_BREAK) == marks.count(b"\n")
    )


def _read_key(body: bytes) -> Key:
    """Return the key of an entry whose `msgctxt` and `msgid` these are.

    Raises:
        _UnusualError: they are not of the usual shape.
    """
    if body.startswith(_MSGID):
        return "", _text(_inside(body[len(_MSGID) - 1 :]))
    match = _MESSAGE.fullmatch(body)
    if not match:
        raise _UnusualError
    return _text(_inside(match[1] or b'""')), _text(_inside(match[2]))


def _inside(text: bytes) -> bytes:
    """Return what stands in the strings of a field, run together; escapes are left.

    Raises:
        _UnusualError: there are not just strings: a quotation mark at both ends of every line, no other, and no unknown
            escape.
    """
    joined = text.replace(_BREAK, b"") if b"\n" in text else text
    if b"\\" in joined:
        escapes = joined.count(b"\\")
        if escapes != joined.count(b'\\"') or joined.endswith(b'\\"') or _CUT in text:
            if not _STRINGS.fullmatch(text):
                raise _UnusualError
            return joined[1:-1]
    else:
        escapes = 0
    if joined.count(b'"') != escapes + 2 or b"\n" in joined or not (joined.startswith(b'"') and joined.endswith(b'"')):
        raise _UnusualError
    return joined[1:-1]


def _text(inside: bytes) -> str:
    """Return the text that the inside of a string means."""
    text = inside.decode()
    return unescape(text) if "\\" in text else text


def _count(amounts: list[int]) -> Count:
    """Make a count of amounts by state."""
    return Count(amounts[_DONE] + amounts[_READ], amounts[_FUZZY], amounts[_EMPTY], amounts[_READ])
