"""One block of a PO file, line by line: the careful reading of whatever the fast scanner does not take as ordinary.

polib and Babel both read an entry whose closing quotation mark is missing as an empty translation. Here every line must
be what it claims to be; a block with a slip in it is no entry but a `Slip`, which says where and what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from translate_pub.catalog import comments
from translate_pub.catalog.quoting import UnknownEscapeError, unescape
from translate_pub.model.catalog import Entry, Key

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9]+)\])?)(?![\w\[])[ \t]*(.*)")
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_UNKNOWN_KEYWORD = re.compile(r"\w+(?:\[\d*\])?\s+\"")
_WORD = re.compile(r"[^\s\"]+")
_FIRST = {"msgctxt", "msgid"}
_TEXT = '"'
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a block."""

    code: str
    line: int
    """Line of the block, counted from 0."""
    message: str
    hint: str
    key: Key | None = None
    """The message that the block seems to translate."""


@dataclass(slots=True)
class _Field:
    """A keyword with its strings."""

    name: str
    line: int
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class _SlipError(Exception):
    """Carries a slip out of the reading of a line."""

    def __init__(self, code: str, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.slip = Slip(code, line, message, hint)


def _body(line: str) -> tuple[str, bool]:
    """Return a line of an entry's body without its `#~`, and whether it had one."""
    if line.startswith("#~"):
        return line[2:].strip(), True
    return line.strip(), False


def _is_comment(line: str) -> bool:
    return line.startswith("#~|") or (line.startswith("#") and not line.startswith("#~"))


def take(text: bytes, start: int) -> int:
    """Find where the block that begins at `start` ends: the offset after its last line that is not blank.

    A block is comments, then a body. It ends before a comment that follows the body, before a second `msgid` or
    `msgctxt`, where obsolete lines begin or end, and before a line of no meaning that a blank one sets apart. Otherwise
    blank lines do not end it: gettext allows them anywhere.
    """
    end, position = start, start
    seen: set[str] = set()
    obsolete = apart = False
    while position < len(text):
        newline = text.find(b"\n", position)
        after = newline + 1 if newline >= 0 else len(text)
        line = text[position:after].decode().strip()
        position = after
        if not line:
            apart = bool(seen)
            continue
        if not _is_comment(line):
            body, marked = _body(line)
            name = _name(body)
            if seen and (marked != obsolete or _begins(name, seen, apart=apart)):
                break
            obsolete, apart = marked, False
            seen.add(name)
        elif seen:
            break
        end = after
    return end


def _name(body: str) -> str:
    match = _KEYWORD.match(body)
    if match:
        return "msgstr" if match[1].startswith("msgstr") else match[1]
    return _TEXT if body.startswith('"') else _UNKNOWN


def _begins(name: str, seen: set[str], *, apart: bool) -> bool:
    """Whether a line begins another block, after the lines that were seen; `apart` if a blank one is between them."""
    if apart and (seen == {_UNKNOWN} or (name == _UNKNOWN and "msgstr" in seen)):
        return True
    if seen == {_TEXT}:
        return name != _TEXT
    return name in _FIRST and ("msgstr" in seen or name in seen or (name == "msgctxt" and "msgid" in seen))


def read(block: str) -> Entry | Slip | None:
    """Read a block: an entry, what is wrong with it, or None where it holds comments only."""
    lines = [line.strip() for line in block.split("\n")]
    notes = [line for line in lines if line and _is_comment(line)]
    bodies = [(number, *_body(line)) for number, line in enumerate(lines) if line and not _is_comment(line)]
    if not bodies:
        return None
    fields: list[_Field] = []
    try:
        for number, body, _ in bodies:
            _read_line(body, number, fields)
        _check_order(fields)
        return _entry(fields, comments.read(notes), obsolete=bodies[0][2])
    except _SlipError as error:
        slip = error.slip
        return Slip(slip.code, slip.line, slip.message, slip.hint, _guess(fields, slip))


def _read_line(body: str, number: int, fields: list[_Field]) -> None:
    """Add one line of a body to the fields."""
    match = _KEYWORD.match(body)
    if match:
        fields.append(_Field(match[1], number))
        if match[3]:
            fields[-1].parts.append(_string(match[3], number))
    elif body.startswith('"'):
        if not fields:
            raise _SlipError("C017", number, "text outside an entry", "a text follows msgctxt, msgid or msgstr")
        fields[-1].parts.append(_string(body, number))
    elif body.endswith('"') and fields and not _UNKNOWN_KEYWORD.match(body):
        raise _SlipError("C010", number, "the quotation mark at the beginning of the line is missing", _QUOTING_HINT)
    else:
        word = _WORD.match(body)
        found = word[0] if word else body
        raise _SlipError(
            "C012", number, f"`{found}` is no keyword of a PO file", "allowed: msgctxt, msgid, msgid_plural, msgstr"
        )


_QUOTING_HINT = 'every line of a text begins and ends with "; other tools read this entry as empty'


def _string(text: str, number: int) -> str:
    match = _STRING.match(text)
    if not match:
        side = "end" if text.startswith('"') else "beginning"
        raise _SlipError("C010", number, f"the quotation mark at the {side} of the line is missing", _QUOTING_HINT)
    if match.end() != len(text):
        raise _SlipError("C011", number, "a quotation mark stands inside a text", 'inside a text it is written \\"')
    try:
        return unescape(match[1])
    except UnknownEscapeError as error:
        escape = error.args[0]
        raise _SlipError(
            "C013",
            number,
            f"`{escape}` means nothing in a PO file",
            f"a backslash in a text is written \\\\: `\\{escape}`",
        ) from None


def _check_order(fields: list[_Field]) -> None:
    """Hold the keywords against the one order that PO files know."""
    names = [field.name for field in fields]
    for found in fields:
        if not found.parts:
            raise _SlipError(
                "C010", found.line, f"{found.name} has no text", f'an empty text is written {found.name} ""'
            )
    if "msgid" not in names:
        raise _SlipError("C014", fields[0].line, "the entry has no msgid", "the source text stands after msgid")
    forms = [name for name in names if name.startswith("msgstr")]
    if not forms:
        raise _SlipError(
            "C015", fields[-1].line, "the entry has no msgstr", 'an empty translation is written msgstr ""'
        )
    if names != list(_expected(names, len(forms))):
        raise _SlipError(
            "C016",
            fields[0].line,
            f"the keywords stand in the order {', '.join(names)}",
            "allowed: msgctxt, msgid, msgstr, or msgctxt, msgid, msgid_plural, msgstr[0], msgstr[1]",
        )


def _expected(names: list[str], forms: int) -> Iterator[str]:
    if "msgctxt" in names:
        yield "msgctxt"
    yield "msgid"
    if "msgid_plural" in names:
        yield "msgid_plural"
        yield from (f"msgstr[{index}]" for index in range(forms))
    else:
        yield "msgstr"


def _entry(fields: list[_Field], notes: comments.Comments, *, obsolete: bool) -> Entry:
    texts = {found.name: found.text for found in fields}
    forms = tuple(found.text for found in fields if found.name.startswith("msgstr["))
    return Entry(
        texts.get("msgctxt", ""),
        texts["msgid"],
        texts["msgstr"] if not forms else forms[0] if all(forms) else "",
        (texts["msgid_plural"], forms) if forms else None,
        notes.flags,
        read_previous(notes.previous),
        notes.translator,
        notes.extracted,
        notes.references,
        obsolete,
        notes.sticky,
    )


def read_previous(lines: tuple[str, ...]) -> Key | None:
    """Read the key of the message that a fuzzy translation was made for; None where there is none to be read.

    A slip here costs nothing but the memory of an older source text, so it is no finding.
    """
    fields: list[_Field] = []
    try:
        for number, line in enumerate(lines):
            _read_line(line, number, fields)
    except _SlipError:
        return None
    texts = {found.name: found.text for found in fields}
    return (texts.get("msgctxt", ""), texts["msgid"]) if "msgid" in texts else None


def _guess(fields: list[_Field], slip: Slip) -> Key | None:
    """Name the message of a damaged block where its msgid was read whole before the slip."""
    whole = {found.name: found.text for found in fields[:-1]}
    last = fields[-1] if fields else None
    if last and slip.line > last.line and slip.code not in {"C010", "C011", "C013"}:
        whole[last.name] = last.text
    return (whole.get("msgctxt", ""), whole["msgid"]) if "msgid" in whole else None
