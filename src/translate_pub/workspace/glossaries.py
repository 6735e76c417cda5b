"""The glossaries of a workspace: `glossary/LANGUAGE.csv` in its root."""

from __future__ import annotations

from translate_pub.catalog.glossary import table
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.glossary import Glossary
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files
from translate_pub.workspace.text import decode

FOLDER = "glossary"
_BOM = b"\xef\xbb\xbf"


def path_of(language: str) -> str:
    """Return the path of a language's glossary, relative to the root."""
    return f"{FOLDER}/{language}.csv"


def read(workspace: Workspace, language: str) -> Outcome[Glossary]:
    """Read the glossary of a language, empty where there is none; no value where the file is no table of terms.

    Raises:
        WorkspaceError: it is there and cannot be read.
    """
    path = path_of(language)
    data = files.read(workspace.root / path)
    if data is None:
        return Outcome(Glossary(language, path))
    text = decode(data, path)
    return Outcome(None, text.diagnostics) if text.value is None else table.parse(text.value, path, language)


def text_of(workspace: Workspace, language: str) -> bytes:
    """Return the bytes of a language's glossary; none where there is no file.

    Raises:
        WorkspaceError: it is there and cannot be read.
    """
    return files.read(workspace.root / path_of(language)) or b""


def write(workspace: Workspace, language: str, text: str, *, replaces: bytes) -> bool:
    """Write the glossary of a language; say whether the file differs from before.

    Args:
        workspace: where it is.
        language: BCP 47 tag.
        text: all of it; a byte order mark of the old file stays.
        replaces: the bytes that were read before the work began.

    Raises:
        WorkspaceError: it cannot be written, or was changed since it was read.
    """
    mark = _BOM if replaces.startswith(_BOM) else b""
    return files.write(
        workspace.root / path_of(language),
        mark + text.encode(),
        within=workspace.root,
        replaces=files.digest(replaces or None),
    )
