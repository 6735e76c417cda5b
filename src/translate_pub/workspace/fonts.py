"""Where the fonts of an edition come from, as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path as Folder
from pathlib import PurePosixPath

import msgspec

from translate_pub.workspace import files
from translate_pub.workspace.findings import Findings, did_you_mean, key_name, quoted
from translate_pub.workspace.tables import FontsTable
from translate_pub.workspace.toml import Path

_PACKAGE = re.compile(
    r"(?:(?P<npm>npm)|pypi):(?P<name>(?(npm)(?:@[\w.-]+/)?)[\w.-]+)(?(npm)@|==)(?P<version>\d[\w.+-]*)"
)
_FILES = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
_ALLOWED = "allowed: npm:PACKAGE@VERSION, pypi:PACKAGE==VERSION, a font file of the workspace, or a shipped family"


@dataclass(frozen=True, slots=True)
class Package:
    """A font package of npm or PyPI, at one version."""

    registry: str
    """`npm` or `pypi`."""
    name: str
    version: str


def package(written: str) -> Package | None:
    """Read `npm:PACKAGE@VERSION` or `pypi:PACKAGE==VERSION`; None where something else is written."""
    match = _PACKAGE.fullmatch(written)
    return Package(match["npm"] or "pypi", match["name"], match["version"]) if match else None


def is_file(written: str) -> bool:
    """Whether a font is written as the path of its file."""
    return PurePosixPath(written).suffix.casefold() in _FILES


def sources(table: FontsTable, key: Path, root: Folder, findings: Findings) -> dict[str, str]:
    """Return use -> where its font comes from, after finding packages without a version and files that are missing."""
    written = {use: text for use, text in msgspec.structs.asdict(table).items() if text}
    for use, text in written.items():
        _check(text, (*key, use), root, findings)
    return written


def _check(text: str, key: Path, root: Folder, findings: Findings) -> None:
    """Find what is wrong with one of them; a family's name is looked up where fonts are, not here."""
    if text.startswith(("npm:", "pypi:")):
        if package(text) is None:
            message = f"{key_name(key)} is {quoted(text)}, a package without a version"
            findings.error("B005", key, message, _ALLOWED)
        return
    if not is_file(text):
        return
    path = PurePosixPath(text)
    if not files.inside(root, text):
        findings.error("B009", key, f"{key_name(key)} is {quoted(text)}, which is not inside the workspace", _ALLOWED)
    elif not files.stands(root / path):
        near = [found.relative_to(root).as_posix() for found in (root / path).parent.glob(f"*{path.suffix}")]
        message = f"{key_name(key)} is {quoted(text)}, and there is no such file in the workspace"
        findings.error("B008", key, message, did_you_mean(text, near), _ALLOWED)
