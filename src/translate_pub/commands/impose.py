"""`impose`: finished pages on sheets, as they are folded and bound, or side by side for a proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.model.diagnostic import Diagnostic, Severity, WorkspaceError, has_error
from translate_pub.publish import imposition
from translate_pub.publish.imposition import Imposed, Order
from translate_pub.workspace import files


@dataclass(frozen=True, slots=True)
class Written:
    """A file of sheets that was written."""

    source: Path
    path: Path
    imposed: Imposed


@dataclass(frozen=True, slots=True)
class ImposeReport:
    """What was written and what was found on the way."""

    written: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a file could not be imposed."""
        return has_error(self.diagnostics)


def run(paths: Sequence[Path], order: Order, output: Path | None = None) -> ImposeReport:
    """Impose files, each into one of its own; a file that cannot be used costs only itself.

    Args:
        paths: finished PDFs.
        order: how.
        output: the file to write, or a folder where several are imposed; beside the source where None.

    Raises:
        WorkspaceError: a file cannot be read or written, or several were to be written into one.
    """
    if output is not None and len(paths) > 1 and output.suffix.lower() == ".pdf":
        raise WorkspaceError(f"{output} is one file, and {len(paths)} are to be written; name a folder")
    written: list[Written] = []
    found: list[Diagnostic] = []
    for path in paths:
        data = files.read(path)
        if data is None:
            found.append(Diagnostic("P070", Severity.ERROR, f"{path} cannot be read: there is no such file"))
            continue
        imposed = imposition.impose(data, str(path), order)
        found += imposed.diagnostics
        if imposed.value is not None:
            target = _target(path, order, output)
            files.write(target, imposed.value.data)
            written.append(Written(path, target, imposed.value))
    return ImposeReport(tuple(written), tuple(found))


def _target(path: Path, order: Order, output: Path | None) -> Path:
    """Name the file of sheets after the pages that it is made of, and never write over them.

    Raises:
        WorkspaceError: it would be the same file.
    """
    kind = f"{order.proof}-up" if order.proof else f"signatures-{order.signature}" if order.signature else "booklet"
    name = f"{path.stem}-{kind}.pdf"
    target = path.with_name(name) if output is None else output
    if target.suffix.lower() != ".pdf":
        target /= name
    if target.resolve() == path.resolve():
        raise WorkspaceError(f"{target} is the file of the pages itself; name another with -o")
    return target
