"""`init`: a folder becomes a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.workspace import scaffold


@dataclass(frozen=True, slots=True)
class Created:
    """What a verb made."""

    written: tuple[Path, ...]


def run(folder: Path, source_language: str = "en", targets: Sequence[str] = ()) -> Created:
    """Write the configuration of a workspace, and have git leave out what is built.

    Args:
        folder: made if it is not there.
        source_language: the language that the books are written in.
        targets: the languages that they are translated into.

    Raises:
        WorkspaceError: it is a workspace already, or cannot be written to.
        ConfigurationError: a tag names no language.
    """
    names = scaffold.init(folder, source_language=source_language, languages=targets)
    return Created(tuple(folder / name for name in names))
