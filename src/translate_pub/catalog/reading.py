"""PO files as bytes -> catalogues, distrusting what is read.

Ordinary entries are taken by one regular expression that no malformed string gets past; everything else is read by
`blocks`, line by line. Every entry keeps its bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from translate_pub.catalog import blocks, comments
from translate_pub.catalog.quoting import unescape
from translate_pub.model.catalog import Catalog, Damage, Entry, Key
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span

_STRING = r'"[^"\\\n]*+(?:\\[abfnrtv"\\][^"\\\n]*+)*+"'
_TEXT = rf"({_STRING}(?:\n{_STRING})*+)"
_ORDINARY = re.compile(
    rf"\n*+((?:#(?!~)[^\n]*+\n)*+)(?:msgctxt {_TEXT}\n)?msgid {_TEXT}\nmsgstr {_TEXT}(?:\n|\Z)"
    r"(?=\n*+(?:#|msgctxt |msgid |\Z))"
)
_CONFLICT = re.compile(rb"^(?:<{7}|>{7}|\|{7}|={7})(?:[ \r].*)?$", re.MULTILINE)
_CONFLICT_MARKS = tuple(mark * 7 for mark in (b"<", b">", b"|", b"="))
_MESSAGE_START = re.compile(rb"^msgid", re.MULTILINE)
_CHARSET = re.compile(rb"Content-Type:[^\"\n]*?charset=([^\s\"\\;]+)", re.IGNORECASE)
_HEADER: Key = ("", "")


class _Refused(Exception):  # noqa: N818  # not an error of the program: it carries the finding that refuses a file
    def __init__(self, code: str, line: int | None, message: str, hint: str) -> None:
        super().__init__(message)
        self.found = code, line, message, hint


def read(data: bytes, path: str, language: str, book: str, chapter: str) -> Outcome[Catalog]:
    """Read a PO file; see `po.parse`."""
    try:
        _refuse_unreadable(data)
        text, charset = _decode(data)
        scan = _Scan(text.removeprefix("\ufeff"), charset)
        scan.run()
        header = scan.header()
    except _Refused as refused:
        code, line, message, hint = refused.found
        return Outcome(None, (Diagnostic(code, Severity.ERROR, message, Span(path, line), (hint,)),))
    entries, damaged, findings = _settle(scan.items, path)
    findings.extend(_slips(scan, path))
    if header is None:
        header = Entry("", "", raw=b"")
        if not any(damage.key == _HEADER for damage in damaged):
            findings.append(_no_header(path))
    catalog = Catalog(
        path,
        language,
        book,
        chapter,
        header,
        entries,
        damaged,
        scan.newline,
        charset,
        text.startswith("\ufeff"),
        scan.tail,
    )
    return Outcome(catalog, tuple(sorted(findings, key=lambda found: (found.span and found.span.line) or 0)))


def _refuse_unreadable(data: bytes) -> None:
    # Looking for the plain marks first is ten times faster than the expression alone.
    conflict = _CONFLICT.search(data) if any(mark in data for mark in _CONFLICT_MARKS) else None
    if conflict:
        raise _Refused(
            "C001",
            data.count(b"\n", 0, conflict.start()) + 1,
            f"a merge conflict is not resolved: `{conflict[0][:40].decode('utf-8', 'replace').strip()}`",
            "choose between the two versions and delete the lines of <<<<<<<, ======= and >>>>>>>",
        )
    if b"\0" in data:
        raise _Refused(
            "C002",
            data.count(b"\n", 0, data.index(b"\0")) + 1,
            "the file holds a NUL byte, so it is damaged or not text in UTF-8",
            "take the file from the last good version, or save it again as UTF-8",
        )


def _decode(data: bytes) -> tuple[str, str]:
    """Return the text with its byte order mark, and the name of its encoding."""
    charset = _charset(data)
    try:
        text = data.decode(charset)
        if codecs.lookup(charset).name != "utf-8" and text.encode(charset) != data:
            raise _Refused("C003", None, f"the file does not survive reading and writing as {charset}", _CHARSET_HINT)
    except LookupError:
        raise _Refused(
            "C004", None, f"the header names the encoding {charset}, which is unknown", _CHARSET_HINT
        ) from None
    except UnicodeDecodeError as error:
        found = data[error.start : error.start + 1].hex()
        line = data.count(b"\n", 0, error.start) + 1
        raise _Refused(
            "C003", line, f"the byte 0x{found} is not {charset}, the file's encoding", _CHARSET_HINT
        ) from None
    return text, charset


_CHARSET_HINT = "the encoding stands in the header as Content-Type: text/plain; charset=UTF-8; save the file as UTF-8"


def _charset(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "UTF-8"
    second = next(islice(_MESSAGE_START.finditer(data), 1, None), None)
    match = _CHARSET.search(data, 0, second.start() if second else len(data))
    name = match[1].decode("ascii", "replace") if match else "UTF-8"
    return "UTF-8" if name == "CHARSET" else name


class _Scan:
    """The walk over a file's text: what was found, in file order."""

    def __init__(self, text: str, charset: str) -> None:
        self.items: list[Entry | Damage] = []
        self.slips: list[tuple[blocks.Slip, int]] = []
        self.tail = b""
        self._charset = charset
        first = text.find("\n")
        self.newline = "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
        self._text = text.replace("\r\n", "\n")
        self._original = text
        # With \r\n the offsets in the text that is scanned are not those of the file: both count the same lines.
        self._starts = _line_starts(text) if len(text) != len(self._text) else None

    def run(self) -> None:
        """Read the whole text."""
        position, line = 0, 1
        while position < len(self._text):
            end = self._read_ordinary(position, line) or self._read_block(position, line)
            line += self._text.count("\n", position, end)
            position = end

    def header(self) -> Entry | None:
        """Take the header out of what was found.

        Raises:
            _Refused: where it does not come first; a file must not be written in another order than it was read in.
        """
        for index, item in enumerate(self.items):
            if isinstance(item, Entry) and item.key == _HEADER and not item.obsolete:
                if index:
                    raise _Refused("C005", item.line, "the header stands after other entries", "move it to the top")
                del self.items[0]
                return item
        return None

    def _read_ordinary(self, position: int, line: int) -> int:
        """Read an entry of the ordinary shape and return where it ends; 0 where there is none."""
        match = _ORDINARY.match(self._text, position)
        if not match:
            return 0
        above, context, msgid, msgstr = match.groups()
        start = match.start(1)
        notes = _read_comments(above)
        self.items.append(
            Entry(
                _join(context) if context else "",
                _join(msgid),
                _join(msgstr),
                None,
                notes.flags,
                blocks.read_previous(notes.previous) if notes.previous else None,
                notes.translator,
                notes.extracted,
                notes.references,
                obsolete=False,
                line=line + start - position,
                raw=self._raw(position, match.end(), line),
            )
        )
        return match.end()

    def _read_block(self, position: int, line: int) -> int:
        """Read whatever stands here, and return where it ends."""
        end = blocks.take(self._text, position)
        block = self._text[position:end]
        found = blocks.read(block)
        if found is None:
            end = len(self._text)
            self.tail = self._raw(position, end, line)
            return end
        raw = self._raw(position, end, line)
        first = line + len(block) - len(block.lstrip("\n"))
        if isinstance(found, Entry):
            self.items.append(replace(found, line=first, raw=raw))
        else:
            self.slips.append((found, line + found.line))
            self.items.append(Damage(0, raw, first, found.key))
        return end

    def _raw(self, start: int, end: int, line: int) -> bytes:
        if self._starts is None:
            return self._text[start:end].encode(self._charset)
        last = line + self._text.count("\n", start, end)
        stop = self._starts[last - 1] if self._text[end - 1 : end] == "\n" else len(self._original)
        return self._original[self._starts[line - 1] : stop].encode(self._charset)


