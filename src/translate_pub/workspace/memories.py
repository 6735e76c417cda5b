"""The translation memory of a workspace: what its own catalogues hold, and the TMX files of its folder `memory`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from translate_pub.catalog.exchange import tmx
from translate_pub.catalog.memory import units
from translate_pub.model.diagnostic import Diagnostic, Outcome, WorkspaceError
from translate_pub.model.memory import Unit
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, config, files

FOLDER = "memory"


def read(
    workspace: Workspace, books: Sequence[str], language: str, imported: Sequence[Path]
) -> Outcome[tuple[Unit, ...]]:
    """Gather everything that was translated into a language.

    Args:
        workspace: where it is.
        books: names of books; their catalogues in the language count.
        language: BCP 47 tag.
        imported: TMX files beside those of the workspace's folder `memory`.

    Raises:
        WorkspaceError: a file is not there or cannot be read.
        MachineError: there is a TMX file, and the extra `exchange` is not installed.
    """
    found: list[Diagnostic] = []
    gathered: list[Unit] = []
    for name in books:
        book = config.load_book(workspace, name).value
        read_book = catalogs.read(workspace, book, language) if book else None
        gathered += units.of_catalogs(read_book.value or ()) if read_book else ()
    for path in (*sorted((workspace.root / FOLDER).glob("*.tmx")), *imported):
        outcome = _tmx(path, workspace.settings.source_language, language)
        found += outcome.diagnostics
        gathered += outcome.value or ()
    return Outcome(tuple(gathered), tuple(found))


def _tmx(path: Path, source_language: str, language: str) -> Outcome[tuple[Unit, ...]]:
    """Read those pairs of a TMX file that are of the two languages, whatever their regions."""
    data = files.read(path)
    if data is None:
        raise WorkspaceError(f"{path} is not there")
    read_file = tmx.read(data, str(path))
    return Outcome(tuple(_units(read_file.value or (), path.name, source_language, language)), read_file.diagnostics)


def _units(pairs: Sequence[tmx.Pair], origin: str, source_language: str, language: str) -> Iterator[Unit]:
    for pair in pairs:
        if _base(pair.source_language) == _base(source_language) and _base(pair.language) == _base(language):
            yield Unit(pair.source, pair.target, origin.replace(" ", "_"))


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()
