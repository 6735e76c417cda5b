"""`figures.toml`: whose the pictures of a book are, and on what terms they are printed."""

from __future__ import annotations

from translate_pub.model.book import Picture
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery, files, toml
from translate_pub.workspace.findings import Findings, did_you_mean, key_name, quoted
from translate_pub.workspace.schema import fit
from translate_pub.workspace.tables import FiguresTable, PictureTable
from translate_pub.workspace.text import decode


def read(workspace: Workspace, folder: str) -> Outcome[tuple[Picture, ...]]:
    """Read what is said of the pictures of a book; nothing where there is no such file.

    Args:
        workspace: where the book is.
        folder: the book's, relative to the root.

    Raises:
        WorkspaceError: the file is there and cannot be read.
    """
    path = f"{folder}/{discovery.FIGURES_FILE}"
    data = files.read(workspace.root / path)
    if data is None:
        return Outcome(())
    text = decode(data, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    findings = Findings(path, toml.read(text.value))
    for mistake in findings.document.mistakes:
        findings.found.append(Diagnostic("B001", Severity.ERROR, mistake.message, Span(path, mistake.line)))
    table = fit(findings.document.values, FiguresTable, findings)
    for number, one in enumerate(table.pictures):
        _check(workspace, folder, number, one, findings)
    made = (Picture(f"{folder}/{one.file}", one.credit, one.licence, one.source) for one in table.pictures)
    return Outcome(tuple(made), findings.gathered())


def _check(workspace: Workspace, folder: str, number: int, picture: PictureTable, findings: Findings) -> None:
    """Find a picture that is not there, or not in the book's folder."""
    key: toml.Path = ("pictures", number, "file")
    base = workspace.root / folder
    if not picture.file:
        return
    if not files.inside(base, picture.file):
        findings.error("B009", key, f"{key_name(key)} is {quoted(picture.file)}, which is not inside the book's folder")
        return
    if not files.stands(base / picture.file) and not any(base.glob(picture.file)):
        near = [found.relative_to(base).as_posix() for found in base.rglob("*") if found.is_file()]
        message = f"{key_name(key)} is {quoted(picture.file)}, and there is no such file in {folder}"
        findings.error("B008", key, message, did_you_mean(picture.file, near))