@lru_cache(maxsize=4096)
def _read_comments(above: str) -> comments.Comments:
    """Read the comment lines above an ordinary entry; most paragraphs of a section have the same."""
    return comments.read(above.split("\n")[:-1])


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _join(text: str) -> str:
    """Run the strings of a field together and resolve their escapes."""
    return unescape(text[1:-1].replace('"\n"', ""))


def _settle(items: list[Entry | Damage], path: str) -> tuple[tuple[Entry, ...], tuple[Damage, ...], list[Diagnostic]]:
    """Sort entries from damage; of two entries for one message the better is an entry, the other counts as damage."""
    best: dict[Key, Entry] = {}
    for item in items:
        if isinstance(item, Entry):
            rival = best.get(item.key)
            if rival is None or _rank(item) > _rank(rival):
                best[item.key] = item
    entries: list[Entry] = []
    damaged: list[Damage] = []
    findings: list[Diagnostic] = []
    for item in items:
        if isinstance(item, Damage):
            damaged.append(replace(item, index=len(entries)))
        elif best[item.key] is item:
            entries.append(item)
        else:
            damaged.append(Damage(len(entries), item.raw or b"", item.line, item.key))
            findings.append(_duplicate(item, best[item.key], path))
    return tuple(entries), tuple(damaged), findings


def _rank(entry: Entry) -> tuple[bool, bool]:
    return not entry.obsolete, bool(entry.msgstr)


def _duplicate(entry: Entry, best: Entry, path: str) -> Diagnostic:
    return Diagnostic(
        "C020",
        Severity.ERROR,
        f"this message is translated twice: {entry.msgid[:60]!r}",
        Span(path, entry.line),
        (f"the entry at line {best.line} is used; delete one of the two",),
    )


def _slips(scan: _Scan, path: str) -> list[Diagnostic]:
    return [
        Diagnostic(slip.code, Severity.ERROR, slip.message, Span(path, line), (slip.hint,)) for slip, line in scan.slips
    ]


def _no_header(path: str) -> Diagnostic:
    return Diagnostic(
        "C006", Severity.WARNING, "the catalogue has no header", Span(path, 1), ("`translate-pub update` writes one",)
    )
