"""The files that were built of an edition, found again by the names that their printer asks for."""

from __future__ import annotations

import re
from pathlib import Path

from translate_pub.model.workspace import Workspace

_ANY = {"isbn": r".+?", "volume": r"(?P<asked>\d*)"}
"""What may stand for a name in braces that is not known here."""
_VOLUME = r"(?:-vol(?P<added>\d+))?"
"""What is put at the end of a name where a printer does not ask for volumes and there are several."""


def folder(workspace: Workspace, book: str, language: str) -> Path:
    """Return where the files of an edition are built."""
    return workspace.root / workspace.settings.build / book / language


def find(place: Path, template: str, names: dict[str, str]) -> dict[int, Path]:
    """Return the files of a folder that have a name, by volume; 0 where there are no volumes.

    Args:
        place: the folder.
        template: the name, with names in braces.
        names: what stands for them; others may be anything.
    """
    parts = re.split(r"\{(\w+)\}", template.removesuffix(".pdf"))
    pattern = "".join(
        (re.escape(names[part]) if part in names else _ANY.get(part, r".+?")) if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    )
    wanted = re.compile(f"{pattern}{_VOLUME}\\.pdf")
    found: dict[int, Path] = {}
    for path in sorted(place.glob("*.pdf")) if place.is_dir() else ():
        matched = wanted.fullmatch(path.name)
        if matched and path.is_file():
            said = matched.groupdict()
            found[int(said.get("asked") or said.get("added") or 0)] = path
    return found
