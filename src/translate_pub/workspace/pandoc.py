"""Documents of word processors and readers become Markdown (the only door to pandoc).

A document is an unknown stranger's: its archive is measured before anything is unpacked, and pandoc runs in its
sandbox, with a limit to its memory and to its time (pandoc's manual, "A note on security" and option `--sandbox`).
"""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import PurePosixPath
from typing import Any

from translate_pub.model.diagnostic import Diagnostic, MachineError, Outcome, Severity, Span
from translate_pub.workspace import document_tree
from translate_pub.workspace.text import decode

MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".txt"))
"""Suffixes of files that are read as they are."""
FORMATS = {
    ".docx": "docx",
    ".epub": "epub",
    ".fb2": "fb2",
    ".htm": "html",
    ".html": "html",
    ".odt": "odt",
    ".opml": "opml",
    ".org": "org",
    ".rst": "rst",
    ".rtf": "rtf",
    ".tex": "latex",
    ".textile": "textile",
    ".typ": "typst",
    ".wiki": "mediawiki",
    ".xhtml": "html",
}
"""Suffix -> what pandoc calls the format."""
_ARCHIVES = frozenset(("docx", "epub", "odt"))
_TITLED = frozenset(("docx", "odt"))
"""Formats in which pandoc takes a title that stands in the text for a property of the document."""
_TO = "markdown_phpextra-raw_html-link_attributes-header_attributes-abbreviations"
"""PHP Markdown Extra, which Python-Markdown's extensions were made after."""
_LARGEST = 64_000_000
"""Bytes of a file."""
_LARGEST_TEXT = 256_000_000
"""Bytes of the text in an archive, unpacked; a book of a million words has about 30 million."""
_MOST_PARTS = 20_000
_MEMORY = "1500m"
_SECONDS = 120
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE compound file begins: a .doc of Word 97 to 2003, or a .docx with a password."""


def read(data: bytes, path: str) -> Outcome[str]:
    """Return a document as Markdown that Python-Markdown reads: footnotes, headings, tables, definition lists.

    Args:
        data: the document's bytes.
        path: its name, by whose suffix its format is known, for findings.

    Raises:
        MachineError: pandoc is not installed.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if len(data) > _LARGEST:
        return _refuse(
            "C142", f"the file has {len(data) // 1_000_000} MB; at most {_LARGEST // 1_000_000} are read", path
        )
    if not data.strip():
        return _refuse("C141", "the file is empty", path)
    if suffix in MARKDOWN:
        return decode(data, path)
    if suffix not in FORMATS:
        known = ", ".join(sorted((*MARKDOWN, *FORMATS)))
        return _refuse("C140", f"files that end in “{suffix}” are not read", path, f"save it as one of: {known}")
    form = FORMATS[suffix]
    if data.startswith(_COMPOUND):
        hint = "take the password away, or save it as .docx, in the program that it was made with"
        return _refuse("C140", "the document is protected by a password, or of Word 97 to 2003 (.doc)", path, hint)
    wrong = _archive(data, path) if form in _ARCHIVES else None
    return wrong or _convert(data, form, path)


def _archive(data: bytes, path: str) -> Outcome[str] | None:
    """Find what is wrong with the archive that a document is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        suffix = PurePosixPath(path).suffix
        hint = "open it in the program that it was made with, and save it again"
        return _refuse(
            "C140", f"the document is damaged, or is none: it ends in {suffix} and is no archive", path, hint
        )
    if any(part.flag_bits & 1 for part in parts):
        return _refuse("C140", "the document is encrypted", path, "take the password away and save it again")
    unpacked = sum(part.file_size for part in parts if not _is_picture(part.filename))
    if unpacked > _LARGEST_TEXT or len(parts) > _MOST_PARTS:
        return _refuse("C142", f"the document unpacks to {unpacked // 1_000_000} MB in {len(parts)} parts", path)
    return None


def _is_picture(name: str) -> bool:
    return name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".ttf", ".otf", ".mp3", ".mp4"))


def _convert(data: bytes, form: str, path: str) -> Outcome[str]:
    """Let pandoc read a document and write it, and set right in between what a book needs otherwise."""
    tree, said = _run(data, form, "json")
    if tree is None:
        hint = "open it in the program that it was made with, and save it again"
        return _refuse("C140", f"the document cannot be read: {said}", path, hint)
    try:
        document: dict[str, Any] = json.loads(tree)
        document_tree.settle(document, titled=form in _TITLED)
        settled = json.dumps(document).encode()
    except RecursionError:
        return _refuse("C142", "the document's lists and quotations are nested too deeply", path)
    text, said = _run(settled, "json", _TO)
    if text is None:
        return _refuse("C140", f"the document cannot be read: {said}", path)
    return Outcome(text.decode()) if text.strip() else _refuse("C141", "the document has no text", path)


def _run(data: bytes, form: str, to: str) -> tuple[bytes | None, str]:
    """Run pandoc; where it fails, return what it said."""
    command = (_program(), "+RTS", f"-M{_MEMORY}", "-RTS", "--sandbox", "--wrap=none", "--markdown-headings=atx")
    try:
        done = subprocess.run(
            (*command, f"--from={form}", f"--to={to}"), input=data, capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        return None, f"it took more than {_SECONDS} seconds"
    if done.returncode == 0:
        return done.stdout, ""
    lines = [line.strip() for line in done.stderr.decode(errors="replace").splitlines() if line.strip()]
    return None, (lines[0][:200] if lines else f"pandoc ended with {done.returncode}")


def _program() -> str:
    try:
        import pypandoc  # noqa: PLC0415  # it is in an extra, and only documents need it
    except ImportError as error:
        message = (
            "reading documents needs pandoc, which is not installed: pip install 'translate-pub[documents]'; "
            "Markdown files are read without it"
        )
        raise MachineError(message) from error
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise MachineError("pandoc is not where pypandoc looks for it: pip install pypandoc-binary") from error


def _refuse(code: str, message: str, path: str, *hints: str) -> Outcome[str]:
    return Outcome(None, (Diagnostic(code, Severity.ERROR, message, Span(path), hints),))
