"""Bytes of a file read as UTF-8 text."""

from __future__ import annotations

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span

_BOM = "\ufeff"


def decode(data: bytes, path: str) -> Outcome[str]:
    """Return the text, without a byte order mark; bytes that are no UTF-8 are found, with their line."""
    try:
        return Outcome(data.decode().removeprefix(_BOM))
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        found = Diagnostic(
            "B017",
            Severity.ERROR,
            f"the byte 0x{data[error.start]:02x} is not UTF-8 text",
            Span(path, line, column),
            ("save the file as UTF-8 in your editor", *_meant(data)),
        )
        return Outcome(None, (found,))


def _meant(data: bytes) -> tuple[str, ...]:
    """Guess the encoding that a file was saved in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("it was saved as UTF-16",)
    return ("it may have been saved as Windows-1252 or Latin-1",)
