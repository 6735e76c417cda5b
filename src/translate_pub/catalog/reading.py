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

# Groups are repeated greedily, not for good: Python before 3.11.5 gets those wrong (its issue 106052).
_STRING = rb'"[^"\\\n]*+(?:\\[abfnrtv"\\][^"\\\n]*+)*"'
_TEXT = rb"(" + _STRING + rb"(?:\n" + _STRING + rb")*)"
_ORDINARY = re.compile(
    rb"\n*+((?:#(?!~)[^\n]*+\n)*)(?:msgctxt " + _TEXT + rb"\n)?msgid " + _TEXT + rb"\nmsgstr " + _TEXT + rb"(?:\n|\Z)"
    rb"(?=\n*+(?:#|msgctxt |msgid |\Z))"
)
_OBSOLETE_TEXT = rb"(" + _STRING + rb"(?:\n#~ " + _STRING + rb")*)"
# What begins with `#~` and is neither an entry's first line nor a previous text may be the rest of a damaged entry.
_OBSOLETE = re.compile(
    rb"\n*+((?:#(?!~)[^\n]*+\n)*)(?:#~ msgctxt " + _OBSOLETE_TEXT + rb"\n)?#~ msgid " + _OBSOLETE_TEXT + rb"\n"
    rb"#~ msgstr " + _OBSOLETE_TEXT + rb"(?:\n|\Z)(?=\n*+(?:#(?!~)|#~\||#~ msgctxt |#~ msgid |msgctxt |msgid |\Z))"
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
        text, charset, bom = _to_utf8(data)
        crlf = b"\r\n" in text and text.count(b"\r\n") == text.count(b"\n")
        scan = _Scan(text.replace(b"\r\n", b"\n") if crlf else text)
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
    newline = "\r\n" if crlf else "\n"
    catalog = Catalog(
        path, language, book, chapter, header, entries, damaged, newline, charset, bom=bom, tail=scan.tail
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


def _to_utf8(data: bytes) -> tuple[bytes, str, bool]:
    """Return the text in UTF-8, the name of the file's encoding, and whether a byte order mark was taken away."""
    charset = _charset(data)
    try:
        text = data.decode(charset)
        if codecs.lookup(charset).name == "utf-8":
            return data.removeprefix(codecs.BOM_UTF8), charset, data.startswith(codecs.BOM_UTF8)
        if text.encode(charset) != data:
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
    return text.encode(), charset, False


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

    def __init__(self, text: bytes) -> None:
        self.items: list[Entry | Damage] = []
        self.slips: list[tuple[blocks.Slip, int]] = []
        self.tail = b""
        self._text = text

    def run(self) -> None:
        """Read the whole text."""
        position, line = 0, 1
        while position < len(self._text):
            end = self._read_ordinary(position, line) or self._read_block(position, line)
            line += self._text.count(b"\n", position, end)
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
        obsolete = match is None
        match = match or _OBSOLETE.match(self._text, position)
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
                obsolete=obsolete,
                sticky=notes.sticky,
                line=line + start - position,
                raw=match[0],
            )
        )
        return match.end()

    def _read_block(self, position: int, line: int) -> int:
        """Read whatever stands here, and return where it ends."""
        end = blocks.take(self._text, position)
        raw = self._text[position:end]
        found = blocks.read(raw.decode())
        if found is None:
            self.tail = self._text[position:]
            return len(self._text)
        first = line + len(raw) - len(raw.lstrip(b"\n"))
        if isinstance(found, Entry):
            self.items.append(replace(found, line=first, raw=raw))
        else:
            self.slips.append((found, line + found.line))
            self.items.append(Damage(0, raw, first, found.key))
        return end


@lru_cache(maxsize=4096)
def _read_comments(above: bytes) -> comments.Comments:
    """Read the comment lines above an ordinary entry; most paragraphs of a section have the same."""
    return comments.read(above.decode().split("\n")[:-1]) if above else comments.Comments()


def _join(text: bytes) -> str:
    """Run the strings of a field together and resolve their escapes."""
    joined = text[1:-1].replace(b'"\n"', b"").replace(b'"\n#~ "', b"").decode()
    return unescape(joined) if "\\" in joined else joined


def _settle(items: list[Entry | Damage], path: str) -> tuple[tuple[Entry, ...], tuple[Damage, ...], list[Diagnostic]]:
    """Sort entries from damage; of two entries for one message the better is an entry, the other counts as damage."""
    best: dict[Key, Entry] = {}
    for item in items:
        if isinstance(item, Entry):
            rival = best.setdefault((item.context, item.msgid), item)
            if rival is not item and _rank(item) > _rank(rival):
                best[item.key] = item
    if len(best) == len(items):
        return tuple(best.values()), (), []
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
