"""Claims in the repository: a file for each chapter that somebody has taken on.

It is `locales/sv/claims/<book>/<chapter>.toml`. A file each, because lines of one file that stand side by side conflict
in git when two people add them; files never do, unless two people take on the same chapter, and then git says so.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import PurePosixPath
from typing import Any

from translate_pub.model.claims import Claim
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, places

_KEYS = {"by": str, "since": dt.date, "until": dt.date}
_CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>")
_HOW = 'by = "Anna Berg", since = 2026-11-22 and until = 2026-12-06, a line each'


def read(workspace: Workspace, language: str) -> Outcome[tuple[Claim, ...]]:
    """Return what has been taken on in a language, by book and chapter; a file that cannot be read is a finding.

    Raises:
        WorkspaceError: a file is there, and the system does not let it be read.
    """
    folder = workspace.root / places.claims_folder(workspace, language)
    if not folder.is_dir():
        return Outcome(())
    paths = sorted(path.relative_to(workspace.root).as_posix() for path in folder.glob("*/*.toml"))
    outcomes = [_read(workspace, path, language) for path in paths]
    found = tuple(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    return Outcome(tuple(outcome.value for outcome in outcomes if outcome.value is not None), found)


def write(workspace: Workspace, claim: Claim) -> None:
    """Write a claim into its file, whatever stands there.

    Raises:
        WorkspaceError: the file is write-protected, or lies outside of the workspace.
    """
    path = places.claim_path(workspace, claim.language, claim.book, claim.chapter)
    text = f"by = {json.dumps(claim.by, ensure_ascii=False)}\nsince = {claim.since}\nuntil = {claim.until}\n"
    files.write(workspace.root / path, text.encode(), within=workspace.root)


def remove(workspace: Workspace, claim: Claim) -> None:
    """Remove the file of a claim.

    Raises:
        WorkspaceError: it lies outside of the workspace, or the disk refuses.
    """
    path = places.claim_path(workspace, claim.language, claim.book, claim.chapter)
    files.remove(workspace.root / path, within=workspace.root)


def _read(workspace: Workspace, path: str, language: str) -> Outcome[Claim]:
    """Read one claim."""
    data = files.read(workspace.root / path) or b""
    conflict = next((place for place, line in enumerate(data.splitlines(), 1) if line.startswith(_CONFLICT)), None)
    if conflict:
        hint = "keep the lines of the person who works on it, and delete the others and the marks"
        return _refuse("B021", path, conflict, "two people have claimed this chapter, and git left both claims", hint)
    import tomllib  # noqa: PLC0415  # most workspaces have no claims most of the time

    try:
        values = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return _refuse("B022", path, 1, f"the claim cannot be read: {error}", f"wanted: {_HOW}")
    return _claim(values, path, language)


def _claim(values: dict[str, Any], path: str, language: str) -> Outcome[Claim]:
    """Make a claim of the values of its file."""
    for key, kind in _KEYS.items():
        value = values.get(key)
        if type(value) is not kind or not value:
            return _refuse("B022", path, 1, f"the claim does not say {key}, or not as it should", f"wanted: {_HOW}")
    place = PurePosixPath(path)
    called = " ".join(values["by"].split())
    return Outcome(Claim(language, place.parent.name, place.stem, called, values["since"], values["until"]))


def _refuse(code: str, path: str, line: int, message: str, hint: str) -> Outcome[Claim]:
    return Outcome(None, (Diagnostic(code, Severity.ERROR, message, Span(path, line), (hint,)),))
