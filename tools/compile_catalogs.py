"""Compile the tool's own catalogues (the furniture of an edition) from PO to MO, where an MO is missing or stale.

Run with the environment's Python: `python -m tools.compile_catalogs`.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
FURNITURE = ROOT / "src" / "translate_pub" / "edition" / "furniture"


def compile_all(folder: Path = FURNITURE) -> tuple[Path, ...]:
    """Compile every catalogue under a folder; the result is what was written.

    Raises:
        PoFileError: A catalogue cannot be read.
    """
    return tuple(path for source in sorted(folder.glob("*/LC_MESSAGES/*.po")) for path in _compile(source))


def _compile(source: Path) -> tuple[Path, ...]:
    target = source.with_suffix(".mo")
    data = BytesIO()
    with source.open("rb") as file:
        write_mo(data, read_po(file, abort_invalid=True))
    if target.is_file() and target.read_bytes() == data.getvalue():
        return ()
    target.write_bytes(data.getvalue())
    return (target,)


def main() -> int:
    """Compile what is stale and say what was written."""
    for path in compile_all():
        print(f"compiled {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
