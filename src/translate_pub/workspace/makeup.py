"""`<language>.makeup.toml` beside a book's `book.toml`: what is done to single paragraphs of one edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.makeup import Sheet, Touch
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, toml
from translate_pub.workspace.findings import Findings, key_name, quoted
from translate_pub.workspace.text import decode

_HOW = 'wanted: a header for each chapter, ["03-congress"], and below it "The congress met" = "tighter"'


def path_of(folder: str, language: str) -> str:
    """Return the path of an edition's file of make-up, relative to the root."""
    return f"{folder}/{language}.makeup.toml"


def read(workspace: Workspace, folder: str, language: str) -> Outcome[Sheet]:
    """Read what is done to the paragraphs of an edition; nothing where there is no such file.

    Args:
        workspace: where the book is.
        folder: the book's, relative to the root.
        language: BCP 47 tag of the edition.

    Raises:
        WorkspaceError: the file is there and cannot be read.
    """
    path = path_of(folder, language)
    data = files.read(workspace.root / path)
    if data is None:
        return Outcome(Sheet())
    text = decode(data, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    findings = Findings(path, toml.read(text.value))
    for mistake in findings.document.mistakes:
        findings.found.append(Diagnostic("B001", Severity.ERROR, mistake.message, Span(path, mistake.line)))
    touches = tuple(_touches(findings))
    return Outcome(Sheet(path, touches), findings.gathered())


def _touches(findings: Findings) -> Iterator[Touch]:
    """Give what is said of every paragraph; what is no table of paragraphs is found."""
    for chapter, said in findings.document.values.items():
        if not isinstance(said, dict):
            findings.error("E080", (chapter,), f"{key_name((chapter,))} stands under no chapter", _HOW)
            continue
        for beginning, value in said.items():
            place: toml.Path = (chapter, beginning)
            instructions = _instructions(value)
            if instructions and beginning.strip():
                yield Touch(chapter, beginning, instructions, findings.document.line(place) or 1)
            else:
                odd = f"{quoted(beginning)} says {value!r}, which is nothing to do with a paragraph"
                findings.error("E080", place, odd if beginning.strip() else "a paragraph is named by nothing", _HOW)


def _instructions(value: Any) -> tuple[str, ...]:  # noqa: ANN401  # TOML holds anything
    """Return a text, or a list of texts, as instructions; none for anything else."""
    values = value if isinstance(value, list) else [value]
    texts = [" ".join(one.split()) for one in values if isinstance(one, str)]
    return tuple(texts) if len(texts) == len(values) and all(texts) else ()
